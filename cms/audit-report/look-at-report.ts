import type { Payload, Where } from 'payload'
import { readSaid, type Said, type Statement } from '../../src/report/index.ts'
import type { AuditRow } from '../audit/append.ts'
import { auditRowHolds } from '../audit/verify.ts'
import { signatureHolds } from '../records/signatures.ts'
import { rowsOf } from '../records/rows.ts'
import { EXPORT } from './read.ts'
import { digestOfRows, rowsAgain } from './rows-digest.ts'

/** The rows an export tells, as they lie there now. */
export type RowsNow =
  | { readonly at: 'same' }
  /** Their numbers where it shows which; none where rows came or went. */
  | { readonly at: 'changed'; readonly edited: readonly number[] }

export type ReportLook =
  | {
      /** `whole`: of a file that was given. `known`: by its code alone, without the file. */
      readonly at: 'whole' | 'known'
      readonly statement: Statement
      /** Row of the log that tells of the export; null where it is gone or was edited. */
      readonly recorded: number | null
      readonly rows: RowsNow
    }
  /** Signed by this town, for other bytes than these. */
  | { readonly at: 'altered'; readonly statement: Statement }
  /** Neither signed by this town nor known to it. */
  | { readonly at: 'foreign' }

const holds = ({ statement, signature }: Said): boolean => {
  const at = Date.parse(statement.at)
  return !Number.isNaN(at) && signatureHolds('report', statement, signature, at)
}

type Found = { readonly said: Said; readonly seq: number; readonly holds: boolean }

/** Rows of exports whose detail holds these letters, and was said by this town. */
const exportsWith = async (payload: Payload, letters: string): Promise<readonly Found[]> => {
  const where: Where = { and: [{ action: { equals: EXPORT } }, { detail: { contains: letters } }] }
  const rows = await rowsOf<AuditRow>(payload, 'audit', { where, sort: '-seq', limit: 5 })
  return rows.flatMap((row) => {
    const said = readSaid(row.detail)
    return said && holds(said) ? [{ said, seq: row.seq, holds: auditRowHolds(row) }] : []
  })
}

const rowsNow = async (payload: Payload, { asked, head, rows }: Statement): Promise<RowsNow> => {
  const now = await rowsAgain(payload, asked, Number(head))
  if ((await digestOfRows(now)) === rows) return { at: 'same' }
  return { at: 'changed', edited: now.filter((row) => !auditRowHolds(row)).map(({ seq }) => seq) }
}

const looked = async (
  payload: Payload,
  at: 'whole' | 'known',
  statement: Statement,
  found: Found | undefined,
): Promise<ReportLook> => ({
  at,
  statement,
  recorded: found?.holds ? found.seq : null,
  rows: await rowsNow(payload, statement),
})

/** By the code that stands on the paper (AUD-2). */
export const lookByCode = async (payload: Payload, code: string): Promise<ReportLook> => {
  const found = (await exportsWith(payload, code)).find(({ said }) => said.statement.code === code)
  return found ? looked(payload, 'known', found.said.statement, found) : { at: 'foreign' }
}

/**
 * By the file: `sha256` of it without its last line, and what that line says; null where it has none, as after a program
 * that wrote the file anew (AUD-3).
 */
export const lookByFile = async (
  payload: Payload,
  sha256: string,
  line: string | null,
): Promise<ReportLook> => {
  const said = line === null ? null : readSaid(line)
  if (said && !holds(said)) return { at: 'foreign' }
  const letters = said?.statement.code ?? sha256
  const found = (await exportsWith(payload, letters)).find(
    ({ said: { statement } }) => statement.pdf === (said?.statement.pdf ?? sha256),
  )
  const statement = said?.statement ?? found?.said.statement
  if (!statement) return { at: 'foreign' }
  return statement.pdf === sha256 ? looked(payload, 'whole', statement, found) : { at: 'altered', statement }
}
