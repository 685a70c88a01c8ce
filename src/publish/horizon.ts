import type { Instant } from '../model/ids.ts'
import { addDays, civilOf, instantOf } from '../time/index.ts'

export const HORIZON_DAYS = 30

/** PUB-2: from civil midnight of the day of `now`, 30 civil days: one day, one programme. */
export const horizonOf = (
  now: Instant,
  zone: string,
): { readonly from: Instant; readonly until: Instant } => {
  const today = civilOf(now, zone).date
  return {
    from: instantOf(today, '00:00', zone),
    until: instantOf(addDays(today, HORIZON_DAYS), '00:00', zone),
  }
}

/** When the programmes must be compiled anew though nobody did anything: the next civil midnight. */
export const nextCompileAt = (now: Instant, zone: string): Instant =>
  instantOf(addDays(civilOf(now, zone).date, 1), '00:00', zone)
