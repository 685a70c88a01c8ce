/** Reads what a display really shows: its screenshot against the page as people approved it. */
import type { Page as BrowserPage } from 'playwright-core'
import sharp from 'sharp'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { drawOnServer } from '../looks/draw.ts'

export type Pixels = { readonly data: Buffer; readonly width: number; readonly height: number }

export const pixelsOf = async (png: Uint8Array, width: number, height: number): Promise<Pixels> => {
  const data = await sharp(png).extract({ left: 0, top: 0, width, height }).removeAlpha().raw().toBuffer()
  return { data, width, height }
}

export const seen = async (display: BrowserPage, width: number, height: number): Promise<Pixels> =>
  pixelsOf(await display.screenshot(), width, height)

/** Share of pixels that differ by more than a shade in any channel. Edges of glyphs differ a little between builds. */
export const difference = (a: Pixels, b: Pixels): number => {
  let differing = 0
  for (let at = 0; at < a.data.length; at += 3) {
    const off = [0, 1, 2].some((i) => Math.abs((a.data[at + i] ?? 0) - (b.data[at + i] ?? 0)) > 48)
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

/** The page drawn on the server by the same painter. `asset` gives the bytes of its pictures. */
export const expected = async (page: Page, asset: (sha: Sha256) => Promise<Uint8Array>): Promise<Pixels> =>
  pixelsOf(await drawOnServer(page, asset), page.width, page.height)

/** Below this two pictures are the same page; other pages differ by several times as much. */
export const SAME_PAGE = 0.01
