'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import { fitScale } from './frame-state.ts'

export type Fit = {
  readonly room: RefObject<HTMLDivElement | null>
  /** CSS pixels per panel pixel; 0 until measured. */
  readonly scale: number
}

export const useFit = (panel: { readonly width: number }): Fit => {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0)
  useEffect(() => {
    const element = room.current
    if (!element) return undefined
    const measure = () => setScale(fitScale(panel.width, element.clientWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [panel.width])
  return { room, scale }
}
