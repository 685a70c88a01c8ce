import type { Recurrence, Weekday } from '../../src/model/town.ts'
import { civilOf, TOWN_ZONE } from '../../src/time/index.ts'

export type ScheduleRow = {
  readonly fromDate?: string | null
  readonly untilDate?: string | null
  readonly weekdays?: readonly string[] | null
  readonly fromTime?: string | null
  readonly untilTime?: string | null
}

/** The civil day of the town a stored date stands for; what is no date stays as it was written, to be refused. */
const dayOf = (stored: string): string => {
  const instant = Date.parse(stored)
  return Number.isNaN(instant) ? stored : civilOf(instant, TOWN_ZONE).date
}

export const recurrenceOf = (row: ScheduleRow): Recurrence => ({
  fromDate: dayOf(row.fromDate ?? ''),
  untilDate: row.untilDate ? dayOf(row.untilDate) : null,
  weekdays: (row.weekdays ?? []).map((day) => Number(day) as Weekday).sort(),
  fromTime: row.fromTime ?? '',
  untilTime: row.untilTime ?? '',
})
