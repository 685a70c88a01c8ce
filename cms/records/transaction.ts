import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type BaseDatabaseAdapter,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { goingFirst } from '../database/single-writer.ts'

/** Runs `work` in a transaction of `req`, or in the one it is already in; any throw rolls all of it back. */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> =>
  within(req, await initTransaction(req), work)

/** The same for what screens must hear at once (heads, withdrawals): its turn comes before all that wait (CMS-23). */
export const inFirstTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  const first = goingFirst(req.payload.db as unknown as BaseDatabaseAdapter)
  return within(req, await first(() => initTransaction(req)), work)
}

const within = async <T>(req: PayloadRequest, own: boolean, work: () => Promise<T>): Promise<T> => {
  try {
    const result = await work()
    if (own) await commitTransaction(req)
    return result
  } catch (error) {
    if (own) await killTransaction(req)
    throw error
  }
}

/** A request of the server itself, or of `user` where the Local API speaks for a person. */
export const localRequest = (payload: Payload, user?: PayloadRequest['user']): Promise<PayloadRequest> =>
  createLocalReq(user ? { user } : {}, payload)
