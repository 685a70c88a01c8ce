/** Length of `text` in UTF-8 bytes; a lone surrogate counts 3, as encoders replace it by U+FFFD. */
export const utf8Length = (text: string): number => {
  let bytes = 0
  for (const point of text) {
    const code = point.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
