/** The mark of a second factor stands in the session that it was proven for, and goes with it (PPL-8). */
import type { PayloadRequest } from 'payload'
import { ports } from '../base/ports.ts'

export type Session = {
  readonly id: string
  readonly factorAt?: string | null
}
type Row = { readonly id: string; readonly sessions?: readonly Session[] | null }

export const sessionsOf = async (req: PayloadRequest, person: string): Promise<readonly Session[]> => {
  const where = { id: { equals: person } }
  return (await req.payload.db.findOne<Row>({ collection: 'users', where, req }))?.sessions ?? []
}

const write = (req: PayloadRequest, person: string, sessions: readonly Session[]): Promise<unknown> =>
  req.payload.db.updateOne({ collection: 'users', id: person, data: { sessions }, req, returning: false })

export const markSession = async (
  req: PayloadRequest,
  person: string,
  session: string | undefined,
): Promise<void> => {
  const factorAt = new Date(ports().now()).toISOString()
  const sessions = await sessionsOf(req, person)
  await write(
    req,
    person,
    sessions.map((one) => (one.id === session ? { ...one, factorAt } : one)),
  )
}

/**
 * Ends what was opened by a password alone. The row is written where nothing ends too: a sign-in at the same moment has
 * read that none was asked, and one of the two must fail.
 */
export const endUnproven = async (req: PayloadRequest, person: string): Promise<void> =>
  void (await write(
    req,
    person,
    (await sessionsOf(req, person)).filter(({ factorAt }) => Boolean(factorAt)),
  ))

export const endAll = async (req: PayloadRequest, person: string): Promise<void> =>
  void (await write(req, person, []))

/** All but the one that asks, where one does. */
export const endOthers = async (
  req: PayloadRequest,
  person: string,
  session: string | undefined,
): Promise<void> =>
  void (await write(
    req,
    person,
    (await sessionsOf(req, person)).filter(({ id }) => id === session),
  ))

/** A factor that is gone proves nothing any more: its sessions count as opened by the password. */
export const unmarkAll = async (req: PayloadRequest, person: string): Promise<void> =>
  void (await write(
    req,
    person,
    (await sessionsOf(req, person)).map((one) => ({ ...one, factorAt: null })),
  ))
