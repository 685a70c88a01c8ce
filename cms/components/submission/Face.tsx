'use client'

import { useEffect, useRef } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { paint } from '../../../src/paint/index.ts'
import { fontFamily, loadFonts } from './fonts.ts'
import { loadPictures } from './pictures.ts'

/** Pixels of the picture for one of the page's style: sharp on a phone too. */
const SHARP = 2
const [WIDTH, HEIGHT] = [122, 69]

/** As large as fits, keeping the page's form. */
const fitted = ({ width, height }: Page) => {
  const scale = Math.min((WIDTH * SHARP) / width, (HEIGHT * SHARP) / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const drawOn = async (canvas: HTMLCanvasElement, page: Page, gone: () => boolean): Promise<void> => {
  const [pictures] = await Promise.all([loadPictures([page]), loadFonts()])
  if (gone()) return
  const whole = document.createElement('canvas')
  Object.assign(whole, { width: page.width, height: page.height })
  const [large, small] = [whole.getContext('2d'), canvas.getContext('2d')]
  if (!large || !small) return
  paint(large, page, { fontFamily, image: (asset) => pictures.get(asset) })
  small.imageSmoothingQuality = 'high'
  small.drawImage(whole, 0, 0, canvas.width, canvas.height)
}

/** Page 1 of a content, painted by the player's own painter and shrunk; beside its title, so it says nothing itself. */
export const Face = ({ page }: { readonly page: Page | null }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let gone = false
    // Where a picture did not come the place stays black; the page of the content says so.
    if (canvas.current && page) drawOn(canvas.current, page, () => gone).catch(() => undefined)
    return () => {
      gone = true
    }
  }, [page])
  return (
    <span className={page ? 'ss-face' : 'ss-face ss-face--none'} aria-hidden="true">
      {page && <canvas ref={canvas} {...fitted(page)} />}
    </span>
  )
}
