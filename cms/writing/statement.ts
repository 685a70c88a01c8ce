import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  FlattenedField,
  GlobalBeforeValidateHook,
  GlobalConfig,
  PayloadRequest,
} from 'payload'
import { refuse, RefusalError, spokenRefusal } from '../../src/errors/refusal.ts'
import { dayAndTime } from '../web/language.ts'
import { lastWriters } from './last-writer.ts'
import { merge, type Statement } from './merge.ts'
import type { Row } from './values.ts'

const SYSTEM = new Set(['id', 'updatedAt', 'createdAt', '_status', 'deletedAt'])

type Shown = { readonly admin?: { readonly hidden?: unknown; readonly readOnly?: unknown } }

/** Fields that people write; what the server keeps beside them changes without anybody's words being lost. */
const writtenByPeople = (fields: readonly FlattenedField[]): readonly string[] =>
  fields.flatMap((field) => {
    const { hidden, readOnly } = (field as Shown).admin ?? {}
    const isOurs = 'virtual' in field && Boolean(field.virtual)
    const passes = SYSTEM.has(field.name) || Boolean(hidden) || Boolean(readOnly) || isOurs || field.hidden
    return passes ? [] : [field.name]
  })

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const statementIn = ({ madeFrom, updatedAt }: Row): Statement => {
  if (madeFrom != null && !isRow(madeFrom))
    return refuse('FIELD_INVALID', { field: 'madeFrom', got: typeof madeFrom })
  const instant = updatedAt instanceof Date ? updatedAt.toISOString() : (updatedAt ?? undefined)
  if (instant !== undefined && (typeof instant !== 'string' || Number.isNaN(Date.parse(instant))))
    return refuse('FIELD_INVALID', { field: 'updatedAt', got: String(instant).slice(0, 40) })
  return {
    ...(isRow(madeFrom) && { madeFrom }),
    ...(instant !== undefined && { updatedAt: new Date(instant).toISOString() }),
  }
}

type Write = {
  readonly req: PayloadRequest
  readonly data: Row
  readonly stands: Row
  readonly fields: readonly FlattenedField[]
  /** As the audit names the row. */
  readonly subject: string
}

/** Runs inside the write's own transaction, so nothing comes between this look and what is stored. */
const reconcile = async ({ req, data, stands, fields, subject }: Write): Promise<Row> => {
  const { madeFrom: _, ...written } = data
  const statement = statementIn(data)
  // What another version holds is put back on purpose, and what stood stays among the versions.
  if (req.context['isRestoringVersion']) return written
  const { kept, conflicts } = merge(writtenByPeople(fields), data, stands, statement)
  if (conflicts.length === 0)
    return { ...written, ...Object.fromEntries(kept.map((name) => [name, stands[name]])) }
  const writerOf = await lastWriters(req, subject, stands['updatedAt'])
  const [first, ...more] = conflicts.map((field) => {
    const { name, at } = writerOf(field)
    const when = { zh: dayAndTime(at, 'zh'), en: dayAndTime(at, 'en') }
    return spokenRefusal('EDIT_CONFLICT', { hint: when }, { field, got: name, hint: at })
  })
  throw new RefusalError(first!, ...more)
}

const ofCollection: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  if (operation === 'create') {
    const { madeFrom: _, ...written } = data as Row
    return written
  }
  const stands = (originalDoc ?? {}) as Row
  const subject = `${collection.slug}/${String(stands['id'])}`
  return reconcile({ req, data: data as Row, stands, fields: collection.flattenedFields, subject })
}

const ofGlobal: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) =>
  reconcile({
    req,
    data: (data ?? {}) as Row,
    stands: (originalDoc ?? {}) as Row,
    fields: global.flattenedFields,
    subject: `globals/${global.slug}`,
  })

type Operation = {
  readonly id?: unknown
  readonly data?: unknown
  readonly autosave?: boolean
}

/**
 * An autosave goes out without anybody looking, so it must say what it was made from (CMS-84). A bulk edit begins with
 * the newest drafts: else Payload reads each row as it was first stored and lays that over them (CMS-85).
 */
const stated: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'update') return args
  const { id, data, autosave } = args as Operation
  const { madeFrom, updatedAt } = statementIn(isRow(data) ? data : {})
  if (autosave && !madeFrom && updatedAt === undefined) return refuse('EDIT_UNSTATED')
  const hasDrafts = typeof collection.versions === 'object' && Boolean(collection.versions.drafts)
  return id === undefined && hasDrafts ? { ...args, draft: true } : args
}

/**
 * A write never puts back what another person has written since (CMS-83). A new row has nothing to be compared with.
 */
export const reconciled = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), stated],
    beforeValidate: [ofCollection, ...(collection.hooks?.beforeValidate ?? [])],
  },
})

export const reconciledGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeValidate: [ofGlobal, ...(global.hooks?.beforeValidate ?? [])] },
})
