import type { Instant } from '../../src/model/ids.ts'

/** One question to the server: own monotonic reading when asked and when answered, and what the server said. */
export type Sample = { readonly rtt: number; readonly offset: number }

/** What survives a restart: the shared instant and the wall clock's reading of the same moment. */
export type ClockNote = { readonly shared: Instant; readonly wall: Instant }

/**
 * Shared time as a function of the browser's monotonic reading; the wall clock is a seed and never looked
 * at again, so its jumps do nothing (I11).
 */
export type Clock = {
  /** From here on time runs at the monotonic rate, bent by at most `SLEW` towards `offset`. */
  readonly base: { readonly mono: number; readonly shared: number }
  /** Best known `shared - monotonic`. */
  readonly offset: number
  readonly samples: readonly Sample[]
  /** true once a server answered in this run. */
  readonly disciplined: boolean
}

/** 5 ms a second: nobody sees a page that is 0.5 % longer. */
const SLEW = 0.005
/** Further off than this is not drift: step at once. */
const STEP_MS = 500
const KEEP = 32

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

/** Shared time at a monotonic reading. Never runs backwards between samples. */
export const readClock = (clock: Clock, mono: number): Instant => {
  const elapsed = Math.max(0, mono - clock.base.mono)
  const straight = clock.base.shared + elapsed
  return straight + clamp(clock.base.mono + elapsed + clock.offset - straight, elapsed * SLEW)
}

/**
 * A clock for a fresh start. A wall clock that reads earlier than when the note was written is wrong: then time goes
 * on from the note, never before it, so an ended lease stays ended (I11).
 */
export const seedClock = (mono: number, wall: Instant, note: ClockNote | null): Clock => {
  const shared = note ? note.shared + Math.max(0, wall - note.wall) : wall
  return { base: { mono, shared }, offset: shared - mono, samples: [], disciplined: false }
}

/**
 * Mean offset of the quickest quarter: the shortest way leaves the least room for asymmetry
 * (docs/facts.md#screens-in-step).
 */
const bestOffset = (samples: readonly Sample[]): number => {
  const quickest = samples.slice().sort((a, b) => a.rtt - b.rtt)
  const best = quickest.slice(0, Math.max(1, samples.length >> 2))
  return best.reduce((sum, sample) => sum + sample.offset, 0) / best.length
}

/** Takes one answer in: `sent` and `received` are monotonic readings, `server` its instant. Nonsense is passed over. */
export const disciplineClock = (clock: Clock, sent: number, received: number, server: Instant): Clock => {
  const rtt = received - sent
  if (!(rtt >= 0 && rtt < 30_000)) return clock
  const sample = { rtt, offset: server - (sent + received) / 2 }
  // An answer that fits nothing known so far means one of the clocks was set: the old samples are worth nothing.
  const fits = clock.samples.filter(
    (old) => Math.abs(old.offset - sample.offset) <= STEP_MS + (old.rtt + rtt) / 2,
  )
  const samples = fits.concat(sample).slice(-KEEP)
  const offset = bestOffset(samples)
  const shown = readClock(clock, received)
  const target = received + offset
  const step = !clock.disciplined || Math.abs(target - shown) > STEP_MS
  return { base: { mono: received, shared: step ? target : shown }, offset, samples, disciplined: true }
}

export const noteClock = (clock: Clock, mono: number, wall: Instant): ClockNote => ({
  shared: Math.floor(readClock(clock, mono)),
  wall,
})
