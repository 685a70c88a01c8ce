import type { Page } from '../../../src/model/page.ts'
import { panelWords } from '../../../src/lexicon/screens.ts'
import type { Ink, ScreenColour } from '../../../src/model/screen.ts'
import { inSentence } from '../../../src/lexicon/words.ts'
import type { DeskLanguage } from '../../web/language.ts'

/** What `gridKey` says of a grid, read back; undefined for a key of another shape. */
export type Grid = {
  readonly width: number
  readonly height: number
  readonly colour: ScreenColour
  /** Of a panel of one colour. */
  readonly ink: Ink | undefined
  readonly pitchMm: number
}

const KEY = /^(\d+)x(\d+)-(full|dual|mono)(?:-(red|amber|green|white))?-p([\d.]+)-d/

export const parseGridKey = (key: string): Grid | undefined => {
  const found = KEY.exec(key)
  if (!found) return undefined
  const [, width, height, colour, ink, pitch] = found
  return {
    width: Number(width),
    height: Number(height),
    colour: colour as ScreenColour,
    ink: ink as Ink | undefined,
    pitchMm: Number(pitch),
  }
}

/** `1280×720 全彩 P4`. */
export const gridWords = (
  { width, height, colour, ink = 'red', pitchMm }: Grid,
  language: DeskLanguage,
): string => `${width}×${height} ${inSentence(panelWords({ colour, ink }), language)} P${pitchMm}`

/**
 * Millimetres of character height an old reader needs for each metre of distance
 * (docs/facts.md#characters-and-distance).
 */
const MM_PER_METRE = 12

/** Height in panel pixels of the smallest writing a page asks its reader to read; 0 without any. */
const readingSize = (page: Page): number => {
  const sizes = page.ops.flatMap((op) => (op.op === 'text' && op.quiet !== true ? [op.size] : []))
  return sizes.length === 0 ? 0 : Math.min(...sizes)
}

/** `第 1 页，共 4 页 · 字高 448 毫米，30 米外看得清 · 停 15 秒`. */
export const captionOf = (
  page: Page,
  at: number,
  of: number,
  pitchMm: number,
  language: DeskLanguage,
): string => {
  const mm = Math.round(readingSize(page) * pitchMm)
  const metres = Math.floor(mm / MM_PER_METRE)
  const seconds = Math.round(page.dwellMs / 1000)
  if (language === 'en') {
    const height = mm === 0 ? '' : ` · characters ${mm} mm high, read from ${metres} m`
    return `Page ${at + 1} of ${of}${height} · stays ${seconds} s`
  }
  const height = mm === 0 ? '' : ` · 字高 ${mm} 毫米，${metres} 米外看得清`
  return `第 ${at + 1} 页，共 ${of} 页${height} · 停 ${seconds} 秒`
}
