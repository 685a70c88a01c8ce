import { BAD, NEVER, UNSURE } from './breaks.ts'
import { MOST_CHARACTERS } from './dwell.ts'
import { fit, type Block, type Box, type Piece } from './fit.ts'
import type { Size } from './legibility.ts'
import type { Metrics } from './metrics.ts'
import { partition } from './partition.ts'
import { readCount, solidCount, type Prepared } from './prepared.ts'

/** How texts are put on pages: the room, the sizes (largest first), the lines at most. */
export type Press = {
  readonly box: Box
  readonly sizes: readonly Size[]
  readonly metrics: Metrics
  readonly most: number
}

const ALONE = 300
const RAGGED = 1.2
/** One more page costs this; cutting a word costs more, pausing in the middle of a phrase less. */
const EXTRA_PAGE = 2
const TRIED = 3
/** A stretch of more characters that does not fit will not fit with more. */
const COARSE = 8
/** Any break that is allowed at all. */
const NEVER_BUT = Number.MAX_VALUE

export const wholeOf = (text: Prepared): Piece => ({ text, from: 0, to: text.glyphs.length })

export const pressed = (pieces: readonly Piece[], press: Press): Block | undefined =>
  pieces.reduce((n, p) => n + readCount(p.text.glyphs.slice(p.from, p.to)), 0) <= MOST_CHARACTERS
    ? fit(pieces, press.box, press.sizes, press.metrics, press.most)
    : undefined

/** Cuts a text into as few pages as read well, at phrase ends, of like length, never one character alone (PAGE-4). */
export const splitPages = (text: Prepared, press: Press): readonly Piece[] | undefined =>
  splitAt(text, press, UNSURE) ?? splitAt(text, press, NEVER_BUT)

/** Enough sizes to know whether a stretch fits a page; the page itself is then set at the best of all. */
const thinned = (sizes: readonly Size[]): readonly Size[] =>
  sizes.filter((_, i) => i % 4 === 0 || i === sizes.length - 1)

const splitAt = (text: Prepared, press: Press, dearest: number): readonly Piece[] | undefined => {
  const end = text.glyphs.length
  const coarse = { ...press, sizes: thinned(press.sizes) }
  const known = new Map<number, number | undefined>()
  const setCost = (from: number, to: number): number | undefined => {
    const key = from * (end + 1) + to
    if (!known.has(key)) known.set(key, pressed([{ text, from, to }], coarse)?.bad)
    return known.get(key)
  }
  const partCost = (count: number) => (from: number, to: number) => {
    const breaking = from === 0 ? 0 : (text.costs[from] ?? NEVER)
    if (breaking > dearest || (to < end && (text.costs[to] ?? NEVER) > dearest)) return NEVER
    const isAlone = count > 1 && solidCount(text.glyphs.slice(from, to)) < 2
    if (isAlone && dearest === UNSURE) return NEVER
    const set = setCost(from, to)
    if (set === undefined) return to - from > COARSE ? undefined : NEVER
    const ragged = (to - from) / (end / count) - 1
    return breaking * (breaking < BAD ? 1.5 : 1) + set + RAGGED * ragged * ragged + (isAlone ? ALONE : 0)
  }
  let best: { ends: readonly number[]; cost: number } | undefined
  let first = 0
  for (let count = 1; count <= end && (!first || count < first + TRIED); count++) {
    const found = partition(0, end, count, partCost(count))
    if (!found) continue
    first ||= count
    const cost = found.cost + EXTRA_PAGE * (count - first)
    if (cost < (best?.cost ?? NEVER)) best = { ends: found.ends, cost }
  }
  return best?.ends.map((to, i) => ({ text, from: best?.ends[i - 1] ?? 0, to }))
}

/**
 * Pages for a list of page-fulls, all at one size: the largest at which each fits. A page-full that does not fit is
 * split. Undefined when something cannot be set at all.
 */
export const pages = (groups: readonly (readonly Piece[])[], press: Press): readonly Block[] | undefined => {
  const all: (readonly Piece[])[] = []
  for (const group of groups) {
    if (pressed(group, press)) {
      all.push(group)
      continue
    }
    for (const piece of group) {
      const parts = splitPages(piece.text, press)
      if (!parts) return undefined
      all.push(...parts.map((part) => [part]))
    }
  }
  const blocks = all.map((group) => pressed(group, press))
  const px = Math.min(...blocks.map((block) => block?.size.px ?? 0))
  const sizes = press.sizes.filter((size) => size.px <= px)
  const even = all.map((group, i) => pressed(group, { ...press, sizes }) ?? blocks[i])
  return even.every((block) => block !== undefined) ? even : undefined
}
