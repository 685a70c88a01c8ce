import type { Where } from 'payload'
import type { CivilDate } from '../../src/model/town.ts'
import { addDays, instantOf, isCivilDate, TOWN_ZONE } from '../../src/time/index.ts'

/** What is asked of the audit: whose acts, on what, on which days of the town, older than which row. */
export type AuditQuestion = {
  /** Id of an account, or `system`. */
  readonly by: string | null
  /** A collection, or one row of it as `collection/id`. */
  readonly of: string | null
  readonly from: CivilDate | null
  /** The last day, itself included. */
  readonly to: CivilDate | null
  readonly before: number | null
}

/** Asks for what nobody did: the server by itself. */
export const SYSTEM = 'system'

/** Ids and collections have neither blanks nor marks; whatever else is in an address is passed over. */
const NAME = /^[\w/-]{1,120}$/

type Params = Readonly<Record<string, unknown>>

const oneOf = (params: Params, name: string): string => {
  const given = params[name]
  const value = Array.isArray(given) ? given[0] : given
  return typeof value === 'string' ? value : ''
}

const nameIn = (params: Params, name: string): string | null => {
  const value = oneOf(params, name)
  return NAME.test(value) ? value : null
}

const dayIn = (params: Params, name: string): CivilDate | null => {
  const value = oneOf(params, name)
  return isCivilDate(value) ? value : null
}

/** The question in an address; a member that makes no sense asks for nothing. */
export const questionIn = (params: Params): AuditQuestion => {
  const before = Number(oneOf(params, 'before'))
  return {
    by: nameIn(params, 'by'),
    of: nameIn(params, 'of'),
    from: dayIn(params, 'from'),
    to: dayIn(params, 'to'),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}

/** The address of a question, without its leading mark; empty when everything is asked for. */
export const addressOf = (question: AuditQuestion): string =>
  new URLSearchParams(
    Object.entries(question).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  ).toString()

const startOf = (day: CivilDate): string => new Date(instantOf(day, '00:00', TOWN_ZONE)).toISOString()

/** All rows of a collection, by the index of the field: `0` is the character after `/`. */
const ofCollection = (collection: string): Where => ({
  and: [{ subject: { greater_than: `${collection}/` } }, { subject: { less_than: `${collection}0` } }],
})

/** As the database is asked. Rows are told newest first, so a page begins below the last number of the one before. */
export const whereOf = ({ by, of, from, to, before }: AuditQuestion): Where => {
  const parts: Where[] = []
  if (by !== null) parts.push({ actor: by === SYSTEM ? { exists: false } : { equals: by } })
  if (of !== null) parts.push(of.includes('/') ? { subject: { equals: of } } : ofCollection(of))
  if (from !== null) parts.push({ at: { greater_than_equal: startOf(from) } })
  if (to !== null) parts.push({ at: { less_than: startOf(addDays(to, 1)) } })
  if (before !== null) parts.push({ seq: { less_than: before } })
  return parts.length > 0 ? { and: parts } : {}
}
