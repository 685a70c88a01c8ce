import type { Instant, ScreenId } from '../model/ids.ts'
import type { ScheduleVerdict } from '../model/programme.ts'
import type { Town, TownScreen } from '../model/town.ts'
import { addDays, civilOf, instantOf } from '../time/index.ts'
import { segmentsFor } from './segments.ts'
import { schedulesFor } from './targets.ts'

/** The verdicts of a segment, and NOT_DUE for every other schedule that targets the screen. */
export const withNotDue = (
  town: Pick<Town, 'schedules'>,
  screen: Pick<TownScreen, 'id' | 'place'>,
  why: readonly ScheduleVerdict[],
): readonly ScheduleVerdict[] =>
  schedulesFor(town, screen).map(
    (schedule) =>
      why.find((verdict) => verdict.schedule === schedule.id) ?? {
        schedule: schedule.id,
        playlist: schedule.playlist,
        won: false,
        reason: 'NOT_DUE',
      },
  )

/** SCH-10: why a screen shows what it shows at an instant, by the very segments the publisher compiles. */
export const explain = (
  town: Town,
  screenId: ScreenId,
  at: Instant,
  zone: string,
): readonly ScheduleVerdict[] => {
  const screen = town.screens.find((s) => s.id === screenId)
  if (!screen) return []
  const day = civilOf(at, zone).date
  const [from, until] = [instantOf(day, '00:00', zone), instantOf(addDays(day, 1), '00:00', zone)]
  const segment = segmentsFor(town, screen, from, until, zone).find((s) => s.from <= at && at < s.until)
  return withNotDue(town, screen, segment?.why ?? [])
}
