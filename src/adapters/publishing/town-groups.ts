import type { UnreadScreen } from '../../../cms/town/plan.ts'
import type { GroupKey, Instant, ScreenId } from '../../model/ids.ts'
import type { Town, TownScreen } from '../../model/town.ts'
import {
  compile,
  groupsOf,
  type Compiled,
  type Failed,
  type Group,
  type PublishState,
} from '../../publish/index.ts'
import { sha256Hex } from '../disk/keys.ts'
import type { Log } from '../process/log.ts'
import type { Programmes } from './programmes.ts'

export type Seat = { readonly screen: TownScreen; readonly group: Group }

/** One reading of the town and the groups of its screens. */
export type Grouped = {
  readonly town: Town
  readonly groups: readonly Group[]
  readonly seats: ReadonlyMap<ScreenId, Seat>
}

const NOBODY: Town = {
  name: '',
  screens: [],
  releases: [],
  withdrawals: [],
  playlists: [],
  schedules: [],
  fallback: {},
  assets: {},
}

export const grouped = (town: Town): Grouped => {
  const groups = groupsOf(town, sha256Hex)
  const entries = groups.flatMap((group) =>
    group.screens.map((screen) => [screen.id, { screen, group }] as const),
  )
  return { town, groups, seats: new Map(entries) }
}

export const UNREAD: Grouped = { town: NOBODY, groups: [], seats: new Map() }

/** Screens that now play with others than before: they must be in their new room before it is told anything. */
export const moved = (before: Grouped, now: Grouped): readonly Seat[] =>
  [...now.seats.values()].filter(({ screen, group }) => before.seats.get(screen.id)?.group.key !== group.key)

export type CompiledGroups = { readonly groups: readonly Compiled[]; readonly failed: readonly Failed[] }

/** A group whose programme cannot be made keeps what it plays, and hears of withdrawals; the others go on (I7). */
export const compileGroups = async (
  { town, groups }: Grouped,
  now: Instant,
  programmes: Programmes,
  log: Log,
): Promise<CompiledGroups> => {
  const compiled: Compiled[] = []
  const failed: Failed[] = []
  for (const group of groups) {
    const screens = group.screens.map(({ id }) => id)
    try {
      const { sha256 } = await programmes.put(compile(town, group, now, sha256Hex))
      compiled.push({ group: group.key, programme: sha256, screens })
    } catch (error) {
      log.error({ err: error, group: group.key, grid: group.grid }, 'no programme for this group')
      failed.push({ group: group.key, screens })
    }
  }
  return { groups: compiled, failed }
}

/** The group whose head a screen was last told. */
export const toldIn = ({ groups }: PublishState, screen: ScreenId): GroupKey | undefined =>
  [...groups].find(([, { told }]) => told.includes(screen))?.[0]

/** Screens whose rows cannot be read stay in the group of their last head: withdrawals reach them too (PUB-9). */
export const withUnread = (
  { groups, failed }: CompiledGroups,
  state: PublishState,
  unread: readonly UnreadScreen[],
): CompiledGroups => {
  const left = new Map<GroupKey, ScreenId[]>()
  for (const { id } of unread) {
    const key = toldIn(state, id)
    if (key !== undefined) left.set(key, [...(left.get(key) ?? []), id])
  }
  const joined = <Made extends Failed>(made: Made): Made => {
    const more = left.get(made.group) ?? []
    left.delete(made.group)
    return { ...made, screens: [...made.screens, ...more] }
  }
  const known = { groups: groups.map(joined), failed: failed.map(joined) }
  return { ...known, failed: [...known.failed, ...[...left].map(([group, screens]) => ({ group, screens }))] }
}
