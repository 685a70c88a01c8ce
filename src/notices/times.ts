/** When a delivery is tried again, and how often something that goes on is told. */
import type { Instant } from '../model/ids.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** After the first try, after the second …: with the last of them almost a day has passed. */
const AGAIN_AFTER: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
]

/** Tries at most. */
export const MOST_TRIES = AGAIN_AFTER.length + 1
/** Nothing is sent that is older. */
export const GIVEN_UP_AFTER_MS = 24 * HOUR

/** When to try next after so many tries that failed; null when it is given up (NTC-7). */
export const nextTry = (tries: number, begun: Instant, now: Instant): Instant | null => {
  const wait = AGAIN_AFTER[tries - 1]
  if (wait === undefined) return null
  const at = now + wait
  return at - begun > GIVEN_UP_AFTER_MS ? null : at
}

/** Days before the end at which it is told; each once, the first as soon as a content is that near. */
const MARKS: readonly number[] = [14, 7, 3, 1]

/** The mark that `left` days have come to; null when there is nothing to tell yet, or no more. */
export const expiryMark = (left: number): number | null =>
  left < 0 ? null : (MARKS.findLast((mark) => left <= mark) ?? null)

/** On the first day over the town's days, on the third, then once a week: who does not listen is not shouted at daily. */
export const overdueMark = (over: number): number | null => {
  if (over < 1) return null
  if (over < 7) return over < 3 ? 1 : 3
  return Math.floor(over / 7) * 7
}

/** Hours of the town between which what goes on is told: nobody's telephone rings at midnight. */
export const TOLD_FROM = '08:00'
export const TOLD_UNTIL = '20:00'
