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
