/** Comments pinned to places of the words: written while somebody looks, stored with his 退回, read by the writers. */
import { readFrozen } from '../../src/content/index.ts'
import { refuse } from '../../src/errors/refusal.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { ports } from '../base/ports.ts'
import type { SubmissionRow } from '../records/rows.ts'

/** `field` of the form, `item` its place in a list from 0. */
export type Pin = { readonly field: string; readonly item?: number; readonly text: string }

export const MOST_PINS = 40
const FIELD_LIMIT = 80
export const PIN_LIMIT = 500

const isPlace = (value: unknown): value is Omit<Pin, 'text'> => {
  const { field, item } = (value ?? {}) as Partial<Record<keyof Pin, unknown>>
  const isItem = item === undefined || (Number.isInteger(item) && Number(item) >= 0)
  return typeof field === 'string' && field.length <= FIELD_LIMIT && isItem
}

const isPin = (value: unknown): value is Pin =>
  isPlace(value) && typeof (value as Partial<Pin>).text === 'string'

export const writePins = (pins: readonly Pin[]): string =>
  canonicalJson(pins.map(({ field, item, text }) => ({ field, ...(item !== undefined && { item }), text })))

/** What is stored, as far as it can be read. */
export const readPins = (stored: string | null | undefined): readonly Pin[] => {
  try {
    const list: unknown = JSON.parse(stored || '[]')
    return Array.isArray(list) ? list.filter(isPin) : []
  } catch {
    return []
  }
}

/** A member of a request's body: a list of pins that say something, each of a bounded length. */
export const pinsIn = (body: Readonly<Record<string, unknown>>): readonly Pin[] => {
  const list = body['pins'] ?? []
  if (!Array.isArray(list) || !list.every(isPin))
    return refuse('FIELD_INVALID', { field: 'pins', got: typeof list })
  if (list.length > MOST_PINS)
    return refuse('TOO_MANY_ITEMS', { field: 'pins', limit: MOST_PINS, got: list.length })
  return list.map(({ field, item, text }) => {
    if (/\p{Cs}/u.test(text) || /\p{Cs}/u.test(field)) return refuse('TEXT_NOT_UNICODE', { field: 'pins' })
    const said = text.normalize('NFC').trim()
    const got = [...said].length
    if (got === 0) return refuse('TEXT_EMPTY', { field: 'pins' })
    if (got > PIN_LIMIT) return refuse('TEXT_TOO_LONG', { field: 'pins', limit: PIN_LIMIT, got })
    return { field, ...(item !== undefined && { item }), text: said }
  })
}

/** Whether the words that were frozen have such a place; where they cannot be read, nobody can say. */
export const isPlaceOf = ({ frozen }: Pick<SubmissionRow, 'frozen'>, pin: Pin): boolean => {
  const content = readFrozen(ports().kinds, frozen)
  if ('code' in content) return false
  const kind = ports().kinds.of(content.body)
  if (pin.item === undefined && ['hotline', 'validUntil', ...kind.uploads].includes(pin.field)) return true
  return kind.texts(content.body).some(({ field, item }) => field === pin.field && item === pin.item)
}
