import type { Payload, PayloadRequest, Where } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import type { AuditRow } from './append.ts'
import { auditRowHolds } from './verify.ts'
import { rowsOf } from '../records/rows.ts'

/** One decision as the audit tells of it; `row` names the audit row. */
export type Told = {
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

type Action = 'submission.issue' | 'submission.withdraw'

/** Rows of the audit that held, by their number, and up to which number all of them did. */
type Remembered = { readonly told: Map<number, Told>; upTo: number }

const remembered = new WeakMap<Payload, Map<Action, Remembered>>()

const memoryOf = (payload: Payload, action: Action): Remembered => {
  const all = remembered.get(payload) ?? new Map<Action, Remembered>()
  remembered.set(payload, all)
  const memory = all.get(action) ?? { told: new Map(), upTo: 0 }
  all.set(action, memory)
  return memory
}

const toldIn = (row: AuditRow): Told => {
  const [link = '', at = ''] = (row.detail ?? '').split(' ')
  return { content: idIn(link), submission: idIn(row.subject), at: Date.parse(at), row: `audit/${row.seq}` }
}

/** What came since: the audit only grows, and what it once told nobody can untell by taking a row away (I8). */
const learn = async (payload: Payload, action: Action, memory: Remembered): Promise<void> => {
  const rows = await rowsOf<AuditRow>(payload, 'audit', {
    where: { and: [{ action: { equals: action } }, { seq: { greater_than: memory.upTo } }] },
    sort: 'seq',
  })
  let whole = true
  for (const row of rows) {
    const holds = auditRowHolds(row)
    if (holds) memory.told.set(row.seq, toldIn(row))
    // One that was edited is looked at again: it may be put back.
    whole &&= holds
    if (whole) memory.upTo = Math.max(memory.upTo, row.seq)
  }
}

/** As an open transaction sees it, of what nobody else may learn yet. */
const toldWithin = async (payload: Payload, action: Action, { contents, req }: Scope): Promise<Told[]> => {
  const done: Where = { action: { equals: action } }
  const [only, ...others] = contents ?? []
  const alone = only !== undefined && others.length === 0
  const where = alone ? { and: [done, { detail: { contains: only } }] } : done
  const rows = await rowsOf<AuditRow>(payload, 'audit', { where, sort: 'seq', ...(req && { req }) })
  return rows.filter(auditRowHolds).map(toldIn)
}

/**
 * Decisions as the audit tells of them, oldest first; its rows are sealed too, so one that was edited tells nothing.
 * They are read once while the process lives: pages of the desk ask for all of them, and there are hundreds.
 */
export const toldByAudit = async (
  payload: Payload,
  action: Action,
  scope: Scope = {},
): Promise<readonly Told[]> => {
  const wanted = scope.contents && new Set(scope.contents)
  const ofThese = (all: readonly Told[]) => (wanted ? all.filter(({ content }) => wanted.has(content)) : all)
  if (scope.req) return ofThese(await toldWithin(payload, action, scope))
  const memory = memoryOf(payload, action)
  await learn(payload, action, memory)
  return ofThese([...memory.told].toSorted(([a], [b]) => a - b).map(([, told]) => told))
}
