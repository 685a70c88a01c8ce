import { BAD, NEVER } from './breaks.ts'
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

export const wholeOf = (text: Prepared): Piece => ({ text, from: 0, to: text.glyphs.length })

export const pressed = (pieces: readonly Piece[], press: Press): Block | undefined =>
  pieces.reduce((n, p) => n + readCount(p.text.glyphs.slice(p.from, p.to)), 0) <= MOST_CHARACTERS
    ? fit(pieces, press.box, press.sizes, press.metrics, press.most)
    : undefined

/** Cuts a text into as few pages as read well, at phrase ends, of like length, never one character alone (PAGE-4). */
export const splitPages = (text: Prepared, press: Press): readonly Piece[] | undefined => {
  const end = text.glyphs.length
  const known = new Map<number, number>()
  const bad = (from: number, to: number): number => {
    const key = from * (end + 1) + to
    const found = known.get(key)
    if (found !== undefined) return found
    const block = pressed([{ text, from, to }], press)
    const made = block ? block.bad : NEVER
    known.set(key, made)
    return made
  }
  let best: { ends: readonly number[]; cost: number } | undefined
  let first = 0
  for (let count = 1; count <= end && (!first || count < first + TRIED); count++) {
    const target = end / count
    const found = partition(0, end, count, (from, to) => {
      const breaking = from === 0 ? 0 : (text.costs[from] ?? NEVER)
      if (breaking === NEVER) return NEVER
      const cut = bad(from, to)
      if (cut === NEVER) return NEVER
      const ragged = (to - from - target) / target
      const alone = count > 1 && solidCount(text.glyphs.slice(from, to)) < 2 ? ALONE : 0
      return breaking * (breaking < BAD ? 1.5 : 1) + cut + RAGGED * ragged * ragged + alone
    })
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
