import { sheetCosts } from './breaks.ts'
import type { Dictionary } from '../text/dictionary.ts'

/**
 * The sums of `library/title.typ` and `library/phrases.typ`, so that what sets and what is told before setting agree
 * (PRT-26): a change there is one here, and the other way round.
 */
export type Letter = {
  readonly c: string
  /** In ems. */
  readonly w: number
  /** What breaking before it costs. */
  readonly b: number
}
export type Run = readonly Letter[]

const OPENERS = '“‘（《〈【「『〔〖'
const CLOSERS = '”’）》〉】」』〕〗)]}，。；：！？,;:!?、.…—·～~%‰℃°'
const HOLLOW = '”’）》〉】」』〕〗，。；：！？、'
const SILENT = '，；。、 　,;'
const BLANKS = ' 　'
const DIGITS = '0123456789'
const [NEVER, IN_WORD] = [1000, 500]

const widthOf = (c: string): number => {
  if (DIGITS.includes(c)) return 0.61
  if ((c.codePointAt(0) ?? 0) > 0x7f) return 1
  if ('%@MWmw'.includes(c)) return 0.99
  return '&DGHNOQU'.includes(c) ? 0.79 : 0.72
}

/** Letters of texts by one dictionary. */
export type Letters = (text: string) => Run

/** For one piece of work: a text that is asked of for each template is cut into its words once. */
export const lettersBy = (dictionary: Dictionary): Letters => {
  const known = new Map<string, Run>()
  const lettersOf = (text: string): Run => {
    const costs = sheetCosts(text, dictionary)
    return Array.from(text, (c, i) => ({ c, w: widthOf(c), b: costs[i] ?? NEVER }))
  }
  return (text) => {
    const run = known.get(text) ?? lettersOf(text)
    known.set(text, run)
    return run
  }
}

export const extent = (run: Run): number => {
  let sum = 0
  for (const { w } of run) sum += w
  return sum
}

const isMark = ({ c }: Letter): boolean => CLOSERS.includes(c) || BLANKS.includes(c) || OPENERS.includes(c)

/** Cut where the voice breaks; marks alone are no stretch. */
export const stretches = (all: Run): readonly Run[] => {
  const out: Letter[][] = []
  let now: Letter[] = []
  let isSolid = false
  for (const letter of all) {
    if (letter.b === 0 && isSolid) {
      out.push(now)
      now = []
      isSolid = false
    }
    now.push(letter)
    isSolid ||= !isMark(letter)
  }
  const last = out.at(-1)
  if (isSolid || !last) out.push(now)
  else last.push(...now)
  return out
}

/** Without the marks that the ends of its line say already. */
const bare = (run: Run): Run => {
  let [from, end] = [0, run.length]
  const at = (i: number): string => run[i]?.c ?? ''
  while (from < end && SILENT.includes(at(from))) from++
  while (end > from && (CLOSERS.includes(at(end - 1)) || SILENT.includes(at(end - 1)))) end--
  return [...run.slice(from, end), ...run.slice(end).filter(({ c }) => !SILENT.includes(c))]
}

/** Those of a headline; one of marks alone keeps them. */
export const clausesOf = (all: Run): readonly Run[] => {
  const spoken = stretches(all)
    .map(bare)
    .filter((run) => run.length > 0)
  return spoken.length === 0 ? [all] : spoken
}

const harm = (run: Run, i: number): number => {
  const cost = run[i]?.b ?? NEVER
  if (cost >= IN_WORD) return cost
  return cost / 5 + (i === 1 || i === run.length - 1 ? 12 : 0)
}

const bestCut = (run: Run, parts: number): number | null => {
  const goal = run.length / parts
  const tries = [
    [Math.max(2, goal / 2), IN_WORD],
    [run.length, IN_WORD],
    [run.length, NEVER],
  ] as const
  for (const [reach, limit] of tries) {
    let best: { readonly cost: number; readonly i: number } | null = null
    for (let i = 1; i < run.length - parts + 2; i++) {
      const far = Math.abs(i - goal)
      if (far > reach) continue
      const bad = harm(run, i)
      if (bad < limit && (!best || far + bad < best.cost)) best = { cost: far + bad, i }
    }
    if (best) return best.i
  }
  return null
}

export const divided = (run: Run, parts: number): readonly Run[] => {
  if (parts <= 1 || run.length < 2 * parts) return [run]
  const cut = bestCut(run, parts)
  return cut === null ? [run] : [run.slice(0, cut), ...divided(run.slice(cut), parts - 1)]
}

