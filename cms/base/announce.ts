import type { PayloadRequest } from 'payload'
import { keptOn } from './kept-on.ts'
import { portsIfFilled, type Change } from './ports.ts'

/**
 * Changes waiting for their transaction. `afterChange` still runs inside the transaction, where nobody else sees the
 * write yet, and it may be rolled back (CMS-20).
 */
type Waiting = Map<number | string, Change[]>
const waitingAt = (db: object): Waiting => keptOn<Waiting>(db, 'announcements', () => new Map())

type Req = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

const say = async (changes: readonly Change[]): Promise<void> => {
  const distinct = new Map(changes.map((change) => [JSON.stringify(change), change]))
  for (const change of distinct.values()) await portsIfFilled()?.changed(change)
}

/** Says `change` to the other rooms once what `req` writes is committed; at once when there is no transaction. */
export const announce = async (req: Req, change: Change): Promise<void> => {
  const id = await req.transactionID
  if (id == null) return say([change])
  const waiting = waitingAt(req.payload.db)
  const held = waiting.get(id)
  if (held) held.push(change)
  else waiting.set(id, [change])
}

export const fireAnnouncements = async (db: object, id: number | string): Promise<void> => {
  const waiting = waitingAt(db)
  const changes = waiting.get(id)
  waiting.delete(id)
  if (changes) await say(changes)
}

export const dropAnnouncements = (db: object, id: number | string): void => {
  waitingAt(db).delete(id)
}
