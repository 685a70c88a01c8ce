import type { Recurrence } from '../model/town.ts'
import { isCivilDate, isCivilTime } from '../time/index.ts'

/** A code of the error room with its detail; this room may not import the texts. */
export type ScheduleFault = {
  readonly code:
    | 'DATE_INVALID'
    | 'SCHEDULE_TIME_INVALID'
    | 'SCHEDULE_ENDS_BEFORE_START'
    | 'SCHEDULE_EMPTY_WINDOW'
    | 'FIELD_INVALID'
  readonly field: keyof Recurrence
  readonly got: string
}

const dateFaults = (r: Recurrence): ScheduleFault[] => {
  const faults: ScheduleFault[] = []
  if (!isCivilDate(r.fromDate)) {
    faults.push({ code: 'DATE_INVALID', field: 'fromDate', got: String(r.fromDate) })
  }
  if (r.untilDate === null) return faults
  if (!isCivilDate(r.untilDate)) {
    faults.push({ code: 'DATE_INVALID', field: 'untilDate', got: String(r.untilDate) })
  } else if (faults.length === 0 && r.untilDate < r.fromDate) {
    const got = `${r.fromDate} – ${r.untilDate}`
    faults.push({ code: 'SCHEDULE_ENDS_BEFORE_START', field: 'untilDate', got })
  }
  return faults
}

const timeFaults = (r: Recurrence): ScheduleFault[] => {
  const faults: ScheduleFault[] = []
  // 24:00 ends a day; as a start it would be the next day in disguise.
  if (!isCivilTime(r.fromTime) || r.fromTime === '24:00') {
    faults.push({ code: 'SCHEDULE_TIME_INVALID', field: 'fromTime', got: String(r.fromTime) })
  }
  if (!isCivilTime(r.untilTime)) {
    faults.push({ code: 'SCHEDULE_TIME_INVALID', field: 'untilTime', got: String(r.untilTime) })
  }
  if (faults.length === 0 && r.fromTime === r.untilTime) {
    faults.push({ code: 'SCHEDULE_EMPTY_WINDOW', field: 'untilTime', got: r.untilTime })
  }
  return faults
}

const weekdayFaults = (r: Recurrence): ScheduleFault[] =>
  r.weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
    ? []
    : [{ code: 'FIELD_INVALID', field: 'weekdays', got: r.weekdays.join(', ') }]

/** All that is wrong with a recurrence as a person typed it; empty when it may be saved. */
export const scheduleFaults = (recurrence: Recurrence): readonly ScheduleFault[] => [
  ...dateFaults(recurrence),
  ...weekdayFaults(recurrence),
  ...timeFaults(recurrence),
]
