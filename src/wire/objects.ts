import { refusal, type Refusal } from '../errors/refusal.ts'
import type { Instant, Sha256 } from '../model/ids.ts'
import { LEVELS, type Level } from '../model/level.ts'
import { utf8Length } from '../programme/bytes.ts'
import { canonicalJson } from '../programme/canonical.ts'
import { exact, list, matches, Misfit, misfit, oneOf, orNull, truth, type Read } from '../shape/shape.ts'
import { DAY_DOMAIN, LOOP_DOMAIN, SKELETON_DOMAIN } from '../signed/wire.ts'
import { bytes, counted, edition, instant, name, pixels, sha256, sixteen, small } from './fields.ts'

/** An object by its name, and how long it is: whoever fetches it stops there. */
export type Named = readonly [name: Sha256, bytes: number]

/** What a group plays: on each day by its own object, with loops that keep their places. */
export type Skeleton = {
  readonly town: string
  readonly grid: readonly [width: number, height: number]
  readonly fallback: readonly Named[]
  readonly fonts: readonly Named[]
  readonly days: readonly (readonly [day: string, name: Sha256, bytes: number])[]
  /** A place that no loop has at the time is null: the others keep theirs. */
  readonly loops: readonly (Named | null)[]
}

/** `loop` is a place in the skeleton, null where nothing is due; `first` the item its anchor begins with (SCH-8). */
export type Stretch2 = readonly [
  from: Instant,
  until: Instant,
  anchor: Instant,
  loop: number | null,
  first: number,
  level: Level | null,
  dark: boolean,
]
export type Day = { readonly day: string; readonly stretches: readonly Stretch2[] }

/** `drawing` is the highest drawing that the page needs. */
export type LoopItem2 = readonly [
  page: Sha256,
  bytes: number,
  content: string,
  edition: number,
  issuedAt: Instant,
  drawing: number,
]
export type Loop = { readonly items: readonly LoopItem2[] }

const SKELETON_MOST = 65_536
const DAY_MOST = 65_536
const LOOP_MOST = 524_288
export const LOOP_ITEMS_MOST = 2_000
const DAYS_MOST = 62
const LOOPS_MOST = 500
const STRETCHES_MOST = 500

type Kind<T, Head, Entry> = {
  readonly domain: string
  readonly limit: number
  readonly head: { readonly [K in keyof Head]-?: Read<unknown> }
  readonly entry: Read<Entry>
  readonly apart: (value: T) => { readonly head: Head; readonly entries: readonly Entry[] }
  readonly whole: (head: Head, entries: readonly Entry[]) => T
  /** What no line says by itself: the line that is wrong, or null. */
  readonly unsound: (value: T) => string | null
}

/** A kind of object that is patched line by line. */
export type Listed<T> = {
  readonly domain: string
  readonly limit: number
  /** Throws RangeError for what `read` would refuse: nothing is named that nobody would read. */
  readonly write: (value: T) => string
  readonly read: (text: string) => T | Refusal
}

const refused = (field: string): Refusal => refusal('PROGRAMME_INVALID', { field, got: field })

/** The line's value; refused unless this is its one spelling. */
const lineOf = <T>(read: Read<T>, line: string, path: string): T => {
  const value = read(JSON.parse(line), path)
  return canonicalJson(value) === line ? value : misfit(path, line, 'that')
}

const failure = (fault: unknown): Refusal => {
  if (fault instanceof Misfit) return refused(fault.path || 'lines')
  // No JSON, or a half character where no spelling is canonical.
  if (fault instanceof SyntaxError || fault instanceof TypeError) return refused('lines')
  throw fault
}

/** WIR-11: the first line says what it is, an entry a line after it, each with its one spelling. */
const listed = <T, Head extends object, Entry>(kind: Kind<T, Head, Entry>): Listed<T> => {
  const { domain, limit, apart } = kind
  const shape = exact<Head & { readonly is: string }>({ ...kind.head, is: oneOf([domain]) } as never)
  const read = (text: string): T | Refusal => {
    try {
      // In units first: what is far too long is not even counted.
      if (text.length > limit || utf8Length(text) > limit) return refused('lines')
      const [first = '', ...rest] = text.split('\n')
      const { is: _, ...head } = lineOf(shape, first, 'lines[0]')
      const entries = rest.map((line, i) => lineOf(kind.entry, line, `lines[${i + 1}]`))
      const value = kind.whole(head as unknown as Head, entries)
      const wrong = kind.unsound(value)
      return wrong === null ? value : refused(wrong)
    } catch (fault) {
      return failure(fault)
    }
  }
  const write = (value: T): string => {
    const { head, entries } = apart(value)
    const text = [{ ...head, is: domain }, ...entries].map(canonicalJson).join('\n')
    const back = read(text)
    if (typeof back === 'object' && back !== null && 'message_zh' in back)
      throw new RangeError(`${domain}: ${String((back as Refusal).field)}`)
    return text
  }
  return { domain, limit, write, read }
}

