import type { Page } from '../../../src/model/page.ts'
import type { Look, Said } from './looks.ts'

/** A stretch of words that stayed, went or came. */
export type Segment = { readonly text: string; readonly is: 'same' | 'gone' | 'new' }

/** What became of one look since the last edition; nothing where neither words nor pictures differ. */
export type Change =
  | { readonly is: 'new' }
  | { readonly is: 'words'; readonly segments: readonly Segment[]; readonly before: number }
  | { readonly is: 'picture'; readonly before: number }

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

const tokensOf = (text: string): readonly string[] =>
  Array.from(WORDS.segment(text), ({ segment }) => segment)

/** Length of the longest common run of what follows each pair of places. */
const table = (a: readonly string[], b: readonly string[]): readonly (readonly number[])[] => {
  const rows = Array.from({ length: a.length + 1 }, () =>
    Array.from<number>({ length: b.length + 1 }).fill(0),
  )
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = rows[i]
      if (!row) continue
      const [down, right, on] = [rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0, rows[i + 1]?.[j + 1] ?? 0]
      row[j] = a[i] === b[j] ? on + 1 : Math.max(down, right)
    }
  return rows
}

type Step = readonly [from: number | null, to: number | null]

/** The shortest way from one list to the other: what stays has both places, what goes the first, what comes the second. */
const way = (a: readonly string[], b: readonly string[]): readonly Step[] => {
  const lengths = table(a, b)
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) steps.push([i++, j++])
    else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)))
      steps.push([i++, null])
    else steps.push([null, j++])
  }
  return steps
}

/** The words side by side: neighbours of one sort are one stretch. */
export const segmentsOf = (before: string, after: string): readonly Segment[] => {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  const all: Segment[] = []
  for (const [from, to] of way(a, b)) {
    const is = from === null ? 'new' : to === null ? 'gone' : 'same'
    const text = (from === null ? b[to ?? 0] : a[from]) ?? ''
    const last = all.at(-1)
    if (last?.is === is) all[all.length - 1] = { is, text: last.text + text }
    else all.push({ is, text })
  }
  return all
}

/** One line a voice. */
export const lineOf = (words: readonly Said[]): string =>
  words.map(({ text, by }) => (by ? `${by.zh}：${text}` : text)).join('\n')

/** Of the looks of now, the look of the last edition each came from; what was rewritten is paired in its order. */
export const originsOf = (
  before: readonly string[],
  after: readonly string[],
): readonly (number | null)[] => {
  const origins = after.map((): number | null => null)
  let gone: number[] = []
  let come: number[] = []
  const pair = (): void => {
    come.forEach((to, n) => (origins[to] = gone[n] ?? null))
    gone = []
    come = []
  }
  for (const [from, to] of way(before, after)) {
    if (from !== null && to !== null) {
      pair()
      origins[to] = from
    } else if (from !== null) gone.push(from)
    else if (to !== null) come.push(to)
  }
  pair()
  return origins
}

export type Edition = {
  readonly looks: readonly Look[]
  /** Hashes of the content's own pictures. */
  readonly pictures: readonly string[]
  readonly grids: readonly { readonly key: string; readonly pages: readonly Page[] }[]
}

const hasPicture = ({ pages }: Look, grids: Edition['grids']): boolean =>
  pages.some((numbers, grid) =>
    numbers.some((n) => grids[grid]?.pages[n]?.ops.some(({ op }) => op === 'image') === true),
  )

/** What became of each look. Marks that every page has (number, progress) are no change of it. */
export const changesSince = (last: Edition, now: Edition): readonly (Change | undefined)[] => {
  const before = last.looks.map(({ words }) => lineOf(words))
  const after = now.looks.map(({ words }) => lineOf(words))
  const arePicturesNew = last.pictures.join(' ') !== now.pictures.join(' ')
  return originsOf(before, after).map((from, at): Change | undefined => {
    const [look, origin] = [now.looks[at], from === null ? undefined : last.looks[from]]
    if (from === null || !look || !origin) return { is: 'new' }
    if (before[from] !== after[at])
      return { is: 'words', segments: segmentsOf(before[from] ?? '', after[at] ?? ''), before: from }
    const isShown = hasPicture(look, now.grids) || hasPicture(origin, last.grids)
    return arePicturesNew && isShown ? { is: 'picture', before: from } : undefined
  })
}
