import type { PayloadRequest } from 'payload'

/** What is to be done once a transaction is over; it throws nothing. */
export type Ending = (committed: boolean) => Promise<void>

/** On `globalThis`, for Next holds a second copy of this module. */
type Waiting = Map<number | string, Ending[]>
const SLOT = Symbol.for('silver-shield.endings')
const waiting = (): Waiting => ((globalThis as { [SLOT]?: Waiting })[SLOT] ??= new Map())

/**
 * Does `ending` when the transaction of `req` is committed or rolled back, before the next writer's turn. Answers false,
 * and keeps nothing, where there is no transaction.
 */
export const atEnd = async (req: Partial<PayloadRequest>, ending: Ending): Promise<boolean> => {
  const id = await req.transactionID
  if (id == null) return false
  const held = waiting().get(id)
  if (held) held.push(ending)
  else waiting().set(id, [ending])
  return true
}

export const runEndings = async (id: number | string, committed: boolean): Promise<void> => {
  const endings = waiting().get(id) ?? []
  waiting().delete(id)
  for (const ending of endings) await ending(committed)
}
