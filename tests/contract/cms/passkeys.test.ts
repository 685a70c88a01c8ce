import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { resetFactorByHand } from '../../../cms/factors/by-hand.ts'
import { PASSKEYS_MOST } from '../../../src/model/passkey.ts'
import { PEOPLE } from '../../builders/people.ts'
import { authenticator } from '../../fakes/authenticator.ts'
import { databases } from './databases.ts'
import { codes, phoneOf, type Headers } from './factor-desk.ts'
import { NAME, openPasskeyDesk, type PasskeyDesk } from './passkey-desk.ts'

const MINUTE = 60_000

describe.each(databases)('PPL-14 PPL-17 passkeys of people, on $name', (database) => {
  let town: PasskeyDesk
  beforeAll(async () => {
    town = await openPasskeyDesk(database)
  })
  afterAll(() => town.desk.close())
  afterEach(() => town.clear())

  it('PPL-9 no door, audit or answer tells what is kept of it', async () => {
    const { key } = await town.add('issuer')
    const kept = String((await town.row('issuer'))?.['passkeys'])
    const headers = town.opened(await town.login('everything'))
    const paths = [
      '/factors',
      `/users/${town.desk.ids.issuer}?depth=3&showHiddenFields=true`,
      '/audit?limit=0',
    ]
    const answers = await Promise.all(
      paths.map(async (path) => JSON.stringify((await town.desk.rest('GET', path, { headers })).body)),
    )
    for (const secret of [kept, key.id]) expect(answers.join('\n')).not.toContain(secret)
  })

  it('PPL-14 a stolen session or password adds none, and takes none away', async () => {
    const { key } = await town.add('issuer')
    const headers = await town.enterBy('issuer', key)
    for (const by of [{}, headers]) {
      expect(codes(await town.begin('issuer', {}, by))).toEqual([403, 'FACTOR_ASKED'])
      const none = await town.factor('passkeys/remove', 'issuer', { id: key.id }, by)
      expect(codes(none)).toEqual([403, 'FACTOR_WRONG'])
    }
    for (const path of ['passkeys/begin', 'passkeys/add', 'passkeys/remove']) {
      const json = { password: 'wrong', passkey: await town.signed('issuer', key), id: key.id, name: 'x' }
      const alone = await town.desk.rest('POST', `/users/factor/${path}`, { headers, json })
      expect([path, ...codes(alone)]).toEqual([path, 401, 'LOGIN_WRONG'])
    }
    town.rest()
    // Made for what nobody began, or what another began.
    const begun = await town.begin('reviewer')
    for (const challenge of [
      '',
      String(begun.body['challenge']),
      (await town.ways('issuer')).passkey?.challenge,
    ])
      expect(codes(await town.finish('issuer', authenticator().make(town.telling(challenge ?? ''))))).toEqual(
        [409, 'PASSKEY_NOT_BEGUN'],
      )
    const made = authenticator().make(town.telling(String(begun.body['challenge'])))
    expect(codes(await town.finish('reviewer', made, ' \n'))).toEqual([422, 'PASSKEY_NAMELESS'])
    expect(codes(await town.finish('reviewer', made, '长'.repeat(41)))[1]).toBe('TEXT_TOO_LONG')
    // What was begun before a phone was set up is over: else the password alone would add one beside it.
    await town.enrol('reviewer')
    expect(codes(await town.finish('reviewer', made))).toEqual([409, 'PASSKEY_NOT_BEGUN'])
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
  })

  it('PPL-14 a phone that somebody began with the password alone is over once a passkey comes or goes', async () => {
    const begun = await town.factor('begin', 'issuer')
    const stolen = phoneOf(town.desk, 'issuer', String(begun.body['secret']), [])
    const { key } = await town.add('issuer')
    expect(codes(await town.factor('confirm', 'issuer', { code: stolen.next() }))).toEqual([
      409,
      'FACTOR_NOT_BEGUN',
    ])
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
  })

  it('PPL-14 several with names, ten at most, each once; beside a phone whose sessions and recovery codes go on', async () => {
    const phone = await town.enrol('issuer')
    const open = await town.enter(phone)
    const { key, recovery } = await town.add('issuer', { proof: { code: phone.next() }, headers: open })
    expect(recovery).toEqual([])
    expect(await town.me(open)).not.toBeNull()
    const begun = await town.begin('issuer', { code: phone.next() })
    expect(begun.body).toMatchObject({
      attestation: 'none',
      rp: { id: NAME, name: '银盾' },
      user: { name: PEOPLE.issuer.email, displayName: PEOPLE.issuer.name },
      excludeCredentials: [{ id: key.id }],
      authenticatorSelection: { userVerification: 'required' },
    })
    expect(JSON.stringify(begun.body)).not.toContain(town.desk.ids.issuer)
    const again = key.make(town.telling(String(begun.body['challenge'])))
    expect(codes(await town.finish('issuer', again))).toEqual([403, 'PASSKEY_WRONG'])
    for (let n = 1; n < PASSKEYS_MOST; n++) {
      town.rest()
      await town.add('issuer', { proof: { code: phone.next() }, called: `第 ${n} 把` })
    }
    town.rest()
    expect(codes(await town.begin('issuer', { code: phone.next() }))).toEqual([409, 'PASSKEY_TOO_MANY'])
    expect(codes(await town.login('issuer', phone.next()))).toEqual([200])
    expect(codes(await town.login('issuer', phone.recovery[0]))).toEqual([200])
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
  })

  it('PPL-14 the last one is the factor itself: given up where the town does not ask', async () => {
    const { key } = await town.add('issuer')
    const headers = await town.enterBy('issuer', key)
    const remove = async (id: string) =>
      town.factor('passkeys/remove', 'issuer', { id, passkey: await town.signed('issuer', key) }, headers)
    expect(codes(await remove('AAAA'))).toEqual([404, 'NOT_FOUND'])
    expect((await remove(key.id)).body).toEqual({ removed: true })
    expect(await town.row('issuer')).toBeNull()
    expect((await town.sessions('issuer')).map(({ factorAt }) => factorAt ?? null)).toEqual([null])
    expect((await town.told('issuer')).slice(-2)).toEqual(['factor.passkey-remove', 'factor.remove'])
    expect(codes(await town.login('issuer'))).toEqual([200])
  })

  /** The town asks; the administrator has a passkey and a session proven by it. */
  const asking = async (): Promise<Headers> => {
    const { key } = await town.add('administrator')
    const headers = await town.enterBy('administrator', key)
    const told = await town.rule('required', headers)
    if (told.status !== 200) throw new Error(JSON.stringify(told.body))
    return headers
  }

  it('PPL-17 where the town asks, a passkey is enough, set up at the sign-in and not given up', async () => {
    await asking()
    expect(codes(await town.login('issuer'))).toEqual([403, 'FACTOR_MUST_ENROL'])
    const { key } = await town.add('issuer')
    expect(await town.sessions('issuer')).toEqual([])
    await town.enterBy('issuer', key)
    const path = 'passkeys/remove'
    const removed = await town.factor(path, 'issuer', {
      id: key.id,
      passkey: await town.signed('issuer', key),
    })
    expect(codes(removed)).toEqual([409, 'FACTOR_REQUIRED'])
    expect((await town.ways('issuer')).passkey).not.toBeNull()
  })

  it('PPL-17 it proves a session once more, a phone and recovery codes are had by it', async () => {
    const { key, recovery } = await town.add('issuer')
    const headers = await town.enterBy('issuer', key)
    town.desk.ports.clock.advance(20 * MINUTE)
    const fresh = async (passkey: unknown) =>
      town.desk.rest('POST', '/users/factor/fresh', { headers, json: { passkey } })
    expect((await fresh(await town.signed('issuer', key))).body).toEqual({ proven: true })
    const [session] = await town.sessions('issuer')
    expect(session?.['factorAt']).toBe(new Date(town.desk.ports.now()).toISOString())
    const renewed = await town.factor('codes', 'issuer', { passkey: await town.signed('issuer', key) })
    expect(renewed.body['recovery']).toHaveLength(10)
    expect(codes(await town.login('issuer', recovery[0]))).toEqual([403, 'FACTOR_WRONG'])
    const phone = await town.enrol('issuer', { passkey: await town.signed('issuer', key) })
    expect(codes(await town.login('issuer', phone.next()))).toEqual([200])
    expect(codes(await town.loginBy('issuer', await town.signed('issuer', key)))).toEqual([200])
    town.rest()
    const gone = await town.factor('remove', 'issuer', { passkey: await town.signed('issuer', key) })
    expect(gone.body).toEqual({ removed: true })
    expect(codes(await town.login('issuer'))).toEqual([200])
  })

  it('PPL-17 a reset by an administrator, or by hand at the machine, takes them away, and all sessions end', async () => {
    const headers = await asking()
    const { key } = await town.add('issuer')
    const open = await town.enterBy('issuer', key)
    const begun = await town.begin('issuer', { passkey: await town.signed('issuer', key) })
    const path = `/users/${town.desk.ids.issuer}/reset-factor`
    expect((await town.desk.rest('POST', path, { headers, json: {} })).body).toEqual({ reset: true })
    expect([await town.me(open), await town.row('issuer')]).toEqual([null, null])
    // Begun with what was taken away.
    const late = authenticator().make(town.telling(String(begun.body['challenge'])))
    expect(codes(await town.finish('issuer', late))).toEqual([409, 'PASSKEY_NOT_BEGUN'])
    expect((await town.ways('issuer')).passkey).toBeNull()
    await resetFactorByHand(town.desk.payload, PEOPLE.administrator.email)
    expect([await town.me(headers), await town.row('administrator')]).toEqual([null, null])
  })
})

