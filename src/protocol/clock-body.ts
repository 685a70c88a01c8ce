import type { Instant } from '../model/ids.ts'

/** One answer of the server's clock: the device's reading when it asked, and the server's instant. */
export type ClockReading = readonly [sent: number, now: Instant]

/** Answers that one signature vouches for; both ends forget older ones. */
export const CLOCK_BURST = 8

/**
 * What the town signs of its time, under `CLOCK_DOMAIN`: this connection's nonce, the device's fresh random, and every
 * answer since the last signature, oldest first. Both ends write it by themselves; it never travels.
 */
export const clockBody = (nonce: string, random: string, told: readonly ClockReading[]): string =>
  JSON.stringify({ nonce, random, told })
