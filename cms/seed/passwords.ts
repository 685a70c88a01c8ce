/** No letter or digit that a person copying from paper takes for another. */
export const PASSWORD_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP_LENGTH = 5

/** Uniform bytes, as `node:crypto.randomBytes` gives. */
export type RandomBytes = (length: number) => Uint8Array

const character = (random: RandomBytes): string => {
  // Bytes beyond the last whole run of the alphabet are thrown away, so that every character is equally likely.
  const limit = 256 - (256 % PASSWORD_ALPHABET.length)
  for (;;) {
    const byte = random(1)[0] ?? 255
    if (byte < limit) return PASSWORD_ALPHABET[byte % PASSWORD_ALPHABET.length] ?? ''
  }
}

/** A first password such as `k7mpx-3xqhd-9wtdv`: 74 bits, easy to read out and type. */
export const firstPassword = (random: RandomBytes): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => character(random)).join(''),
  ).join('-')
