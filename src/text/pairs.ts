import { isHanzi } from './characters.ts'
import type { Edit } from './typed.ts'
import { addressesIn, halfWidthIn, spansOf, inSpans } from './spans.ts'

/** Brackets and quotes, which belong together over a distance. Lines are beats of their own: no pair reaches over. */
type Pair = { readonly open: number; readonly close: number }

const isCjkMark = (c: string): boolean => /^[\u3000-\u303f\uff01-\uff65“”‘’…—]$/u.test(c)

/** Hanzi, or a mark of Chinese text. */
export const isChinese = (c: string): boolean => c !== '' && (isHanzi(c) || isCjkMark(c))

/** The character that ends before, and the one that begins at, a place of a text. */
export const before = (text: string, at: number): string =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
export const from = (text: string, at: number): string => Array.from(text.slice(at, at + 2))[0] ?? ''

/** Every Chinese line: in one without Hanzi all marks are left alone. */
export const chineseLines = (text: string) =>
  spansOf(text, /[^\n]+/g).filter(({ start, end }) => Array.from(text.slice(start, end)).some(isHanzi))

const LEFT = '(（[［'
const RIGHT = ')）]］'

const bracketPairs = (text: string, start: number, end: number, isSkipped: (at: number) => boolean) => {
  const pairs: Pair[] = []
  const open: number[] = []
  for (let at = start; at < end; at += 1) {
    if (isSkipped(at)) continue
    const c = text.charAt(at)
    if (LEFT.includes(c)) open.push(at)
    const side = RIGHT.indexOf(c)
    if (side === -1) continue
    const partner = open.findLastIndex((one) => LEFT.indexOf(text.charAt(one)) >> 1 === side >> 1)
    if (partner === -1) continue
    pairs.push({ open: open[partner] ?? 0, close: at })
    open.length = partner
  }
  return pairs
}

/** `[2022]52号` of a document has brackets of its own. */
const DOCUMENT = /^\[(?:19|20)\d\d\]\d+号/

const bracketEdits = (text: string, { open, close }: Pair): readonly Edit[] => {
  const [left, right] = [text.charAt(open), text.charAt(close)]
  const isFull = '（［'.includes(left) || '）］'.includes(right)
  const isIn =
    isFull ||
    DOCUMENT.test(text.slice(open, open + 20)) ||
    Array.from(text.slice(open + 1, close)).some(isChinese) ||
    isChinese(before(text, open)) ||
    isChinese(from(text, close + 1))
  if (!isIn) return []
  const [opening = '', closing = ''] = DOCUMENT.test(text.slice(open, open + 20))
    ? '〔〕'
    : '(（'.includes(left)
      ? '（）'
      : '［］'
  return [
    { kind: 'bracket', start: open, end: open + 1, to: opening },
    { kind: 'bracket', start: close, end: close + 1, to: closing },
  ]
}

export const brackets = (text: string): readonly Edit[] => {
  const isSkipped = inSpans(halfWidthIn(text))
  return chineseLines(text)
    .flatMap(({ start, end }) => bracketPairs(text, start, end, isSkipped))
    .flatMap((pair) => bracketEdits(text, pair))
    .sort((a, b) => a.start - b.start)
}

type Quoted = Pair & { readonly parent: Quoted | null }
type Opened = { readonly at: number; readonly isDouble: boolean }

const DOUBLE = '“”"＂'
const STRAIGHT = '"＂\'＇'
const QUOTES = `${DOUBLE}‘’'＇`
const isWordy = (c: string): boolean => /^[A-Za-z0-9]$/.test(c)

/** An apostrophe, or the sign of inches. */
const isNoQuote = (text: string, at: number): boolean => {
  const c = text.charAt(at)
  const [left, right] = [before(text, at), from(text, at + 1)]
  return "'’＇".includes(c) && isWordy(left) && isWordy(right)
}

/** Whether a straight quote inside another begins a new one: it stands where one may begin, and all that is open can end. */
const beginsInside = (text: string, at: number, end: number, depth: number, isDouble: boolean): boolean => {
  const left = before(text, at)
  const right = from(text, at + 1)
  if (!/^[：:，,、（(“‘]$/u.test(left) || right === '' || /^[\s，。！？、；：）)”’]$/u.test(right))
    return false
  const kin = isDouble ? /["＂”]/g : /['＇’]/g
  return spansOf(text.slice(at + 1, end), kin).length > depth
}

const quotePairs = (text: string, start: number, end: number, isSkipped: (at: number) => boolean) => {
  const pairs: Pair[] = []
  const open: Opened[] = []
  for (let at = start; at < end; at += 1) {
    const c = text.charAt(at)
    if (!QUOTES.includes(c) || isSkipped(at) || isNoQuote(text, at)) continue
    const isDouble = DOUBLE.includes(c)
    const same = open.filter((one) => one.isDouble === isDouble).length
    const isStraight = STRAIGHT.includes(c)
    const opens = isStraight
      ? same === 0
        ? !/^\d$/.test(before(text, at))
        : beginsInside(text, at, end, same, isDouble)
      : '“‘'.includes(c)
    if (opens) open.push({ at, isDouble })
    const partner = opens ? -1 : open.findLastIndex((one) => one.isDouble === isDouble)
    if (partner === -1) continue
    pairs.push({ open: open[partner]?.at ?? 0, close: at })
    open.length = partner
  }
  return pairs.sort((a, b) => a.open - b.open)
}

/** Outer first; each with the one it stands in. */
const nested = (pairs: readonly Pair[]): readonly Quoted[] => {
  const all: Quoted[] = []
  for (const pair of pairs)
    all.push({ ...pair, parent: all.findLast(({ close }) => close > pair.close) ?? null })
  return all
}

const quoteEdits = (text: string, pairs: readonly Quoted[]): readonly Edit[] => {
  const isDouble = new Map<Quoted, boolean>()
  return pairs.flatMap((pair) => {
    const { open, close, parent } = pair
    const typed = text.charAt(open) + text.charAt(close)
    const isStraight = Array.from(typed).some((c) => STRAIGHT.includes(c))
    // A quote in a quote is of the other sort; an outer one of curly singles is left as it was meant.
    const double: boolean = parent ? !isDouble.get(parent) : isStraight || DOUBLE.includes(typed.charAt(0))
    isDouble.set(pair, double)
    const [opening = '', closing = ''] = double ? '“”' : '‘’'
    return [
      { kind: 'quote' as const, start: open, end: open + 1, to: opening },
      { kind: 'quote' as const, start: close, end: close + 1, to: closing },
    ]
  })
}

/** Straight quotes, and quotes of the same sort inside each other. */
export const quotes = (text: string): readonly Edit[] => {
  const isSkipped = inSpans(addressesIn(text))
  return chineseLines(text)
    .flatMap(({ start, end }) => quoteEdits(text, nested(quotePairs(text, start, end, isSkipped))))
    .sort((a, b) => a.start - b.start)
}
