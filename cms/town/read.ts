import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import type { Refusal } from '../../src/errors/refusal.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { gridKey, type ScreenProfile } from '../../src/model/screen.ts'
import type { Town, TownScreen } from '../../src/model/town.ts'
import { fallbackPages, METRICS } from '../../src/page/index.ts'
import { hotlineHolds, type HotlineRow } from '../records/hotline-seal.ts'
import { unitHolds, type SealedUnit } from '../records/unit-seal.ts'
import { townHolds, type TownRow } from '../records/town-seal.ts'
import { refusal } from '../../src/errors/refusal.ts'
import { rowsOf } from '../records/rows.ts'
import { NO_PLAN, readPlan, type Plan, type UnreadScreen } from './plan.ts'
import { noteTampering } from '../audit/tampering.ts'
import { readReleases } from './releases.ts'
import { readWithdrawals } from './withdrawals.ts'

export type TownReading = {
  readonly town: Town
  /** Screens that are there, but whose rows lost what a programme is made by. */
  readonly unread: readonly UnreadScreen[]
  readonly refusals: readonly Refusal[]
}

/** Cards by town name and grid: equal input, equal pages, and a town has few of either. */
const cards = new LRUCache<string, readonly Page[]>({ max: 200 })

const cardOf = (name: string, grid: string, profile: ScreenProfile): readonly Page[] => {
  const key = `${grid} ${name}`
  const found = cards.get(key) ?? fallbackPages(name, profile, METRICS)
  cards.set(key, found)
  return found
}

const fallbackOf = (name: string, screens: readonly TownScreen[]): Town['fallback'] =>
  Object.fromEntries(
    screens.map(({ profile }) => [gridKey(profile), cardOf(name, gridKey(profile), profile)]),
  )

/** Stands where a town has no name that an administrator saved: heads and programmes must name one (PUB-12). */
const UNNAMED = '本镇'

/** A name that no administrator saved is not shown on the fallback; a town that has no name yet is no fault. */
const townName = async (payload: Payload): Promise<{ name: string; refusals: readonly Refusal[] }> => {
  const row = (await payload.db.findGlobal({ slug: 'town' })) as TownRow | null
  if (!row?.name && !row?.seal) return { name: UNNAMED, refusals: [] }
  return row.name && townHolds(row)
    ? { name: row.name, refusals: [] }
    : { name: UNNAMED, refusals: [refusal('TOWN_TAMPERED', { hint: 'globals/town' })] }
}

const tamperedHotlines = async (payload: Payload): Promise<Refusal[]> =>
  (await rowsOf<HotlineRow>(payload, 'hotlines'))
    .filter((row) => !hotlineHolds(row))
    .map((row) => refusal('HOTLINE_TAMPERED', { hint: row.id }))

/** Units appear on no screen, but posters are signed with them, so a damaged one is reported here as well. */
const tamperedUnits = async (payload: Payload): Promise<Refusal[]> =>
  (await rowsOf<SealedUnit & { readonly id: string }>(payload, 'units'))
    .filter((row) => !unitHolds(row))
    .map((row) => refusal('UNIT_TAMPERED', { got: row.name ?? '', hint: row.id }))

/**
 * Everything the publisher decides from, in one reading: a handful of queries, raw rows. Every release is verified
 * each time (digest over its stored texts, the town's signature); one that does not hold is left out and reported,
 * and written into the audit once (I8). Releases that a withdrawal ended, or a newer one replaced, are left out too.
 * `before` is the reading before, for rows of the plan that cannot be read any more.
 */
export const loadTown = async (payload: Payload, before: Plan = NO_PLAN): Promise<TownReading> => {
  const named = await townName(payload)
  const { screens, playlists, schedules, unread } = await readPlan(payload, before)
  const ended = await readWithdrawals(payload)
  const kept = await readReleases(payload, ended.acts)
  const refusals = [
    ...named.refusals,
    ...ended.refusals,
    ...kept.refusals,
    ...(await tamperedHotlines(payload)),
    ...(await tamperedUnits(payload)),
  ]
  await noteTampering(payload, refusals)
  const town: Town = {
    name: named.name,
    screens,
    releases: kept.releases,
    withdrawals: ended.withdrawals(kept.rows),
    playlists,
    schedules,
    fallback: fallbackOf(named.name, screens),
    assets: kept.assets as Record<Sha256, { bytes: number; type: string }>,
  }
  return { town, unread, refusals }
}
