/** The passkeys of a person as they are kept: all of them in one seal, so that none is edited, added or moved alone. */
import type { Payload } from 'payload'
import { passkeyHome, type PasskeyHome } from '../../src/model/passkey.ts'
import type { Spent } from './challenge.ts'
import type { FactorRow } from './rows.ts'
import { seal, unseal } from './seal.ts'

export type Passkey = {
  /** The credential's own, base64url. */
  readonly id: string
  /** COSE, base64url. */
  readonly key: string
  /** How often it signed, by its own count; those that count nothing stay at 0. */
  readonly counter: number
  /** By which ways a browser may look for it. */
  readonly transports: readonly string[]
  /** The name of the address it was made at, and counts at alone. */
  readonly home: string
  /** What the person calls it. */
  readonly name: string
  readonly addedAt: string
  readonly usedAt: string | null
}

export type Kept = { readonly passkeys: readonly Passkey[]; readonly spent: readonly Spent[] }

const NONE: Kept = { passkeys: [], spent: [] }

/** None where the seal does not open: what somebody put there proves nobody. */
export const keptIn = (payload: Payload, row: FactorRow | null): Kept => {
  const text = row ? unseal(payload, 'passkeys', row.person, row.passkeys) : null
  return text === null ? NONE : (JSON.parse(text) as Kept)
}

/** What stands in the row; null where no passkey is left. What was spent is kept as long as it could be sent again. */
export const sealed = (payload: Payload, person: string, { passkeys, spent }: Kept, now: number) =>
  passkeys.length === 0
    ? null
    : seal(
        payload,
        'passkeys',
        person,
        JSON.stringify({ passkeys, spent: spent.filter(({ until }) => until >= now) }),
      )

/** Where passkeys of this town are made and count; null where it has no such address. */
export const homeOf = ({ config }: Payload): PasskeyHome | null => passkeyHome(config.custom?.['publicUrl'])
