import { isUnseen } from './unseen.ts'
import { unified } from './forms.ts'
import { before, brackets, chineseLines, from, isChinese, quotes } from './pairs.ts'
import { addressesIn, halfWidthIn, inSpans } from './spans.ts'
import { asTyped, edited, mendsOf, type Edit, type Mend, type MendKind } from './typed.ts'

export type { Mend, MendKind } from './typed.ts'

/** `halves`: one line whose blanks part it in halves, as a slogan's do. */
export type Shape = 'line' | 'lines' | 'halves'

export type Mended = { readonly text: string; readonly mends: readonly Mend[] }

type Pass = (text: string, shape: Shape) => readonly Edit[]

const found = (
  kind: MendKind,
  text: string,
  pattern: RegExp,
  to: (found: string, at: number) => string,
): readonly Edit[] =>
  [...text.matchAll(pattern)].map(({ index, 0: one }) => ({
    kind,
    start: index,
    end: index + one.length,
    to: to(one, index),
  }))

const LINE_ENDS = /\r\n|[\n\r]/g
const SEPARATORS = /[\v\f\u0085\u2028\u2029]/g

/** A line's end of Word or PDF is one where lines are written, a blank elsewhere. */
const separators: Pass = (text, shape) =>
  found('unseen', text, SEPARATORS, () => (shape === 'lines' ? '\n' : ' '))

const unseen: Pass = (text) => {
  const edits: Edit[] = []
  let at = 0
  for (const c of text) {
    const isOurs = isUnseen(c) && c !== '\t' && c.replace(LINE_ENDS, '') !== ''
    const last = edits.at(-1)
    if (isOurs && last?.end === at) edits[edits.length - 1] = { ...last, end: at + c.length }
    else if (isOurs) edits.push({ kind: 'unseen', start: at, end: at + c.length, to: '' })
    at += c.length
  }
  return edits
}

const forms: Pass = (text) =>
  found('form', text, /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, unified)

const half = (text: string): string =>
  Array.from(text, (c) =>
    c > '\uff00' && c < '\uff5f' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c,
  ).join('')

/** Digits and letters, and what stands between two of them in numbers and addresses. */
const widths: Pass = (text) => found('width', text, /[０-９Ａ-Ｚａ-ｚ]+|(?<=\w)[．＠－／＿](?=\w)/g, half)

const narrowMarks: Pass = (text) =>
  found('mark', text, /[｡､｢｣]/g, (c) => '。、「」'.charAt('｡､｢｣'.indexOf(c)))

const BLANK = '[ \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]'

/** Blanks at the head of a line, and those of Word and PDF that are no blank of a keyboard. */
const blanks: Pass = (text) =>
  found(
    'blank',
    text,
    new RegExp(`^${BLANK}+|[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f]+`, 'gm'),
    (one, at) =>
      at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\r'
        ? ''
        : one.replace(/./g, ' ').slice(0, 1),
  )

/**
 * Signs that Word, WeChat and PDF set before the items of a list. They say nothing that the line's own place does not, so
 * they go. Numbers stay: `第 2 步` of another line may mean them, and `3.15` or `110` at the head of a line is no number of
 * an item at all; nobody but the writer can tell.
 */
const BULLET =
  /^(?:[•●◦‣∙▪▫■◆▶►➢➤·・\uf000-\uf0ff][ \t\u3000]*|\*(?!\*)[ \t\u3000]*|[○□◇§][ \t\u3000]+|[-–—−][ \t]+(?=\S)|[-–](?=[\p{Script=Han}“《（])|o[ \t]+(?=[\p{Script=Han}“《（]))/gmu

const bullets: Pass = (text) => found('bullet', text, BULLET, () => '')

const MINUTES =
  /(?<![\d:：.])(?:[01]?\d|2[0-4])：[0-5]\d(?:：[0-5]\d)?(?![\d:：]|\s*[元块角万千百亿个人位名天年月日岁次条件户斤%％])/g

/** A time has one spelling, `9:00`; a score or a number of items after a colon is none. */
const times: Pass = (text) => found('time', text, MINUTES, (one) => one.replaceAll('：', ':'))

const inChinese = (text: string, edits: readonly Edit[]): readonly Edit[] => {
  const isIn = inSpans(chineseLines(text))
  return edits.filter(({ start }) => isIn(start))
}

const isWordy = (c: string): boolean => /^[A-Za-z0-9]$/.test(c)
const isBetweenWords = (text: string, { start, end }: Edit): boolean =>
  isWordy(before(text, start)) && isWordy(from(text, end))

