import type { Block } from '../fit.ts'
import { IN_WORD, NEVER } from '../../text/breaks.ts'
import { AFTER_HEAD } from '../../text/phrases.ts'
import { canStand, fit, type Piece, type Press } from './fit.ts'
import type { Prepared } from './prepared.ts'

const RAGGED = 1.2
/** One more page costs this; pausing in the middle of a phrase costs less. */
const EXTRA_PAGE = 2
/** A break between pages is felt more than one between lines. */
const BETWEEN_PAGES = 1.5
/** A page that holds the end of one clause and the head of another: each torn edge of it costs this. */
const TORN = 2
const TRIED = 3
/** A stretch of this many more places that cannot stand will not with more. */
const COARSE = 4

export const wholeOf = (text: Prepared): Piece => ({ text, from: 0, to: text.glyphs.length })

type Cell = { readonly cost: number; readonly before: number }

/** Cuts a text into as few pages as read well, at phrase ends, of like length, never one character alone (PAGE-4). */
export const splitPages = (text: Prepared, press: Press): readonly Piece[] | undefined =>
  splitAt(text, press, AFTER_HEAD) ?? splitAt(text, press, IN_WORD)

const splitAt = (text: Prepared, press: Press, dearest: number): readonly Piece[] | undefined => {
  const end = text.glyphs.length
  const places = text
    .places(press.capacity)
    .at.filter((place) => place === 0 || place === end || (text.costs[place] ?? NEVER) <= dearest)
  const stands = new Map<number, boolean>()
  const canBe = (from: number, to: number): boolean => {
    const key = from * places.length + to
    const known = stands.get(key)
    if (known !== undefined) return known
    const [start, stop] = [places[from] ?? 0, places[to] ?? 0]
    const solid = (text.solids[stop] ?? 0) - (text.solids[start] ?? 0)
    const mayBe = solid > 1 || places.length === 2 || dearest === IN_WORD
    const can = mayBe && canStand({ text, from: start, to: stop }, press)
    stands.set(key, can)
    return can
  }
  let best: { readonly ends: readonly number[]; readonly cost: number } | undefined
  let fewest = 0
  for (let count = 1; count < places.length && (!fewest || count < fewest + TRIED); count++) {
    const found = inPages(text, places, count, canBe)
    if (!found) continue
    fewest ||= count
    const cost = found.cost + EXTRA_PAGE * (count - fewest)
    if (!best || cost < best.cost) best = { ends: found.ends, cost }
  }
  return best?.ends.map((to, i) => ({ text, from: best?.ends[i - 1] ?? 0, to }))
}

/** One character alone on a page: only where nothing else can be (PAGE-3). */
const ALONE = 300
const aloneIn = (text: Prepared, places: readonly number[], from: number, to: number): number =>
  (text.solids[places[to] ?? 0] ?? 0) - (text.solids[places[from] ?? 0] ?? 0) < 2 ? ALONE : 0

const tornIn = (
  { clauses, costs }: Prepared,
  places: readonly number[],
  from: number,
  to: number,
): number => {
  const [start, end] = [places[from] ?? 0, places[to] ?? 0]
  if ((clauses[end] ?? 0) <= (clauses[start + 1] ?? 0)) return 0
  const edges = [from > 0 && (costs[start] ?? 0) > 0, to < places.length - 1 && (costs[end] ?? 0) > 0]
  return TORN * edges.filter(Boolean).length
}

const inPages = (
  text: Prepared,
  places: readonly number[],
  count: number,
  canBe: (from: number, to: number) => boolean,
): { readonly ends: readonly number[]; readonly cost: number } | undefined => {
  const last = places.length - 1
  const even = text.glyphs.length / count
  const rows: (Cell | undefined)[][] = [[{ cost: 0, before: 0 }]]
  for (let n = 1; n <= count; n++) {
    const row: (Cell | undefined)[] = []
    for (let to = n === count ? last : n; to <= last; to++) {
      let best: Cell | undefined
      let refused = 0
      for (let from = to - 1; from >= n - 1 && refused < COARSE; from--) {
        if (!canBe(from, to)) {
          refused++
          continue
        }
        const cell = rows[n - 1]?.[from]
        if (!cell) continue
        const ragged = ((places[to] ?? 0) - (places[from] ?? 0)) / even - 1
        const breaking = from === 0 ? 0 : (text.costs[places[from] ?? 0] ?? 0)
        const cost =
          cell.cost +
          breaking * BETWEEN_PAGES +
          RAGGED * ragged * ragged +
          aloneIn(text, places, from, to) +
          tornIn(text, places, from, to)
        if (!best || cost < best.cost) best = { cost, before: from }
      }
      row[to] = best
    }
    rows.push(row)
  }
  const final = rows[count]?.[last]
  if (!final) return undefined
  const ends: number[] = []
  let at = last
  for (let n = count; n > 0; n--) {
    ends.unshift(places[at] ?? 0)
    at = rows[n]?.[at]?.before ?? 0
  }
  return { ends, cost: final.cost }
}

/** A text on as many pages as it needs, each as large as it can be; undefined when some part of it fits on none. */
export const onPages = (text: Prepared, press: Press): readonly Block[] | undefined => {
  const whole = fit(wholeOf(text), press)
  if (whole && whole.bad === 0) return [whole]
  const blocks = splitPages(text, press)?.map((piece) => fit(piece, press))
  if (blocks?.every((block) => block !== undefined)) return blocks
  return whole && [whole]
}
