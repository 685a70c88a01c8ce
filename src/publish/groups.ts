import type { GroupKey, Sha256 } from '../model/ids.ts'
import { gridKey } from '../model/screen.ts'
import type { Town, TownScreen } from '../model/town.ts'
import { canonicalJson, DIGESTED, digestedText, type Hash } from '../programme/index.ts'
import { schedulesFor } from '../schedule/index.ts'

/** Screens that play the same programme, in the order of their ids; never empty. */
export type Group = {
  readonly key: GroupKey
  /** Name under which releases keep pages for these screens. */
  readonly grid: string
  readonly screens: readonly [TownScreen, ...TownScreen[]]
}

/** PUB-1: alike are screens of one town with equal profile, hours, unit and targeting schedules. */
export const groupKeyOf = (
  town: Pick<Town, 'name' | 'schedules'>,
  screen: TownScreen,
  hash: Hash,
): GroupKey => {
  const ids = schedulesFor(town, screen).map((schedule) => schedule.id)
  const alike = {
    town: town.name,
    profile: screen.profile,
    hours: { open: screen.hours.open, close: screen.hours.close },
    unit: screen.unit,
    schedules: ids.toSorted(),
  }
  const digest: Sha256 = hash(digestedText(DIGESTED.group, canonicalJson(alike)))
  return digest.slice(0, 16) as GroupKey
}

/** All groups of a town, by key. */
export const groupsOf = (
  town: Pick<Town, 'name' | 'schedules' | 'screens'>,
  hash: Hash,
): readonly Group[] => {
  const groups = new Map<GroupKey, [TownScreen, ...TownScreen[]]>()
  for (const screen of town.screens.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = groupKeyOf(town, screen, hash)
    const group = groups.get(key)
    if (group) group.push(screen)
    else groups.set(key, [screen])
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, screens]) => ({ key, grid: gridKey(screens[0].profile), screens }))
}
