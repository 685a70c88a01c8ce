/**
 * PPL-4: Payload keeps sessions in the row of their person, and writes that row whole, as it read it before: a password
 * that was set meanwhile would be the old one again, and of two sign-ins at one moment one would be lost. Such a write
 * touches the sessions alone here, and adds to or takes from those that are there.
 */
import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { NEW_SESSION } from '../base/session-id.ts'
import { deviceOf, deviceText } from '../../src/model/browser.ts'

type Session = {
  readonly id: string
  /** A text where it was read; the instant itself where it is new. */
  readonly createdAt?: Date | string | null
  readonly expiresAt: Date | string
  readonly device?: string | null
  readonly factorAt?: string | null
}
type Row = {
  readonly id: string
  readonly hash?: string | null
  readonly sessions?: readonly Session[] | null
}
type Args = {
  readonly collection: string
  readonly id?: number | string
  readonly data: Record<string, unknown>
  readonly req?: Partial<PayloadRequest>
  readonly returning?: boolean
}

/** Only sessions are written without asking for the row back, together with all else of the row or by themselves. */
const writesSessions = ({ collection, data, id, returning }: Args): boolean =>
  collection === 'users' && returning === false && id !== undefined && Array.isArray(data['sessions'])

const isAlive = ({ expiresAt }: Session, now: number): boolean => new Date(expiresAt).getTime() > now

const isNew = ({ createdAt }: Session): boolean => createdAt instanceof Date

/** A new one joins those that are there; else of those that are there only the written ones stay. */
export const mergedSessions = (
  stored: readonly Session[],
  written: readonly Session[],
  now: number,
  device: string,
): readonly Session[] => {
  const has = (sessions: readonly Session[], id: string): boolean => sessions.some((one) => one.id === id)
  const made = written.filter((one) => isNew(one) && !has(stored, one.id))
  return made.length > 0
    ? [...stored.filter((one) => isAlive(one, now)), ...made.map((one) => ({ ...one, device }))]
    : written.filter(({ id }) => has(stored, id))
}

type Update = (args: Args) => Promise<unknown>

export const writeSessionsAlone = (db: BaseDatabaseAdapter): void => {
  const updateOne = db.updateOne.bind(db) as unknown as Update
  const wrapped: Update = async (args) => {
    if (!writesSessions(args)) return updateOne(args)
    const { data, id, req } = args
    const where = { id: { equals: id } }
    const row = await db.findOne<Row>({ collection: 'users', where, ...(req && { req }) })
    // Whoever signs in was found right by a password that is another one by now.
    const written = data['sessions'] as Session[]
    if (written.some(isNew) && typeof data['hash'] === 'string' && data['hash'] !== row?.hash)
      return refuse('LOGIN_WRONG')
    const made = written.find(isNew)
    if (made && req?.context) req.context[NEW_SESSION] = made.id
    const device = deviceText(deviceOf(req?.headers?.get('user-agent') ?? ''))
    const sessions = mergedSessions(row?.sessions ?? [], written, Date.now(), device)
    // What is signed of the answer holds what is stored.
    data['sessions'] = sessions
    return updateOne({ ...args, data: { sessions, updatedAt: null } })
  }
  db.updateOne = wrapped as unknown as typeof db.updateOne
}
