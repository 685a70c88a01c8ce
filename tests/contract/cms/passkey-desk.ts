/** A desk at an address with a name and https, whose people have passkeys beside their phones. */
import { waysOf } from '../../../cms/factors/passkeys.ts'
import { PASSWORD, PEOPLE, type PersonName } from '../../builders/people.ts'
import { authenticator, type Authenticator, type Telling } from '../../fakes/authenticator.ts'
import type { Database } from './databases.ts'
import { openFactorDesk, type Headers } from './factor-desk.ts'

/** None of which is the host that the tests' requests name. */
export const NAME = 'yindun.wujian.test'
export const ADDRESS = `https://${NAME}:8443`

type Asked = { readonly challenge: string; readonly rpId: string }
export type Ways = {
  readonly phone: boolean
  readonly passkey:
    | (Asked & { readonly userVerification: string; readonly allowCredentials: readonly { id: string }[] })
    | null
  readonly at: string | null
}

export const openPasskeyDesk = async (database: Database, publicUrl = ADDRESS) => {
  const town = await openFactorDesk(database, { publicUrl })
  const { factor, desk } = town
  /** As the door answers it to whoever knows the password, but for what hashing that costs. */
  const ways = async (name: PersonName): Promise<Ways> =>
    (await waysOf(await desk.requestOf(name), desk.ids[name])) as Ways

  /** What a browser at the town's address tells of what it was asked. */
  const telling = (challenge: string, lies: Partial<Telling> = {}): Telling => ({
    origin: ADDRESS,
    rpId: NAME,
    challenge,
    ...lies,
  })
  const begin = async (name: PersonName, proof: object = {}, headers: Headers = {}) =>
    factor('passkeys/begin', name, proof, headers)
  const finish = (name: PersonName, made: unknown, called = '办公室电脑', headers: Headers = {}) =>
    factor('passkeys/add', name, { made, name: called }, headers)
  /** Adds one, and answers it with the recovery codes that came with it. */
  const add = async (
    name: PersonName,
    { proof = {}, key = authenticator(), called = '办公室电脑', headers = {} as Headers } = {},
  ) => {
    const begun = await begin(name, proof, headers)
    const made = key.make(telling(String(begun.body['challenge'])))
    const done = await finish(name, made, called, headers)
    if (done.status !== 200) throw new Error(JSON.stringify([begun, done]))
    return { key, recovery: done.body['recovery'] as readonly string[] }
  }
  /** What this passkey signs of a new question to this person. */
  const signed = async (name: PersonName, key: Authenticator, lies: Partial<Telling> = {}) =>
    key.prove(telling((await ways(name)).passkey?.challenge ?? '', lies))
  const login = (name: PersonName, passkey?: unknown) =>
    desk.rest('POST', '/users/login', {
      json: { email: PEOPLE[name].email, password: PASSWORD, ...(passkey !== undefined && { passkey }) },
    })
  const enterBy = async (name: PersonName, key: Authenticator): Promise<Headers> =>
    town.opened(await login(name, await signed(name, key)))
  /** Of an open session, which hashes no password. */
  const proveBy = (headers: Headers, passkey: unknown) =>
    desk.rest('POST', '/users/factor/fresh', { headers, json: { passkey } })
  const row = (name: PersonName) => town.stored('factors', { person: { equals: desk.ids[name] } })
  return { ...town, ways, telling, begin, finish, add, signed, loginBy: login, enterBy, proveBy, row }
}

export type PasskeyDesk = Awaited<ReturnType<typeof openPasskeyDesk>>
