import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHALLENGE_MINUTES } from '../../../src/model/passkey.ts'
import { PEOPLE } from '../../builders/people.ts'
import { authenticator, type Telling } from '../../fakes/authenticator.ts'
import { databases } from './databases.ts'
import { codes } from './factor-desk.ts'
import { ADDRESS, NAME, openPasskeyDesk, type PasskeyDesk, type Ways } from './passkey-desk.ts'

const MINUTE = 60_000

describe.each(databases)('PPL-15 PPL-16 what a passkey signed, on $name', (database) => {
  let town: PasskeyDesk
  beforeAll(async () => {
    town = await openPasskeyDesk(database)
  })
  afterAll(() => town.desk.close())
  afterEach(() => town.clear())

  const audit = async (action: string) => {
    const where = { action: { equals: action } }
    const { docs } = await town.desk.payload.find({ collection: 'audit', where, sort: '-seq', depth: 0 })
    return docs
  }

  it('PPL-14 PPL-15 once one is added, the password alone opens nothing, and what it signs does, in one request', async () => {
    const before = town.opened(await town.login('issuer'))
    const { key, recovery } = await town.add('issuer', { called: ' 办公室\n电脑 ' })
    expect(recovery).toHaveLength(10)
    expect([await town.me(before), await town.sessions('issuer')]).toEqual([null, []])
    const refused = await town.login('issuer')
    expect([codes(refused), refused.body['token']]).toEqual([[403, 'FACTOR_ASKED'], undefined])
    expect(codes(await town.login('issuer', '123456'))).toEqual([403, 'FACTOR_WRONG'])
    const ways = (await town.factor('ways', 'issuer')).body as unknown as Ways
    expect(ways).toMatchObject({ phone: false, at: ADDRESS })
    expect(ways.passkey).toMatchObject({
      rpId: NAME,
      userVerification: 'required',
      allowCredentials: [{ id: key.id, transports: ['internal', 'usb'] }],
    })
    const headers = await town.enterBy('issuer', key)
    expect(await town.me(headers)).toMatchObject({ id: town.desk.ids.issuer })
    const [session] = await town.sessions('issuer')
    expect(session?.['factorAt']).toBe(new Date(town.desk.ports.now()).toISOString())
    expect(await town.told('issuer')).toEqual(['factor.passkey'])
    expect((await audit('factor.passkey'))[0]).toMatchObject({
      actorName: PEOPLE.issuer.name,
      detail: '办公室 电脑',
    })
    expect(codes(await town.loginBy('reviewer', await town.signed('issuer', key)))).toEqual([200])
  })

  it('PPL-15 who lacks the password is told nothing: neither who is here, nor who has a passkey', async () => {
    const { key } = await town.add('issuer')
    const ask = (username: string, password: unknown) =>
      town.desk.rest('POST', '/users/factor/ways', { json: { username, password } })
    const [his, other, nobody] = [
      await ask(PEOPLE.issuer.email, 'wrong'),
      await ask(PEOPLE.reviewer.email, 'wrong'),
      await ask('nobody', 'wrong'),
    ]
    expect(codes(his)).toEqual([401, 'LOGIN_WRONG'])
    expect([other.body, nobody.body]).toEqual([his.body, his.body])
    for (const odd of [undefined, '', null, { $ne: '' }])
      expect((await ask(PEOPLE.issuer.email, odd)).status).toBeGreaterThanOrEqual(400)
    const wrong = { email: PEOPLE.issuer.email, password: 'wrong', passkey: await town.signed('issuer', key) }
    expect(codes(await town.desk.rest('POST', '/users/login', { json: wrong }))).toEqual([401, 'LOGIN_WRONG'])
    const headers = await town.enterBy('issuer', key)
    const own = await town.desk.rest('POST', '/users/factor/ways', { headers, json: {} })
    expect(own.body).toMatchObject({ passkey: { allowCredentials: [{ id: key.id }] } })
    // A session asks for its own person alone.
    const json = { username: PEOPLE.reviewer.email, password: 'correct horse battery' }
    const still = await town.desk.rest('POST', '/users/factor/ways', { headers, json })
    expect(still.body).toMatchObject({ passkey: { allowCredentials: [{ id: key.id }] } })
    expect((await town.ways('reviewer')).passkey).toBeNull()
  })

  it('PPL-15 what was asked is answered once, within five minutes, by whom it was asked of', async () => {
    const { key } = await town.add('issuer')
    const { key: reviewers } = await town.add('reviewer')
    const answer = await town.signed('issuer', key)
    const both = await Promise.all([town.loginBy('issuer', answer), town.loginBy('issuer', answer)])
    expect(both.map(({ status }) => status === 200).toSorted()).toEqual([false, true])
    expect(codes(await town.loginBy('issuer', answer))).toEqual([403, 'PASSKEY_LATE'])
    const late = await town.signed('issuer', key)
    town.desk.ports.clock.advance(CHALLENGE_MINUTES * MINUTE)
    expect(codes(await town.loginBy('issuer', late))).toEqual([200])
    const over = await town.signed('issuer', key)
    town.desk.ports.clock.advance(CHALLENGE_MINUTES * MINUTE + 1)
    expect(codes(await town.loginBy('issuer', over))).toEqual([403, 'PASSKEY_LATE'])
    // Asked of another, of nobody, or for adding one.
    const { challenge = '' } = (await town.ways('reviewer')).passkey ?? {}
    const adding = await town.begin('issuer', { passkey: await town.signed('issuer', key) })
    for (const odd of [challenge, '', 'AAAA', `${challenge}A`, String(adding.body['challenge'])])
      expect(codes(await town.loginBy('issuer', key.prove(town.telling(odd))))).toEqual([403, 'PASSKEY_LATE'])
    town.rest()
    const bent = Buffer.from((await town.ways('issuer')).passkey?.challenge ?? '', 'base64url')
    bent[18] = (bent[18] ?? 0) ^ 1
    const later = key.prove(town.telling(bent.toString('base64url')))
    expect(codes(await town.loginBy('issuer', later))).toEqual([403, 'PASSKEY_LATE'])
    expect(codes(await town.loginBy('reviewer', await town.signed('reviewer', reviewers)))).toEqual([200])
  })

  it('PPL-15 it counts at the address the town was given, whatever the request says of itself', async () => {
    const { key } = await town.add('issuer')
    const headers = await town.enterBy('issuer', key)
    const lies: Partial<Telling>[] = [
      { origin: 'http://town.test' },
      { origin: `https://${NAME}` },
      { origin: `http://${NAME}:8443` },
      { origin: `https://evil.${NAME}:8443` },
      { origin: `${ADDRESS}.evil.test` },
      { origin: 'http://localhost:3000' },
      { rpId: 'town.test' },
      { rpId: 'wujian.test' },
      { verified: false },
      { crossOrigin: true },
      { type: 'webauthn.create' },
    ]
    for (const lie of lies) {
      town.rest()
      const told = [lie, codes(await town.proveBy(headers, await town.signed('issuer', key, lie)))]
      expect(told).toEqual([lie, [403, 'PASSKEY_WRONG']])
    }
    town.rest()
    const begun = await town.begin('reviewer')
    const making: Partial<Telling>[] = [
      { origin: 'http://town.test' },
      { rpId: 'town.test' },
      { verified: false },
    ]
    for (const lie of making) {
      const made = authenticator().make(town.telling(String(begun.body['challenge']), lie))
      expect([lie, codes(await town.finish('reviewer', made))]).toEqual([lie, [403, 'PASSKEY_WRONG']])
    }
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
    expect(await town.row('reviewer')).toBeNull()
  })

  it('PPL-15 odd answers are refused, as wrong ones are', async () => {
    const { key } = await town.add('issuer')
    const headers = await town.enterBy('issuer', key)
    type Whole = { readonly response: Readonly<Record<string, string>> }
    const within = (odd: object | null) => (whole: Whole) => ({
      ...whole,
      response: odd && { ...whole.response, ...odd },
    })
    const odd: readonly ((whole: Whole) => unknown)[] = [
      () => ({}),
      () => [],
      () => ({ id: key.id }),
      (whole) => ({ ...whole, id: 'AAAA' }),
      (whole) => ({ ...whole, id: { $ne: '' } }),
      (whole) => ({ ...whole, rawId: 'AAAA' }),
      (whole) => ({ ...whole, type: 'password' }),
      within(null),
      within({ clientDataJSON: 'e30' }),
      within({ clientDataJSON: Buffer.from('null').toString('base64url') }),
      within({ authenticatorData: 'AAAA' }),
      within({ signature: '' }),
      within({ signature: 7 }),
      (whole) => within({ signature: whole.response['authenticatorData'] })(whole),
    ]
    for (const bend of odd) {
      town.rest()
      const whole = (await town.signed('issuer', key)) as Whole
      const told = codes(await town.proveBy(headers, bend(whole)))
      expect([String(bend), told]).toEqual([String(bend), [403, 'PASSKEY_WRONG']])
      expect(codes(await town.proveBy(headers, whole))).toEqual([200])
    }
    for (const none of [null, 'text', 7, true])
      expect(codes(await town.loginBy('issuer', none))).toEqual([403, 'FACTOR_ASKED'])
    expect(codes(await town.loginBy('issuer', {}))).toEqual([403, 'PASSKEY_WRONG'])
    expect(await town.sessions('issuer')).toHaveLength(1)
  })

  it('PPL-15 tries of a passkey and of codes are counted together, before they are looked at', async () => {
    const { key } = await town.add('issuer')
    const phone = await town.enrol('issuer', { passkey: await town.signed('issuer', key) })
    town.rest()
    const wrong = authenticator()
    const tries = await Promise.all(
      Array.from({ length: 14 }, async (_, n) =>
        n % 2 ? town.login('issuer', '000000') : town.loginBy('issuer', await town.signed('issuer', wrong)),
      ),
    )
    const told = tries.map((answer) => codes(answer)[1])
    expect(told.filter((code) => code === 'FACTOR_TOO_OFTEN')).toHaveLength(4)
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([
      429,
      'FACTOR_TOO_OFTEN',
    ])
    expect(codes(await town.login('issuer', phone.code()))[1]).toBe('FACTOR_TOO_OFTEN')
    town.rest()
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
  })

  it('PPL-16 a passkey of another, of nobody, or one that was taken away opens nothing', async () => {
    const [{ key: his }, { key: own }] = [await town.add('issuer'), await town.add('reviewer')]
    const { key: second } = await town.add('issuer', {
      proof: { passkey: await town.signed('issuer', his) },
      called: '安全密钥',
    })
    for (const key of [own, authenticator()])
      expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([
        403,
        'PASSKEY_WRONG',
      ])
    const forged = { ...(await town.signed('issuer', own)), id: his.id, rawId: his.id }
    expect(codes(await town.loginBy('issuer', forged))).toEqual([403, 'PASSKEY_WRONG'])
    const headers = await town.enterBy('issuer', his)
    const other = await town.enterBy('issuer', second)
    town.rest()
    const gone = await town.factor(
      'passkeys/remove',
      'issuer',
      { id: second.id, passkey: await town.signed('issuer', his) },
      headers,
    )
    expect(gone.body).toEqual({ removed: true })
    expect([await town.me(headers), await town.me(other)].map(Boolean)).toEqual([true, false])
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', second)))).toEqual([
      403,
      'PASSKEY_WRONG',
    ])
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', his)))).toEqual([200])
    expect((await town.told('issuer')).at(-1)).toBe('factor.passkey-remove')
    expect((await audit('factor.passkey-remove'))[0]).toMatchObject({ detail: '安全密钥' })
  })

  it('PPL-16 a count that goes back is a copy: refused, and told in the audit, sign-in or not', async () => {
    const { key } = await town.add('issuer')
    const headers = await town.enterBy('issuer', key)
    const before = (await audit('factor.passkey-copied')).length
    const at = key.counter
    for (const back of [0, at - 1]) {
      key.counter = back
      expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([
        403,
        'PASSKEY_COPIED',
      ])
    }
    key.counter = at - 1
    const json = { passkey: await town.signed('issuer', key) }
    const fresh = await town.desk.rest('POST', '/users/factor/fresh', { headers, json })
    expect(codes(fresh)).toEqual([403, 'PASSKEY_COPIED'])
    const told = await audit('factor.passkey-copied')
    expect(told).toHaveLength(before + 3)
    expect(told[0]).toMatchObject({
      actor: null,
      actorName: '系统',
      subject: `users/${town.desk.ids.issuer}`,
      detail: '办公室电脑',
    })
    key.counter = at
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
    const { key: cloud } = await town.add('reviewer', { key: authenticator({ counts: false }) })
    for (const _ of [1, 2])
      expect(codes(await town.loginBy('reviewer', await town.signed('reviewer', cloud)))).toEqual([200])
  })

  it('PPL-16 put into the row of another, or edited there, it opens nothing for anybody', async () => {
    const [{ key: own }, { key: his, recovery }] = [await town.add('author'), await town.add('issuer')]
    const { db } = town.desk.payload
    const [mine, victims] = [await town.row('author'), await town.row('issuer')]
    const put = (data: Record<string, unknown>) =>
      db.updateOne({ collection: 'factors', id: String(victims?.id), data })
    const opens = async () => {
      town.rest()
      const { challenge = '' } = (await town.ways('author')).passkey ?? {}
      const answers = await Promise.all([
        town.loginBy('issuer', await town.signed('issuer', own)),
        town.loginBy('issuer', own.prove(town.telling(challenge))),
        town.loginBy('issuer', await town.signed('issuer', his)),
        town.login('issuer'),
      ])
      return answers.filter(({ status }) => status === 200).length
    }
    expect(JSON.stringify([mine, victims])).not.toContain(own.id)
    await put({ passkeys: mine?.['passkeys'] })
    expect(await opens()).toBe(0)
    // The row itself handed to another.
    await db.deleteMany({ collection: 'factors', where: { person: { equals: town.desk.ids.issuer } } })
    await db.updateOne({
      collection: 'factors',
      id: String(mine?.id),
      data: { person: town.desk.ids.issuer },
    })
    expect(await opens()).toBe(0)
    await db.updateOne({
      collection: 'factors',
      id: String(mine?.id),
      data: { person: town.desk.ids.author },
    })
    await db.create({
      collection: 'factors',
      data: {
        ...(victims as Record<string, unknown>),
        id: undefined,
        createdAt: undefined,
        updatedAt: new Date().toISOString(),
      },
    })
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', his)))).toEqual([200])
    const now = await town.row('issuer')
    const bytes = Buffer.from(String(now?.['passkeys']), 'base64url')
    for (const at of [12, 28, bytes.length - 1]) {
      const odd = Buffer.from(bytes)
      odd[at] = (odd[at] ?? 0) ^ 1
      await db.updateOne({
        collection: 'factors',
        id: String(now?.id),
        data: { passkeys: odd.toString('base64url') },
      })
      town.rest()
      expect(codes(await town.loginBy('issuer', await town.signed('issuer', his)))[0]).toBe(403)
      expect(codes(await town.login('issuer'))).toEqual([403, 'FACTOR_ASKED'])
    }
    // A secret of a phone is no passkey and a passkey no secret.
    const phone = await town.enrol('reviewer')
    const secret = (await town.row('reviewer'))?.['secret']
    await db.updateOne({ collection: 'factors', id: String(now?.id), data: { passkeys: secret } })
    expect((await town.ways('issuer')).passkey).toBeNull()
    expect(codes(await town.login('reviewer', phone.next()))).toEqual([200])
    expect(codes(await town.login('issuer', recovery[0]))).toEqual([200])
  })
})
