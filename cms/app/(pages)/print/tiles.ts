/** How many A4 sheets a large poster takes, for words and drawings; seams that go round a hotline may move a little. */
import type { Tiling } from '../../../../src/poster/sheet.ts'
import type { TemplateSize } from '../../../../src/poster/template.ts'
import { planTiles } from '../../../../src/poster/tiles.ts'
import { millimetres } from './offers.ts'
import type { PrintWords } from './words.ts'

export type Tiles = { readonly columns: number; readonly rows: number; readonly across: string }

type Tiled = Exclude<Tiling, 'none'>
type Size = Pick<TemplateSize, 'widthMm' | 'heightMm'>

/** Null for what cannot be cut over sheets at all. */
export const tilesOf = ({ widthMm, heightMm }: Size, tiling: Tiled): Tiles | null => {
  const plan = planTiles({ widthMm, heightMm }, tiling, [])
  if ('code' in plan) return null
  const { columns, rows, scale } = plan
  return { columns, rows, across: millimetres({ widthMm: widthMm * scale, heightMm: heightMm * scale }) }
}

export const tileWords = (size: Size, tiling: Tiled, words: PrintWords): string => {
  const tiles = tilesOf(size, tiling)
  return tiles
    ? `${words.sheets(tiles.columns * tiles.rows)}${words.comma}${words.across(tiles.across, tiling === 'fill')}`
    : words.tilingLead[tiling]
}
