/**
 * What is on record of an import, and nothing else is: rows of the audit, written in the transactions that made its
 * drafts (docs/decisions/0024-ways-in.md).
 */
import type { PayloadRequest } from 'payload'
import { appendAudit, type AuditRow } from '../audit/append.ts'
import { rowsOf, type Reader } from '../records/rows.ts'

type Req = Parameters<typeof appendAudit>[0]

const ACTIONS = ['import.begin', 'import.part', 'import.done', 'import.undo'] as const
type Action = (typeof ACTIONS)[number]

export const subjectOf = (id: string): string => `imports/${id}`

export const note = (req: Req, id: string, action: Action, detail: string): Promise<void> =>
  appendAudit(req, { action, subject: subjectOf(id), detail })

export type Import = {
  readonly id: string
  readonly by: string | null
  readonly collection: string
  /** How many were to be made, and the ids of those that were. */
  readonly of: number
  readonly made: readonly string[]
  readonly state: 'running' | 'done' | 'undone'
}

type Row = Pick<AuditRow, 'seq' | 'action' | 'subject' | 'detail' | 'actor'>
const FIELDS = ['seq', 'action', 'subject', 'detail', 'actor'] as const

const importFrom = (rows: readonly Row[]): Import | null => {
  const begun = rows.find(({ action }) => action === 'import.begin')
  if (!begun) return null
  const [collection = '', of = '0'] = begun.detail.split(' ')
  const has = (action: Action): boolean => rows.some((row) => row.action === action)
  return {
    id: begun.subject.slice(subjectOf('').length),
    by: begun.actor,
    collection,
    of: Number(of),
    made: rows.flatMap(({ action, detail }) => (action === 'import.part' ? detail.split(' ') : [])),
    state: has('import.undo') ? 'undone' : has('import.done') ? 'done' : 'running',
  }
}

/** One import as the audit tells it; null where there was none of this name. */
export const readImport = async (req: Reader, id: string): Promise<Import | null> =>
  importFrom(
    await rowsOf<Row>(req.payload, 'audit', {
      where: { subject: { equals: subjectOf(id) } },
      only: [...FIELDS],
      sort: 'seq',
      req,
    }),
  )

/** Those that were begun and ended in no way. */
export const brokenOff = async (payload: PayloadRequest['payload']): Promise<readonly Import[]> => {
  const named = async (actions: readonly Action[]) =>
    rowsOf<Row>(payload, 'audit', { where: { action: { in: [...actions] } }, only: [...FIELDS], sort: 'seq' })
  const begun = await named(['import.begin'])
  if (begun.length === 0) return []
  const ended = new Set((await named(['import.done', 'import.undo'])).map(({ subject }) => subject))
  const open = begun.filter(({ subject }) => !ended.has(subject))
  const all = await Promise.all(
    open.map(({ subject }) => readImport({ payload }, subject.slice(subjectOf('').length))),
  )
  return all.filter((one) => one !== null)
}
