import type { Payload, PayloadRequest, Where } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import type { AuditRow } from './append.ts'
import { keptOn } from '../base/kept-on.ts'
import { auditRowHolds } from './verify.ts'
import { rowsOf } from '../records/rows.ts'

/** One decision as the audit tells of it; `row` names the audit row. */
export type ToldDecision = {
  readonly content: string
  readonly submission: string
  readonly at: Instant
  readonly row: string
}

/** Part of the town: some contents alone, or what an open transaction sees. */
export type Scope = {
  readonly contents?: readonly string[]
  readonly req?: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
}

const idIn = (link: string): string => link.slice(link.indexOf('/') + 1)

/** Names asked for in one query: SQLite takes some ten thousand. */
const AT_ONCE = 5_000

type Action = 'submission.issue' | 'submission.withdraw'

/** What rows of the audit told that held, by their hash. */
type Remembered = Map<string, { readonly seq: number; readonly told: ToldDecision }>

const memoryOf = (payload: Payload, action: Action): Remembered => {
  const all = keptOn(payload, 'told-decisions', () => new Map<Action, Remembered>())
  const memory: Remembered = all.get(action) ?? new Map()
  all.set(action, memory)
  return memory
}

const toldIn = (row: AuditRow): ToldDecision => {
  const [link = '', at = ''] = (row.detail ?? '').split(' ')
  return { content: idIn(link), submission: idIn(row.subject), at: Date.parse(at), row: `audit/${row.seq}` }
}

/** Contents whose decisions the database looks for by itself; each is one more walk of its over all decisions. */
const FEW = 12

/**
 * For a few contents the database does the search: a preview is made at every key of the print page, and must not read
 * the decisions of the whole town.
 */
const actsOf = (action: Action, contents: Scope['contents']): Where => {
  const done: Where = { action: { equals: action } }
  if (!contents || contents.length === 0 || contents.length > FEW) return done
  return { and: [done, { or: contents.map((id) => ({ detail: { contains: id } })) }] }
}

/**
 * Reads rows that are not known yet: those that came since, and those that did not hold and may have been put back. A
 * decision that was told once stays told even if its row is taken away (I8).
 */
const learn = async (
  payload: Payload,
  action: Action,
  contents: Scope['contents'],
  memory: Remembered,
): Promise<void> => {
  const done = actsOf(action, contents)
  const hashes = await rowsOf<Pick<AuditRow, 'hash'>>(payload, 'audit', { where: done, only: ['hash'] })
  const unknown = hashes.map(({ hash }) => hash).filter((hash) => !memory.has(hash))
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    const these: Where = { hash: { in: unknown.slice(from, from + AT_ONCE) } }
    for (const row of await rowsOf<AuditRow>(payload, 'audit', { where: { and: [done, these] } }))
      if (auditRowHolds(row)) memory.set(row.hash, { seq: row.seq, told: toldIn(row) })
  }
}

/** As an open transaction sees it; what is not committed may not be remembered for others. */
const toldWithin = async (
  payload: Payload,
  action: Action,
  { contents, req }: Scope,
): Promise<ToldDecision[]> => {
  const where = actsOf(action, contents)
  const rows = await rowsOf<AuditRow>(payload, 'audit', { where, sort: 'seq', ...(req && { req }) })
  return rows.filter(auditRowHolds).map(toldIn)
}

/**
 * Decisions as the audit tells of them, oldest first; its rows are sealed too, so one that was edited tells nothing.
 * Each row is read and verified once while the process lives: pages of the desk ask for all of them, and there are
 * hundreds (CMS-94).
 */
export const toldByAudit = async (
  payload: Payload,
  action: Action,
  scope: Scope = {},
): Promise<readonly ToldDecision[]> => {
  const wanted = scope.contents && new Set(scope.contents)
  const ofThese = (all: readonly ToldDecision[]) =>
    wanted ? all.filter(({ content }) => wanted.has(content)) : all
  if (scope.req) return ofThese(await toldWithin(payload, action, scope))
  const memory = memoryOf(payload, action)
  await learn(payload, action, scope.contents, memory)
  const oldestFirst = [...memory.values()].toSorted((a, b) => a.seq - b.seq)
  return ofThese(oldestFirst.map(({ told }) => told))
}
