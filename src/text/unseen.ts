/**
 * Characters that cannot be seen: controls, soft hyphen, joiners, direction marks and overrides, fillers, variation
 * selectors, byte order mark, annotation marks, tags. First and last of each range.
 */
const UNSEEN: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
]

export const isUnseen = (c: string): boolean => {
  const point = c.codePointAt(0) ?? 0
  return UNSEEN.some(([first, last]) => point >= first && point <= last)
}
