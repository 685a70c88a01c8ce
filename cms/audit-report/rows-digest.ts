import type { Payload } from 'payload'
import { rowsDigest, type ReportRow } from '../../src/report/index.ts'
import { auditRowHolds } from '../audit/verify.ts'
import { ports } from '../base/ports.ts'
import { turn } from '../base/turn.ts'
import { questionIn, type AuditQuestion } from './question.ts'
import { readable, REPORT_LIMIT, rowsFor, type Row } from './read.ts'

const instantOf = (at: unknown): string => {
  const date = new Date(at as string)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

const reportRow = (stored: Row): ReportRow => {
  const { seq, actor, actorName, action, subject, detail, hash } = readable(stored)
  return {
    seq: Number(seq) || 0,
    at: instantOf(stored.at),
    actor: actor ?? '',
    actorName,
    action,
    subject,
    detail,
    hash: typeof hash === 'string' ? hash : '',
    holds: auditRowHolds(stored),
  }
}

/** Rows checked between two turns of the event loop (CMS-90). */
const PART = 100

export const digestOfRows = async (rows: readonly Row[]): Promise<string> => {
  const told: ReportRow[] = []
  for (const row of rows) {
    told.push(reportRow(row))
    if (told.length % PART === 0) await turn()
  }
  return rowsDigest(told, ports().sha256)
}

/** The question again, of the chain as it ended with row `head`. */
export const askedUntil = (question: AuditQuestion, head: number): AuditQuestion => ({
  ...question,
  before: head + 1,
})

/** The same rows as they lie there now. */
export const rowsAgain = (payload: Payload, asked: string, head: number): Promise<readonly Row[]> =>
  rowsFor(
    payload,
    askedUntil(questionIn(Object.fromEntries(new URLSearchParams(asked))), head),
    REPORT_LIMIT + 1,
  )
