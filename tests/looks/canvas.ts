import { createCanvas, GlobalFonts, type Canvas, type Image } from '@napi-rs/canvas'
import { fileURLToPath } from 'node:url'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { paint } from '../../src/paint/index.ts'

const FONTS = { sans: 'sans-base.ttf', pixel: 'pixel-base.otf' } as const
for (const [font, file] of Object.entries(FONTS))
  GlobalFonts.registerFromPath(
    fileURLToPath(new URL(`../../media/fonts/${file}`, import.meta.url)),
    `ss-${font}`,
  )

export type Pictures = (asset: Sha256) => Canvas | Image | undefined

/** Paints a page as the server would, with the shipped fonts. */
export const painted = (page: Page, pictures: Pictures = () => undefined): Canvas => {
  const canvas = createCanvas(page.width, page.height)
  paint(canvas.getContext('2d'), page, { fontFamily: (font) => `ss-${font}`, image: pictures })
  return canvas
}
