/**
 * The short way to some fields of many rows. Payload's own reading builds a document of each row, hooks and all, which
 * is most of what a page of the desk costs where it counts hundreds of rows (CMS-110). Here the database itself hands
 * over the named fields, and nothing is kept between two readings: an edited row is read as it stands. What it cannot
 * do, a question it does not know or a cell that is not what its field stores, it leaves to the long way, which mends
 * and tells (I17).
 */
import type { BaseDatabaseAdapter, FlattenedField, Where } from 'payload'
import { faultOfDatabase } from './faults.ts'
import { fitsIn, isId, type Doc } from './readable.ts'

export type LeanQuestion = {
  readonly collection: string
  /** The newest draft of each row in place of the row. */
  readonly drafts: boolean
  /** Fields read beside the id. */
  readonly only: readonly string[]
  readonly where: Where
  /** A field, with `-` before it for the newest or largest first. */
  readonly sort: string
  /** 0 for all. */
  readonly limit: number
  /** How many are passed over before the first. */
  readonly offset?: number
  /** Reads beside the fields, as `leads`, whether a link to many leads to one of them: much less than all it leads to. */
  readonly leads?: Leads
}

/** `only`: no rows but those that do, or those that do not. */
export type Leads = { readonly field: string; readonly to: string; readonly only?: boolean }

/** Rows that are counted, and not read. */
export type CountQuestion = Pick<LeanQuestion, 'collection' | 'drafts' | 'where'> & { readonly leads: Leads }

/** How many rows there are, and in how many of them the link leads there. */
export type Counted = { readonly all: number; readonly leading: number }

/** Of links as they are stored. */
export const leadsTo = (links: unknown, to: string): boolean =>
  Array.isArray(links) && links.some((one) => String(one) === to)

/** What one database does of it: undefined for a question it does not know. */
export type LeanReader = {
  readonly rows: (question: LeanQuestion, fields: Fields) => Promise<readonly Doc[]> | undefined
  readonly count: (question: CountQuestion, fields: Fields) => Promise<Counted> | undefined
}

/** Stored fields of the collection by name. */
export type Fields = ReadonlyMap<string, FlattenedField>

/** Conditions of one field, or lists of further ones. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly field: string; readonly is: 'in' | 'outside'; readonly values: readonly unknown[] }
  | { readonly field: string; readonly is: 'missing' | 'present' }
  | { readonly field: string; readonly is: 'containing'; readonly text: string }

type FindLean = (question: LeanQuestion) => Promise<{ readonly docs: readonly Doc[] } | null>
type CountLean = (question: CountQuestion) => Promise<Counted | null>
type Lean = { readonly findLean?: FindLean; readonly countLean?: CountLean }

const oneField = (field: string, operator: string, value: unknown): Condition | undefined => {
  if (operator === 'equals' && value != null) return { field, is: 'in', values: [value] }
  if (operator === 'in' && Array.isArray(value)) return { field, is: 'in', values: value }
  // Of other fields an empty one is outside on one database and not on the other.
  if (operator === 'not_in' && field === 'id' && Array.isArray(value))
    return { field, is: 'outside', values: value }
  if (operator === 'exists') return { field, is: value === false ? 'missing' : 'present' }
  if (operator === 'contains' && typeof value === 'string') return { field, is: 'containing', text: value }
  return undefined
}

const every = (found: readonly (Condition | undefined)[]): readonly Condition[] | undefined =>
  found.every((one) => one !== undefined) ? found : undefined

/** The conditions of a question, or undefined where it asks what is not known here. */
export const conditionOf = (where: Where): Condition | undefined => {
  const parts = Object.entries(where).map(([name, value]): Condition | undefined => {
    const list = name === 'and' || name === 'or'
    if (list) {
      const inner = every(((value ?? []) as readonly Where[]).map(conditionOf))
      return inner && (name === 'and' ? { all: inner } : { any: inner })
    }
    const operators = Object.entries((value ?? {}) as Record<string, unknown>)
    const all = every(operators.map(([operator, given]) => oneField(name, operator, given)))
    return all && { all }
  })
  const all = every(parts)
  return all && { all }
}

const storedFields = (db: BaseDatabaseAdapter, collection: string): Fields => {
  const found = db.payload.collections[collection as keyof typeof db.payload.collections]
  const stored = (found?.config.flattenedFields ?? []).filter(
    (field) => !('virtual' in field && field.virtual),
  )
  return new Map(stored.map((field) => [field.name, field]))
}

/** Whether each row is what its fields store. A row without an id cannot be named, so it is no row. */
const areSound = (docs: readonly Doc[], fields: readonly FlattenedField[]): boolean =>
  docs.every(({ id }) => isId(id)) &&
  fields.every((field) => {
    const fits = fitsIn(field)
    return docs.every((doc) => fits(doc[field.name]))
  })

const isLinkToMany = (field: FlattenedField | undefined): boolean =>
  (field?.type === 'relationship' || field?.type === 'upload') &&
  field.hasMany === true &&
  typeof field.relationTo === 'string'

/** A database that does not answer is told as it is; a row that cannot be read so is read the long way. */
const orNull = async <Answer>(ask: () => Promise<Answer | null>): Promise<Answer | null> => {
  try {
    return await ask()
  } catch (error) {
    if (faultOfDatabase(error, '')) throw error
    return null
  }
}

const findWith =
  (db: BaseDatabaseAdapter, { rows }: LeanReader): FindLean =>
  async (question) => {
    const fields = storedFields(db, question.collection)
    const asked = question.only.flatMap((name) => fields.get(name) ?? [])
    if (asked.length < question.only.length) return null
    if (question.leads && !isLinkToMany(fields.get(question.leads.field))) return null
    return orNull(async () => {
      const docs = await rows(question, fields)
      return docs && areSound(docs, asked) ? { docs } : null
    })
  }

const countWith =
  (db: BaseDatabaseAdapter, { count }: LeanReader): CountLean =>
  async (question) => {
    const fields = storedFields(db, question.collection)
    if (!isLinkToMany(fields.get(question.leads.field))) return null
    return orNull(async () => (await count(question, fields)) ?? null)
  }

/** Puts the short way beside the adapter's own reads, so that whoever watches those sees it too. */
export const giveLean = (db: BaseDatabaseAdapter, read: LeanReader): void => {
  Object.assign(db, { findLean: findWith(db, read), countLean: countWith(db, read) })
}

/** The rows by the short way; null where the long one must be gone. Not inside a transaction, which sees more. */
export const leanRows = async (db: object, question: LeanQuestion): Promise<readonly Doc[] | null> =>
  (await (db as Lean).findLean?.(question))?.docs ?? null

/** The count by the short way; null where the long one must be gone. */
export const leanCount = async (db: object, question: CountQuestion): Promise<Counted | null> =>
  (await (db as Lean).countLean?.(question)) ?? null
