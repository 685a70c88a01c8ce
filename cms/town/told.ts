import type { Payload } from 'payload'
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

const idIn = (link: string): string => link.slice(link.indexOf('/') + 1)

/** Decisions as the audit tells of them; its rows are sealed too, so one that was edited tells nothing. */
export const toldByAudit = async (
  payload: Payload,
  action: 'submission.issue' | 'submission.withdraw',
): Promise<readonly Told[]> => {
  const rows = await rowsOf<AuditRow>(payload, 'audit', {
    where: { action: { equals: action } },
    sort: 'seq',
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
