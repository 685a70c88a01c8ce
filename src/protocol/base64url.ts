const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes → base64url without padding (RFC 4648 section 5), as keys and signatures travel. */
export const toBase64Url = (bytes: Uint8Array): string => {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let digit = 0; digit <= Math.min(left, 3); digit += 1)
      out += ALPHABET[(word >> (18 - 6 * digit)) & 63]
  }
  return out
}

/** base64url → bytes; null for a character outside the alphabet, an impossible length or spare bits that are set. */
export const fromBase64Url = (text: string): Uint8Array | null => {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let word = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < text.length; i += 1) {
    const digit = ALPHABET.indexOf(text.charAt(i))
    if (digit < 0) return null
    word = ((word << 6) | digit) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (word >> bits) & 255
      at += 1
    }
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : null
}
