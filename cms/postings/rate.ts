import { refuse } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'

/**
 * Look-ups of all strangers together, in one bucket that fills evenly, so that no address is kept. At this rate
 * somebody who tries codes needs days to meet one of ten thousand sheets, and years to meet a certain one (24^8
 * codes).
 */
const BURST = 120
const PER_SECOND = 20

const SLOT = Symbol.for('silver-shield.code-lookups')
type Bucket = { left: number; at: Instant }
const bucket = (): Bucket =>
  ((globalThis as { [SLOT]?: Bucket })[SLOT] ??= { left: BURST, at: Number.NEGATIVE_INFINITY })

/** PST-8: takes one, or refuses PRINT_CODE_TOO_MANY. */
export const takeLookup = (now: Instant): void => {
  const held = bucket()
  // A clock set back must not stop the bucket from filling.
  const passed = Math.max(0, now - held.at) / 1000
  held.left = Math.min(BURST, held.left + passed * PER_SECOND)
  held.at = now
  if (held.left < 1) refuse('PRINT_CODE_TOO_MANY')
  held.left -= 1
}
