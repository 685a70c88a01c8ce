/** What is read from stored values, and what is made of typed ones. */
import { FRAUD_CLASSES, type FraudClass, type Picture } from '../model/content.ts'
import { isSha256 } from '../model/ids.ts'
import { FRAUD_CLASS_NAMES } from '../model/names.ts'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string'

export const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is)

const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0

export const isPicture = (value: unknown): value is Picture =>
  isRecord(value) &&
  isText(value['media']) &&
  isSha256(value['sha256']) &&
  isLength(value['width']) &&
  isLength(value['height']) &&
  isText(value['alt']) &&
  (value['isScreenDrawing'] === undefined || value['isScreenDrawing'] === true)

export const isFraudClass = (value: unknown): value is FraudClass =>
  FRAUD_CLASSES.some((name) => name === value)

/** One line of words: NFC, no space at the ends, one space at most between. */
export const line = (value: unknown): string =>
  (isText(value) ? value : '').normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Its lines, those with words in them. */
export const linesOf = (value: unknown): readonly string[] =>
  (isText(value) ? value : '')
    .split(/\r?\n/u)
    .map(line)
    .filter((one) => one !== '')

/** Rows of a list in the form. */
export const rowsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

/** Top left of every page: kind and class, `案例·投资理财`. */
export const labelOf = (kind: string, fraudClass: FraudClass): string => {
  const name = FRAUD_CLASS_NAMES[fraudClass]
  return name ? `${kind}·${name}` : kind
}
