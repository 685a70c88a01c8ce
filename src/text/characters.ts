/** Classes of characters after W3C clreq and GB/T 15834; membership is by code point. */
const OPENING = new Set('“‘（《〈【「『〔〖([{')
const CLOSING = new Set('”’）》〉】」』〕〗)]}')
const CLAUSE_END = new Set('，。；：！？,;:!?')
const DROPPED_AT_LINE_END = new Set('，。；：、,;:')
const TO_SPACE_ON_STRIPS = new Set('，。；,;')
const NEVER_FIRST = new Set([...CLOSING, ...CLAUSE_END, ...'、.…—·～~%‰℃°'])
const NEVER_LAST = new Set([...OPENING, ...'￥¥$#'])

export const isOpening = (c: string): boolean => OPENING.has(c)
export const isClosing = (c: string): boolean => CLOSING.has(c)
export const endsClause = (c: string): boolean => CLAUSE_END.has(c)
/** Pauses a headline shows by breaking the line instead. */
export const isSilentPause = (c: string): boolean => DROPPED_AT_LINE_END.has(c)
export const isSpaceOnStrips = (c: string): boolean => TO_SPACE_ON_STRIPS.has(c)
export const neverFirst = (c: string): boolean => NEVER_FIRST.has(c)
export const neverLast = (c: string): boolean => NEVER_LAST.has(c)

/** Full-width pauses, whose blank half may be given up at a line end or beside another mark. */
export const isFullPause = (c: string): boolean => c === '、' || (CLAUSE_END.has(c) && c > '\u2e80')

export const isHanzi = (c: string): boolean =>
  /^[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]$/u.test(c)
export const isAscii = (c: string): boolean => c > ' ' && c <= '~'
export const isAlphanumeric = (c: string): boolean => /^[0-9A-Za-z]$/.test(c)

/** Something to read: neither a space nor a mark. One such character never stands alone on a line or page. */
export const isSolid = (c: string): boolean =>
  c !== ' ' && !OPENING.has(c) && !CLOSING.has(c) && !NEVER_FIRST.has(c)

export const codePoints = (text: string): readonly string[] => Array.from(text)

/** What is laid out: any run of white space is one space, none at the ends. */
export const tidy = (text: string): string => text.replace(/[\s\u3000]+/gu, ' ').trim()
