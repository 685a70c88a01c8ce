import type { CollectionBeforeValidateHook } from 'payload'
import { refusal, RefusalError, type Refusal } from '../../../src/errors/refusal.ts'
import { SCHEDULE_LEVELS } from '../../../src/model/level.ts'
import { scheduleFaults } from '../../../src/schedule/index.ts'
import { recurrenceOf, type ScheduleRow } from '../../town/recurrence.ts'

type Row = ScheduleRow & {
  readonly level?: string | null
  readonly screens?: readonly unknown[] | null
  readonly places?: readonly unknown[] | null
}

/** Every fault of a schedule, each at its field. Times are civil, in the town's zone. */
export const faultsOf = (row: Row): readonly Refusal[] => {
  const faults: Refusal[] = scheduleFaults(recurrenceOf(row)).map(({ code, field, got }) =>
    refusal(code, { field, got }),
  )
  const note = (...args: Parameters<typeof refusal>) => void faults.push(refusal(...args))
  if ((row.screens?.length ?? 0) + (row.places?.length ?? 0) === 0)
    note('SCHEDULE_NO_TARGET', { field: 'screens' })
  const level = row.level ?? ''
  if (level !== '' && !(SCHEDULE_LEVELS as readonly string[]).includes(level))
    note('LEVEL_NOT_ALLOWED', { field: 'level', got: level })
  return faults
}

export const soundSchedule: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const [first, ...more] = faultsOf({ ...(originalDoc as Row | undefined), ...(data as Row) })
  if (first) throw new RefusalError(first, ...more)
  return data
}
