import { codePoints, isHanzi, tidy } from './characters.ts'
import type { Dictionary } from './dictionary.ts'
import { MARKS } from './marks.ts'
import { spokenWords } from './phrases.ts'
import { wholesIn } from './wholes.ts'

/** A stretch of the text as it was, kept or left out. */
export type Part = { readonly text: string; readonly isLeftOut: boolean }

export type Shortened = {
  readonly text: string
  /** The whole of what was there, in order. */
  readonly parts: readonly Part[]
}

export type Shortening = {
  readonly dictionary: Dictionary
  /** Characters to read that are wished for. */
  readonly most: number
  /** Phrases that stay as they are. */
  readonly keep?: readonly string[]
}

const split = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** At the head of a clause: when it was, or that something follows. */
const LEADS = split(
  '后来 随后 接着 于是 然后 最近 近日 日前 当天 当时 这时 此时 那时 去年 今年 前年 上周 上月 据悉 原来 其实 终于 这样',
)
/** Wherever they stand as words of their own: how much, how suddenly, a sigh. */
const FILLERS = split(
  '居然 竟然 竟 其实 真的 实在 非常 极其 很 挺 突然 忽然 已经 正在 终于 啊 呀 啦 嘛 哦 哟 呢 哎 唉 嗯',
)
const PLACES = split(
  '门口 附近 旁边 路边 楼下 家里 店里 街上 网上 路上 里 旁 广场 公园 超市 小区 菜场 菜市场 市场 客厅 家中 村里 社区 诊所 药店 集市',
)
const PERSON = /(?:[他她您你我某]|老人|阿姨|大[爷妈伯叔婶姐哥娘]|[奶爷婆叔伯婶姨]{1,2}|老[\u4e00-\u9fff])$/u
/** A place is this many words at most. */
const PLACE_WORDS = 3
/** Numbers in figures and in words, letters, and whatever says no. */
const MEANS = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ零〇一二两三四五六七八九十百千万亿几半不没无未别莫勿否禁拒免]/u
const NEGATES = /[不没无未别莫勿否]$/u
/** Less than this says nothing. */
const LEAST = 4

type Word = { readonly text: string; readonly from: number; readonly to: number }
type Span = Pick<Word, 'from' | 'to'>

/** Words, marks and numbers in order, each character once. */
const piecesOf = (characters: readonly string[], dictionary: Dictionary): readonly Word[] => {
  const basic = characters.map((c) => (c.length === 1 ? c : '\u3013'))
  const wholes = wholesIn(basic)
  const pieces: Word[] = []
  let at = 0
  const add = (to: number): void => {
    pieces.push({ text: characters.slice(at, to).join(''), from: at, to })
    at = to
  }
  while (at < characters.length) {
    const whole = wholes.find(([from]) => from === at)
    let end = at
    const wholeAhead = wholes.find(([from]) => from > at)?.[0] ?? characters.length
    while (end < wholeAhead && isHanzi(characters[end] ?? '')) end++
    if (whole) add(whole[1])
    else if (end === at) add(at + 1)
    else
      for (const word of spokenWords(characters.slice(at, end), dictionary)) add(at + codePoints(word).length)
  }
  return pieces
}

const isMark = ({ text }: Word): boolean => codePoints(text).every((c) => !MARKS.isSolid(c))
const beginsClause = (pieces: readonly Word[], i: number): boolean => {
  const before = pieces[i - 1]
  return !before || isMark(before)
}

/** `在超市门口`, at the head of a clause or after who was there. */
const placeAt = (pieces: readonly Word[], i: number): Span | undefined => {
  const here = pieces[i]
  const before = pieces[i - 1]
  if (here?.text !== '在' || !(beginsClause(pieces, i) || PERSON.test(before?.text ?? ''))) return undefined
  for (let last = i + 1; last <= i + PLACE_WORDS; last++) {
    const [end, after] = [pieces[last], pieces[last + 1]]
    if (!end || isMark(end)) return undefined
    if (PLACES.has(end.text) && after && !isMark(after) && !PLACES.has(after.text) && after.text !== '的')
      return { from: here.from, to: end.to }
  }
  return undefined
}

