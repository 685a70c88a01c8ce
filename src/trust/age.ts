import type { Instant } from '../model/ids.ts'

const OFF_MOST_MS = 31 * 86_400_000

/** What survives a restart: the age, the wall clock's last good reading, and how long it ran since then. */
export type AgeNote = { readonly age: number; readonly wall: Instant | null; readonly ran: number }

/**
 * How long this device has been a screen: running time, and what the wall clock went forward while it was off. Leases and
 * numbers are counted on it, for no word on the wire sets it (TRU-3).
 */
export type Age = {
  readonly note: AgeNote
  /** The reading of the running clock at the start. */
  readonly began: number
  /** How long it was off; null while the wall clock is none. */
  readonly off: number | null
  readonly seen: { readonly wall: Instant; readonly at: number } | null
}

const NEVER: AgeNote = { age: 0, wall: null, ran: 0 }

export const beginAge = (note: AgeNote | null, mono: number): Age => ({
  note: note ?? NEVER,
  began: mono,
  off: null,
  seen: null,
})

const running = ({ began }: Age, mono: number): number => Math.max(0, mono - began)

/**
 * The wall clock reads this now. One below the day the player was built is none (a box without a battery, before its
 * network time): the note of before stays, and is compared once there is one.
 */
export const seeWall = (age: Age, mono: number, wall: Instant, built: Instant): Age => {
  if (!(wall >= built)) return age
  const seen = { wall, at: mono }
  if (age.off !== null) return { ...age, seen }
  const { wall: noted, ran } = age.note
  const off = noted === null ? 0 : wall - noted - ran - running(age, mono)
  return { ...age, seen, off: Math.max(0, Math.min(OFF_MOST_MS, off)) }
}

export const readAge = (age: Age, mono: number): number => age.note.age + running(age, mono) + (age.off ?? 0)

/** For the store, once a minute. */
export const noteAge = (age: Age, mono: number): AgeNote => {
  const { note, seen } = age
  const read = readAge(age, mono)
  return seen
    ? { age: read, wall: seen.wall, ran: Math.max(0, mono - seen.at) }
    : { age: read, wall: note.wall, ran: note.ran + running(age, mono) }
}
