import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
const FIRST = 'k7mpx-3xqhd-9wtdv'

describe.each(databases)('PPL-2 a password that was given, on $name', (database) => {
  let desk: Desk
  let made = 0
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())

  const hire = async () => {
    const username = `new${++made}`
    const json = { name: '新人', username, roles: ['administrator'], password: FIRST }
    const { body } = await desk.rest('POST', '/users', { as: 'administrator', json })
    return { username, id: (body['doc'] as { id: string }).id }
  }
  const login = (username: string, password: string) =>
    desk.rest('POST', '/users/login', { json: { username, password } })
  const change = (username: string, password: string, next: string) =>
    desk.rest('POST', '/users/own-password', { json: { username, password, next } })
  const stored = async (id: string) =>
    (await desk.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'users',
      where: { id: { equals: id } },
    })) as Record<string, unknown>

  it('PPL-2 opens no session at all until the person has one of his own', async () => {
    const { username, id } = await hire()
    const refused = await login(username, FIRST)
    expect(codes(refused)).toEqual([403, 'PASSWORD_MUST_CHANGE'])
    expect(refused.body).not.toHaveProperty('token')
    expect((await stored(id))['sessions'] ?? []).toEqual([])
    expect(codes(await change(username, 'wrong', PASSWORD))).toEqual([401, 'LOGIN_WRONG'])
    expect(codes(await change(username, FIRST, FIRST))).toEqual([400, 'PASSWORD_NOT_NEW'])
    expect((await change(username, FIRST, PASSWORD)).status).toBe(200)
    expect(codes(await login(username, FIRST))).toEqual([401, 'LOGIN_WRONG'])
    expect((await login(username, PASSWORD)).status).toBe(200)
    const where = { subject: { equals: `users/${id}` } }
    const { docs } = await desk.payload.find({ collection: 'audit', where, depth: 0, sort: 'createdAt' })
    expect(docs.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['create', '冯管理'],
      ['update', '新人'],
      ['login', '新人'],
    ])
  })

  it('PPL-2 one that an administrator sets anew ends what was open, and is changed again', async () => {
    const { username, id } = await hire()
    await change(username, FIRST, PASSWORD)
    const { body } = await login(username, PASSWORD)
    const headers = { authorization: `JWT ${String(body['token'])}` }
    const me = async () => (await desk.rest('GET', '/users/me', { headers })).body['user'] ?? null
    expect(await me()).toMatchObject({ id })
    const json = { password: 'another one, 9wtdv' }
    expect((await desk.rest('PATCH', `/users/${id}`, { as: 'administrator', json })).status).toBe(200)
    expect(await me()).toBeNull()
    expect(codes(await login(username, json.password))).toEqual([403, 'PASSWORD_MUST_CHANGE'])
  })

  it('PPL-2 nobody writes down himself that his password is his own, and nobody reads it', async () => {
    const { username, id } = await hire()
    for (const passwordGiven of [false, null]) {
      const json = { passwordGiven, name: '改名' }
      const answer = await desk.rest('PATCH', `/users/${id}`, { as: 'administrator', json })
      expect(JSON.stringify(answer.body)).not.toContain('passwordGiven')
      const again = { passwordGiven, password: 'another one, 9wtdv' }
      await desk.rest('PATCH', `/users/${id}`, { as: 'administrator', json: again })
      expect(codes(await login(username, again.password))).toEqual([403, 'PASSWORD_MUST_CHANGE'])
    }
  })

  it('PPL-2 his own change at the desk keeps him signed in', async () => {
    const { username, id } = await hire()
    await change(username, FIRST, PASSWORD)
    const { body } = await login(username, PASSWORD)
    const headers = { authorization: `JWT ${String(body['token'])}` }
    const json = { password: 'my very own, 2wd' }
    expect((await desk.rest('PATCH', `/users/${id}`, { headers, json })).status).toBe(200)
    expect((await desk.rest('GET', '/users/me', { headers })).body['user']).toMatchObject({ id })
    expect((await login(username, json.password)).status).toBe(200)
  })

  it('PPL-2 guessing at that door is counted and locks as at the other', async () => {
    const { username } = await hire()
    for (let i = 0; i < 6; i++) await change(username, `wrong ${i}`, PASSWORD)
    expect(codes(await change(username, FIRST, PASSWORD))).toEqual([401, 'LOGIN_LOCKED'])
    expect(codes(await login(username, FIRST))).toEqual([401, 'LOGIN_LOCKED'])
  })

  it('PPL-2 of two changes at once one is the password, and the other is told', async () => {
    const { username } = await hire()
    const both = ['first of two, 1', 'second of two, 2']
    const answers = await Promise.all(both.map((next) => change(username, FIRST, next)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
    const won = both[answers.findIndex(({ status }) => status === 200)]
    expect((await login(username, String(won))).status).toBe(200)
  })

  it.each([
    ['short one', 'PASSWORD_TOO_SHORT'],
    ['13800138000', 'PASSWORD_ONLY_DIGITS'],
    ['woaini1314520', 'PASSWORD_TOO_COMMON'],
    ['新人的新密码要长一点', 'PASSWORD_HOLDS_NAME'],
  ])('PPL-3 %j is refused at every door with %s', async (password, code) => {
    const { username, id } = await hire()
    expect(codes(await change(username, FIRST, password))).toContain(code)
    const given = await desk.rest('PATCH', `/users/${id}`, { as: 'administrator', json: { password } })
    expect(given.body.errors).toContainEqual(expect.objectContaining({ code, field: 'password' }))
    const json = { name: '新人', username: `x${made}`, password }
    expect(codes(await desk.rest('POST', '/users', { as: 'administrator', json }))).toContain(code)
    await change(username, FIRST, PASSWORD)
    expect((await login(username, PASSWORD)).status).toBe(200)
  })
})
