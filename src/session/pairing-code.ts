import { CODE_ALPHABET, CODE_LENGTH } from '../protocol/pairing-code.ts'

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
