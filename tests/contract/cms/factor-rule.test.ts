import type { Where } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  ACTS,
  askerOf,
  ROWS,
  scopeOfAct,
  type Act,
  type Holder,
  type Rows,
} from '../../../src/review/access.ts'
import { resetFactorByHand } from '../../../cms/factors/by-hand.ts'
import { PEOPLE } from '../../builders/people.ts'
import { as, buildTown, freshRow, isShut, slugsOf, triesOf } from './access-walk.ts'
import { databases } from './databases.ts'
import { codes, openFactorDesk, type FactorDesk, type Headers } from './factor-desk.ts'
import { caseOf, sloganOf } from './rows.ts'

const MINUTE = 60_000

describe.each(databases)('PPL-11 a town that asks for second factors, on $name', (database) => {
  let town: FactorDesk
  let rows: Awaited<ReturnType<typeof buildTown>>
  beforeAll(async () => {
    town = await openFactorDesk(database)
    rows = await buildTown(town.desk)
  })
  afterAll(() => town.desk.close())
  afterEach(() => town.clear())

  /** The town asks; the administrator has his phone and a session proven by it. */
  const asking = async () => {
    const phone = await town.enrol('administrator')
    const headers = await town.enter(phone)
    const told = await town.rule('required', headers)
    if (told.status !== 200) throw new Error(JSON.stringify(told.body))
    return { phone, headers }
  }
  const submitted = async (slug: string, data: object): Promise<string> => {
    const author = town.opened(await town.login('author'))
    const looks = slug === 'slogans' ? (['reviewer'] as const) : (['reviewer', 'second-reviewer'] as const)
    const made = await town.desk.rest('POST', `/${slug}?draft=true`, { headers: author, json: data })
    const { id } = made.body['doc'] as { id: string }
    const sent = await town.desk.rest('POST', `/${slug}/${id}/submit`, { headers: author })
    const submission = (sent.body['submission'] as { id: string } | undefined)?.id ?? JSON.stringify(sent)
    for (const name of looks) {
      const headers = town.opened(await town.login(name))
      await town.desk.rest('POST', `/submissions/${submission}/approve`, { headers, json: {} })
    }
    return submission
  }
  const issue = (submission: string, headers: Headers) =>
    town.desk.rest('POST', `/submissions/${submission}/issue`, { headers, json: {} })

  it('PPL-8 what was open by a password alone opens no door of the town any more', async () => {
    const { desk } = town
    const tries = triesOf(desk, rows, await freshRow(desk, rows, 'screens'))
    const holders: Holder[] = ['issuer', 'administrator']
    for (const holder of holders)
      expect((await desk.rest('GET', '/users/me', as(holder))).body['user']).toMatchObject({
        roles: [holder],
      })
    await asking()
    const shut: string[] = []
    const judge = (open: boolean, name: string) => void (open && shut.push(name))
    for (const holder of holders) {
      expect((await desk.rest('GET', '/users/me', as(holder))).body['user'] ?? null).toBeNull()
      for (const table of Object.keys(ROWS).filter((name) => name !== 'town') as Rows[])
        for (const slug of slugsOf(table))
          for (const [method, path] of [
            ['GET', ''],
            ['POST', ''],
            ['PATCH', '/x'],
            ['DELETE', '/x'],
            ['GET', '/versions'],
          ] as const) {
            const answer = await desk.rest(method, `/${slug}${path}`, {
              ...as(holder),
              ...(method !== 'GET' && { json: {} }),
            })
            judge(answer.status < 400 || (path === '' && !isShut(answer)), `${method} ${slug}${path}`)
          }
      for (const act of Object.keys(ACTS) as Act[])
        if (scopeOfAct(act, askerOf('stranger')) === 'none')
          judge(!isShut(await tries[act](holder, 'own')), `${act} ${holder}`)
      for (const path of ['sessions/end', 'factor/fresh', 'refresh-token', 'logout'])
        judge((await desk.rest('POST', `/users/${path}`, { ...as(holder), json: {} })).status < 400, path)
    }
    expect(shut).toEqual([])
  })

  it('PPL-11 it begins to ask only by an administrator who has just proven his own, and stops so too', async () => {
    const before = town.opened(await town.login('administrator'))
    expect(codes(await town.rule('required', before))).toEqual([409, 'FACTOR_MISSING'])
    expect(codes(await town.login('issuer'))).toEqual([200])
    const { headers } = await asking()
    town.rest()
    expect(codes(await town.rule('off', headers))).toEqual([403, 'FACTOR_NOT_FRESH'])
    expect((await town.rule('required', headers)).status).toBe(200)
    expect(codes(await town.login('issuer'))).toEqual([403, 'FACTOR_MUST_ENROL'])
    const where = { subject: { equals: 'globals/town' } }
    const { docs } = await town.desk.payload.find({ collection: 'audit', where, sort: '-seq', depth: 0 })
    expect(docs.map(({ detail }) => detail)).toContain('secondFactor')
  })

  it('PPL-11 nobody else, and no stranger, changes or reads it', async () => {
    const phone = await town.enrol('issuer')
    expect(codes(await town.rule('required', await town.enter(phone)))[0]).toBe(403)
    expect((await town.desk.rest('GET', '/globals/town')).body).not.toHaveProperty('secondFactor')
  })

  it('PPL-8 whom it asks opens no session until a factor is set up, then by it alone', async () => {
    await asking()
    for (const name of ['issuer', 'administrator', 'everything'] as const)
      expect(await town.sessions(name)).toHaveLength(name === 'administrator' ? 1 : 0)
    const own = { username: PEOPLE.issuer.email, password: 'correct horse battery' }
    const at = await town.desk.rest('POST', '/users/login', { json: own })
    expect([codes(at), at.body]).toEqual([
      [403, 'FACTOR_MUST_ENROL'],
      expect.not.objectContaining({ token: expect.anything() }),
    ])
    const phone = await town.enrol('issuer')
    expect(await town.sessions('issuer')).toEqual([])
    expect(await town.me(await town.enter(phone))).toMatchObject({ id: town.desk.ids.issuer })
    expect(codes(await town.login('author'))).toEqual([200])
    expect(codes(await town.factor('remove', 'issuer', { code: phone.next() }))).toEqual([
      409,
      'FACTOR_REQUIRED',
    ])
  })

  it('PPL-8 whoever is given such a role signs in anew', async () => {
    const { headers } = await asking()
    const open = town.opened(await town.login('author'))
    const path = `/users/${town.desk.ids.author}`
    const json = { roles: ['author', 'issuer'] }
    expect((await town.desk.rest('PATCH', path, { headers, json })).status).toBe(200)
    expect(await town.me(open)).toBeNull()
    expect(codes(await town.login('author'))).toEqual([403, 'FACTOR_MUST_ENROL'])
    await town.desk.rest('PATCH', path, { headers, json: { roles: ['author'] } })
    expect(codes(await town.login('author'))).toEqual([200])
  })

  it('PPL-12 a case is issued within fifteen minutes of a code, a slogan at any time', async () => {
    const { hotline } = rows
    const [story, slogan] = [
      await submitted('cases', caseOf(hotline)),
      await submitted('slogans', sloganOf(hotline)),
    ]
    await asking()
    const phone = await town.enrol('issuer')
    const headers = await town.enter(phone)
    town.desk.ports.clock.advance(15 * MINUTE + 1)
    expect(codes(await issue(story, headers))).toEqual([403, 'FACTOR_NOT_FRESH'])
    expect((await issue(slogan, headers)).status).toBe(200)
    const prove = (code: string, by = headers) =>
      town.desk.rest('POST', '/users/factor/fresh', { headers: by, json: { code } })
    expect(codes(await prove('123456'))).toEqual([403, 'FACTOR_WRONG'])
    expect(codes(await issue(story, headers))).toEqual([403, 'FACTOR_NOT_FRESH'])
    const code = phone.next()
    expect((await prove(code)).body).toEqual({ proven: true })
    expect(codes(await prove(code))).toEqual([403, 'FACTOR_WRONG'])
    town.desk.ports.clock.advance(15 * MINUTE)
    expect((await issue(story, headers)).body).toMatchObject({
      decision: 'issue',
      release: expect.any(String),
    })
  })

  it('PPL-12 the mark is of one session: no other has it, nobody writes it, and it goes with it', async () => {
    const { hotline } = rows
    const story = await submitted('cases', caseOf(hotline))
    await asking()
    const phone = await town.enrol('issuer')
    const stale = await town.enter(phone)
    town.rest()
    const fresh = await town.enter(phone)
    const marks = await town.sessions('issuer')
    expect(marks.map(({ factorAt }) => factorAt)).toEqual([expect.any(String), expect.any(String)])
    const own = `/users/${town.desk.ids.issuer}`
    const forged = marks.map((session) => ({
      ...session,
      factorAt: new Date(town.desk.ports.now()).toISOString(),
    }))
    for (const json of [
      { sessions: forged },
      { sessions: [] },
      { 'sessions.0.factorAt': forged[0]?.factorAt },
    ])
      await town.desk.rest('PATCH', own, { headers: stale, json })
    expect(await town.sessions('issuer')).toEqual(marks)
    expect((await town.desk.rest('POST', '/users/refresh-token', { headers: stale })).status).toBe(200)
    expect(codes(await issue(story, stale))).toEqual([403, 'FACTOR_NOT_FRESH'])
    expect((await town.desk.rest('POST', '/users/logout', { headers: fresh })).status).toBe(200)
    expect(codes(await issue(story, fresh))[0]).toBe(401)
    const another = await town.enter(phone)
    expect((await issue(story, another)).status).toBe(200)
  })

  it('PPL-13 a lost phone: an administrator who has just proven his own takes it away, and all sessions end', async () => {
    const { desk } = town
    const reset = (headers: Headers, id = desk.ids.issuer) =>
      desk.rest('POST', `/users/${id}/reset-factor`, { headers, json: {} })
    const open = await town.enter(await town.enrol('issuer'))
    const bare = town.opened(await town.login('administrator'))
    expect(codes(await reset(bare))).toEqual([409, 'FACTOR_MISSING'])
    const { headers } = await asking()
    for (const [by, code] of [
      [open, 'ROLE_MISSING'],
      [town.opened(await town.login('author')), 'ROLE_MISSING'],
      [{}, 'NOT_SIGNED_IN'],
    ] as const)
      expect(codes(await reset(by))[1]).toBe(code)
    expect(codes(await reset(headers, desk.ids.administrator))).toEqual([409, 'FACTOR_OWN'])
    town.rest()
    expect(codes(await reset(headers))).toEqual([403, 'FACTOR_NOT_FRESH'])
    expect(await town.me(open)).not.toBeNull()
    await town.clear()
    const again = await asking()
    await town.enter(await town.enrol('issuer'))
    expect((await reset(again.headers)).body).toEqual({ reset: true })
    expect([await town.me(open), await town.sessions('issuer')]).toEqual([null, []])
    expect(codes(await town.login('issuer'))).toEqual([403, 'FACTOR_MUST_ENROL'])
    expect((await town.told('issuer')).at(-1)).toBe('factor.reset')
  })

  it('PPL-8 a factor that was given up, or replaced, proves nothing any more', async () => {
    const phone = await town.enrol('issuer')
    const headers = await town.enter(phone)
    const other = await town.enter(phone)
    const moved = await town.enrol('issuer', { code: phone.next() }, headers)
    expect([await town.me(headers), await town.me(other)].map(Boolean)).toEqual([true, false])
    expect((await town.factor('remove', 'issuer', { code: moved.next() }, headers)).status).toBe(200)
    expect(await town.me(headers)).not.toBeNull()
    await asking()
    expect(await town.me(headers)).toBeNull()
  })

  it('PPL-13 the last administrator: by hand at the machine, by the name he signs in by, told in the audit', async () => {
    const { headers } = await asking()
    const { payload, ids } = town.desk
    expect(await resetFactorByHand(payload, 'nobody')).toBeNull()
    expect(await resetFactorByHand(payload, '')).toBeNull()
    expect(await town.me(headers)).not.toBeNull()
    expect(await resetFactorByHand(payload, ' ADMINISTRATOR@town.test ')).toBe(PEOPLE.administrator.name)
    expect(await town.me(headers)).toBeNull()
    const where: Where = {
      and: [{ action: { equals: 'factor.reset' } }, { subject: { equals: `users/${ids.administrator}` } }],
    }
    const { docs } = await payload.find({ collection: 'audit', where, sort: '-seq', depth: 0 })
    expect(docs[0]).toMatchObject({ actor: null, actorName: '系统' })
    expect(codes(await town.login('administrator'))).toEqual([403, 'FACTOR_MUST_ENROL'])
  })

  it('PPL-9 nothing of it is left of a person who is deleted', async () => {
    const { headers } = await asking()
    const made = { name: '新人', username: 'gone', roles: ['author'], password: 'k7mpx-3xqhd-9wtdv' }
    const { body } = await town.desk.rest('POST', '/users', { headers, json: made })
    const { id } = body['doc'] as { id: string }
    await town.desk.payload.db.create({
      collection: 'factors',
      data: { person: id, updatedAt: new Date().toISOString() },
    })
    expect((await town.desk.rest('DELETE', `/users/${id}`, { headers })).status).toBe(200)
    expect(await town.stored('factors', { person: { equals: id } })).toBeNull()
  })
})
