/** Reads of the append-only rows, with the database adapter: raw rows, no hooks, no population. */
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { Decision } from '../../src/model/people.ts'
import type { DecisionRow } from '../../src/model/people.ts'

export type Reader = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/** The collection of a kind of content. */
export type ContentSlug = string
export type ContentRef = { readonly relationTo: ContentSlug; readonly value: string }

export type SubmissionRow = {
  readonly id: string
  readonly content: ContentRef
  readonly kind: string
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

export const rowsOf = async <T>(payload: Payload, collection: string, query: Query = {}): Promise<T[]> => {
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
    await read<DecisionRow & { readonly submission: string }>(req, 'approvals', {
      where: { submission: { in: [...submissions] } },
      sort: 'at',
      only: ['submission', 'decision', 'by'],
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
