'use client'

import { useTranslation } from '@payloadcms/ui'
import { deskLanguage, say } from '../../web/language.ts'

/** What stands below the line of headers, on every page of the desk. */
const PAGE = '.template-default__wrap > :last-child'

const toThePage = (): void => {
  const page = document.querySelector<HTMLElement>(PAGE)
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
