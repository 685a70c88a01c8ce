'use client'

import { useEffect, useRef } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { paint } from '../../../src/paint/index.ts'
import { fontFamily, loadFonts } from './fonts.ts'
import { loadPictures } from './pictures.ts'

/** Wide enough for a screen of twice the dots; higher than that no frame of the strip is shown. */
const FRAME_WIDTH = 240

const scratch = (): HTMLCanvasElement => document.createElement('canvas')

/** Painted whole by the screen's painter, then the finished picture made small. */
const drawSmall = async (canvas: HTMLCanvasElement, page: Page, gone: () => boolean): Promise<void> => {
  const [pictures] = await Promise.all([loadPictures([page]), loadFonts()])
  if (gone()) return
  const whole = scratch()
  whole.width = page.width
  whole.height = page.height
  const [from, to] = [whole.getContext('2d'), canvas.getContext('2d')]
  if (!from || !to) return
  paint(from, page, { fontFamily, image: (asset) => pictures.get(asset) })
  to.imageSmoothingQuality = 'high'
  to.drawImage(whole, 0, 0, canvas.width, canvas.height)
}

/** One page as a thumbnail. It says nothing by itself: whoever shows it names the page. */
export const SmallPage = ({ page }: { readonly page: Page }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let gone = false
    if (canvas.current) drawSmall(canvas.current, page, () => gone).catch(() => undefined)
    return () => {
      gone = true
    }
  }, [page])
  const width = Math.min(FRAME_WIDTH, page.width)
  return (
    <canvas
      ref={canvas}
      width={width}
      height={Math.max(1, Math.round((width * page.height) / page.width))}
      aria-hidden="true"
    />
  )
}
