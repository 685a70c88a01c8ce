import type { Page } from '../model/page.ts'
import type { ScreenProfile } from '../model/screen.ts'
import { charactersToRead } from './draft.ts'
import { AIM_MM_PER_M } from './legibility.ts'

/** What a person wants to know under a preview: 字高 … 毫米，… 米外看得清，停 … 秒. */
export type PageDescription = {
  /** Characters to read, label and hotline foot not counted. */
  readonly characters: number
  /** Height of the smallest words of the message. */
  readonly glyphMm: number
  /** Old eyes read it from there (12 mm a metre). */
  readonly readableFromM: number
  readonly dwellMs: number
}

const tenth = (n: number): number => Math.round(n * 10) / 10

export const describePage = (page: Page, profile: ScreenProfile): PageDescription => {
  const sizes = page.ops.flatMap((op) => (op.op === 'text' && !op.quiet ? [op.size] : []))
  const glyphMm = sizes.length > 0 ? Math.min(...sizes) * profile.pitchMm : 0
  return {
    characters: charactersToRead(page),
    glyphMm: Math.round(glyphMm),
    readableFromM: tenth(glyphMm / AIM_MM_PER_M),
    dwellMs: page.dwellMs,
  }
}
