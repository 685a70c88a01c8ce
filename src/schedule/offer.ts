import type { Instant } from '../model/ids.ts'
import type { TownPlaylist, TownRelease, TownSchedule } from '../model/town.ts'
import { windowsOf, type Window } from '../time/index.ts'
import { flatten } from './flatten.ts'
import type { InForce } from './in-force.ts'

/** What is playable until an instant; the last phase has no end. */
type Phase = { readonly until: number; readonly releases: readonly TownRelease[] }

/** One schedule's part in a horizon on one pixel grid. */
export type Offer = {
  readonly schedule: TownSchedule
  readonly playlists: readonly TownPlaylist[]
  /** All that its playlist lists, playable here or not. */
  readonly contents: readonly TownRelease['content'][]
  readonly windows: readonly Window[]
  readonly phases: readonly Phase[]
}

/** SCH-12: `validUntil` is the end, 24:00 of the last day; at that instant a release shows no more. */
export const isValidAt = (release: TownRelease, t: Instant): boolean =>
  release.frozen.validUntil === null || t < release.frozen.validUntil

const phasesOf = (releases: readonly TownRelease[]): readonly Phase[] => {
  const ends = new Set(releases.map((r) => r.frozen.validUntil ?? Infinity))
  let from = -Infinity
  return [...ends.add(Infinity)]
    .toSorted((a, b) => a - b)
    .map((until) => {
      const phase = { until, releases: releases.filter((r) => isValidAt(r, from)) }
      from = until
      return phase
    })
}

export const offerOf = (
  schedule: TownSchedule,
  grid: string,
  inForce: InForce,
  horizon: Window,
  zone: string,
): Offer => {
  const { contents, playlists } = flatten(schedule.playlist, inForce.playlists)
  const releases = contents
    .map((content) => inForce.releases.get(content))
    .filter((release) => release !== undefined)
    .filter((release) => (release.pages[grid]?.length ?? 0) > 0)
  return {
    schedule,
    playlists,
    contents,
    windows: windowsOf(schedule.recurrence, horizon.from, horizon.until, zone),
    phases: phasesOf(releases),
  }
}

export const isDue = (offer: Offer, t: Instant): boolean =>
  offer.windows.some((w) => w.from <= t && t < w.until)

/** What the schedule could play at t, were it due. */
export const playableAt = (offer: Offer, t: Instant): readonly TownRelease[] =>
  offer.phases.find((phase) => t < phase.until)?.releases ?? []

/** Instants at which this schedule may begin or cease to be due, or lose a release. */
export const edgesOf = (offer: Offer): readonly number[] => [
  ...offer.windows.flatMap((w) => [w.from, w.until]),
  ...offer.phases.map((phase) => phase.until),
]
