'use client'

import { useNav } from '@payloadcms/ui'
import { useEffect } from 'react'

/** From this width on the navigation stands beside the page; Payload would fold it away below 1440. */
const WIDE_ENOUGH = 1024

/** Keeps the navigation open on the office's 1366-wide screens. */
export const KeepNavOpen = () => {
  const { navOpen, setNavOpen } = useNav()
  useEffect(() => {
    if (!navOpen && window.innerWidth >= WIDE_ENOUGH) setNavOpen(true)
  }, [navOpen, setNavOpen])
  return null
}
