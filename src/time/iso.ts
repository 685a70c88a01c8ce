import type { Instant } from '../model/ids.ts'
import { isCivilDate } from './civil.ts'

const ISO =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/**
 * The instant an ISO text with its offset names, such as `2026-11-23T08:00:00Z`; null for anything else. `Date.parse`
 * alone would make 2 March of `2026-02-30`, and read a text without offset by the machine's zone (TIM-1, TIM-2).
 */
export const readInstant = (text: string): Instant | null => {
  const [, day] = ISO.exec(text) ?? []
  return isCivilDate(day) ? Date.parse(text) : null
}
