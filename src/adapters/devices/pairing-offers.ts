import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { openPairing } from '../../../cms/playback/devices.ts'
import { refuse } from '../../errors/refusal.ts'
import type { Instant } from '../../model/ids.ts'
import { fingerprint } from '../../protocol/fingerprint.ts'
import { CODE_LIFE_MS } from '../../protocol/pairing-code.ts'
import { pairingCode } from '../../session/pairing-code.ts'
import type { Clock } from '../process/clock.ts'
import { sha256Hex } from '../disk/keys.ts'

export type PairingOffer = {
  readonly code: string
  readonly fingerprint: string
  readonly expiresAt: Instant
}

/** Devices that wait to be paired at one time; strangers with made-up keys cannot fill the database (I10). */
const MOST_OPEN = 50
/** A code that is about to end is not handed out again. */
const FRESH_FOR_MS = 60_000

/**
 * Codes for unpaired devices. A device that connects again keeps its code, which costs no write; over the limit it is
 * refused with TOO_MANY_DEVICES and comes back later by itself.
 */
export const pairingOffers = (payload: Payload, townKey: string, clock: Clock) => {
  const open = new Map<string, PairingOffer>()
  const forget = (now: Instant): void => {
    for (const [key, { expiresAt }] of open) if (expiresAt <= now) open.delete(key)
  }
  const offer = async (key: string): Promise<PairingOffer> => {
    const now = clock()
    forget(now)
    const known = open.get(key)
    if (known && known.expiresAt - now > FRESH_FOR_MS) return known
    if (!known && open.size >= MOST_OPEN) return refuse('TOO_MANY_DEVICES')
    const made: PairingOffer = {
      code: pairingCode(randomBytes(64)),
      fingerprint: fingerprint(key, townKey, sha256Hex),
      expiresAt: now + CODE_LIFE_MS,
    }
    open.set(key, made)
    await openPairing(payload, { ...made, key }, now)
    return made
  }
  return { offer, close: (key: string) => void open.delete(key) }
}
