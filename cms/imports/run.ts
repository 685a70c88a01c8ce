import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { keptOn } from '../base/kept-on.ts'
import { turn } from '../base/turn.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import type { ImportRow } from './drafts.ts'
import { brokenOff, note, readImport, type Import } from './journal.ts'
import { lookAt, type Brought } from './read.ts'

/** Made in one transaction: a third of a second, which is how long others who write wait at most. */
const AT_ONCE = 20

/** What a person saw before he said yes. */
export type Agreed = {
  readonly digest: string
  /** How many rows he was told would be taken. */
  readonly ready: number
  /** Whether rows with faults may be left out. */
  readonly withoutFaulty: boolean
}

type Work = {
  readonly id: string
  readonly collection: string
  readonly rows: readonly ImportRow[]
}

/** Two at once would not see each other's rows, and make one twice; one process serves a town (ADP-34). */
const oneAtATime = <T>(payload: Payload, work: () => Promise<T>): Promise<T> => {
  const turns = keptOn(payload, 'import-turns', () => ({ last: Promise.resolve<unknown>(null) }))
  const mine = turns.last.then(work)
  turns.last = mine.catch(() => null)
  return mine
}

/** One draft by the door of the form: its validation, its mending, the right of the person, its row of the audit. */
const makeDraft = async (req: PayloadRequest, collection: string, { fields }: ImportRow): Promise<string> => {
  const made = await req.payload.create({
    collection: collection as CollectionSlug,
    data: { ...fields, _status: 'draft' } as never,
    draft: true,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return String(made.id)
}

const makePart = async (
  payload: Payload,
  user: PayloadRequest['user'],
  work: Work,
  from: number,
): Promise<void> => {
  const req = await localRequest(payload, user)
  await inTransaction(req, async () => {
    const ids: string[] = []
    for (const row of work.rows.slice(from, from + AT_ONCE)) {
      ids.push(await makeDraft(req, work.collection, row))
      // The embedded database works on this very thread: between two rows whoever reads, and the screens, come in.
      await turn()
    }
    await note(req, work.id, 'import.part', ids.join(' '))
    if (from + AT_ONCE >= work.rows.length)
      await note(req, work.id, 'import.done', `${work.collection} ${work.rows.length}`)
  })
}

/** Whether somebody has written on it since it was made, as the audit tells. */
const isTouched = async (payload: Payload, collection: string, id: string): Promise<boolean> => {
  const where: Where = {
    and: [{ subject: { equals: `${collection}/${id}` } }, { action: { equals: 'update' } }],
  }
  return (await payload.count({ collection: 'audit', where, overrideAccess: true })).totalDocs > 0
}

/** Takes one away again; false where somebody has worked on it, or it is used. */
const takeBack = async (payload: Payload, collection: string, id: string): Promise<boolean> => {
  const slug = collection as CollectionSlug
  const { totalDocs } = await payload.count({
    collection: slug,
    where: { id: { equals: id } },
    overrideAccess: true,
  })
  if (totalDocs === 0) return true
  if (await isTouched(payload, collection, id)) return false
  const req = await localRequest(payload)
  return payload.delete({ collection: slug, id, overrideAccess: true, req }).then(
    () => true,
    () => false,
  )
}

/** Takes back all that a broken import made; what somebody has worked on meanwhile is his, and stays. */
const undo = async (payload: Payload, { id, collection, made }: Import): Promise<void> => {
  const kept: string[] = []
  for (const one of made) {
    if (!(await takeBack(payload, collection, one))) kept.push(one)
    await turn()
  }
  const detail = kept.length > 0 ? `${collection} kept ${kept.join(' ')}` : collection
  await note(await localRequest(payload), id, 'import.undo', detail)
}

/** At a start, before anybody looks: what an earlier process began and did not end is taken back (IMP-31). */
export const undoBrokenOff = async (payload: Payload): Promise<void> => {
  for (const one of await brokenOff(payload)) await undo(payload, one)
}

const makeAll = async (payload: Payload, user: PayloadRequest['user'], work: Work): Promise<void> => {
  try {
    for (let from = 0; from < work.rows.length; from += AT_ONCE) {
      await makePart(payload, user, work, from)
      await turn()
    }
  } catch (error) {
    const broken = await readImport({ payload }, work.id)
    if (broken?.state === 'running') await undo(payload, broken)
    throw error
  }
}

const agreedRows = (rows: readonly ImportRow[], agreed: Agreed): readonly ImportRow[] => {
  const faulty = rows.filter(({ state }) => state === 'faulty').length
  if (faulty > 0 && !agreed.withoutFaulty) refuse('IMPORT_ROWS_FAULTY', { got: faulty })
  const ready = rows.filter(({ state }) => state === 'ready')
  if (ready.length === 0) refuse('IMPORT_NONE_LEFT')
  if (ready.length !== agreed.ready) refuse('IMPORT_CHANGED')
  return ready
}

export type Begun = {
  readonly id: string
  readonly of: number
  /** Settles when all are made, or none: rejected, what was made is taken back. */
  readonly over: Promise<void>
}

/**
 * Makes drafts of all rows that were agreed on, or of none. Answers when it has begun, for long lists take seconds;
 * how far it is, the audit tells. Refuses IMPORT_ROWS_FAULTY, IMPORT_NONE_LEFT, IMPORT_CHANGED, and what looking refuses.
 */
export const beginImport = async (
  req: PayloadRequest,
  wanted: string,
  brought: Brought,
  agreed: Agreed,
): Promise<Begun> => {
  const { payload, user } = req
  return new Promise<Begun>((resolve, reject) => {
    const whole = oneAtATime(payload, async () => {
      const { kind, digest, rows } = await lookAt(req, wanted, brought)
      if (digest !== agreed.digest) refuse('IMPORT_CHANGED')
      const work = { id: randomUUID(), collection: kind.collection, rows: agreedRows(rows, agreed) }
      const detail = `${kind.collection} ${work.rows.length}`
      await note(await localRequest(payload, user), work.id, 'import.begin', detail)
      const over = makeAll(payload, user, work)
      over.catch((err: unknown) => payload.logger.error({ err }, 'an import was broken off and taken back'))
      resolve({ id: work.id, of: work.rows.length, over })
      await over
    })
    whole.catch(reject)
  })
}
