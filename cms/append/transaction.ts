import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/** Runs `work` in a transaction of `req`, or in the one it is already in; any throw rolls all of it back. */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  const own = await initTransaction(req)
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
