/**
 * Which contents a list shows: its chips with their counts, its two groups, one page of it. Contents that nobody sent in
 * are most of a town and alike but for whose they are and when they were saved, so they are counted, and of them only
 * those are read that may stand on the page.
 */
import { endsSoon, TASKS, type Stage, type Task } from '../../src/review/task.ts'
import type { Listed } from './contents.ts'

export const SCOPES = ['mine', 'all'] as const
export type Scope = (typeof SCOPES)[number]
export const CHIPS = ['draft', 'review', 'returned', 'issued', 'ending', 'withdrawn'] as const
export type Chip = (typeof CHIPS)[number]

/** Rows of one page. */
export const PAGE = 20

export type Wanted = {
  readonly scope: Scope
  readonly chip: Chip | null
  readonly words: string
  /** From 1. */
  readonly page: number
}

/** Contents that nobody sent in: the reader's own, and those of others. */
export type Unsent = { readonly mine: number; readonly others: number }

/** A stretch of them, by when they were saved last. `limit` 0: to the end. */
export type Stretch = {
  readonly whose: keyof Unsent | 'all'
  readonly order: 'oldest' | 'newest'
  readonly offset: number
  readonly limit: number
}

/** All contents that a list may show. */
export type Contents = {
  /** What was ever sent in. */
  readonly sent: readonly Listed[]
  readonly unsent: Unsent
  /** What one of the reader's own that nobody sent in asks of him. */
  readonly task: Task | null
}

/** What the words that are looked for stand in; of all where nothing is looked for. */
export type Found = {
  readonly has: (id: string) => boolean
  readonly unsent: Unsent
  readonly read: (stretch: Stretch) => Promise<readonly Listed[]>
}

const STAGES: Readonly<Record<Exclude<Chip, 'ending'>, readonly Stage[]>> = {
  draft: ['draft', 'retracted'],
  review: ['in-review', 'reviewed'],
  returned: ['returned'],
  issued: ['released'],
  withdrawn: ['withdrawn'],
}

const fits = (listed: Pick<Listed, 'stage' | 'daysLeft'>, chip: Chip | null): boolean => {
  if (chip === null) return true
  return chip === 'ending' ? endsSoon(listed) : STAGES[chip].includes(listed.stage)
}

/** As every content is that nobody sent in. */
const UNSENT = { stage: 'draft', daysLeft: null } as const

export type Shown = {
  readonly total: number
  readonly mine: number
  /** Of the scope, before the words that are looked for. */
  readonly counts: Readonly<Record<Chip, number>>
  /** All that fit, on any page, by whether they wait for the person. */
  readonly waiting: number
  readonly others: number
  readonly rows: readonly Listed[]
  readonly page: number
  readonly pages: number
}

/** What presses most first, and of the same kind what waits longest; the others by what happened last. */
const inOrder = (a: Listed, b: Listed): number => {
  if (a.task && b.task) return TASKS.indexOf(a.task) - TASKS.indexOf(b.task) || a.at - b.at
  if (a.task || b.task) return a.task ? -1 : 1
  return b.at - a.at
}

const countOf = ({ mine, others }: Unsent, whose: Stretch['whose'] | null): number => {
  if (whose === null) return 0
  return { mine, others, all: mine + others }[whose]
}

/** Whose contents that nobody sent in stand in the group of the reader's turn, and whose in the other. */
const whoseOf = (scope: Scope, task: Task | null) => {
  if (task === null) return { turn: null, rest: scope === 'mine' ? 'mine' : 'all' } as const
  return { turn: 'mine', rest: scope === 'mine' ? null : 'others' } as const
}

type Group = {
  readonly sent: readonly Listed[]
  readonly whose: Stretch['whose'] | null
  readonly order: Stretch['order']
  readonly count: number
}

/**
 * The rows of a group from `from` on, before `to`. Of the stretch that was not sent in at most as many stand behind their
 * own place as there are sent ones, so no others are read.
 */
const rowsOf = async (
  { sent, whose, order, count }: Group,
  { read }: Found,
  from: number,
  to: number,
): Promise<readonly Listed[]> => {
  const end = Math.min(to, count)
  if (from >= end) return []
  const offset = Math.max(0, from - sent.length)
  const unsent = whose && (await read({ whose, order, offset, limit: end - offset }))
  return [...sent, ...(unsent ?? [])].toSorted(inOrder).slice(from - offset, end - offset)
}

/** `found` says in which of them the words stand that are looked for. */
export const shownOf = async (
  { sent, unsent, task }: Contents,
  { scope, chip, page }: Wanted,
  found: Found,
): Promise<Shown> => {
  const mine = sent.filter(({ isMine }) => isMine)
  const scoped = scope === 'mine' ? mine : sent
  const chosen = scoped.filter((one) => fits(one, chip) && found.has(one.id))
  const whose = whoseOf(scope, task)
  const group = (isTurn: boolean, order: Stretch['order']): Group => {
    const own = chosen.filter((one) => (one.task !== null) === isTurn)
    const alike = fits(UNSENT, chip) ? whose[isTurn ? 'turn' : 'rest'] : null
    return { sent: own, whose: alike, order, count: own.length + countOf(found.unsent, alike) }
  }
  const [turn, rest] = [group(true, 'oldest'), group(false, 'newest')]
  const pages = Math.max(1, Math.ceil((turn.count + rest.count) / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  const [from, to] = [(at - 1) * PAGE, at * PAGE]
  const drafts = countOf(unsent, scope === 'mine' ? 'mine' : 'all')
  const counted = (one: Chip): number =>
    scoped.filter((listed) => fits(listed, one)).length + (fits(UNSENT, one) ? drafts : 0)
  return {
    total: sent.length + countOf(unsent, 'all'),
    mine: mine.length + unsent.mine,
    counts: Object.fromEntries(CHIPS.map((one) => [one, counted(one)])) as Record<Chip, number>,
    waiting: turn.count,
    others: rest.count,
    rows: [
      ...(await rowsOf(turn, found, from, to)),
      ...(await rowsOf(rest, found, Math.max(0, from - turn.count), to - turn.count)),
    ],
    page: at,
    pages,
  }
}
