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

/** Decisions as the audit tells of them; its rows are sealed too, so one that was edited tells nothing. */
export const toldByAudit = async (
  payload: Payload,
  action: 'submission.issue' | 'submission.withdraw',
  { contents, req }: Scope = {},
): Promise<readonly Told[]> => {
  const done: Where = { action: { equals: action } }
  const [only, ...others] = contents ?? []
  const alone = only !== undefined && others.length === 0
  const rows = await rowsOf<AuditRow>(payload, 'audit', {
    where: alone ? { and: [done, { detail: { contains: only } }] } : done,
    sort: 'seq',
    ...(req && { req }),
  })
  const wanted = contents && new Set(contents)
  return rows.flatMap((row) => {
    const [link = '', at = ''] = (row.detail ?? '').split(' ')
    const content = idIn(link)
    if ((wanted && !wanted.has(content)) || !auditRowHolds(row)) return []
    return [{ content, submission: idIn(row.subject), at: Date.parse(at), row: `audit/${row.seq}` }]
  })
}
