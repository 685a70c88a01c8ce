/** Classes of marks after W3C clreq and GB/T 15834; membership is by code point. */
export type Marks = {
  readonly isOpening: (c: string) => boolean
  readonly isClosing: (c: string) => boolean
  /** The voice pauses behind it. */
  readonly endsClause: (c: string) => boolean
  readonly neverFirst: (c: string) => boolean
  readonly neverLast: (c: string) => boolean
  /** Pauses a headline shows by breaking the line instead. */
  readonly isSilentPause: (c: string) => boolean
  /** Full-width pauses, whose blank half may be given up at a line end or beside another mark. */
  readonly isFullPause: (c: string) => boolean
  /** Something to read: neither a space nor a mark. One such character never stands alone on a line or page. */
  readonly isSolid: (c: string) => boolean
}

const CLAUSE_END = '，。；：！？,;:!?'
const SILENT = '，。；：、,;:'

const marksOf = (opening: string, closing: string, first: string, last: string): Marks => {
  const [opens, closes, clauses, silent] = [opening, closing, CLAUSE_END, SILENT].map((all) => new Set(all))
  const neverFirst = new Set(`${closing}${CLAUSE_END}${first}`)
  const neverLast = new Set(`${opening}${last}`)
  // Most characters are hanzi, and no hanzi is a mark.
  const has = (set: ReadonlySet<string> | undefined) => (c: string) =>
    (c < '\u4e00' || c > '\u9fff') && (set?.has(c) ?? false)
  return {
    isOpening: has(opens),
    isClosing: has(closes),
    endsClause: has(clauses),
    neverFirst: has(neverFirst),
    neverLast: has(neverLast),
    isSilentPause: has(silent),
    isFullPause: (c) => c === '、' || (has(clauses)(c) && c > '\u2e80'),
    isSolid: (c) => c !== ' ' && !has(opens)(c) && !has(closes)(c) && !neverFirst.has(c),
  }
}

/** As layout version 1 knows them; what it draws does not change. */
export const MARKS_1: Marks = marksOf(
  '“‘（《〈【「『〔〖([{',
  '”’）》〉】」』〕〗)]}',
  '、.…—·～~%‰℃°',
  '￥¥$#',
)

export const MARKS: Marks = marksOf(
  '“‘（《〈【「『〔〖［｛([{',
  '”’）》〉】」』〕〗］｝)]}',
  '、.．…—–‐·・～~%％‰‱℃℉°㎡㎥々〻／/',
  '￥¥＄$€£￡№＃#＠@',
)
