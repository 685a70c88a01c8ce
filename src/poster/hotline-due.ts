import type { Instant } from '../model/ids.ts'
import { DAY_MS } from '../time/index.ts'
import { HOTLINE_FRESH_DAYS } from './order-faults.ts'

/** How long before its number grows old who must confirm it is told. */
export const HOTLINE_WARN_DAYS = 30

/**
 * Whole days until sheets call the number long unconfirmed (PRT-6), 0 or less once they do; null while nobody need be told.
 * One that was never confirmed is due, and so is one confirmed on a day to come, which is a slip of the year.
 * @param verifiedAt null where nobody confirmed it
 */
export const hotlineDueIn = (verifiedAt: Instant | null, now: Instant): number | null => {
  if (verifiedAt === null || verifiedAt > now + DAY_MS) return 0
  const left = Math.ceil((verifiedAt + HOTLINE_FRESH_DAYS * DAY_MS - now) / DAY_MS)
  return left > HOTLINE_WARN_DAYS ? null : left
}