/** Lines a headline takes in a column of so many ems; null where some piece is wider, or it takes more than `most`. */
export const headlineLines = (all: Run, ems: number, most: number): number | null => {
  const clauses = clausesOf(all)
  // A text far too long is told so before anything is divided.
  if (clauses.reduce((sum, run) => sum + extent(run), 0) > ems * most) return null
  let lines = 0
  for (const run of clauses) {
    let way: readonly Run[] | null = null
    for (let parts = 1; parts <= most && !way; parts++) {
      const cut = divided(run, parts)
      if (Math.max(...cut.map(extent)) <= ems) way = cut
    }
    if (!way) return null
    lines += way.length
  }
  return lines <= most ? lines : null
}

/** A closing mark at the end of a line takes half its width. */
const trimmed = (run: Run): number => extent(run) - (HOLLOW.includes(run.at(-1)?.c ?? '') ? 0.5 : 0)

const widest = (pieces: readonly Run[]): number => Math.max(...pieces.map(trimmed))

/** A clause in as few pieces as a column of so many ems holds; null where a piece that stays whole is wider. */
const piecesOf = (run: Run, ems: number): readonly Run[] | null => {
  for (let parts = 1; parts <= run.length + 1; parts++) {
    const pieces = divided(run, parts)
    if (widest(pieces) <= ems) return pieces
  }
  return null
}

/** Lines that body text takes; null where some piece is wider than a line, or it takes more than `most`. */
export const bodyLines = (all: Run, ems: number, most: number): number | null => {
  if (extent(all) > (ems + 0.5) * most) return null
  let lines = 0
  let wide = 0
  for (const run of stretches(all)) {
    const pieces = piecesOf(run, ems)
    if (!pieces) return null
    for (const piece of pieces) {
      if (lines === 0 || wide + trimmed(piece) > ems) {
        lines++
        wide = 0
      }
      wide += extent(piece)
    }
  }
  return lines <= most ? Math.max(1, lines) : null
}

/** Ems of a headline in one row, its clauses `gap` ems apart. */
export const rowOf = (all: Run, gap: number): number => {
  const clauses = clausesOf(all)
  return clauses.reduce((sum, run) => sum + extent(run), 0) + gap * (clauses.length - 1)
}

/** A mark between two digits belongs to their number. */
const isInNumber = (all: Run, i: number): boolean => {
  const isDigit = (j: number): boolean => DIGITS.includes(all[j]?.c ?? ' ')
  return ',.:'.includes(all[i]?.c ?? ' ') && isDigit(i - 1) && isDigit(i + 1)
}

type Stretch = { readonly run: Letter[]; readonly isLatin: boolean }

const breathsAcross = (all: Run): readonly Stretch[] => {
  const out: Stretch[] = []
  for (const [i, letter] of all.entries()) {
    const isMarkOf = (CLOSERS + OPENERS).includes(letter.c)
    const isLatin = letter.w < 1 && (!isMarkOf || letter.c === '%' || isInNumber(all, i))
    const last = out.at(-1)
    if (isLatin && last?.isLatin) last.run.push(letter)
    else out.push({ run: [letter], isLatin })
  }
  return out
}

/** What a longer number takes, digit under digit, in places of a character. */
const tallOf = ({ c }: Letter): number => ('.-'.includes(c) ? 0.5 : 0.83)

/** A cell of a strip: how tall it is in places, and how many places a reader counts. */
type Cell = { readonly tall: number; readonly places: number }

/** `stands`: a short number too stands digit under digit. */
const cellsOf = (half: Run, stands: boolean): readonly Cell[] => {
  const all = breathsAcross(half)
  const unread = `${OPENERS}${CLOSERS}([{ 　`
  const read = all.filter(({ run, isLatin }) => isLatin || !unread.includes(run[0]?.c ?? ''))
  return (read.length === 0 ? all : read).map(({ run, isLatin }) => {
    const plain = isLatin ? run.filter(({ c }) => c !== ',') : run
    const isLying = plain.length <= 3 && !(stands && plain.every(({ c }) => DIGITS.includes(c)))
    if (isLying) return { tall: 1, places: 1 }
    const digits = plain.filter(({ c }) => !'.-'.includes(c)).length
    return { tall: plain.reduce((sum, letter) => sum + tallOf(letter), 0), places: digits }
  })
}

/** The two strips of a slogan: how tall each is, and its places as a reader counts them (TPL-12, TPL-17). */
export type Strip = { readonly tall: number; readonly places: number }

const isEven = (strips: readonly Strip[]): boolean => new Set(strips.map(({ places }) => places)).size === 1

export const stripsOf = (all: Run): readonly Strip[] => {
  const [first = [], ...rest] = clausesOf(all)
  const halves = rest.length === 0 ? divided(first, 2) : [first, rest.flat()]
  const strips = (stands: boolean): readonly Strip[] =>
    halves.map((half) => {
      const cells = cellsOf(half, stands)
      return {
        tall: cells.reduce((sum, { tall }) => sum + tall, 0),
        places: cells.reduce((sum, { places }) => sum + places, 0),
      }
    })
  const lying = strips(false)
  const standing = strips(true)
  return isEven(lying) || !isEven(standing) ? lying : standing
}
