/**
 * All reading of either database goes through here, so that one damaged cell is one empty cell, named on `/readyz`, and
 * not the end of every list its row stands in. Where the driver itself throws over a row, the row is found by halves
 * and read field by field.
 */
import {
  buildVersionCollectionFields,
  type BaseDatabaseAdapter,
  type FlattenedField,
  type PaginatedDocs,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import { faultOfDatabase } from './faults.ts'
import { emptyOf, isId, mend, type Doc } from './readable.ts'
import { noteRow, type RowSource } from './unreadable.ts'

type Select = { readonly [name: string]: boolean | Select }
type Args = Record<string, unknown> & {
  readonly collection?: string
  readonly slug?: string
  readonly select?: Select
  readonly where?: Where
  readonly limit?: number
  readonly pagination?: boolean
}
type Read<Answer> = (args: Args) => Promise<Answer>
type List = Read<PaginatedDocs<Doc>>

/** One kind of row: how it is found, and of which fields it is made. */
type Kind = {
  readonly source: RowSource
  readonly fields: readonly FlattenedField[]
  /** The name under which a query finds the id of a row. */
  readonly idIn: 'id' | 'parent'
  /** The query for one field of a row alone. */
  readonly only: (name: string) => Select
  /** Drafts may lack what is required. */
  readonly drafts: boolean
}

const CHUNK = 200

const configOf = (db: BaseDatabaseAdapter, slug: string): SanitizedCollectionConfig => {
  const found = db.payload.collections[slug as keyof typeof db.payload.collections]
  if (!found) throw new Error(`no collection ${slug}`)
  return found.config
}

const alone = (name: string): Select => ({ [name]: true })

const rowsOfCollection = (db: BaseDatabaseAdapter, { collection = '' }: Args): Kind => {
  const { flattenedFields: fields, versions } = configOf(db, collection)
  return { source: collection, fields, idIn: 'id', only: alone, drafts: Boolean(versions?.drafts) }
}

const versionsOfCollection = (db: BaseDatabaseAdapter, { collection = '' }: Args): Kind => {
  const fields = buildVersionCollectionFields(db.payload.config, configOf(db, collection), true)
  return { source: `${collection}/versions`, fields, idIn: 'id', only: alone, drafts: true }
}

const draftsOfCollection = (db: BaseDatabaseAdapter, args: Args): Kind => ({
  ...rowsOfCollection(db, args),
  idIn: 'parent',
  only: (name) => ({ version: { [name]: true } }),
})

const rowOfGlobal = (db: BaseDatabaseAdapter, { slug = '' }: Args): Kind => {
  const fields = db.payload.globals.config.find((global) => global.slug === slug)?.flattenedFields ?? []
  return { source: `globals/${slug}`, fields, idIn: 'id', only: alone, drafts: true }
}

/** Mends the row and notes what was wrong with it; false for one that has no id to be named by. */
const taken = (
  db: BaseDatabaseAdapter,
  kind: Kind,
  args: Args,
  doc: Doc,
  lost: readonly string[],
): boolean => {
  const { source, fields, drafts } = kind
  const isGlobal = source.startsWith('globals/')
  if (!isGlobal && !isId(doc['id'])) {
    noteRow(db, source, '?', ['id'])
    return false
  }
  const faults = [...lost, ...mend(fields, doc, !args.select && !drafts)]
  // A reading of some fields says nothing good of the others.
  if (faults.length > 0 || !args.select) noteRow(db, source, isGlobal ? '' : String(doc['id']), faults)
  return true
}

const fieldsAsked = ({ fields, idIn }: Kind, { select }: Args): readonly FlattenedField[] => {
  const asked = idIn === 'parent' && typeof select?.['version'] === 'object' ? select['version'] : select
  return asked && Object.values(asked).some(Boolean) ? fields.filter(({ name }) => asked[name]) : fields
}

/** The row field by field; what throws by itself is left empty, and its names are answered. */
const byFields = async (
  kind: Kind,
  args: Args,
  read: (select: Select) => Promise<Doc | undefined>,
): Promise<readonly [doc: Doc, lost: readonly string[]]> => {
  const doc: Doc = {}
  const lost: string[] = []
  for (const field of fieldsAsked(kind, args)) {
    try {
      Object.assign(doc, await read(kind.only(field.name)))
    } catch (error) {
      if (faultOfDatabase(error, '')) throw error
      doc[field.name] = emptyOf(field)
      lost.push(field.name)
    }
  }
  return [doc, lost]
}

type Rows = (ids: readonly (string | number)[]) => Promise<readonly Doc[]>

/** Reads rows by id, in halves where that throws, down to the one that does. */
const inHalves = (db: BaseDatabaseAdapter, list: List, kind: Kind, args: Args): Rows => {
  const { where: _, limit: __, page: ___, ...rest } = args
  const of = (ids: readonly (string | number)[], select = args.select) =>
    list({
      ...rest,
      ...(select && { select }),
      where: { [kind.idIn]: { in: ids } },
      limit: ids.length,
      pagination: false,
    })
  const one = async (id: string | number): Promise<Doc> => {
    const [doc, lost] = await byFields(kind, args, async (select) => (await of([id], select)).docs[0])
    const named = { ...doc, id }
    taken(db, kind, args, named, lost)
    return named
  }
  const rows: Rows = async (ids) => {
    const [id] = ids
    if (id === undefined) return []
    try {
      return (await of(ids)).docs.filter((doc) => taken(db, kind, args, doc, []))
    } catch (error) {
      if (faultOfDatabase(error, '')) throw error
      if (ids.length === 1) return [await one(id)]
      const half = Math.min(CHUNK, ids.length >> 1)
      return [...(await rows(ids.slice(0, half))), ...(await rows(ids.slice(half)))]
    }
  }
  return rows
}

/** What a reading that threw would have answered, its bad cells empty. `error` again where the rows are not at fault. */
const rescued = async (
  db: BaseDatabaseAdapter,
  list: List,
  kind: Kind,
  args: Args,
  error: unknown,
): Promise<PaginatedDocs<Doc>> => {
  if (faultOfDatabase(error, '')) throw error
  const found = await list({ ...args, joins: false, select: { [kind.idIn]: true } }).catch(() => {
    throw error
  })
  const ids = found.docs.map(({ id }) => id).filter(isId)
  const docs = new Map((await inHalves(db, list, kind, args)(ids)).map((doc) => [doc['id'], doc]))
  return { ...found, docs: ids.map((id) => docs.get(id)).filter((doc) => doc !== undefined) }
}

const readingOf =
  (db: BaseDatabaseAdapter, list: List, kindFor: (db: BaseDatabaseAdapter, args: Args) => Kind): List =>
  async (args) => {
    const kind = kindFor(db, args)
    try {
      const found = await list(args)
      return { ...found, docs: found.docs.filter((doc) => taken(db, kind, args, doc, [])) }
    } catch (error) {
      return rescued(db, list, kind, args, error)
    }
  }

/** Wraps the reads of an adapter that was just made. */
export const wrapReads = (db: BaseDatabaseAdapter): void => {
  const raw = db as unknown as Record<string, (args: Args) => Promise<never>>
  const original = <Answer>(name: string): Read<Answer> => raw[name]?.bind(db) as Read<Answer>
  const list = original<PaginatedDocs<Doc>>('find')
  const [findOne, findGlobal] = [original<Doc | null>('findOne'), original<Doc | null>('findGlobal')]

  const reads: Record<string, Read<unknown>> = {
    find: readingOf(db, list, rowsOfCollection),
    findVersions: readingOf(db, original('findVersions'), versionsOfCollection),
    queryDrafts: readingOf(db, original('queryDrafts'), draftsOfCollection),
    findOne: async (args) => {
      const kind = rowsOfCollection(db, args)
      try {
        const doc = await findOne(args)
        return doc && taken(db, kind, args, doc, []) ? doc : null
      } catch (error) {
        const found = await rescued(db, list, kind, { ...args, limit: 1, pagination: false }, error)
        return found.docs[0] ?? null
      }
    },
    findGlobal: async (args) => {
      const kind = rowOfGlobal(db, args)
      const doc = await findGlobal(args).catch(async (error: unknown) => {
        if (faultOfDatabase(error, '')) throw error
        const [made, lost] = await byFields(
          kind,
          args,
          async (select) => (await findGlobal({ ...args, select })) ?? undefined,
        )
        noteRow(db, kind.source, '', lost)
        return made
      })
      if (doc) taken(db, kind, args, doc, [])
      return doc
    },
  }
  Object.assign(db, reads)
}
