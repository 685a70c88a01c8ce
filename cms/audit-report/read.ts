import type { Payload, TypedUser } from 'payload'
import { TEXTS, type ErrorCode } from '../../src/errors/codes.ts'
import { formatCode } from '../../src/poster/check-code.ts'
import { mayRows } from '../access/roles.ts'
import type { AuditRow } from '../audit/append.ts'
import { namesIn } from '../audit/names.ts'
import { auditRowHolds } from '../audit/verify.ts'
import { turn } from '../base/turn.ts'
import { isIdIn, rowsOf } from '../records/rows.ts'
import { say, type DeskLanguage } from '../web/language.ts'
import { actWords, commentIn, subjectWords } from './acts.ts'
import { changedLabels, collectionOf, labelWords, partsOf, readNames } from './names.ts'
import { workbookOf } from './workbook.ts'
import { SYSTEM, whereOf, type AuditQuestion } from './question.ts'

/** One row of the audit as a person reads it. */
export type ToldAct = {
  readonly row: string
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly who: string
  readonly act: string
  /** What kind of thing it was done to; empty where there is none. */
  readonly kind: string
  /** What that is called today, or empty. */
  readonly name: string
  readonly subject: string
  /** Fields that changed, the comment, or why it was refused. */
  readonly detail: string
  /** Whether hash and seal of the row hold (I12). */
  readonly holds: boolean
}

export type Row = AuditRow & { readonly id: string }

export type Asking = { readonly payload: Payload; readonly language: DeskLanguage }

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(TEXTS, text)

/** Acts that say by themselves what they are done to, and of those the ones that name nothing either. */
const NAMELESS = new Set(['login', 'pairing.wrong', 'head.publish'])
const KINDLESS = new Set([...NAMELESS, 'posting.put', 'posting.down'])

/** What an export of the audit leaves in it; its detail is all that is said of it, the code first. */
export const EXPORT = 'audit.export'

/** Acts whose detail names check codes among other words. */
const CODED = new Set(['print', 'release.pack', 'posting.put', 'posting.down'])

/** Acts whose detail is what the person calls the thing. */
const CALLED = new Set(['factor.passkey', 'factor.passkey-remove', 'factor.passkey-copied'])

const CHECK_CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** A decision is told of the content itself, which its detail begins with, not of the paper it is taken on. */
const thingOf = ({ action, subject, detail }: Row): string =>
  action.startsWith('submission.') && (detail ?? '').includes('/') ? (detail.split(' ')[0] ?? '') : subject

const kindOf = ({ payload, language }: Asking, row: Row): string => {
  const { slug } = partsOf(thingOf(row))
  if (KINDLESS.has(row.action)) return ''
  const found = collectionOf(payload, slug)
  return found ? labelWords(found.labels.singular, slug)[language] : (subjectWords(slug)?.[language] ?? '')
}

const detailOf = ({ payload, language }: Asking, row: Row): string => {
  const detail = row.detail ?? ''
  if (row.action === 'update')
    return changedLabels(payload, partsOf(row.subject).slug, namesIn(detail), language).join(
      say(language, '、', ', '),
    )
  if (row.action === EXPORT) return formatCode(detail.split(' ')[0] ?? '')
  if (row.action === 'refused') return isErrorCode(detail) ? TEXTS[detail][language] : ''
  if (row.action === 'head.publish') {
    const { id } = partsOf(row.subject)
    return say(language, `第 ${id} 号`, `No. ${id}`)
  }
  if (CODED.has(row.action))
    return detail
      .split(' ')
      .filter((word) => CHECK_CODE.test(word))
      .join(' ')
  if (CALLED.has(row.action)) return detail
  return commentIn(row.action, detail)
}

const told = (asking: Asking, row: Row, names: ReadonlyMap<string, string>): Omit<ToldAct, 'holds'> => ({
  row: row.id,
  seq: row.seq,
  hash: row.hash,
  at: row.at,
  who: row.actorName,
  act: actWords(row.action)[asking.language],
  kind: kindOf(asking, row),
  name: NAMELESS.has(row.action) ? '' : (names.get(row.subject) ?? ''),
  subject: row.subject,
  detail: detailOf(asking, row),
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A damaged cell is told as an empty one; that the row does not hold is said beside it. */
export const readable = (row: Row): Row => ({
  ...row,
  actorName: textOf(row.actorName),
  action: textOf(row.action),
  subject: textOf(row.subject),
  detail: textOf(row.detail),
})

/** Rows checked between two turns of the event loop: some ten milliseconds (CMS-90). */
const PART = 100

/** The stored rows that answer the question, newest first, at most `limit`. */
export const rowsFor = async (
  payload: Payload,
  question: AuditQuestion,
  limit: number,
): Promise<readonly Row[]> => {
  const { by } = question
  if (by !== null && by !== SYSTEM && !isIdIn(payload, by)) return []
  return rowsOf<Row>(payload, 'audit', { where: whereOf(question), sort: '-seq', limit })
}

/** Rows that answer the question, newest first, at most `limit`. */
export const readActs = async (
  asking: Asking,
  question: AuditQuestion,
  limit: number,
): Promise<readonly ToldAct[]> => tellRows(asking, await rowsFor(asking.payload, question, limit))

/** Stored rows in words, in their order. */
export const tellRows = async (asking: Asking, rows: readonly Row[]): Promise<readonly ToldAct[]> => {
  const names = await readNames(
    asking.payload,
    rows.map((row) => readable(row).subject),
  )
  const acts: ToldAct[] = []
  for (const row of rows) {
    acts.push({ ...told(asking, readable(row), names), holds: auditRowHolds(row) })
    if (acts.length % PART === 0) await turn()
  }
  return acts
}

/** Rows a report holds at most: writing a workbook holds the event loop, a thousand rows for some 150 ms. */
export const REPORT_LIMIT = 1_000

/** The answer as a workbook, or null where it has more rows than a report holds. */
export const readReport = async (asking: Asking, question: AuditQuestion): Promise<Buffer | null> => {
  const acts = await readActs(asking, question, REPORT_LIMIT + 1)
  return acts.length > REPORT_LIMIT ? null : workbookOf(acts, asking.language)
}

/** Whether the audit may be read at all. */
export const mayReadAudit = (user: TypedUser | null | undefined): boolean =>
  mayRows(user ?? null, 'audit', 'read')
