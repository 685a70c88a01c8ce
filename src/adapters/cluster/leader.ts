import type { Held, Lease } from '../../model/cluster.ts'
import type { Instant } from '../../model/ids.ts'
import type { After, Clock } from '../process/clock.ts'
import type { Log } from '../process/log.ts'

const HELD_MS = 15_000
const RENEWED_MS = 5_000
const LOOK_MS = 250

export type Leader = {
  /** Whether it leads at this moment: one that slept through its lease does not, until it has renewed it. */
  readonly leads: () => boolean
  /** Hears once when somebody else has taken over. */
  readonly onLost: (hear: () => void) => void
  readonly letGo: () => Promise<void>
}

type Tools = { readonly clock: Clock; readonly after: After; readonly log: Log }

const pause = (after: After): Promise<void> => new Promise((done) => void after(LOOK_MS, done))

/** Waits for one that may be dead until its lease ends; answers null as soon as it is seen to live. */
const taken = async (lease: Lease, after: After): Promise<Held | null> => {
  let seen: Instant | null = null
  for (;;) {
    const held = await lease.take(HELD_MS)
    if (held) return held
    const until = await lease.heldUntil()
    if (seen !== null && until !== null && until > seen) return null
    seen = until ?? seen
    await pause(after)
  }
}

/** Takes the lease and keeps it; null when somebody else has it and lives. */
export const lead = async (lease: Lease, { clock, after, log }: Tools): Promise<Leader | null> => {
  let held = await taken(lease, after)
  if (!held) return null
  let isOver = false
  let lost = (): void => undefined
  let cancel = (): void => undefined
  const renew = async (): Promise<void> => {
    try {
      held = await lease.renew(HELD_MS)
    } catch (error) {
      // A folder that cannot be written this time; the lease stands until it ends.
      log.error({ err: error }, 'the lease was not renewed')
    }
    if (isOver) return
    if (held) cancel = after(RENEWED_MS, () => void renew())
    else lost()
  }
  cancel = after(RENEWED_MS, () => void renew())
  return {
    leads: () => !isOver && held !== null && clock() < held.until,
    onLost: (hear) => void (lost = hear),
    letGo: async () => {
      isOver = true
      cancel()
      await lease.letGo()
    },
  }
}
