import type { Instant } from '../model/ids.ts'
import { gridKey } from '../model/screen.ts'
import type { Town, TownRelease, TownScreen } from '../model/town.ts'
import { addDays, civilOf, midnightsIn, windowsOf, type Window } from '../time/index.ts'
import { anchorOf } from './anchor.ts'
import { dueAt, type Due } from './due.ts'
import { scheduleFaults } from './faults.ts'
import { handOver } from './handover.ts'
import { edgesOf, offerOf } from './offer.ts'
import type { PlannedItem, PlannedSegment } from './plan.ts'
import { inForceOf, type InForce } from './in-force.ts'
import { schedulesFor } from './targets.ts'

/**
 * SCH-6: opening hours are a window of every day; equal times are open round the clock. So are hours that are no
 * hours: a damaged row must not make a screen dark (I4).
 */
const openWindows = ({ hours }: TownScreen, horizon: Window, zone: string): readonly Window[] => {
  const recurrence = {
    fromDate: addDays(civilOf(horizon.from, zone).date, -2),
    untilDate: null,
    weekdays: [],
    fromTime: hours.open,
    untilTime: hours.close,
  }
  const damaged = scheduleFaults(recurrence).some((fault) => fault.code !== 'SCHEDULE_EMPTY_WINDOW')
  return damaged ? [horizon] : windowsOf(recurrence, horizon.from, horizon.until, zone)
}

type Stay = Window & { readonly due: Due }

const same = (a: Due, b: Due): boolean =>
  a.dark === b.dark &&
  a.level === b.level &&
  a.releases.length === b.releases.length &&
  a.releases.every((release, i) => release === b.releases[i]) &&
  a.why.length === b.why.length &&
  a.why.every((v, i) => v.schedule === b.why[i]?.schedule && v.reason === b.why[i]?.reason)

/** Joins neighbours in which the same is due for the same reasons; SCH-7: never across civil midnight. */
const merge = (stays: readonly Stay[], midnights: ReadonlySet<Instant>): readonly Stay[] => {
  const merged: Stay[] = []
  for (const stay of stays) {
    const before = merged.at(-1)
    const joins = before && !midnights.has(stay.from) && same(before.due, stay.due)
    if (joins) merged[merged.length - 1] = { ...before, until: stay.until }
    else merged.push(stay)
  }
  return merged
}

const itemsOf = (releases: readonly TownRelease[], grid: string): readonly PlannedItem[] =>
  releases.flatMap(({ id, content, frozen, pages }) =>
    (pages[grid] ?? []).map((page) => ({ release: id, content, page, validUntil: frozen.validUntil })),
  )

/** Plans with equal loops share one array, so that the publisher digests each loop once. */
const planner = (grid: string, inForce: InForce): ((stay: Stay) => PlannedSegment) => {
  const loops = new Map<string, readonly PlannedItem[]>()
  return ({ from, until, due }) => {
    const { anchor, releases } = anchorOf(due, inForce, { from, until })
    const key = releases.map((release) => release.id).join('\n')
    const items = loops.get(key) ?? itemsOf(releases, grid)
    loops.set(key, items)
    return { from, until, anchor, items, level: due.level, dark: due.dark, why: due.why }
  }
}

/**
 * What a screen shows in `[from, until)`, without gap or overlap. `from` should be a civil midnight in `zone`: the
 * segments of a day are then the same in whatever horizon that day is compiled. Empty when `until <= from`.
 */
export const segmentsFor = (
  town: Town,
  screen: TownScreen,
  from: Instant,
  until: Instant,
  zone: string,
): readonly PlannedSegment[] => {
  if (until <= from) return []
  const horizon = { from, until }
  const grid = gridKey(screen.profile)
  const inForce = inForceOf(town)
  const offers = schedulesFor(town, screen).map((s) => offerOf(s, grid, inForce, horizon, zone))
  const hours = openWindows(screen, horizon, zone)
  const midnights = new Set(midnightsIn(from, until, zone))
  const edges = new Set([
    from,
    ...midnights,
    ...offers.flatMap(edgesOf),
    ...hours.flatMap((w) => [w.from, w.until]),
  ])
  const starts = [...edges].filter((t) => t >= from && t < until).toSorted((a, b) => a - b)
  const stays = starts.map((start, i) => {
    const open = hours.some((w) => w.from <= start && start < w.until)
    return { from: start, until: starts[i + 1] ?? until, due: dueAt(offers, start, open) }
  })
  return handOver(merge(stays, midnights).map(planner(grid, inForce)), midnights)
}
