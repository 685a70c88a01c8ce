import { refusal, spokenRefusal, type Refusal } from '../errors/refusal.ts'
import type { AmountBand } from '../model/taxonomy.ts'
import { isCivilDate } from '../time/index.ts'
import { plainHeading, type Cell, type Choices, type Column } from './column.ts'
import { chineseNumber, yuanIn } from './numbers.ts'

/** What a cell says: a value for the form, nothing, or why it says nothing. */
export type Read = { readonly value: unknown } | { readonly fault: Refusal } | null

/** A cell as one text. */
export const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.day
  return typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell)
}

/** From which amount on the next band begins, in yuan. */
const BANDS: readonly (readonly [below: number, band: AmountBand])[] = [
  [0.01, 'none'],
  [3_000, 'to-3000'],
  [10_000, 'to-10000'],
  [50_000, 'to-50000'],
  [200_000, 'to-200000'],
]

export const bandOf = (yuan: number): AmountBand =>
  BANDS.find(([below]) => yuan < below)?.[1] ?? 'over-200000'

const LOST_NOTHING = /^(?:无|没有|无损失|没有损失|未损失|未遂|未造成损失|0|零)$/u

/** Kind words that offices add to a class and that tell no two apart. */
const bare = (text: string): string => plainHeading(text).replace(/(?:类|型|诈骗|骗局|案件|案)+$/u, '')

const namesOf = (choices: Choices, otherwise: Column['otherwise'] = {}) =>
  Object.entries(choices).map(([value, { zh, en }]) => ({
    value,
    names: [value, zh, en, ...(otherwise[value] ?? [])],
  }))

/** The one choice that a text names, exactly or as the only one that holds it. */
export const choiceIn = ({ choices = {}, otherwise }: Column, text: string): string | undefined => {
  const asked = bare(text)
  if (asked === '') return undefined
  const all = namesOf(choices, otherwise)
  const exact = all.find(({ names }) => names.some((name) => bare(name) === asked))
  if (exact) return exact.value
  const near = all.filter(({ names }) =>
    names.some((name) => asked.length > 1 && (bare(name).includes(asked) || asked.includes(bare(name)))),
  )
  return near.length === 1 ? near[0]?.value : undefined
}

const unknownChoice = ({ choices = {} }: Column, got: string): Refusal => {
  const all = Object.values(choices)
  return spokenRefusal(
    'IMPORT_CHOICE_UNKNOWN',
    {
      limit: { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') },
    },
    { got: got.slice(0, 60) },
  )
}

const choicesIn = (column: Column, text: string): Read => {
  const whole = choiceIn(column, text)
  if (whole !== undefined && !/[,，;；\n]/u.test(text)) return { value: [whole] }
  const parts = text.split(/[、,，;；/\n]+/u).filter((part) => part.trim() !== '')
  const found = parts.map((part) => choiceIn(column, part))
  const wrong = parts.find((_, i) => found[i] === undefined)
  if (wrong !== undefined) return { fault: unknownChoice(column, wrong) }
  return { value: [...new Set(found)] }
}

const amountIn = (column: Column, text: string): Read => {
  if (LOST_NOTHING.test(text)) return { value: 'none' satisfies AmountBand }
  const yuan = yuanIn(text)
  if (yuan !== undefined) return { value: bandOf(yuan) }
  const band = choiceIn(column, text)
  return band === undefined
    ? { fault: refusal('IMPORT_AMOUNT_UNCLEAR', { got: text.slice(0, 60) }) }
    : { value: band }
}

const NO_END = /^(?:长期|长期有效|永久|永久有效|无|不限|—+|-+|\/)$/u
const DAY =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$|^(\d{4})(\d{2})(\d{2})$/u
const CHINESE_DAY =
  /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/u

/** Days that a spreadsheet counts from the end of 1899; from 1954 to 2119, so that no year or amount is taken for one. */
const SERIAL = { first: 20_000, last: 80_000, epoch: Date.UTC(1899, 11, 30), day: 86_400_000 }

const civil = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** The day a cell names as `YYYY-MM-DD`; undefined where it is none. */
export const dayIn = (cell: Cell): string | undefined => {
  if (typeof cell === 'object' && cell !== null) return isCivilDate(cell.day) ? cell.day : undefined
  if (typeof cell === 'number' && cell >= SERIAL.first && cell <= SERIAL.last)
    return new Date(SERIAL.epoch + Math.floor(cell) * SERIAL.day).toISOString().slice(0, 10)
  const text = textOf(cell).normalize('NFKC').trim()
  const [, year, month, day, years, months, days] = DAY.exec(text) ?? []
  const [, chYear, chMonth, chDay] = CHINESE_DAY.exec(text) ?? []
  const numbers = [chYear, chMonth, chDay].map((part) => chineseNumber(part ?? ''))
  const found =
    year !== undefined
      ? civil(year, month ?? '', day ?? '')
      : years !== undefined
        ? civil(years, months ?? '', days ?? '')
        : civil(...(numbers.map(String) as [string, string, string]))
  return isCivilDate(found) ? found : undefined
}

const readDay = (cell: Cell): Read => {
  if (NO_END.test(textOf(cell).trim())) return null
  const day = dayIn(cell)
  return day === undefined
    ? { fault: refusal('IMPORT_DAY_UNCLEAR', { got: textOf(cell).slice(0, 60) }) }
    : { value: day }
}

/** Where a sentence ends. Marks stay with what they end. */
const SENTENCE_END = /(?<=[。！？!?；][”’」』）)]?)(?![”’」』）)])/u

/** A paragraph as its sentences, one a line, as a form wants a story; lines that were there stay. */
export const inSentences = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/u)
    .flatMap((line) => line.split(SENTENCE_END))
    .map((line) => line.trim())
    .filter((line) => line !== '')

const words = ({ most }: Column, text: string): Read => {
  const got = Array.from(text).length
  return most !== undefined && got > most
    ? { fault: refusal('TEXT_TOO_LONG', { limit: most, got }) }
    : { value: text }
}

/** What a cell of this column says. Links are read as their text. */
export const readCell = (column: Column, cell: Cell): Read => {
  const text = textOf(cell).trim()
  if (text === '') return null
  switch (column.as) {
    case 'choice': {
      const value = choiceIn(column, text)
      return value === undefined ? { fault: unknownChoice(column, text) } : { value }
    }
    case 'choices':
      return choicesIn(column, text)
    case 'amount':
      return amountIn(column, text)
    case 'day':
      return readDay(cell)
    case 'lines':
      return words(column, inSentences(text).join('\n'))
    default:
      return words(column, text.replace(/\s*\r?\n\s*/gu, ' '))
  }
}
