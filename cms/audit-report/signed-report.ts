import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { addressOf as codeAddress, phoneOrigin } from '../../src/poster/address.ts'
import { reportCode, saidText, withSaid, type Statement } from '../../src/report/index.ts'
import { appendAudit, type AuditRow } from '../audit/append.ts'
import { ports } from '../base/ports.ts'
import { rowsOf } from '../records/rows.ts'
import type { DeskLanguage } from '../web/language.ts'
import { askedNames } from './choices.ts'
import { addressOf, type AuditQuestion } from './question.ts'
import { EXPORT, REPORT_LIMIT, rowsFor, tellRows } from './read.ts'
import { reportSheet, type Around } from './report-words.ts'
import { askedUntil, digestOfRows } from './rows-digest.ts'

/** The end of the chain; a report of an empty log would say nothing. */
const readHead = async (req: PayloadRequest): Promise<Pick<AuditRow, 'seq' | 'hash'>> => {
  const where = { seq: { less_than_equal: Number.MAX_SAFE_INTEGER } }
  const [last] = await rowsOf<AuditRow>(req.payload, 'audit', { where, sort: '-seq', limit: 1 })
  return last ?? { seq: 0, hash: '' }
}

/** Blanks in a row are one; what no font draws is an empty square. */
const mend = (text: string): string => {
  const plain = text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replace(/\s+/g, ' ')
  const missing = new Set(ports().missingGlyphs(plain, 'sans'))
  return missing.size === 0 ? plain : Array.from(plain, (c) => (missing.has(c) ? '□' : c)).join('')
}

const townOf = async ({ payload }: PayloadRequest): Promise<string> => {
  const town = (await payload.db.findGlobal({ slug: 'town' })) as { name?: string | null } | null
  return town?.name ?? ''
}

export type SignedReport = { readonly bytes: Uint8Array; readonly code: string }

/**
 * The answer as a PDF that the town signs: over the bytes, over the rows and over the end of the log at that time. What is
 * said of it stands behind its last page and in the log itself (AUD-1). Refuses AUDIT_REPORT_TOO_LONG.
 */
export const makeSignedReport = async (
  req: PayloadRequest,
  question: AuditQuestion,
  language: DeskLanguage,
  publicUrl: string,
): Promise<SignedReport> => {
  const { now, sha256, sign, report } = ports()
  const set = report ?? refuse('INTERNAL', { hint: 'nothing sets reports in this process' })
  const head = await readHead(req)
  const asked: AuditQuestion = { ...question, before: null }
  const rows = await rowsFor(req.payload, askedUntil(asked, head.seq), REPORT_LIMIT + 1)
  if (rows.length > REPORT_LIMIT) refuse('AUDIT_REPORT_TOO_LONG', { limit: REPORT_LIMIT })
  const user = req.user as { id: string; name?: string | null } | null
  const at = new Date(now()).toISOString()
  const of: Omit<Statement, 'code' | 'pdf'> = {
    rows: await digestOfRows(rows),
    count: String(rows.length),
    head: String(head.seq),
    headHash: head.hash,
    at,
    asked: addressOf(asked),
    by: String(user?.id ?? ''),
    name: mend(user?.name ?? ''),
  }
  const code = reportCode(of, sha256)
  const phone = phoneOrigin(publicUrl)
  const around: Around = {
    town: await townOf(req),
    language,
    question: asked,
    asked: await askedNames(req.payload, asked, language),
    by: of.name,
    at,
    head,
    code,
    address: phone ? codeAddress(phone, code) : null,
  }
  const acts = await tellRows({ payload: req.payload, language }, rows)
  const { pdf, sha256: pdfHash } = await set(reportSheet(around, acts, mend), String(user?.id ?? ''))
  const statement: Statement = { ...of, code, pdf: pdfHash }
  const said = { statement, signature: sign('report', statement) }
  await appendAudit(req, { action: EXPORT, subject: `audit/${head.seq}`, detail: saidText(said) })
  return { bytes: withSaid(pdf, said), code }
}
