/** A desk whose people have phones: what an authenticator does, and the doors of a second factor. */
import { Secret, TOTP } from 'otpauth'
import { PASSWORD, PEOPLE, type PersonName } from '../../builders/people.ts'
import type { Database } from './databases.ts'
import { openDesk, type Answer, type Desk, type DeskOptions } from './desk.ts'

export const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
/** One period of an authenticator. */
export const PERIOD = 30_000

export type Headers = Readonly<Record<string, string>>
export type Phone = {
  readonly name: PersonName
  readonly recovery: readonly string[]
  /** Six digits of now, or of so many periods later. */
  readonly code: (periods?: number) => string
  /** Of a period that nobody used: time goes on by one first. */
  readonly next: () => string
}
type Row = Readonly<Record<string, unknown>> & { readonly id: string }

export const phoneOf = (desk: Desk, name: PersonName, secret: string, recovery: readonly string[]): Phone => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const code = (periods = 0) => totp.generate({ timestamp: desk.ports.now() + periods * PERIOD })
  return {
    name,
    recovery,
    code,
    next: () => {
      desk.ports.clock.advance(PERIOD)
      return code()
    },
  }
}

export const openFactorDesk = async (database: Database, options: DeskOptions = {}) => {
  const desk = await openDesk(database, options)
  const { clock } = desk.ports
  /** Whoever tried often may try again. */
  const rest = () => clock.advance(60 * 60_000)

  const login = (name: PersonName, code?: string) =>
    desk.rest('POST', '/users/login', {
      json: { email: PEOPLE[name].email, password: PASSWORD, ...(code !== undefined && { code }) },
    })
  const opened = ({ body }: Answer): Headers => ({ authorization: `JWT ${String(body['token'])}` })
  const factor = (path: string, name: PersonName, json: object = {}, headers: Headers = {}) =>
    desk.rest('POST', `/users/factor/${path}`, {
      headers,
      json: { username: PEOPLE[name].email, password: PASSWORD, ...json },
    })
  const me = async (headers: Headers) =>
    ((await desk.rest('GET', '/users/me', { headers })).body['user'] ?? null) as Row | null

  const enrol = async (name: PersonName, json: object = {}, headers: Headers = {}): Promise<Phone> => {
    const begun = await factor('begin', name, json, headers)
    const shown = phoneOf(desk, name, String(begun.body['secret']), [])
    const done = await factor('confirm', name, { code: shown.next() }, headers)
    if (done.status !== 200) throw new Error(JSON.stringify([begun, done]))
    return phoneOf(desk, name, String(begun.body['secret']), done.body['recovery'] as string[])
  }
  const enter = async (phone: Phone): Promise<Headers> => opened(await login(phone.name, phone.next()))
  const rule = (secondFactor: string, headers: Headers) =>
    desk.rest('POST', '/globals/town', { headers, json: { name: '五间镇', secondFactor } })
  const stored = async (collection: string, where: object): Promise<Row | null> =>
    desk.payload.db.findOne<Row>({ collection: collection as 'users', where: where as never })
  const person = async (name: PersonName) =>
    (await stored('users', { id: { equals: desk.ids[name] } })) as Row
  const sessions = async (name: PersonName) => ((await person(name))['sessions'] ?? []) as readonly Row[]
  const told = async (name: PersonName) => {
    const where = { subject: { equals: `users/${desk.ids[name]}` } }
    const { docs } = await desk.payload.find({ collection: 'audit', where, depth: 0, sort: 'seq', limit: 0 })
    return docs.map(({ action }) => String(action)).filter((action) => action.startsWith('factor.'))
  }
  /** As it was before anybody had a factor. */
  const clear = async () => {
    await desk.payload.updateGlobal({
      slug: 'town',
      data: { name: '五间镇', secondFactor: 'off' } as never,
      overrideAccess: true,
    })
    await desk.payload.db.deleteMany({ collection: 'factors', where: { id: { exists: true } } })
    for (const [name, id] of Object.entries(desk.ids)) {
      const unproven = (await sessions(name as PersonName)).filter(({ factorAt }) => !factorAt)
      const { db } = desk.payload
      await db.updateOne({ collection: 'users', id, data: { sessions: unproven }, returning: false })
      await db.updateOne({ collection: 'users', id, data: { secondFactor: false } })
    }
    rest()
  }
  return { desk, rest, login, opened, factor, me, enrol, enter, rule, stored, person, sessions, told, clear }
}

export type FactorDesk = Awaited<ReturnType<typeof openFactorDesk>>
