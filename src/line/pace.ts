/** So many messages a second, and so many at once: what is beyond is no screen that means well. */
const A_SECOND = 20
const AT_ONCE = 100

export type Pace = { readonly left: number; readonly at: number }

export const fullPace = (at: number): Pace => ({ left: AT_ONCE, at })

/** One more at this reading; null where that is too many. */
export const spent = ({ left, at }: Pace, now: number): Pace | null => {
  const filled = Math.min(AT_ONCE, left + (Math.max(0, now - at) * A_SECOND) / 1_000)
  return filled >= 1 ? { left: filled - 1, at: now } : null
}
