import { isUnseen } from '../text/unseen.ts'

/** A text as its reader takes it, and where each unit of it stood. */
export type Folded = {
  readonly text: string
  /** Of each unit of `text` where what it is made of began in the text as written. */
  readonly from: readonly number[]
  /** And where it ended. */
  readonly to: readonly number[]
}

const isPlain = (c: string): boolean => (c >= ' ' && c <= '~') || (c >= '\u4e00' && c <= '\u9fff')

/** The marks of every Chinese text, which need no table of Unicode. */
const MARKS = new Map(
  Array.from({ length: 7 }, (_, i) => ['，！？；：（）'.charAt(i), ',!?;:()'.charAt(i)] as const).concat(
    Array.from('。、“”‘’《》—…', (c) => [c, c] as const),
  ),
)

/** Zeros that are no digit to Unicode. */
const ZEROS = /^[〇○◯]$/

/** Digits of other scripts follow one another from zero on, ten in a row. */
const digitOf = (c: string): string => {
  const point = c.codePointAt(0) ?? 0
  let zero = point
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(point - zero)
}

const shownAs = (c: string): string => {
  if (isPlain(c) || c === '\n') return c
  const mark = MARKS.get(c)
  if (mark !== undefined) return mark
  if (isUnseen(c) || /^\p{M}$/u.test(c)) return ''
  if (ZEROS.test(c)) return '〇'
  const known = c.normalize('NFKC').replace(/\p{M}/gu, '')
  return /^\p{Nd}$/u.test(known) && !/^\d$/.test(known) ? digitOf(known) : known
}

/**
 * What nobody sees is gone, full-width, circled and foreign digits are digits, compatibility forms are the characters they
 * stand for: no spelling gets past a check that a reader does not notice (CHK-2).
 */
export const folded = (text: string): Folded => {
  const from: number[] = []
  const to: number[] = []
  let out = ''
  let at = 0
  for (const c of text) {
    const shown = shownAs(c)
    for (let i = 0; i < shown.length; i += 1) {
      from.push(at)
      to.push(at + c.length)
    }
    out += shown
    at += c.length
  }
  return { text: out, from, to }
}
