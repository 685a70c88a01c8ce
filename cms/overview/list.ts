/** Which contents a list shows: its chips with their counts, its two groups, one page of it. Pure. */
import { endsSoon, TASKS, type Stage } from '../../src/review/task.ts'
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

const STAGES: Readonly<Record<Exclude<Chip, 'ending'>, readonly Stage[]>> = {
  draft: ['draft', 'retracted'],
  review: ['in-review', 'reviewed'],
  returned: ['returned'],
  issued: ['released'],
  withdrawn: ['withdrawn'],
}

const fits = (listed: Listed, chip: Chip): boolean =>
  chip === 'ending' ? endsSoon(listed) : STAGES[chip].includes(listed.stage)

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

/** `isFound` says of an id whether the words that are looked for stand in its content. */
export const shownOf = (
  all: readonly Listed[],
  { scope, chip, page }: Wanted,
  isFound: (id: string) => boolean,
): Shown => {
  const mine = all.filter(({ isMine }) => isMine)
  const scoped = scope === 'mine' ? mine : all
  const chosen = scoped.filter((one) => (chip === null || fits(one, chip)) && isFound(one.id))
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  const waiting = chosen.filter(({ task }) => task !== null).length
  return {
    total: all.length,
    mine: mine.length,
    counts: Object.fromEntries(
      CHIPS.map((one) => [one, scoped.filter((listed) => fits(listed, one)).length]),
    ) as Record<Chip, number>,
    waiting,
    others: chosen.length - waiting,
    rows: chosen.toSorted(inOrder).slice((at - 1) * PAGE, at * PAGE),
    page: at,
    pages,
  }
}
