import type { FontName } from '../../model/page.ts'
import { IN_WORD, NEVER, type Breaks } from '../../text/breaks.ts'
import { MARKS } from '../../text/marks.ts'
import type { Glyph } from '../glyphs.ts'
import type { Metrics } from '../metrics.ts'
import type { SetLine } from '../prepared.ts'
import { extentsOf, setLine, type Extents } from '../setting.ts'

/** Where lines may end, in order, by glyph. */
export type Places = {
  readonly at: readonly number[]
  /** Where a line from or to each really begins and ends: spaces (and silent pauses) fall away there. */
  readonly heads: readonly number[]
  readonly tails: readonly number[]
}

/** A text ready to be broken on any grid: what is known of it is found once, whatever the number of grids. */
export type Prepared = {
  readonly glyphs: readonly Glyph[]
  /** What breaking before glyph `i` costs (src/text/breaks.ts), the accent phrase reckoned in. */
  readonly costs: readonly number[]
  /** `clauses[i]`: places before `i` where the voice breaks by itself. */
  readonly clauses: readonly number[]
  /** The same, but all 0 for a text of one breath. */
  readonly pauses: readonly number[]
  /** `solids[i]`, `reads[i]`: characters before `i` that are no marks, and those that are no spaces. */
  readonly solids: readonly number[]
  readonly reads: readonly number[]
  /** Places where a line at most `capacity` thousandths of an em wide may end, both ends of the text included. */
  readonly places: (capacity: number) => Places
  /** Edges of lines in a font; ask for lines from one of `heads` to one of `tails`. */
  readonly extents: (font: FontName) => Extents
  /** `[from, to)` as one line, trimmed so. */
  readonly line: (from: number, to: number, font: FontName) => SetLine
}

/**
 * How a text is spoken: silent at line ends (commas and full stops dropped, as headlines and strips do), or in one breath
 * (a line may run on over a comma).
 */
export type Manner = { readonly silent?: boolean; readonly oneBreath?: boolean }

const ACCENT_EDGE = 0.7
const ACCENT_CUT = 1.5
const HANZI = 1000
/** What a mark takes at the end of a line; dashes and dots are as wide as hanzi. */
const HALF = 500
const DASHES = '—…'

const costsOf = (glyphs: readonly Glyph[], { costs }: Breaks): readonly number[] =>
  glyphs.map((glyph, i) => {
    const cost = costs[i] ?? NEVER
    const before = glyphs[i - 1]
    if (!before || cost >= IN_WORD) return cost
    // Together as long as the words need not be much smaller for it (PAGE-4).
    if (before.accent && glyph.accent) return cost === 0 ? ACCENT_EDGE : cost + ACCENT_CUT
    return before.accent === glyph.accent ? cost : Math.min(cost, ACCENT_EDGE)
  })

const counted = <T>(all: readonly T[], is: (one: T) => boolean): readonly number[] => {
  let sum = 0
  return [0, ...all.map((one) => (is(one) ? ++sum : sum))]
}

/** A word with the marks that no line parts it from. */
const widthWithMarks = (
  glyphs: readonly Glyph[],
  costs: readonly number[],
  from: number,
  to: number,
): number => {
  let [first, last] = [from, to]
  while (first > 0 && costs[first] === NEVER) first--
  while (last < costs.length && costs[last] === NEVER) last++
  return glyphs
    .slice(first, last)
    .reduce(
      (sum, { character }) => sum + (MARKS.isSolid(character) || DASHES.includes(character) ? HANZI : HALF),
      0,
    )
}

/** Words wider than the line may be cut, others never (TXT-2). */
const placesOf = (
  glyphs: readonly Glyph[],
  costs: readonly number[],
  breaks: Breaks,
  { starts, ends }: Trims,
): Prepared['places'] => {
  const end = costs.length
  const base = [0, ...costs.flatMap((cost, i) => (i > 0 && cost < IN_WORD ? [i] : [])), end]
  const words = breaks.words.map(([from, to]) => ({
    from,
    to,
    width: widthWithMarks(glyphs, costs, from, to),
  }))
  const widest = Math.max(0, ...words.map(({ width }) => width))
  const known = new Map<number, Places>()
  const trimmed = (at: readonly number[]): Places => ({
    at,
    heads: at.map((place) => starts[place] ?? place),
    tails: at.map((place) => ends[place] ?? place),
  })
  const usual = trimmed(base)
  return (capacity) => {
    if (widest <= capacity) return usual
    const most = Math.floor(capacity / HALF)
    const found = known.get(most)
    if (found) return found
    const inside = words
      .filter(({ width }) => width > most * HALF)
      .flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, k) => from + 1 + k))
      .filter((i) => (breaks.costs[i] ?? NEVER) <= IN_WORD)
    const all = trimmed([...new Set([...base, ...inside])].toSorted((a, b) => a - b))
    known.set(most, all)
    return all
  }
}

type Trims = { readonly starts: readonly number[]; readonly ends: readonly number[] }

/** Where a line that begins at `i` has its first glyph, and one that ends before `i` its last. */
const trimsOf = (glyphs: readonly Glyph[], silent: boolean): Trims => {
  const isDropped = (i: number): boolean => {
    const character = glyphs[i]?.character ?? ''
    return character === ' ' || (silent && MARKS.isSilentPause(character))
  }
  const starts: number[] = []
  starts[glyphs.length] = glyphs.length
  for (let i = glyphs.length - 1; i >= 0; i--)
    starts[i] = glyphs[i]?.character === ' ' ? (starts[i + 1] ?? i) : i
  const ends = [0]
  for (let i = 1; i <= glyphs.length; i++) ends[i] = isDropped(i - 1) ? (ends[i - 1] ?? 0) : i
  return { starts, ends }
}

/** What is known of a text whatever its accent and however it is spoken. */
export type Raw = {
  readonly breaks: Breaks
  readonly extents: Prepared['extents']
  readonly solids: readonly number[]
  readonly reads: readonly number[]
}

export const rawOf = (glyphs: readonly Glyph[], breaks: Breaks, metrics: Metrics): Raw => {
  const known: Partial<Record<FontName, Extents>> = {}
  return {
    breaks,
    extents: (font) => (known[font] ??= extentsOf(glyphs, metrics[font], font === 'pixel', MARKS)),
    solids: counted(glyphs, ({ character }) => MARKS.isSolid(character)),
    reads: counted(glyphs, ({ character }) => character !== ' '),
  }
}

export const prepare = (
  glyphs: readonly Glyph[],
  { breaks, extents, solids, reads }: Raw,
  metrics: Metrics,
  manner: Manner,
): Prepared => {
  const costs = costsOf(glyphs, breaks)
  const clauses = counted(costs, (cost) => cost === 0)
  const trims = trimsOf(glyphs, manner.silent ?? false)
  const { starts, ends } = trims
  const lines: Record<FontName, Map<number, SetLine>> = { sans: new Map(), pixel: new Map() }
  return {
    glyphs,
    costs,
    clauses,
    pauses: manner.oneBreath ? clauses.map(() => 0) : clauses,
    solids,
    reads,
    places: placesOf(glyphs, costs, breaks, trims),
    extents,
    line: (from, to, font) => {
      const key = from * (glyphs.length + 1) + to
      const found = lines[font].get(key)
      if (found) return found
      const cut = glyphs.slice(starts[from] ?? from, Math.max(starts[from] ?? from, ends[to] ?? to))
      const made = { glyphs: cut, setting: setLine(cut, metrics[font], font === 'pixel', MARKS) }
      lines[font].set(key, made)
      return made
    },
  }
}
