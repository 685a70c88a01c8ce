import type { Text } from '../../../src/content/index.ts'
import type { HotlineWords } from '../../../src/model/content.ts'
import type { Page } from '../../../src/model/page.ts'

/** Where words of a content stand: a field of its form, and which of a list. */
export type Place = { readonly field: string; readonly item?: number }

/** What somebody says at one place of a content. */
export type Said = Pick<Text, 'text' | 'by'>

/** One beat of a content as it is shown on every grid at once. */
export type Look = {
  readonly places: readonly Place[]
  readonly words: readonly Said[]
  /** For each grid the pages that show this beat, by their number from 0; none where the grid has no page of it. */
  readonly pages: readonly (readonly number[])[]
}

/** Letters and digits alone: layouts break lines, drop pauses and put marks between them. */
const solid = (text: string): string =>
  Array.from(text)
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('')

/** What there is to read on a page, without its furniture. */
export const wordsOn = (page: Page): string =>
  solid(page.ops.flatMap((op) => (op.op === 'text' && op.quiet !== true ? [op.text] : [])).join(''))

type Beat = { readonly places: readonly Place[]; readonly words: readonly Said[] }

const samePlace = (a: Place, b: Place): boolean => a.field === b.field && a.item === b.item

/** Texts of one place of a list are one beat: what he says, and what you do. */
export const beatsOf = (texts: readonly Text[]): readonly Beat[] => {
  const beats: { places: readonly Place[]; words: Said[] }[] = []
  for (const { field, item, text, by } of texts) {
    const place: Place = { field, ...(item !== undefined && { item }) }
    const said: Said = { text, ...(by && { by }) }
    const last = beats.at(-1)
    if (last?.places[0] && samePlace(last.places[0], place)) last.words.push(said)
    else beats.push({ places: [place], words: [said] })
  }
  return beats.filter(({ words }) => words.some(({ text }) => solid(text) !== ''))
}

/** All words in a row, and for each of their characters whose beat it is. */
type Stream = { readonly text: string; readonly beatAt: readonly number[] }

const streamOf = (beats: readonly Beat[], hotline: HotlineWords | null, isNamed: boolean): Stream => {
  const parts = beats.map(({ words }) =>
    words.map(({ text, by }) => solid(isNamed && by ? `${by.zh}${text}` : text)).join(''),
  )
  // Only panels without room for it on every page have a page of it; it stands with what is said last.
  const all = [...parts, hotline ? solid(`${hotline.prompt}${hotline.number}`) : '']
  const last = beats.length - 1
  return {
    text: all.join(''),
    beatAt: all.flatMap((part, i) => Array.from<number>({ length: part.length }).fill(Math.min(i, last))),
  }
}

type Placed = { readonly beats: readonly (readonly number[])[]; readonly lost: number }

/** The beats of each page of one grid: pages are stretches of the words, one after the other. */
const placed = (pages: readonly Page[], { text, beatAt }: Stream): Placed => {
  let at = 0
  let lost = 0
  const beats = pages.map((page) => {
    const words = wordsOn(page)
    const found = words === '' ? -1 : text.startsWith(words, at) ? at : text.indexOf(words, at)
    if (found < 0) {
      lost += 1
      return [beatAt[Math.max(0, at - 1)] ?? 0]
    }
    at = found + words.length
    return [...new Set(beatAt.slice(found, at))]
  })
  return { beats, lost }
}

const best = (pages: readonly Page[], streams: readonly Stream[]): Placed['beats'] =>
  streams.map((stream) => placed(pages, stream)).toSorted((a, b) => a.lost - b.lost)[0]?.beats ?? []

const same = (a: Look['pages'], b: Look['pages']): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Beats that share all their pages are one look, and a beat that no grid shows alone stands with the one before. */
const joined = (looks: readonly Look[]): readonly Look[] => {
  const all: Look[] = []
  for (const look of looks) {
    const before = all.at(-1)
    const isAlone = look.pages.some((pages) => pages.length > 0)
    if (before && (!isAlone || same(before.pages, look.pages)))
      all[all.length - 1] = {
        ...before,
        places: [...before.places, ...look.places],
        words: [...before.words, ...look.words],
      }
    else all.push(look)
  }
  return all
}

/** By number alone, where the words cannot be read. */
const byNumber = (grids: readonly (readonly Page[])[]): readonly Look[] =>
  Array.from({ length: Math.max(0, ...grids.map((pages) => pages.length)) }, (_, n) => ({
    places: [],
    words: [],
    pages: grids.map((pages) => (n < pages.length ? [n] : [])),
  }))

/**
 * The looks of a content in the order of its words: the n-th shows the same beat on every grid, however many pages each
 * grid needs for it. Every page stands in at least one.
 */
export const looksOf = (
  texts: readonly Text[],
  hotline: HotlineWords | null,
  grids: readonly (readonly Page[])[],
): readonly Look[] => {
  const beats = beatsOf(texts)
  if (beats.length === 0) return byNumber(grids)
  const streams = [streamOf(beats, hotline, false), streamOf(beats, hotline, true)]
  const byGrid = grids.map((pages) => best(pages, streams))
  return joined(
    beats.map((beat, n) => ({
      ...beat,
      pages: byGrid.map((pages) => pages.flatMap((shown, page) => (shown.includes(n) ? [page] : []))),
    })),
  )
}
