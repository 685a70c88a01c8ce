import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, PEOPLE } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { codes, openFactorDesk, PERIOD, type FactorDesk } from './factor-desk.ts'

describe.each(databases)('PPL-8 a second factor, on $name', (database) => {
  let town: FactorDesk
  beforeAll(async () => {
    town = await openFactorDesk(database)
  })
  afterAll(() => town.desk.close())
  afterEach(() => town.clear())

  it('PPL-8 once it is set up, the password alone opens nothing, and a code with it does', async () => {
    const before = town.opened(await town.login('issuer'))
    const phone = await town.enrol('issuer')
    expect(await town.me(before)).toBeNull()
    expect(await town.sessions('issuer')).toEqual([])
    const refused = await town.login('issuer')
    expect(codes(refused)).toEqual([403, 'FACTOR_ASKED'])
    expect(refused.body).not.toHaveProperty('token')
    for (const odd of ['', ' ', 'abc', '000000', { $ne: null }, ['1'], null])
      expect(codes(await town.login('issuer', odd as string))[0]).toBe(403)
    expect(await town.sessions('issuer')).toEqual([])
    const headers = await town.enter(phone)
    expect(await town.me(headers)).toMatchObject({ id: town.desk.ids.issuer })
    const [session] = await town.sessions('issuer')
    expect(session?.['factorAt']).toBe(new Date(town.desk.ports.now()).toISOString())
    expect(codes(await town.login('author'))).toEqual([200])
    expect(await town.told('issuer')).toEqual(['factor.enrol'])
  })

  it('PPL-8 a wrong password is told nothing of the factor', async () => {
    const phone = await town.enrol('issuer')
    const json = { email: PEOPLE.issuer.email, password: 'wrong', code: phone.next() }
    expect(codes(await town.desk.rest('POST', '/users/login', { json }))).toEqual([401, 'LOGIN_WRONG'])
    expect(codes(await town.factor('begin', 'issuer', { password: 'wrong' }))).toEqual([401, 'LOGIN_WRONG'])
    expect(codes(await town.login('issuer', phone.code()))).toEqual([200])
  })

  it('PPL-10 a code counts once, for its own person; of two at one moment one wins', async () => {
    const [issuer, reviewer] = [await town.enrol('issuer'), await town.enrol('reviewer')]
    const code = issuer.next()
    expect(codes(await town.login('reviewer', code))).toEqual([403, 'FACTOR_WRONG'])
    const both = await Promise.all([town.login('issuer', code), town.login('issuer', code)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403])
    expect(codes(await town.login('issuer', code))).toEqual([403, 'FACTOR_WRONG'])
    // The clock of the phone is a period ahead: what is before it is over.
    expect(codes(await town.login('issuer', issuer.code(1)))).toEqual([200])
    town.desk.ports.clock.advance(PERIOD)
    expect(codes(await town.login('issuer', issuer.code()))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('reviewer', reviewer.code(2)))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('reviewer', reviewer.code(-2)))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('reviewer', reviewer.next()))).toEqual([200])
    expect(codes(await town.login('reviewer', reviewer.code(-1)))).toEqual([403, 'FACTOR_WRONG'])
  })

  it('PPL-10 whoever has the password alone guesses ten times, then has to wait, however many at once', async () => {
    const phone = await town.enrol('issuer')
    town.rest()
    const wrong = phone.code() === '111111' ? '222222' : '111111'
    const answers = await Promise.all(Array.from({ length: 25 }, () => town.login('issuer', wrong)))
    const told = answers.map((answer) => codes(answer)[1])
    expect(told.filter((code) => code === 'FACTOR_WRONG')).toHaveLength(10)
    expect(told.filter((code) => code === 'FACTOR_TOO_OFTEN')).toHaveLength(15)
    const late = await town.login('issuer', phone.code())
    expect(codes(late)).toEqual([429, 'FACTOR_TOO_OFTEN'])
    expect(late.body.errors?.[0]?.message_zh).toMatch(/请过 \d+ 分钟再试/)
    expect(codes(await town.login('author'))).toEqual([200])
    town.rest()
    expect(codes(await town.login('issuer', phone.code()))).toEqual([200])
  })

  it('PPL-13 each recovery code opens once, is told in the audit, and new ones end the old', async () => {
    const phone = await town.enrol('issuer')
    expect(phone.recovery).toHaveLength(10)
    const [first = '', second = ''] = phone.recovery
    const twice = await Promise.all([town.login('issuer', first), town.login('issuer', first)])
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 403])
    expect(codes(await town.login('reviewer', second))).toEqual([200])
    const renewed = await town.factor('codes', 'issuer', { code: phone.next() })
    expect(renewed.body['recovery']).toHaveLength(10)
    expect(codes(await town.login('issuer', second))).toEqual([403, 'FACTOR_WRONG'])
    const [fresh = ''] = renewed.body['recovery'] as string[]
    expect(codes(await town.login('issuer', ` ${fresh.toUpperCase()} `))).toEqual([200])
    expect(await town.told('issuer')).toContain('factor.recovery')
    expect((await town.told('issuer')).filter((action) => action === 'factor.recovery')).toHaveLength(2)
  })

  it('PPL-11 a stolen session or password sets up nothing, and takes nothing away', async () => {
    const phone = await town.enrol('issuer')
    const headers = await town.enter(phone)
    for (const path of ['begin', 'codes', 'remove']) {
      const alone = await town.desk.rest('POST', `/users/factor/${path}`, {
        headers,
        json: { password: 'wrong', code: phone.next() },
      })
      expect([path, ...codes(alone)]).toEqual([path, 401, 'LOGIN_WRONG'])
      const asked = path === 'begin' ? 'FACTOR_ASKED' : 'FACTOR_WRONG'
      for (const by of [{}, headers])
        expect(codes(await town.factor(path, 'issuer', {}, by))).toEqual([403, asked])
      town.rest()
    }
    expect(codes(await town.factor('confirm', 'issuer', { code: phone.next() }))).toEqual([
      409,
      'FACTOR_NOT_BEGUN',
    ])
    // Somebody else's password does not make a session of mine one of his.
    const json = { username: PEOPLE.reviewer.email, password: 'wrong', code: '' }
    expect(codes(await town.desk.rest('POST', '/users/factor/begin', { headers, json }))).toEqual([
      401,
      'LOGIN_WRONG',
    ])
    expect(codes(await town.login('issuer', phone.next()))).toEqual([200])
  })

  it('PPL-11 another phone counts from its first code on, and the old one until then', async () => {
    const old = await town.enrol('issuer')
    const begun = await town.factor('begin', 'issuer', { code: old.next() })
    expect(begun.body).toMatchObject({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      qr: expect.stringContaining('<svg'),
    })
    expect(codes(await town.factor('confirm', 'issuer', { code: old.next() }))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('issuer', old.code()))).toEqual([200])
    const phone = await town.enrol('issuer', { code: old.next() })
    expect(codes(await town.login('issuer', old.next()))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('issuer', old.recovery[0]))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('issuer', phone.code()))).toEqual([200])
    const { body } = await town.factor('begin', 'reviewer')
    town.rest()
    expect(codes(await town.factor('confirm', 'reviewer', { code: '123456' }))).toEqual([
      409,
      'FACTOR_NOT_BEGUN',
    ])
    expect(body['secret']).toBeDefined()
  })

  it('PPL-11 a password that was learnt becomes no other one without a proof of the factor', async () => {
    const phone = await town.enrol('issuer')
    const [{ email }, other] = [PEOPLE.issuer, 'q8wnt-4rjkd-7zpxm']
    const change = async (password: string, next: string, more: object = {}) =>
      codes(
        await town.desk.rest('POST', '/users/own-password', {
          json: { username: email, password, next, ...more },
        }),
      )
    expect(await change(PASSWORD, other)).toEqual([403, 'FACTOR_ASKED'])
    expect(await change('wrong', other, { code: phone.next() })).toEqual([401, 'LOGIN_WRONG'])
    expect(await change(PASSWORD, other, { code: 'abc' })).toEqual([403, 'FACTOR_WRONG'])
    // What is refused for the password itself takes no code.
    expect((await change(PASSWORD, 'short', { code: phone.code() }))[0]).toBe(400)
    expect(await change(PASSWORD, other, { code: phone.code() })).toEqual([200])
    expect(codes(await town.login('issuer', phone.next()))).toEqual([401, 'LOGIN_WRONG'])
    expect(await change(other, PASSWORD, { code: phone.recovery[0] })).toEqual([200])
    expect(codes(await town.login('issuer', phone.code()))).toEqual([200])
    expect((await town.told('issuer')).slice(-2)).toEqual(['factor.enrol', 'factor.recovery'])
  })

  it('PPL-11 a given password sets up none', async () => {
    const json = { name: '新人', username: 'newcomer', roles: ['issuer'], password: 'k7mpx-3xqhd-9wtdv' }
    await town.desk.rest('POST', '/users', { as: 'administrator', json })
    const refused = await town.desk.rest('POST', '/users/factor/begin', { json })
    expect(codes(refused)).toEqual([403, 'PASSWORD_MUST_CHANGE'])
  })

  it('PPL-9 no door, audit or answer holds what proves a person', async () => {
    const begun = await town.factor('begin', 'issuer')
    const phone = await town.enrol('issuer')
    const row = await town.stored('factors', { person: { equals: town.desk.ids.issuer } })
    expect(row).toMatchObject({ secret: expect.any(String), lastStep: expect.any(Number), pending: null })
    const headers = town.opened(await town.login('everything'))
    const answers = await Promise.all(
      [
        '/factors',
        `/factors/${row?.id}`,
        `/users/${town.desk.ids.issuer}?depth=3&showHiddenFields=true`,
        '/audit?limit=0',
        '/users?limit=0',
      ].map(async (path) => JSON.stringify((await town.desk.rest('GET', path, { headers })).body)),
    )
    const all = answers.join('\n') + JSON.stringify(await town.me(await town.enter(phone)))
    const digests = String(row?.['recovery']).split('\n')
    for (const secret of [begun.body['secret'], row?.['secret'], ...digests, ...phone.recovery])
      expect(all).not.toContain(String(secret))
    expect(JSON.stringify(row)).not.toContain(String(begun.body['secret']))
    for (const [method, path] of [
      ['POST', '/factors'],
      ['PATCH', `/factors/${row?.id}`],
      ['DELETE', `/factors/${row?.id}`],
      ['GET', `/factors?where[person][equals]=${town.desk.ids.issuer}`],
    ] as const)
      expect([
        path,
        codes(await town.desk.rest(method, path, { headers, ...(method !== 'GET' && { json: {} }) }))[0],
      ]).toEqual([path, 403])
  })

  it('PPL-9 a secret that was put into the row of another opens nothing for him', async () => {
    const [own, other] = [await town.enrol('author'), await town.enrol('issuer')]
    const mine = await town.stored('factors', { person: { equals: town.desk.ids.author } })
    const his = await town.stored('factors', { person: { equals: town.desk.ids.issuer } })
    const { db } = town.desk.payload
    const data = { secret: mine?.['secret'], recovery: mine?.['recovery'] }
    await db.updateOne({ collection: 'factors', id: String(his?.id), data })
    town.rest()
    expect(codes(await town.login('issuer', own.code()))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('issuer', own.recovery[0]))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('issuer', other.code()))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await town.login('author', own.code()))).toEqual([200])
  })

  it('PPL-8 the list of people tells who has one, whatever anybody writes', async () => {
    const phone = await town.enrol('issuer')
    const list = async () => {
      const { body } = await town.desk.rest('GET', '/users?limit=0&depth=0', { as: 'supervisor' })
      return (body['docs'] as { id: string; secondFactor?: boolean }[])
        .filter((row) => row.secondFactor)
        .map(({ id }) => id)
    }
    expect(await list()).toEqual([town.desk.ids.issuer])
    const path = `/users/${town.desk.ids.issuer}`
    await town.desk.rest('PATCH', path, {
      as: 'administrator',
      json: { secondFactor: false, name: '郑签发' },
    })
    await town.desk.rest('PATCH', `/users/${town.desk.ids.author}`, {
      as: 'author',
      json: { secondFactor: true },
    })
    expect(await list()).toEqual([town.desk.ids.issuer])
    expect((await town.factor('remove', 'issuer', { code: phone.next() })).body).toEqual({ removed: true })
    expect(await list()).toEqual([])
    expect(codes(await town.login('issuer'))).toEqual([200])
  })
})
