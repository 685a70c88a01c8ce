'use client'

import { useNav } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** From this width on the navigation stands beside the page; Payload would fold it away below 1440. */
const WIDE_ENOUGH = 1024

/** Keeps the navigation open on the office's 1366-wide screens until somebody folds it away himself. */
export const KeepNavOpen = () => {
  const { navOpen, setNavOpen } = useNav()
  const folded = useRef(false)
  useEffect(() => {
    const note = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('.nav-toggler')) folded.current = true
    }
    document.addEventListener('click', note, true)
    return () => document.removeEventListener('click', note, true)
  }, [])
  useEffect(() => {
    if (!navOpen && !folded.current && window.innerWidth >= WIDE_ENOUGH) setNavOpen(true)
  }, [navOpen, setNavOpen])
  return null
}
