/** No vowels, so no words; no characters that look alike (RFC 8628 section 6.1). */
export const CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'
export const CODE_LENGTH = 8
/** How long a code lives: 20^8 codes, 10 minutes, a few tries a minute cannot be guessed (design 8). */
export const CODE_LIFE_MS = 600_000

/** Bytes from here up are passed over, else the first letters came more often. */
const FAIR = 256 - (256 % CODE_ALPHABET.length)

/**
 * `random` → `BCDF-GHJK`. Unbiased by rejection: give 64 random bytes (16 in 256 are passed over).
 * Throws RangeError when they do not suffice.
 */
export const pairingCode = (random: Uint8Array): string => {
  let code = ''
  for (const byte of random) {
    if (byte >= FAIR) continue
    code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)
    if (code.length === CODE_LENGTH) return `${code.slice(0, 4)}-${code.slice(4)}`
  }
  throw new RangeError(`pairingCode needs more than ${random.length} random bytes`)
}
