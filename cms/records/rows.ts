/** Reads of the append-only rows, with the database adapter: raw rows, no hooks, no population. */
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { Decision, DecisionRow, RiskClass } from '../../src/model/people.ts'
import { leadsTo, leanCount, leanRows, type Counted, type Leads } from '../database/lean.ts'

export type Reader = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/** The collection of a kind of content. */
export type ContentSlug = string
export type ContentRef = { readonly relationTo: ContentSlug; readonly value: string }

export type SubmissionRow = {
  readonly id: string
  readonly content: ContentRef
  readonly kind: string
  /** Copied from what is frozen, which alone is sealed; of lists. Missing: `ordinary`. */
  readonly risk?: RiskClass | null
  readonly title: string
  readonly frozen: string
  readonly pages: string
  readonly assets: string
  readonly digest: string
  readonly authors: readonly string[]
  readonly submittedBy: string
  readonly submittedAt: string
}

export type ApprovalRow = {
  readonly id: string
  readonly submission: string
  readonly content: ContentRef
  readonly decision: Decision
  readonly by: string
  readonly at: string
  readonly comment?: string | null
  /** Canonical JSON; missing where nothing was asked. */
  readonly confirmed?: string | null
  /** Canonical JSON of comments pinned to places of the words (cms/workflow/pins.ts). */
  readonly pins?: string | null
  readonly to?: string | null
  readonly seal?: string | null
}

export type ReleaseRow = {
  readonly id: string
  readonly submission: string
  readonly content: ContentRef
  readonly kind: SubmissionRow['kind']
  readonly title: string
  readonly digest: string
  readonly releasedAt: string
  readonly signature: string
}

/** All that is stored of a release and of a decision. */
export const RELEASE_FIELDS = [
  'submission',
  'content',
  'kind',
  'title',
  'digest',
  'releasedAt',
  'signature',
] as const satisfies readonly (keyof ReleaseRow)[]
export const APPROVAL_FIELDS = [
  'submission',
  'content',
  'decision',
  'by',
  'at',
  'comment',
  'confirmed',
  'pins',
  'to',
  'seal',
] as const satisfies readonly (keyof ApprovalRow)[]

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const OBJECT_ID = /^[0-9a-f]{24}$/

/** Whether a text is a row's id as one of our databases makes them. */
export const isRowId = (text: string): boolean => UUID.test(text) || OBJECT_ID.test(text)

/** Whether this database could have made it: asked for another id, MongoDB throws where SQLite finds nothing. */
export const isIdIn = ({ db }: Payload, text: string): boolean =>
  db.name === 'mongoose' ? OBJECT_ID.test(text) : isRowId(text)

type Query = {
  readonly where?: Where
  readonly sort?: string
  readonly limit?: number
  /** Fields read, beside the id; without it all of them, megabytes of frozen pages too. */
  readonly only?: readonly string[]
  readonly req?: Reader
}

/** Rows by the text `keyOf` gives, each list in the order of `rows`. */
export const groupedBy = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

type Drafts = Required<Pick<Query, 'only'>> &
  Pick<Query, 'where' | 'sort' | 'limit'> & {
    /** How many are passed over; what is equal has an order then, so that pages together are all rows. */
    readonly offset?: number
    /** Read as `leads`: whether a link to many leads to one of them; with `only` no rows but such, or but others. */
    readonly leads?: Leads
  }

/**
 * Some fields of the newest draft of each content of a collection, by the id of the content. For lists: who writes one
 * is given his draft with his own rights.
 */
export const draftsOf = async <T>(
  payload: Payload,
  collection: string,
  drafts: Drafts,
): Promise<readonly T[]> => {
  const { limit = 0, offset } = drafts
  const question = { where: {}, sort: '-updatedAt', ...drafts, collection, drafts: true, limit }
  const lean = await leanRows(payload.db, question)
  if (lean) return lean as readonly T[]
  const all = await allDraftsOf<T>(payload, collection, drafts)
  const from = offset ?? 0
  return limit > 0 || from > 0 ? all.slice(from, limit > 0 ? from + limit : undefined) : all
}

/** The same by the long way, which knows no links of a row and reads all of it to find out. */
const allDraftsOf = async <T>(
  payload: Payload,
  collection: string,
  { only, where = {}, sort = '-updatedAt', leads }: Drafts,
): Promise<readonly T[]> => {
  const read = leads ? [...only, leads.field] : only
  const { docs } = await payload.db.queryDrafts({
    collection: collection as CollectionSlug,
    pagination: false,
    limit: 0,
    sort: `${sort.startsWith('-') ? '-' : ''}version.${sort.replace(/^-/, '')}`,
    where: inVersions(where),
    select: { parent: true, version: Object.fromEntries(read.map((name) => [name, true])) },
  })
  if (!leads) return docs as unknown as readonly T[]
  const told = docs.map((doc) => withLeads(doc, leads))
  const meant = leads.only === undefined ? told : told.filter((doc) => doc.leads === leads.only)
  return meant as unknown as readonly T[]
}

