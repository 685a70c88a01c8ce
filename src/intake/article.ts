import { mend } from '../text/mend.ts'
import { columnNamed, headingsOf, type Column, type Headings } from './column.ts'
import { inSentences } from './values.ts'

/** A text of an office in the parts a content has; every part is a piece of `text`, word for word. */
export type Article = {
  /** The whole, its typing put right (MEND). */
  readonly text: string
  /** Empty where nothing stands apart as a title. */
  readonly title: string
  /** What stood behind a label (`案情：…`), by the field of its column. */
  readonly labelled: ReadonlyMap<string, string>
  readonly advice: readonly string[]
  readonly law: readonly string[]
  readonly source: string
  /** All else, in its order. */
  readonly sentences: readonly string[]
}

const TITLE_AT_MOST = 30

const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、]|[.．](?!\d))\s*/u
/** A line without the number it is listed by: `（三）`, `3.`; not of `3.5万元`. */
export const unnumbered = (line: string): string => line.replace(NUMBERED, '')

const CASE_HEAD = /^(?:典型|真实)?案例[一二三四五六七八九十百\d]{1,3}(?:[:：、.．\s]+|$)/u
/** What stands before a title and is none of it. */
const TITLE_LEAD = /^(?:典型|真实)?案例[:：]\s*/u
const LABEL = /^[【[]?([^:：【】[\]]{1,12})(?:[】\]][:：]?|[:：])\s*(.*)$/u
const ADVICE =
  /^(?:[【[]?[\p{Script=Han}]{0,6}?(?:提醒|提示|支招|建议)(?:您|大家|广大[\p{Script=Han}]{0,8})?[】\]]?[:：，,！!\s]*|(?=(?:请记住|切记|务必|遇到.{0,20}请)))/u
const LAW = /《[^》]{1,20}(?:法|解释|规定|条例)》|构成[^，。]{1,8}罪|有期徒刑/u
const SOURCE = /^[（(]?(?:案例|素材|信息|文章)?(?:来源|出处|转自|摘自|供稿)[:：\s]\s*(.+?)[)）]?$/u
/** Who wrote it, when it was printed, how often it was read: of no use to a content. */
const IMPRINT =
  /^(?:作者|记者|通讯员|编辑|责编|责任编辑|审核|校对|发布时间|发布日期|时间|日期|字号|浏览|阅读|点击|分享)[^。！？]{0,40}$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/u
const ENDS_A_SENTENCE = /[。；;，,！!？?…][”’」』）)]?$/u

type Part = { readonly label: Column | null; readonly lines: string[] }

/** A line that begins a part under a label of these columns, and what stands behind the label. */
const labelIn = (headings: Headings, line: string): { column: Column; rest: string } | null => {
  const text = unnumbered(line)
  const [, label = '', rest = ''] = LABEL.exec(text) ?? []
  const named = columnNamed(headings, label)
  if (named) return { column: named, rest }
  const alone = text.length <= 12 ? columnNamed(headings, text) : undefined
  return alone ? { column: alone, rest: '' } : null
}

const partsIn = (columns: readonly Column[], lines: readonly string[]): readonly Part[] => {
  const headings = headingsOf(columns)
  const parts: Part[] = [{ label: null, lines: [] }]
  for (const line of lines) {
    const found = labelIn(headings, line)
    const last = parts.at(-1)
    // What is told goes on from line to line; all else is said on its own line, or on the next.
    const goesOn = last?.label == null || last.label.as === 'lines' || last.lines.length === 0
    if (found) parts.push({ label: found.column, lines: found.rest === '' ? [] : [found.rest] })
    else if (!goesOn || IMPRINT.test(line) || SOURCE.test(line)) parts[0]?.lines.push(line)
    else last?.lines.push(line)
  }
  return parts
}

/** Each label once; one that comes again has no place. */
const labelledIn = (parts: readonly Part[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const { label, lines } of parts) {
    const text = lines.join('\n')
    if (label && text !== '' && !found.has(label.field)) found.set(label.field, text)
  }
  return found
}

