/** What is known of single characters, and how a text becomes a row of them. */

const HANZI = /^[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]$/u
export const isHanzi = (c: string): boolean =>
  (c >= '\u4e00' && c <= '\u9fff' && c.length === 1) || (c >= '\u2e80' && HANZI.test(c))
export const isAscii = (c: string): boolean => c > ' ' && c <= '~'
export const isAlphanumeric = (c: string): boolean =>
  c.length === 1 && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))

const TO_SPACE_ON_STRIPS = new Set('，。；,;')
/** Marks a strip shows by a space. */
export const isSpaceOnStrips = (c: string): boolean => TO_SPACE_ON_STRIPS.has(c)

export const codePoints = (text: string): readonly string[] => Array.from(text)

/** What is laid out: any run of white space is one space, none at the ends. */
export const tidy = (text: string): string => text.replace(/[\s\u3000]+/gu, ' ').trim()
