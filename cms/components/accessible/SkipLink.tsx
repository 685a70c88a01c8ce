'use client'

import { useTranslation } from '@payloadcms/ui'
import { deskLanguage, say } from '../../web/language.ts'

/** What may stand below the line of headers; the page is the first that shows, what a program puts last never. */
const BELOW = '.template-default__wrap > .app-header ~ *'

const toThePage = (): void => {
  const page = [...document.querySelectorAll<HTMLElement>(BELOW)].find((one) => one.checkVisibility())
  if (!page) return
  page.tabIndex = -1
  page.focus()
}

/** The first thing the Tab key reaches: past the menu, to the page (DESK-80). */
export const SkipLink = () => {
  const { i18n } = useTranslation()
  return (
    <button type="button" className="ss-skip" onClick={toThePage}>
      {say(deskLanguage(i18n.language), '跳到正文', 'Skip to the page')}
    </button>
  )
}
