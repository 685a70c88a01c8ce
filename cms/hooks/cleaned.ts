import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  Field,
  GlobalBeforeOperationHook,
  GlobalConfig,
  PayloadRequest,
  SanitizedConfig,
  Where,
} from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { cleanName, cleanTexts, isPlain } from './clean-text.ts'
import { refuseWrongDays } from './days.ts'
import { givenIn } from './given.ts'
import { linkedRows, linkedRowsOfGlobal } from './linked.ts'
import { refuseIllTyped } from './well-typed.ts'

const WRITES = ['create', 'update', 'login']

/** A date emptied in the form comes as an empty text, which Payload can neither check nor store. */
const emptyDates = (fields: readonly Field[], data: Record<string, unknown>): void => {
  for (const { field, value, row } of givenIn(fields, data))
    if (field.type === 'date' && value === '') row[field.name] = null
}

/** The body of a write, clean, with every value of the type its field stores. */
const cleanBody = (fields: readonly Field[], data: unknown): Record<string, unknown> => {
  if (!isPlain(data)) return refuse('BODY_INVALID')
  refuseIllTyped(fields, data)
  if ('password' in data && typeof data['password'] !== 'string')
    refuse('FIELD_INVALID', { field: 'password', got: typeof data['password'] })
  const clean = cleanTexts(data, '') as Record<string, unknown>
  emptyDates(fields, clean)
  return clean
}

/** One file, whose name can be written: what is silently left out of it would be another name. */
const refuseFiles = ({ file, files }: PayloadRequest): void => {
  const sent = (files as { file?: unknown } | undefined)?.file
  if (Array.isArray(sent)) refuse('TOO_MANY_ITEMS', { field: 'file', limit: 1, got: sent.length })
  if (file) cleanName(file.name, 'file')
}

const isForm = (req: PayloadRequest): boolean =>
  req.headers?.get('content-type')?.startsWith('multipart/') ?? false

const cleaning =
  (fieldsOf: (fields: readonly Field[]) => readonly Field[]): CollectionBeforeOperationHook =>
  ({ args, collection, operation, req }) => {
    const given = args as { data?: unknown; where?: unknown }
    if (isPlain(given.where))
      refuseWrongDays(given.where as Where, collection.flattenedFields, req.payload.collections)
    if (!WRITES.includes(operation)) return
    if (isForm(req)) refuseFiles(req)
    // Payload makes an object of the list an upload's words are.
    if (isForm(req) && (!isPlain(given.data) || Array.isArray(req.data)))
      refuse('BODY_INVALID', { field: '_payload' })
    given.data = cleanBody(fieldsOf(collection.fields), given.data)
  }

/**
 * Checks the values of a query and of a write before Payload does. It runs as the last hook of a collection; an
 * upload names it itself, after the right to send a picture is checked and before the slow cleaning of one.
 */
export const cleanWords = cleaning((fields) => fields)

/** What pages of the desk remember for a person. Payload writes whose it is itself, over what it was given. */
const PREFERENCES = 'payload-preferences'
const cleanPreferences = cleaning((fields) =>
  fields.filter((field) => !('name' in field && field.name === 'user')),
)

const withCleanWords = (own: readonly CollectionBeforeOperationHook[]): CollectionBeforeOperationHook[] =>
  own.includes(cleanWords) ? [...own] : [...own, cleanWords]

/**
 * Equal words get equal bytes, else equal content would have two digests (CMS-33); and what a body links to is
 * there.
 */
export const cleaned = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: withCleanWords(collection.hooks?.beforeOperation ?? []),
    beforeValidate: [linkedRows, ...(collection.hooks?.beforeValidate ?? [])],
  },
})

/** The same of the collections Payload adds by itself, once it has. */
export const cleanedHelpers = (config: SanitizedConfig): SanitizedConfig => {
  for (const { hooks, slug } of config.collections) {
    if (hooks.beforeOperation.includes(cleanWords)) continue
    hooks.beforeOperation.push(slug === PREFERENCES ? cleanPreferences : cleanWords)
    if (slug !== PREFERENCES) hooks.beforeValidate.unshift(linkedRows)
  }
  return config
}

const globalHook: GlobalBeforeOperationHook = ({ args, global, operation }) => {
  const given = args as { data?: unknown }
  if (operation === 'update') given.data = cleanBody(global.fields, given.data)
}

/** The same of a global. */
export const cleanedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [...(global.hooks?.beforeOperation ?? []), globalHook],
    beforeValidate: [linkedRowsOfGlobal, ...(global.hooks?.beforeValidate ?? [])],
  },
})