/** A first line that stands apart and is no sentence. */
const titleIn = (lines: readonly string[]): string => {
  const line = lines[0]?.replace(CASE_HEAD, '').replace(TITLE_LEAD, '') ?? ''
  return line !== '' && Array.from(line).length <= TITLE_AT_MOST && !ENDS_A_SENTENCE.test(line) ? line : ''
}

const sourceIn = (lines: readonly string[]): string => {
  for (const line of lines) {
    const [, source] = SOURCE.exec(line) ?? []
    if (source !== undefined) return source
  }
  return ''
}

const sortedOut = (sentences: readonly string[]) => {
  const [advice, law, rest]: [string[], string[], string[]] = [[], [], []]
  for (const sentence of sentences) {
    const [lead] = ADVICE.exec(sentence) ?? []
    if (lead !== undefined) advice.push(sentence.slice(lead.length))
    else if (LAW.test(sentence)) law.push(sentence)
    else rest.push(sentence)
  }
  return { advice: advice.filter((one) => one !== ''), law, rest }
}

/** Lines with words in them; a text without line ends is one. */
export const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Where a text tells of several (`案例一`, `案例二`), each for itself; what stands above the first is of none. */
export const severalIn = (text: string): readonly string[] => {
  const lines = linesIn(text)
  const heads = lines.flatMap((line, i) => (CASE_HEAD.test(line) ? [i] : []))
  return heads.length < 2 ? [text] : heads.map((from, i) => lines.slice(from, heads[i + 1]).join('\n'))
}

/** The parts of a text; `columns` are the labels its kind knows. In time linear in the text. Never throws. */
export const readArticle = (columns: readonly Column[], typed: string): Article => {
  const { text } = mend(typed, 'lines')
  const lines = linesIn(text)
  const parts = partsIn(columns, lines)
  const free = parts[0]?.lines ?? []
  const own = free.filter((line) => !IMPRINT.test(line) && !SOURCE.test(line))
  const title = titleIn(own)
  const told = title === '' ? own : own.slice(1)
  const { advice, law, rest } = sortedOut(told.flatMap(inSentences))
  return {
    text,
    title,
    labelled: labelledIn(parts),
    advice,
    law,
    source: sourceIn(free),
    sentences: rest.map((line) => line.replace(CASE_HEAD, '')).filter((line) => line !== ''),
  }
}

const CLAUSE_END = /[，,；;：:。！？!?、]/u

/** The longest beginning of a text that ends with a clause and has at most so many characters; empty where none does. */
export const beginningOf = (text: string, most: number): string => {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  for (let at = most; at > 1; at -= 1)
    if (CLAUSE_END.test(characters[at] ?? '') && !/[，,；;：:、]/u.test(characters[at - 1] ?? ''))
      return characters.slice(0, at).join('')
  return ''
}

/** A sentence in pieces of at most so many characters, cut after a mark where there is one. */
export const piecesOf = (sentence: string, most: number): readonly string[] => {
  const characters = Array.from(sentence)
  const pieces: string[] = []
  let from = 0
  while (characters.length - from > most) {
    let cut = from + most
    for (let at = cut - 1; at > from + most / 3; at -= 1)
      if (/[，,；;：:、。！？!?]/u.test(characters[at] ?? '')) {
        cut = at + 1
        break
      }
    pieces.push(characters.slice(from, cut).join(''))
    from = cut
  }
  return [...pieces, characters.slice(from).join('')]
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** The one value most of whose words stand in the text; none where two have as many, or none has any. */
export const mostNamed = <T extends string>(
  words: Readonly<Partial<Record<T, readonly string[]>>>,
  text: string,
): T | undefined => {
  const counts = (Object.entries(words) as [T, readonly string[]][])
    .map(([value, all]) => ({ value, count: all.filter((word) => text.includes(word)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  const [first, second] = counts
  return first && first.count > (second?.count ?? 0) ? first.value : undefined
}

/** All values of which a word stands in the text, in their order. */
export const allNamed = <T extends string>(
  words: Readonly<Partial<Record<T, readonly string[]>>>,
  text: string,
): readonly T[] =>
  (Object.entries(words) as [T, readonly string[]][])
    .filter(([, all]) => all.some((word) => text.includes(word)))
    .map(([value]) => value)
