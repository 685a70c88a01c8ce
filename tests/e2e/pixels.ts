/** Reads what a display really shows: its screenshot against the page as people approved it. */
import type { Page as BrowserPage } from 'playwright-core'
import sharp from 'sharp'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { loadImage, type Image } from '@napi-rs/canvas'
import { painted } from '../looks/canvas.ts'

export type Pixels = { readonly data: Buffer; readonly width: number; readonly height: number }

export const pixelsOf = async (png: Uint8Array, width: number, height: number): Promise<Pixels> => {
  const data = await sharp(png).extract({ left: 0, top: 0, width, height }).removeAlpha().raw().toBuffer()
  return { data, width, height }
}

export const seen = async (display: BrowserPage, width: number, height: number): Promise<Pixels> =>
  pixelsOf(await display.screenshot(), width, height)

/** Share of pixels that differ by half the scale in any channel: hinting moves edges of glyphs, never whole strokes. */
export const difference = (a: Pixels, b: Pixels): number => {
  let differing = 0
  for (let at = 0; at < a.data.length; at += 3) {
    const off = [0, 1, 2].some((i) => Math.abs((a.data[at + i] ?? 0) - (b.data[at + i] ?? 0)) > 128)
    if (off) differing += 1
  }
  return differing / (a.width * a.height)
}

/** Share of pixels that are lit at all: 0 means black. */
export const lit = ({ data, width, height }: Pixels): number => {
  let count = 0
  for (let at = 0; at < data.length; at += 3)
    if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 96) count += 1
  return count / (width * height)
}

const assetsOf = (page: Page): readonly Sha256[] =>
  page.ops.flatMap((op) => (op.op === 'image' ? [op.asset] : []))

/** The page drawn on the server by the same painter; its pictures come from the server as screens get them. */
export const expected = async (page: Page, origin: string): Promise<Pixels> => {
  const pictures = new Map<Sha256, Image>()
  for (const asset of assetsOf(page)) {
    const answer = await fetch(`${origin}/screens/assets/${asset}`)
    pictures.set(asset, await loadImage(Buffer.from(await answer.arrayBuffer())))
  }
  const png = painted(page, (asset) => pictures.get(asset)).toBuffer('image/png')
  return pixelsOf(png, page.width, page.height)
}

/** Below this two pictures are the same page; other pages differ by several times as much. */
export const SAME_PAGE = 0.015

/** Looks until the display shows `page`, and says how long that took; throws with the nearest it came. */
export const untilShown = async (display: BrowserPage, page: Pixels, withinMs: number): Promise<number> => {
  const from = performance.now()
  let nearest = 1
  while (performance.now() - from < withinMs) {
    nearest = Math.min(nearest, difference(await seen(display, page.width, page.height), page))
    if (nearest < SAME_PAGE) return performance.now() - from
  }
  throw new Error(`the display never showed it: ${(nearest * 100).toFixed(2)} % of the pixels differ at best`)
}

/** Looks until none of `pages` is on the display. */
export const untilGone = async (
  display: BrowserPage,
  pages: readonly Pixels[],
  withinMs: number,
): Promise<number> => {
  const from = performance.now()
  while (performance.now() - from < withinMs) {
    const [first] = pages
    if (!first) return 0
    const now = await seen(display, first.width, first.height)
    if (pages.every((page) => difference(now, page) >= SAME_PAGE)) return performance.now() - from
  }
  throw new Error('the display still shows it')
}
