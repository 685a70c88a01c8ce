'use client'

import { useNav } from '@payloadcms/ui'
import { useEffect } from 'react'

/** From this width on the menu stands beside the page; Payload would fold it away below 1440. */
const WIDE_ENOUGH = '(min-width: 1024px)'

/**
 * The menu goes with the window (DESK-84): beside the page where there is room for it, on a narrow one folded away until
 * it is asked for. Payload folds it whenever the window comes below another of its widths, and of itself opens it at none.
 */
export const KeepNavOpen = () => {
  const { navOpen, setNavOpen } = useNav()
  useEffect(() => {
    const wide = window.matchMedia(WIDE_ENOUGH)
    const follow = (): void => setNavOpen(wide.matches)
    wide.addEventListener('change', follow)
    return () => wide.removeEventListener('change', follow)
  }, [setNavOpen])
  useEffect(() => {
    if (!navOpen && window.matchMedia(WIDE_ENOUGH).matches) setNavOpen(true)
  }, [navOpen, setNavOpen])
  return null
}
