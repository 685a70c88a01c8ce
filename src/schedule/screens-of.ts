import type { ContentId, ScreenId } from '../model/ids.ts'
import type { CivilDate, Town } from '../model/town.ts'
import { flatten } from './flatten.ts'
import { targets } from './targets.ts'

/** Which screens each content is scheduled on today or later, whatever else is scheduled there (SCH-3). */
export const screensOf = (
  { screens, playlists, schedules }: Pick<Town, 'screens' | 'playlists' | 'schedules'>,
  today: CivilDate,
): ReadonlyMap<ContentId, ReadonlySet<ScreenId>> => {
  const lists = new Map(playlists.map((list) => [list.id, list]))
  const found = new Map<ContentId, Set<ScreenId>>()
  for (const schedule of schedules) {
    const { untilDate } = schedule.recurrence
    if (untilDate !== null && untilDate < today) continue
    const on = screens.filter((screen) => targets(schedule, screen)).map(({ id }) => id)
    for (const content of flatten(schedule.playlist, lists).contents) {
      const known = found.get(content) ?? new Set<ScreenId>()
      for (const id of on) known.add(id)
      if (known.size > 0) found.set(content, known)
    }
  }
  return found
}
