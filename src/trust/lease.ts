import type { Instant } from '../model/ids.ts'
import type { Head2 } from '../wire/papers.ts'

const LEASE_MOST_MS = 31 * 86_400_000
const AHEAD_MOST_MS = 600_000

/** The time here; `set` once an answer of the town has set it in this run: until then it is only what the box says. */
export type Time = { readonly now: Instant; readonly set: boolean }
type Leased = Pick<Head2, 'activateAt' | 'leaseUntil'>

/** Whoever signed it: nobody binds a screen for years, or begins tomorrow (TRU-5). */
export const leaseFault = ({ activateAt, leaseUntil }: Leased, { now, set }: Time): string | null => {
  if (leaseUntil - activateAt > LEASE_MOST_MS) return 'leaseUntil'
  if (!set) return null
  if (activateAt - now > AHEAD_MOST_MS) return 'activateAt'
  return leaseUntil - now > LEASE_MOST_MS ? 'leaseUntil' : null
}

/** The age at which a head ends that is taken now. A box whose time is not set may be years off, so that counts nothing. */
export const leaseAge = ({ activateAt, leaseUntil }: Leased, { now, set }: Time, age: number): number =>
  age + Math.max(0, leaseUntil - (set ? Math.max(activateAt, now) : activateAt))

/** Once the time is set: what was taken before it ends no later than if it came now. */
export const leaseAgeSet = (head: Leased, untilAge: number, time: Time, age: number): number =>
  time.set ? Math.min(untilAge, leaseAge(head, time, age)) : untilAge

/** By the time or by age, whichever says so first. */
export const leaseOver = ({ leaseUntil }: Leased, untilAge: number, now: Instant, age: number): boolean =>
  now >= leaseUntil || age >= untilAge