const inBrackets = (characters: readonly string[]): readonly Span[] =>
  [...characters.join('').matchAll(/（[^（）“”]*）|\([^()“”]*\)/gu)].map(({ 0: all, index }) => {
    const from = codePoints(characters.join('').slice(0, index)).length
    return { from, to: from + codePoints(all).length }
  })

/** What may go, the most harmless first. */
const candidatesIn = (characters: readonly string[], dictionary: Dictionary): readonly Span[] => {
  const pieces = piecesOf(characters, dictionary)
  const isAfterNo = (i: number): boolean => NEGATES.test(pieces[i - 1]?.text ?? '')
  const words = (is: (piece: Word, i: number) => boolean): readonly Span[] =>
    pieces.filter((piece, i) => is(piece, i) && !isAfterNo(i))
  return [
    ...inBrackets(characters),
    ...words(({ text }, i) => LEADS.has(text) && beginsClause(pieces, i)),
    ...words(({ text }) => FILLERS.has(text)),
    ...pieces.flatMap((_, i) => placeAt(pieces, i) ?? []),
  ]
}

/** Places between quotes, and in phrases that stay. */
const heldIn = (
  text: string,
  characters: readonly string[],
  keep: readonly string[],
): ReadonlySet<number> => {
  const held = new Set<number>()
  const hold = (phrase: string, index: number): void => {
    const from = codePoints(text.slice(0, index)).length
    codePoints(phrase).forEach((_, i) => held.add(from + i))
  }
  for (const { 0: quoted, index } of text.matchAll(/“[^”]*(?:”|$)|‘[^’]*(?:’|$)|"[^"]*(?:"|$)/gu))
    hold(quoted, index)
  for (const phrase of keep) {
    const index = phrase === '' ? -1 : text.indexOf(phrase)
    if (index >= 0) hold(phrase, index)
  }
  return new Set([...held].filter((i) => i < characters.length))
}

/** A pause that nothing is said before, or that follows another, goes with the words. */
const withoutLoosePauses = (characters: readonly string[], isOut: readonly boolean[]): readonly boolean[] => {
  let spoken = false
  return characters.map((c, i) => {
    if (isOut[i]) return true
    const isPause = MARKS.isSilentPause(c) || c === ' '
    if (isPause && !spoken && isOut.includes(true)) return true
    spoken = !isPause
    return false
  })
}

const partsOf = (characters: readonly string[], isOut: readonly boolean[]): readonly Part[] => {
  const parts: { text: string; isLeftOut: boolean }[] = []
  characters.forEach((c, i) => {
    const isLeftOut = isOut[i] ?? false
    const last = parts.at(-1)
    if (last?.isLeftOut === isLeftOut) last.text += c
    else parts.push({ text: c, isLeftOut })
  })
  return parts
}

/** Characters to read: blanks and marks are not counted. */
export const readLength = (text: string): number => codePoints(tidy(text)).filter(MARKS.isSolid).length

/**
 * The text with what it can do without left out, down to `most` characters if that suffices; undefined where it is short
 * enough or nothing can go. Numbers, amounts, telephone numbers, what says no, and what stands between quotes stay as
 * they are and in order (TXT-5): words only go, none comes.
 */
export const shorten = (
  typed: string,
  { dictionary, most, keep = [] }: Shortening,
): Shortened | undefined => {
  const text = tidy(typed)
  if (readLength(text) <= most) return undefined
  const characters = codePoints(text)
  const held = heldIn(text, characters, keep)
  const isOut = characters.map(() => false)
  const kept = (): string => characters.filter((_, i) => !isOut[i]).join('')
  for (const { from, to } of candidatesIn(characters, dictionary)) {
    if (readLength(kept()) <= most) break
    const places = Array.from({ length: to - from }, (_, i) => from + i)
    const isMeant = places.some((i) => held.has(i) || MEANS.test(characters[i] ?? ''))
    const left = characters.filter((_, i) => !isOut[i] && !places.includes(i)).join('')
    if (isMeant || readLength(left) < LEAST) continue
    for (const i of places) isOut[i] = true
  }
  if (!isOut.includes(true)) return undefined
  const parts = partsOf(characters, withoutLoosePauses(characters, isOut))
  const shortened = parts.flatMap((part) => (part.isLeftOut ? [] : [part.text])).join('')
  return { text: tidy(shortened), parts }
}
