import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  Field,
  PayloadRequest,
} from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { mend, mendNeeded, type Mend } from '../../src/text/mend.ts'
import { givenIn, isRow } from '../hooks/given.ts'
import { shapeOf } from './shape.ts'

/** A place that was put right, at its field of the form (`steps.0.heSays`). */
export type MendedAt = Mend & { readonly field: string }

type Asked = {
  /** Nobody looks while a form saves itself, and the words must not move under the caret. */
  readonly isByItself: boolean
  /** Fields whose words stay as they are typed. */
  readonly asTyped: readonly string[]
  /** What was mended, by id of the row; the empty one is new. */
  readonly told: Map<string, readonly MendedAt[]>
}

const KEY = 'mending'
const askedIn = ({ context }: PayloadRequest): Asked | undefined => context[KEY] as Asked | undefined

const fieldsIn = (value: unknown): readonly string[] => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.length < 100 && value.every((one) => typeof one === 'string'))
    return value
  return refuse('FIELD_INVALID', { field: 'asTyped', got: typeof value })
}

type Operation = { readonly data?: unknown; readonly autosave?: boolean; readonly duplicateFromID?: unknown }

const asked: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data, autosave, duplicateFromID } = args as Operation
  if ((operation !== 'create' && operation !== 'update') || !isRow(data)) return args
  const { asTyped, ...written } = data
  const isByItself = Boolean(autosave) || duplicateFromID !== undefined
  const now: Asked = { isByItself, asTyped: fieldsIn(asTyped), told: new Map() }
  req.context[KEY] = now
  return { ...args, data: written }
}

/** `steps.2.heSays` → `steps.heSays`: rows of a list move. */
const placeOf = (at: string): string => at.replace(/\.\d+/g, '')

/** What stood in each field before; what was stored as it was typed is not mended by a later save of the rest. */
const standing = (fields: readonly Field[], row: unknown): ReadonlySet<string> =>
  new Set(
    isRow(row) ? [...givenIn(fields, row)].map(({ at, value }) => JSON.stringify([placeOf(at), value])) : [],
  )

const mendWords: CollectionBeforeValidateHook = ({ collection, data, operation, originalDoc, req }) => {
  const now = askedIn(req)
  if (!now || now.isByItself || !isRow(data) || req.context['isRestoringVersion']) return data
  const stood = standing(collection.fields, originalDoc)
  const all: MendedAt[] = []
  for (const { field, value, at, row } of givenIn(collection.fields, data)) {
    const shape = shapeOf(field)
    if (!shape || typeof value !== 'string' || stood.has(JSON.stringify([placeOf(at), value]))) continue
    const isLeft = now.asTyped.includes(at.split('.')[0] ?? '')
    const { text, mends } = isLeft ? mendNeeded(value, shape) : mend(value, shape)
    if (mends.length === 0) continue
    row[field.name] = text
    all.push(...mends.map((one) => ({ field: at, ...one })))
  }
  const id = operation === 'create' ? '' : String((originalDoc as { id?: unknown } | undefined)?.id ?? '')
  if (all.length > 0) now.told.set(id, all)
  return data
}

const withTold = (doc: unknown, mended: readonly MendedAt[] | undefined): unknown =>
  isRow(doc) && mended ? { ...doc, mended } : doc

const tell: CollectionAfterOperationHook = ({ operation, req, result }) => {
  const told = askedIn(req)?.told
  if (!told || told.size === 0) return result
  if (operation === 'create') return withTold(result, told.get(''))
  const ofId = (doc: unknown): unknown => withTold(doc, isRow(doc) ? told.get(String(doc['id'])) : undefined)
  if (operation === 'updateByID') return ofId(result)
  if (operation !== 'update') return result
  const { docs, ...rest } = result as { readonly docs: readonly unknown[] }
  return { ...rest, docs: docs.map(ofId) }
}

/**
 * Saving puts typing right (src/text/mend.ts) and answers each place in `mended` of the row (MEND-5), whoever saves: a
 * form or a program. `asTyped` names fields to leave alone.
 */
export const mended = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), asked],
    beforeValidate: [...(collection.hooks?.beforeValidate ?? []), mendWords],
    afterOperation: [...(collection.hooks?.afterOperation ?? []), tell],
  },
})