/** How many drafts there are, and to how many a link leads: nothing of them is read. */
export const countDrafts = async (
  payload: Payload,
  collection: string,
  { where = {}, leads }: Required<Pick<Drafts, 'leads'>> & Pick<Drafts, 'where'>,
): Promise<Counted> => {
  const counted = await leanCount(payload.db, { collection, drafts: true, where, leads })
  if (counted) return counted
  type Led = { readonly leads: boolean }
  const rows = await allDraftsOf<Led>(payload, collection, { only: [], where, leads })
  return { all: rows.length, leading: rows.filter((row) => row.leads).length }
}

const withLeads = (doc: object, { field, to }: Leads): object & { readonly leads: boolean } => ({
  ...doc,
  leads: leadsTo((doc as Readonly<Record<string, unknown>>)[field], to),
})

/** Conditions of a row as its versions are asked for them. */
const inVersions = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([name, value]) => [
      name === 'and' || name === 'or' ? name : name === 'id' ? 'parent' : `version.${name}`,
      Array.isArray(value) ? value.map(inVersions) : value,
    ]),
  ) as Where

/** The fields that are asked for by name, by the short way; null where it cannot be gone. */
const leanRowsOf = async <T>(payload: Payload, collection: string, query: Query): Promise<T[] | null> => {
  const { only, where = {}, sort, limit = 0, req } = query
  if (!only || (await req?.transactionID) != null) return null
  const config = payload.collections[collection as CollectionSlug]?.config
  const order = sort ?? (typeof config?.defaultSort === 'string' ? config.defaultSort : '-createdAt')
  const found = await leanRows(payload.db, { collection, drafts: false, only, where, sort: order, limit })
  return found as T[] | null
}

export const rowsOf = async <T>(payload: Payload, collection: string, query: Query = {}): Promise<T[]> => {
  const lean = await leanRowsOf<T>(payload, collection, query)
  if (lean) return lean
  const { docs } = await payload.db.find({
    collection: collection as CollectionSlug,
    pagination: false,
    limit: query.limit ?? 0,
    ...(query.where && { where: query.where }),
    ...(query.sort && { sort: query.sort }),
    ...(query.only && { select: Object.fromEntries(query.only.map((name) => [name, true])) }),
    ...(query.req && { req: query.req }),
  })
  return docs as T[]
}

const read = <T>(req: Reader, collection: string, query: Query): Promise<T[]> =>
  rowsOf<T>(req.payload, collection, { ...query, req })

export const decisionsOn = (req: Reader, submission: string) =>
  read<ApprovalRow>(req, 'approvals', { where: { submission: { equals: submission } }, sort: 'at' })

/** What a state is derived from, of many submissions at once; one nobody has decided on is missing. */
export const decisionsOnAll = async (req: Reader, submissions: readonly string[]) =>
  groupedBy(
    await read<DecisionRow & Pick<ApprovalRow, 'submission' | 'confirmed'>>(req, 'approvals', {
      where: { submission: { in: [...submissions] } },
      sort: 'at',
      only: ['submission', 'decision', 'by', 'confirmed'],
    }),
    ({ submission }) => String(submission),
  )

export const submissionById = async (req: Reader, id: string) =>
  (await read<SubmissionRow>(req, 'submissions', { where: { id: { equals: id } }, limit: 1 }))[0]

export const releaseById = async (req: Reader, id: string) =>
  (await read<ReleaseRow>(req, 'releases', { where: { id: { equals: id } }, limit: 1 }))[0]

const ofContent = (content: string): Where => ({ 'content.value': { equals: content } })

export const newestSubmission = async (req: Reader, content: string) =>
  (
    await read<SubmissionRow>(req, 'submissions', {
      where: ofContent(content),
      sort: '-submittedAt',
      limit: 1,
    })
  )[0]

export const newestRelease = async (req: Reader, content: string) =>
  (await read<ReleaseRow>(req, 'releases', { where: ofContent(content), sort: '-releasedAt', limit: 1 }))[0]

export const lastWithdrawal = async (req: Reader, content: string) =>
  (
    await read<ApprovalRow>(req, 'approvals', {
      where: { and: [ofContent(content), { decision: { equals: 'withdraw' } }] },
      sort: '-at',
      limit: 1,
    })
  )[0]
