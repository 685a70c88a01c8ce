import type { ContentId, Instant, ScreenId } from '../model/ids.ts'
import type { Town } from '../model/town.ts'
import { TOWN_ZONE, windowsOf } from '../time/index.ts'
import { flatten } from './flatten.ts'
import { targets } from './targets.ts'

/** A screen on which a content is arranged to play, and from when: `now` where its window is open already. */
export type Arranged = { readonly screen: ScreenId; readonly name: string; readonly from: Instant }

/**
 * Where people arranged a content, between `now` and `until`, soonest first: every screen that a schedule targets whose
 * playlist holds it at any depth. A stronger level may hide it when the time comes (SCH-1).
 */
export const arrangedFor = (
  { screens, playlists, schedules }: Pick<Town, 'screens' | 'playlists' | 'schedules'>,
  content: ContentId,
  now: Instant,
  until: Instant,
): readonly Arranged[] => {
  const lists = new Map(playlists.map((list) => [list.id, list]))
  const soonest = new Map<ScreenId, Arranged>()
  for (const schedule of schedules) {
    if (!flatten(schedule.playlist, lists).contents.includes(content)) continue
    const [first] = windowsOf(schedule.recurrence, now, until, TOWN_ZONE)
    if (!first) continue
    const from = Math.max(now, first.from)
    for (const screen of screens) {
      if (!targets(schedule, screen)) continue
      const known = soonest.get(screen.id)
      if (!known || from < known.from) soonest.set(screen.id, { screen: screen.id, name: screen.name, from })
    }
  }
  return [...soonest.values()].toSorted((a, b) => a.from - b.from || (a.name < b.name ? -1 : 1))
}