describe.each(databases)('PPL-14 a town whose address cannot have passkeys, on $name', (database) => {
  it('PPL-14 on a bare number they are refused, and those of another address count nothing', async () => {
    const town = await openPasskeyDesk(database, 'https://192.168.1.20')
    try {
      expect(codes(await town.begin('issuer'))).toEqual([409, 'PASSKEY_NO_ADDRESS'])
      const phone = await town.enrol('issuer')
      expect(await town.ways('issuer')).toEqual({ phone: true, passkey: null, at: null })
      expect(codes(await town.login('issuer', phone.next()))).toEqual([200])
    } finally {
      await town.desk.close()
    }
  })

  it('PPL-14 a town that moved to another name: its passkeys say where they count, codes go on', async () => {
    const town = await openPasskeyDesk(database)
    try {
      const { key, recovery } = await town.add('issuer')
      const { custom } = town.desk.payload.config
      custom['publicUrl'] = 'https://new.test'
      expect(await town.ways('issuer')).toEqual({ phone: false, passkey: null, at: NAME })
      const { challenge = '' } = (await town.ways('reviewer')).passkey ?? {}
      const there = key.prove({ origin: 'https://new.test', rpId: 'new.test', challenge })
      expect(codes(await town.loginBy('issuer', there))[0]).toBe(403)
      expect(codes(await town.login('issuer', recovery[0]))).toEqual([200])
    } finally {
      await town.desk.close()
    }
  })
})
