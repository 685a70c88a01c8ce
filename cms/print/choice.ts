import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { ReleaseId, UnitId } from '../../src/model/ids.ts'
import { TILINGS, type Contact, type PrintChoice } from '../../src/poster/sheet.ts'
import { PRINT_WAYS } from '../../src/poster/template.ts'
import { cleanTexts } from '../hooks/clean-text.ts'
import { bodyOf, textIn } from '../requests/body.ts'

type Body = Readonly<Record<string, unknown>>

const ID_LIMIT = 40
/** Longer than the ten characters a contact may have: the poster room says what is wrong with it. */
const CONTACT_LIMIT = 60

const oneOf = <T extends string>(body: Body, field: string, values: readonly T[]): T => {
  const given = textIn(body, field, ID_LIMIT)
  return values.find((value) => value === given) ?? refuse('FIELD_INVALID', { field, got: given })
}

const needed = (body: Body, field: string): string =>
  textIn(body, field, ID_LIMIT) || refuse('TEXT_EMPTY', { field })

const contactIn = ({ contact }: Body): Contact | null => {
  if (contact === null || contact === undefined) return null
  if (typeof contact !== 'object' || Array.isArray(contact))
    return refuse('FIELD_INVALID', { field: 'contact', got: typeof contact })
  const { name, number } = contact as Body
  const given = { 'contact.name': name, 'contact.number': number }
  const typed = {
    name: textIn(given, 'contact.name', CONTACT_LIMIT).trim(),
    number: textIn(given, 'contact.number', CONTACT_LIMIT).trim(),
  }
  return typed.name === '' && typed.number === '' ? null : typed
}

/** Everything of a choice but for whom; control characters and lone surrogates are refused at their field. */
const sharedIn = (body: Body): Omit<PrintChoice, 'unit'> => ({
  release: needed(body, 'release') as ReleaseId,
  template: needed(body, 'template'),
  size: needed(body, 'size'),
  way: oneOf(body, 'way', PRINT_WAYS),
  tiling: oneOf(body, 'tiling', TILINGS),
  contact: contactIn(body),
})

const cleanBody = async (req: PayloadRequest): Promise<Body> => cleanTexts(await bodyOf(req), '') as Body

export const choiceIn = async (req: PayloadRequest): Promise<PrintChoice> => {
  const body = await cleanBody(req)
  return { ...sharedIn(body), unit: needed(body, 'unit') as UnitId }
}

export type BulkChoice = {
  readonly choice: Omit<PrintChoice, 'unit'>
  readonly units: 'all' | readonly string[]
  readonly as: 'zip' | 'pdf'
}

/** More villages than any town has. */
const MOST_UNITS = 500

const unitsIn = ({ units }: Body): BulkChoice['units'] => {
  if (units === 'all') return units
  const list = Array.isArray(units) ? units : refuse('FIELD_INVALID', { field: 'units', got: typeof units })
  if (list.length === 0) refuse('TEXT_EMPTY', { field: 'units' })
  if (list.length > MOST_UNITS)
    refuse('TOO_MANY_ITEMS', { field: 'units', limit: MOST_UNITS, got: list.length })
  return [...new Set(list.map((unit, i) => needed({ [`units.${i}`]: unit as unknown }, `units.${i}`)))]
}

export const bulkIn = async (req: PayloadRequest): Promise<BulkChoice> => {
  const body = await cleanBody(req)
  return { choice: sharedIn(body), units: unitsIn(body), as: oneOf(body, 'as', ['zip', 'pdf'] as const) }
}
