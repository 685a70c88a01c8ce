import type { FontName } from '../model/page.ts'
import { MARKS_1 } from '../text/marks.ts'
import { breakCosts } from './breaks.ts'
import type { Glyph } from './glyphs.ts'
import type { Metrics } from './metrics.ts'
import { setLine, type LineSetting } from './setting.ts'

const { isSilentPause, isSolid } = MARKS_1

export type SetLine = { readonly glyphs: readonly Glyph[]; readonly setting: LineSetting }

/** A text ready to be broken many times: break costs, and lines remembered by font and place. */
export type Prepared = {
  readonly glyphs: readonly Glyph[]
  readonly costs: readonly number[]
  /** `pauses[i]`: places before `i` where the voice breaks by itself; empty for a text of one breath. */
  readonly pauses: readonly number[]
  /** `[from, to)` as one line, without spaces (and silent pauses) at its ends. */
  readonly line: (from: number, to: number, font: FontName) => SetLine
}

/** How a text is spoken: silent at line ends (commas and full stops dropped, as headlines and strips do), or in one breath (a line may run on over a comma). */
export type Manner = { readonly silent?: boolean; readonly oneBreath?: boolean }

export const prepare = (glyphs: readonly Glyph[], metrics: Metrics, manner: Manner): Prepared => {
  const silent = manner.silent ?? false
  const known: Record<FontName, Map<number, SetLine>> = { sans: new Map(), pixel: new Map() }
  const costs = breakCosts(glyphs)
  return {
    glyphs,
    costs,
    pauses: manner.oneBreath ? [] : pausesOf(costs),
    line: (from, to, font) => {
      const key = from * (glyphs.length + 1) + to
      const found = known[font].get(key)
      if (found) return found
      const cut = trimmed(glyphs.slice(from, to), silent)
      const made = { glyphs: cut, setting: setLine(cut, metrics[font], font === 'pixel') }
      known[font].set(key, made)
      return made
    },
  }
}

const pausesOf = (costs: readonly number[]): readonly number[] => {
  let count = 0
  const before = costs.map((cost) => {
    const at = count
    if (cost === 0) count++
    return at
  })
  return [...before, count]
}

const trimmed = (glyphs: readonly Glyph[], silent: boolean): readonly Glyph[] => {
  let from = 0
  let to = glyphs.length
  while (from < to && glyphs[from]?.character === ' ') from++
  while (to > from && drops(glyphs[to - 1]?.character ?? '', silent)) to--
  return glyphs.slice(from, to)
}

const drops = (character: string, silent: boolean): boolean =>
  character === ' ' || (silent && isSilentPause(character))

export const solidCount = (glyphs: readonly Glyph[]): number =>
  glyphs.reduce((n, g) => n + (isSolid(g.character) ? 1 : 0), 0)

/** Characters to read: all but spaces. */
export const readCount = (glyphs: readonly Glyph[]): number =>
  glyphs.reduce((n, g) => n + (g.character === ' ' ? 0 : 1), 0)
