import type { Payload, PayloadRequest, Where } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import type { AuditRow } from '../audit/append.ts'
import { auditRowHolds } from '../audit/verify.ts'
import { rowsOf } from '../workflow/rows.ts'

/** One decision as the audit tells of it; `row` names the audit row. */
export type Told = {
  readonly content: string
  readonly submission: string
  readonly at: Instant
  readonly row: string
}

/** Part of the town: one content alone, or what an open transaction sees. */
export type Scope = {
  readonly content?: string
  readonly req?: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
}

const idIn = (link: string): string => link.slice(link.indexOf('/') + 1)

/** Decisions as the audit tells of them; its rows are sealed too, so one that was edited tells nothing. */
export const toldByAudit = async (
  payload: Payload,
  action: 'submission.issue' | 'submission.withdraw',
  { content, req }: Scope = {},
): Promise<readonly Told[]> => {
  const done: Where = { action: { equals: action } }
  const rows = await rowsOf<AuditRow>(payload, 'audit', {
    where: content === undefined ? done : { and: [done, { detail: { contains: content } }] },
    sort: 'seq',
    ...(req && { req }),
  })
  return rows.filter(auditRowHolds).map((row) => {
    const [link = '', at = ''] = row.detail.split(' ')
    return {
      content: idIn(link),
      submission: idIn(row.subject),
      at: Date.parse(at),
      row: `audit/${row.seq}`,
    }
  })
}
