'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import { fitScale } from './frame-state.ts'

export type Fit = {
  readonly room: RefObject<HTMLDivElement | null>
  /** CSS pixels per panel pixel; 0 until measured. */
  readonly scale: number
  /** The player draws one panel pixel per device pixel, so its frame is that much smaller in CSS pixels. */
  readonly dpr: number
}

export const useFit = (panel: { readonly width: number }): Fit => {
  const room = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState({ scale: 0, dpr: 1 })
  useEffect(() => {
    const element = room.current
    if (!element) return undefined
    const measure = () =>
      setFit({ scale: fitScale(panel.width, element.clientWidth), dpr: window.devicePixelRatio || 1 })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [panel.width])
  return { room, ...fit }
}
