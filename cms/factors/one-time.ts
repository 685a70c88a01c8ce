/** One-time codes of authenticator apps (RFC 6238: SHA-1, six digits, thirty seconds, which is what every app takes). */
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import {
  CODE_DIGITS,
  CODE_SECONDS,
  RECOVERY_ALPHABET,
  RECOVERY_CODES,
  RECOVERY_LENGTH,
} from '../../src/model/one-time-code.ts'

/** As many bits as the digest has (RFC 4226, 4). */
const SECRET_BYTES = 20
/** A code counts one period longer and one earlier: clocks of phones differ, and people type slowly. */
const AROUND = 1
const ISSUER = '银盾'

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: CODE_DIGITS,
    period: CODE_SECONDS,
    secret: Secret.fromBase32(secret),
  })

/** 32 characters of base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What the QR code says to the app; `label` is what the app calls the account. */
export const enrolmentUri = (secret: string, label: string): string => totpOf(secret, label).toString()

/** The number of the period that `code` is of, around `now` in milliseconds; null where it is of none of them. */
export const stepOf = (secret: string, code: string, now: number): number | null => {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: AROUND })
  return delta === null ? null : Math.floor(now / 1000 / CODE_SECONDS) + delta
}

/** A letter of each byte; a byte that would make the first letters likelier is thrown away. */
const recoveryCode = (): string => {
  const fair = 256 - (256 % RECOVERY_ALPHABET.length)
  let code = ''
  while (code.length < RECOVERY_LENGTH)
    for (const byte of randomBytes(RECOVERY_LENGTH))
      if (byte < fair && code.length < RECOVERY_LENGTH)
        code += RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length]
  return code
}

export const newRecoveryCodes = (): readonly string[] => Array.from({ length: RECOVERY_CODES }, recoveryCode)
