/** The characters a base font carries, from the national standard itself rather than a list typed by hand. */
const decoder = new TextDecoder('gb18030')

const rows = (from, to, lastCell = 94) => {
  const out = []
  for (let row = from; row <= to; row++)
    for (let cell = 1; cell <= (row === to ? lastCell : 94); cell++)
      out.push(decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell)))
  return out
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))

/** 3,755 hanzi in rows 16–55 (row 55 ends at cell 89), 3,008 in rows 56–87. */
export const GB2312_LEVEL_1 = rows(16, 55, 89)
export const GB2312_LEVEL_2 = rows(56, 87)

/** ASCII, the marks and signs of GB2312 rows 1–3, and what numbers, dates and prices need beside them. */
export const SIGNS = [
  ...range(0x20, 0x7e),
  ...rows(1, 1),
  ...rows(2, 2).filter((c) => /[①-⑩㈠-㈩Ⅰ-Ⅻ]/u.test(c)),
  ...rows(3, 3),
  ...'·•—–…‘’“”¥￥€°²×÷±½¼%‰→←↑↓√℃〇㎡',
]

/** Unified ideographs of the first block: what a name outside GB2312 most likely needs. */
export const FIRST_IDEOGRAPHS = range(0x4e00, 0x9fff)

/**
 * Everything of the first plane that Chinese is written with, and can be drawn one character at a time: no script that
 * joins its letters, no syllables of Korean, no accents without a letter.
 */
const BLOCKS = [
  [0x20, 0x24f], // Latin, with the tones of pinyin
  [0x250, 0x2ff], // phonetics
  [0x370, 0x52f], // Greek, Cyrillic
  [0x1e00, 0x1fff],
  [0x2000, 0x27bf], // marks, currencies, numbers, arrows, mathematics, boxes, signs
  [0x2900, 0x2bff], // more of arrows and mathematics
  [0x2e80, 0x2fff], // radicals
  [0x3000, 0x312f], // marks, kana, bopomofo
  [0x31a0, 0x4dbf], // strokes, enclosed, units, the second block of ideographs
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff], // ideographs under a second number
  [0xfe10, 0xfe1f], // upright marks
  [0xfe30, 0xfe6f],
  [0xff00, 0xffef],
]
const DRAWN_ALONE = /^[\p{L}\p{N}\p{P}\p{S}]$/u
export const WRITTEN = BLOCKS.flatMap(([from, to]) => range(from, to)).filter((c) => DRAWN_ALONE.test(c))
