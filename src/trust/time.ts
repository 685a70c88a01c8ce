import type { Instant } from '../model/ids.ts'

/** An answer that took longer is passed over; while no answer has set the time in this run, one that took very long. */
const WAY_MOST_MS = 2_000
const FIRST_WAY_MOST_MS = 30_000
const ASKED_MOST = 16

/** The questions that are out on this line, by the device's own running clock. */
export type Asking = readonly number[]

export type ClockSample = {
  readonly sent: number
  readonly received: number
  readonly server: Instant
  /** At most so far off: half its way there and back. */
  readonly error: number
}

export const ask = (asking: Asking, sent: number): Asking => asking.concat(sent).slice(-ASKED_MOST)

/**
 * An answer under the HMAC is this server's answer on this line; it counts once, for a question that was asked (TRU-4).
 * `timed`: an answer has set the time in this run. It sets the time by any distance.
 */
export const hearClock = (
  asking: Asking,
  answer: { readonly sent: number; readonly now: Instant },
  received: number,
  timed: boolean,
): { readonly asking: Asking; readonly sample: ClockSample | null } => {
  const { sent, now } = answer
  const place = asking.indexOf(sent)
  if (place < 0) return { asking, sample: null }
  const way = received - sent
  const counts = way >= 0 && way <= (timed ? WAY_MOST_MS : FIRST_WAY_MOST_MS)
  return {
    asking: asking.filter((_, i) => i !== place),
    sample: counts ? { sent, received, server: now, error: way / 2 } : null,
  }
}
