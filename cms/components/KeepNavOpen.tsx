'use client'

import { useNav } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** From this width on the navigation stands beside the page; Payload would fold it away below 1440. */
const WIDE_ENOUGH = 1024

/** Opens the navigation once on the office's 1366-wide screens; whoever folds it away keeps it so. */
export const KeepNavOpen = () => {
  const { hydrated, setNavOpen } = useNav()
  const opened = useRef(false)
  useEffect(() => {
    if (!hydrated || opened.current) return
    opened.current = true
    if (window.innerWidth >= WIDE_ENOUGH) setNavOpen(true)
  }, [hydrated, setNavOpen])
  return null
}
