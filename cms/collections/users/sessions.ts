import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'
import { sessionId } from '../../base/session-id.ts'
import { inTransaction } from '../../records/transaction.ts'
import { bodyOf, textIn } from '../../requests/body.ts'

type Session = { readonly id: string }
type Row = { readonly id: string; readonly sessions?: readonly Session[] | null }

/** The sessions of a person as they stand, within the transaction that writes them. */
const keepOnly = async (
  req: PayloadRequest,
  id: string,
  stays: (session: Session) => boolean,
): Promise<number> => {
  const where = { id: { equals: id } }
  const row = await req.payload.db.findOne<Row>({ collection: 'users', where, req })
  const open = row?.sessions ?? []
  const sessions = open.filter(stays)
  if (sessions.length < open.length)
    await req.payload.db.updateOne({ collection: 'users', id, data: { sessions }, req, returning: false })
  return open.length - sessions.length
}

const ended = (req: PayloadRequest, one: string): Promise<number> => {
  const { user } = req
  if (!user) return refuse('NOT_SIGNED_IN')
  const own = sessionId(user)
  return inTransaction(req, () =>
    keepOnly(req, String(user.id), ({ id }) => (one === '' ? id === own : id !== one)),
  )
}

/** Ends one session of the person who asks, or, where none is named, all but the one he asks by (PPL-4). */
export const endSessions: Endpoint = {
  path: '/sessions/end',
  method: 'post',
  handler: async (req) => {
    const one = textIn(await bodyOf(req), 'session', 64)
    return Response.json({ ended: await ended(req, one) })
  },
}
