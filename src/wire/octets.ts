/** The UTF-8 of a text, for what is hashed and what a key covers; a lone surrogate becomes U+FFFD, as encoders do. */
export const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const point of text) {
    const read = point.codePointAt(0)!
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return new Uint8Array(bytes)
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A whole number in eight bytes, big end first. */
export const eightBytes = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  let left = value
  for (let i = 7; i >= 0; i -= 1) {
    bytes[i] = left % 256
    left = Math.floor(left / 256)
  }
  return bytes
}

/** Equal, in a time that does not tell where they differ. */
export const alike = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i += 1) difference |= a[i]! ^ b[i]!
  return difference === 0
}

export const hex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16)
  return text
}
