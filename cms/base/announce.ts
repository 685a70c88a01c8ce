import type { PayloadRequest } from 'payload'
import { portsIfFilled, type Change } from './ports.ts'

/**
 * Changes waiting for their transaction. `afterChange` still runs inside the transaction, where nobody else sees the
 * write yet, and it may be rolled back (CMS-20). On `globalThis`, for Next holds a second copy of this module.
 */
type Waiting = Map<number | string, Change[]>
const SLOT = Symbol.for('silver-shield.announcements')
const waiting = (): Waiting => ((globalThis as { [SLOT]?: Waiting })[SLOT] ??= new Map())

const say = (changes: readonly Change[]): void => {
  const distinct = new Map(changes.map((change) => [JSON.stringify(change), change]))
  for (const change of distinct.values()) portsIfFilled()?.changed(change)
}

/** Says `change` to the other rooms once what `req` writes is committed; at once when there is no transaction. */
export const announce = async (req: Partial<PayloadRequest>, change: Change): Promise<void> => {
  const id = await req.transactionID
  if (id == null) return say([change])
  const held = waiting().get(id)
  if (held) held.push(change)
  else waiting().set(id, [change])
}

export const fireAnnouncements = (id: number | string): void => {
  const changes = waiting().get(id)
  waiting().delete(id)
  if (changes) say(changes)
}

export const dropAnnouncements = (id: number | string): void => {
  waiting().delete(id)
}
