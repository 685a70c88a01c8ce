import type { Instant } from '../model/ids.ts'
import type { CivilDate, Recurrence } from '../model/town.ts'
import { addDays, civilOf, instantOf, isCivilDate, isCivilTime, minutesOf, weekdayOf } from './civil.ts'

export type Window = { readonly from: Instant; readonly until: Instant }

const isSound = (r: Recurrence): boolean =>
  isCivilDate(r.fromDate) &&
  (r.untilDate === null || isCivilDate(r.untilDate)) &&
  isCivilTime(r.fromTime) &&
  r.fromTime !== '24:00' &&
  isCivilTime(r.untilTime)

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b)

/**
 * The windows of a recurrence that have an instant in `[from, until)`, whole, in order. A window belongs to the day
 * it starts on: that day's weekday and the dates decide, also for the part after midnight. An end at or before the
 * start runs into the next day, so equal times are a whole day. A recurrence with faults has no windows.
 */
export const windowsOf = (
  recurrence: Recurrence,
  from: Instant,
  until: Instant,
  zone: string,
): readonly Window[] => {
  if (!isSound(recurrence) || until <= from) return []
  const { fromDate, untilDate, weekdays, fromTime, untilTime } = recurrence
  const overnight = minutesOf(untilTime) <= minutesOf(fromTime)
  const last = civilOf(until, zone).date
  const end = untilDate !== null && untilDate < last ? untilDate : last
  const windows: Window[] = []
  // Two days back: a clock change may stretch a window that began the day before yesterday into today.
  for (let day = later(fromDate, addDays(civilOf(from, zone).date, -2)); day <= end; day = addDays(day, 1)) {
    if (weekdays.length > 0 && !weekdays.includes(weekdayOf(day))) continue
    const start = instantOf(day, fromTime, zone)
    const stop = instantOf(overnight ? addDays(day, 1) : day, untilTime, zone)
    if (stop > start && stop > from && start < until) windows.push({ from: start, until: stop })
  }
  return windows
}

/** Instants of civil midnight in `(from, until)`, in order. */
export const midnightsIn = (from: Instant, until: Instant, zone: string): readonly Instant[] => {
  const midnights: Instant[] = []
  for (let day = civilOf(from, zone).date; ; day = addDays(day, 1)) {
    const midnight = instantOf(day, '00:00', zone)
    if (midnight >= until) return midnights
    if (midnight > from) midnights.push(midnight)
  }
}
