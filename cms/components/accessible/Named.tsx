'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'
import { deskLanguage } from '../../web/language.ts'
import { nameAll } from './names.ts'

/** What Payload writes again by itself, when it knows more. */
const PUT_BACK = ['aria-label', 'aria-roledescription', 'title']

/** Around the whole desk: names for what Payload draws without one, whenever something is drawn. */
export const Named = ({ children }: { readonly children?: ReactNode }) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  useEffect(() => {
    let frame = 0
    const name = (): void => {
      frame = 0
      nameAll(document, language)
    }
    const later = (): void => {
      frame ||= requestAnimationFrame(name)
    }
    name()
    const drawn = new MutationObserver(later)
    drawn.observe(document.body, { childList: true, subtree: true, attributeFilter: PUT_BACK })
    return () => {
      drawn.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [language])
  return children
}
