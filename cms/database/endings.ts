import type { PayloadRequest } from 'payload'
import { keptOn } from '../base/kept-on.ts'

/** What is to be done once a transaction is over; it throws nothing. */
export type Ending = (committed: boolean) => Promise<void>

type Waiting = Map<number | string, Ending[]>
const waitingAt = (db: object): Waiting => keptOn<Waiting>(db, 'endings', () => new Map())

type Req = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/**
 * Does `ending` when the transaction of `req` is committed or rolled back, before the next writer's turn. Answers false,
 * and keeps nothing, where there is no transaction.
 */
export const atEnd = async (req: Req, ending: Ending): Promise<boolean> => {
  const id = await req.transactionID
  if (id == null) return false
  const waiting = waitingAt(req.payload.db)
  const held = waiting.get(id)
  if (held) held.push(ending)
  else waiting.set(id, [ending])
  return true
}

export const runEndings = async (db: object, id: number | string, committed: boolean): Promise<void> => {
  const waiting = waitingAt(db)
  const endings = waiting.get(id) ?? []
  waiting.delete(id)
  for (const ending of endings) await ending(committed)
}