const dots: Pass = (text) => {
  const isAddress = inSpans(addressesIn(text))
  const edits = found('dots', text, /\.{2,}|．{2,}|。{2,}|[·・]{3,}|[…⋯]+/g, () => '……')
  return inChinese(text, edits).filter(
    (edit) => !isAddress(edit.start) && !(text.charAt(edit.start) === '.' && isBetweenWords(text, edit)),
  )
}

/** A dash is two long; between two numbers or words the hyphens of a keyboard mean 一字线. */
const dashes: Pass = (text) => {
  const isAddress = inSpans(addressesIn(text))
  const isInChinese = inSpans(chineseLines(text))
  const isOwnLine = (at: number, length: number): boolean =>
    /^\s*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)) &&
    /^\s*(?:\n|$)/.test(text.slice(at + length))
  return found('dash', text, /[-—―─－–‒−]{2,}/g, (one, at) =>
    one !== '——' && isBetweenWords(text, { kind: 'dash', start: at, end: at + one.length, to: '' })
      ? '—'
      : '——',
  ).filter(({ start, end }) => !isAddress(start) && (isInChinese(start) || isOwnLine(start, end - start)))
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  '．': '。',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
}

const around = (text: string, start: number, end: number) => {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const rest = /^[^\n]*/.exec(text.slice(end))?.[0] ?? ''
  return {
    left: text.slice(line, start).trimEnd(),
    right: rest.trimStart(),
    gap: rest.length - rest.trimStart().length,
  }
}

const isPlain = (text: string): boolean => text === '' || !isChinese(before(text, text.length))

/** Marks of half width where Chinese stands before or behind them, or where they end a Chinese line. */
const marks: Pass = (text, shape) => {
  const isSkipped = inSpans(halfWidthIn(text))
  const edits = found('mark', text, /[,.．;:!?]+/g, (run) => Array.from(run, (c) => FULL[c] ?? c).join(''))
  return inChinese(text, edits).flatMap((edit): readonly Edit[] => {
    const { start, end } = edit
    if (Array.from({ length: end - start }, (_, i) => start + i).some(isSkipped)) return []
    const { left, right, gap } = around(text, start, end)
    if (isPlain(left) && right !== '' && !isChinese(from(right, 0))) return []
    // The blank that English sets behind a mark is in the mark itself; halves are parted by theirs.
    const isGapGone = shape !== 'halves' && right !== '' && /[,;:.．]$/.test(text.slice(start, end))
    return [{ ...edit, end: isGapGone ? end + gap : end }]
  })
}

const PASSES: readonly Pass[] = [
  separators,
  unseen,
  forms,
  widths,
  narrowMarks,
  blanks,
  times,
  dots,
  bullets,
  dashes,
  quotes,
  brackets,
  marks,
]

/** What cannot stay, whoever asks for the text as he typed it: it is not seen, or is another character than it seems. */
export const isNeeded = ({ kind }: Pick<Mend, 'kind'>): boolean => kind === 'unseen' || kind === 'form'

/** No field takes so much; that it is too long is told by the field. */
const LONGEST = 20_000
/** One mending may make way for another; each leaves less to mend, and few texts need three rounds. */
const ROUNDS = 12

/**
 * Puts right what keyboards, Word, WeChat and PDF make of Chinese text; Latin words, numbers and addresses keep their
 * own marks, and a text in correct typography comes back as it is. Mending twice is mending once.
 * @param left places to leave as they are typed, wherever they stand; those that are needed are put right all the same
 */
export const mend = (
  typed: string,
  shape: Shape,
  left: readonly Pick<Mend, 'kind' | 'from'>[] = [],
): Mended => {
  if (typed.length > LONGEST) return { text: typed, mends: [] }
  const kept = new Set(left.filter((one) => !isNeeded(one)).map(({ from: was }) => was))
  const isKept = (kind: MendKind, was: string): boolean => kept.has(was) && !isNeeded({ kind })
  let now = asTyped(typed)
  for (let round = 0; round < ROUNDS; round += 1) {
    const then = now
    for (const pass of PASSES) now = edited(now, pass(now.text, shape), isKept)
    if (now === then) break
  }
  return { text: now.text, mends: mendsOf(now) }
}

/** Only what cannot stay. */
export const mendNeeded = (typed: string, shape: Shape): Mended => {
  if (typed.length > LONGEST) return { text: typed, mends: [] }
  const now = [separators, unseen, forms].reduce(
    (one, pass) => edited(one, pass(one.text, shape), () => false),
    asTyped(typed),
  )
  return { text: now.text, mends: mendsOf(now) }
}
