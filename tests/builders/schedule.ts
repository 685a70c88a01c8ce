import type { PlaceId, PlaylistId, ScheduleId, ScreenId } from '../../src/model/ids.ts'
import type { Recurrence, TownPlaylist, TownSchedule } from '../../src/model/town.ts'

/** Every day from 8 to 18 since long ago. */
export const buildRecurrence = (part: Partial<Recurrence> = {}): Recurrence => ({
  fromDate: '2026-01-01',
  untilDate: null,
  weekdays: [],
  fromTime: '08:00',
  untilTime: '18:00',
  ...part,
})

/** Daily, on screen `s1`, playing playlist `p1`; its last change long ago. */
export const buildSchedule = (
  id = 'd1',
  part: Partial<TownSchedule> & { readonly when?: Partial<Recurrence> } = {},
): TownSchedule => {
  const { when, ...rest } = part
  return {
    id: id as ScheduleId,
    playlist: 'p1' as PlaylistId,
    level: 'daily',
    screens: ['s1' as ScreenId],
    places: [] as PlaceId[],
    recurrence: buildRecurrence(when),
    changedAt: Date.UTC(2026, 0, 1),
    ...rest,
  }
}

/** `entries`: a name beginning with `p` is a playlist, any other a content. */
export const buildPlaylist = (
  id: string,
  entries: readonly string[],
  changedAt = Date.UTC(2026, 0, 1),
): TownPlaylist => ({
  id: id as PlaylistId,
  changedAt,
  entries: entries.map((name) =>
    name.startsWith('p') ? { playlist: name as PlaylistId } : { content: name as never },
  ),
})