/** A list of so many members, each by its own reader. */
const tuple =
  <T extends readonly unknown[]>(...members: { readonly [K in keyof T]: Read<T[K]> }): Read<T> =>
  (value, path) => {
    const entries = list<unknown>((entry) => entry, members.length, members.length)(value, path)
    members.forEach((read, i) => read(entries[i], `${path}[${i}]`))
    return value as T
  }

const named = tuple<Named>(sha256, bytes)
const day = matches(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'day')
const dayNamed = tuple<Skeleton['days'][number]>(day, sha256, bytes)

/** Entries before which none of the same kind may come that is not lower. */
const firstNotRising = (values: readonly (string | number)[]): number =>
  values.findIndex((value, i) => i > 0 && !(values[i - 1]! < value))

type SkeletonHead = Pick<Skeleton, 'town' | 'grid' | 'fallback' | 'fonts'>
type SkeletonEntry = Skeleton['days'][number] | Skeleton['loops'][number]
const isDay = (entry: SkeletonEntry): entry is Skeleton['days'][number] =>
  entry !== null && entry.length === 3

const skeletonEntry: Read<SkeletonEntry> = (value, path) =>
  Array.isArray(value) && value.length === 3 ? dayNamed(value, path) : orNull(named)(value, path)

export const SKELETON = listed<Skeleton, SkeletonHead, SkeletonEntry>({
  domain: SKELETON_DOMAIN,
  limit: SKELETON_MOST,
  head: {
    town: name(100),
    grid: tuple<Skeleton['grid']>(pixels, pixels),
    fallback: list(named, 1, 16),
    fonts: list(named, 0, 4),
  },
  entry: skeletonEntry,
  apart: ({ days, loops, ...head }) => ({ head, entries: [...days, ...loops] }),
  whole: (head, entries) => {
    const days = entries.filter(isDay)
    // Days come first; one that stands among the loops is found below.
    return { ...head, days, loops: entries.slice(days.length) as Skeleton['loops'] }
  },
  unsound: ({ grid, days, loops }) => {
    if (grid[0] < 1 || grid[1] < 1) return 'lines[0].grid'
    const misplaced = loops.findIndex((entry) => isDay(entry))
    if (misplaced >= 0) return `lines[${days.length + misplaced + 1}]`
    if (days.length > DAYS_MOST || loops.length > LOOPS_MOST) return 'lines'
    const fallen = firstNotRising(days.map(([date]) => date))
    return fallen < 0 ? null : `lines[${fallen + 1}]`
  },
})

const stretch = tuple<Stretch2>(instant, instant, instant, orNull(small), small, orNull(oneOf(LEVELS)), truth)

/** No gap, no overlap, and nothing dark that plays. */
const stretchFault = (stretches: readonly Stretch2[]): number =>
  stretches.findIndex(([from, until, , loop, first, , dark], i) => {
    const before = stretches[i - 1]
    if (until <= from || (before && before[1] !== from)) return true
    return loop === null ? first !== 0 : dark
  })

export const DAY = listed<Day, Pick<Day, 'day'>, Stretch2>({
  domain: DAY_DOMAIN,
  limit: DAY_MOST,
  head: { day },
  entry: stretch,
  apart: ({ stretches, ...head }) => ({ head, entries: stretches }),
  whole: (head, stretches) => ({ ...head, stretches }),
  unsound: ({ stretches }) => {
    if (stretches.length > STRETCHES_MOST) return 'lines'
    const wrong = stretchFault(stretches)
    return wrong < 0 ? null : `lines[${wrong + 1}]`
  },
})

const item = tuple<LoopItem2>(sha256, bytes, sixteen, edition, instant, counted)

export const LOOP = listed<Loop, object, LoopItem2>({
  domain: LOOP_DOMAIN,
  limit: LOOP_MOST,
  head: {},
  entry: item,
  apart: ({ items }) => ({ head: {}, entries: items }),
  whole: (_, items) => ({ items }),
  unsound: ({ items }) => (items.length > 0 && items.length <= LOOP_ITEMS_MOST ? null : 'lines'),
})
