import type { BaseDatabaseAdapter } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, PEOPLE } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36'

type Row = { readonly id: string; readonly hash?: string; readonly sessions?: readonly Session[] }
type Session = { readonly id: string; readonly device?: string | null }

describe.each(databases)('PPL-4 sessions, on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())

  const stored = async (id: string): Promise<Row> => {
    const row = await desk.payload.db.findOne<Row>({ collection: 'users', where: { id: { equals: id } } })
    if (!row) throw new Error('gone')
    return row
  }
  const login = async (name: keyof typeof PEOPLE, agent = PHONE) => {
    const json = { email: PEOPLE[name].email, password: PASSWORD }
    const { body } = await desk.rest('POST', '/users/login', { json, headers: { 'user-agent': agent } })
    return { authorization: `JWT ${String(body['token'])}` }
  }
  const me = async (headers: Readonly<Record<string, string>>) =>
    (await desk.rest('GET', '/users/me', { headers })).body['user'] ?? null
  const end = (headers: Readonly<Record<string, string>>, session = '') =>
    desk.rest('POST', '/users/sessions/end', { headers, json: { session } })

  it('PPL-4 each says by what it was opened; one ends alone, all others end together', async () => {
    const { id } = await stored(desk.ids.author)
    const before = (await stored(id)).sessions ?? []
    const [one, two, three] = [await login('author'), await login('author', 'curl/8'), await login('author')]
    const open = ((await stored(id)).sessions ?? []).slice(before.length)
    expect(open.map(({ device }) => device)).toEqual([
      'phone/Android/Chrome',
      'other//',
      'phone/Android/Chrome',
    ])
    expect((await end(one, open[1]?.id)).body).toEqual({ ended: 1 })
    expect([await me(one), await me(two), await me(three)].map(Boolean)).toEqual([true, false, true])
    expect((await end(three)).body).toEqual({ ended: before.length + 1 })
    expect([await me(one), await me(three)].map(Boolean)).toEqual([false, true])
    expect((await end(three)).body).toEqual({ ended: 0 })
  })

  it('PPL-4 nobody ends or reads the sessions of another', async () => {
    const own = await login('author')
    const [foreign] = (await stored(desk.ids.issuer)).sessions ?? []
    expect((await end(own, foreign?.id)).body).toEqual({ ended: 0 })
    expect(((await stored(desk.ids.issuer)).sessions ?? []).length).toBeGreaterThan(0)
    const read = await desk.rest('GET', `/users/${desk.ids.issuer}`, { as: 'administrator' })
    expect(read.body['sessions'] ?? []).toEqual([])
    expect(codes(await desk.rest('POST', '/users/sessions/end', { json: {} }))).toEqual([
      401,
      'NOT_SIGNED_IN',
    ])
  })

  it('PPL-4 of many sign-ins of one person at one moment each is open afterwards', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => login('reviewer')))
    for (const headers of all) expect(await me(headers)).toMatchObject({ id: desk.ids.reviewer })
  })

  it('PPL-4 a sign-in that read the row before a password was set opens nothing and puts nothing back', async () => {
    const { payload, ids } = desk
    const db = payload.db as unknown as BaseDatabaseAdapter
    const before = await stored(ids.second)
    // As Payload's sign-in does it: the row is read, and written whole when the password was found right.
    const read = { ...before } as Record<string, unknown>
    const json = { password: 'set meanwhile, 9wtdv' }
    await desk.rest('PATCH', `/users/${ids.second}`, { as: 'administrator', json })
    const now = new Date()
    const fresh = {
      id: 'e0b0c9c8-0000-4000-8000-000000000001',
      createdAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
    }
    const late = db.updateOne({
      collection: 'users',
      id: ids.second,
      data: { ...read, sessions: [...(before.sessions ?? []), fresh], updatedAt: null },
      returning: false,
    })
    await expect(late).rejects.toMatchObject({ refusals: [{ code: 'LOGIN_WRONG' }] })
    const after = await stored(ids.second)
    expect(after.hash).not.toBe(before.hash)
    expect(after.sessions ?? []).toEqual([])
    expect(
      codes(
        await desk.rest('POST', '/users/login', { json: { email: PEOPLE.second.email, password: PASSWORD } }),
      ),
    ).toEqual([401, 'LOGIN_WRONG'])
  })

  it('PPL-4 a sign-out and a renewal change no other session and no role', async () => {
    const [one, two] = [await login('operator'), await login('operator')]
    const kept = await stored(desk.ids.operator)
    expect((await desk.rest('POST', '/users/refresh-token', { headers: one })).status).toBe(200)
    expect(((await stored(desk.ids.operator)).sessions ?? []).map(({ id }) => id)).toEqual(
      kept.sessions?.map(({ id }) => id),
    )
    expect((await desk.rest('POST', '/users/logout', { headers: two })).status).toBe(200)
    expect([await me(one), await me(two)].map(Boolean)).toEqual([true, false])
    expect(await me(one)).toMatchObject({ roles: ['operator'] })
  })
})
