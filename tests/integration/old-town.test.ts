/** A data folder of the time of one key, started by this version as its owner would. */
import { createPrivateKey } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { PASSWORD, PEOPLE, type PersonName } from '../builders/people.ts'
import { stopProcess } from '../templates/serving.ts'
import { ownProcesses } from './processes.ts'
import { freePort } from './server.ts'

const FIXTURES = 'tests/fixtures/old-desk'
const { folder, begin } = ownProcesses()

/** What that version said of its rows, and the key that signed them. */
type Facts = {
  readonly key: string
  readonly town: readonly { readonly id: string; readonly title: string }[]
}
const facts = JSON.parse(readFileSync(join(FIXTURES, 'sqlite.json'), 'utf8')) as Facts

const layOld = (dataDir: string): void => {
  const key = createPrivateKey({ key: Buffer.from(facts.key, 'base64'), format: 'der', type: 'pkcs8' })
  mkdirSync(join(dataDir, 'keys'))
  writeFileSync(join(dataDir, 'keys', 'town.pem'), key.export({ format: 'pem', type: 'pkcs8' }))
  writeFileSync(join(dataDir, 'silver-shield.db'), gunzipSync(readFileSync(join(FIXTURES, 'sqlite.gz'))))
}

const asking = (origin: string) => {
  const json = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> =>
    (await fetch(`${origin}${path}`, init)).json() as Promise<Record<string, unknown>>
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    json(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const as = async (name: PersonName): Promise<Record<string, string>> => {
    const { token } = await post('/api/users/login', { email: PEOPLE[name].email, password: PASSWORD })
    return { authorization: `JWT ${String(token)}` }
  }
  return { json, post, as }
}

const titlesIn = (body: Record<string, unknown>): readonly string[] =>
  (body['contents'] as { title: string }[]).map(({ title }) => title).toSorted()

/** The photo's file is no part of the fixture, which is told and is no fault of a row. */
const codesIn = (body: Record<string, unknown>): readonly string[] =>
  (body['refused'] as { code: string }[])
    .map(({ code }) => code)
    .filter((code) => code !== 'CONTENT_PICTURE_MISSING')

it('PRG-10 CNT-1 it starts, its releases are verified as they were signed, and the second key goes on from there', async () => {
  const dataDir = folder()
  layOld(dataDir)
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) }
  const desk = asking(`http://127.0.0.1:${env.PORT}`)
  const all = facts.town.map(({ title }) => title).toSorted()

  const first = await begin(env)
  expect(first.said.type, first.log()).toBe('started')
  expect(codesIn(await desk.json('/readyz'))).toEqual([])
  expect(titlesIn(await desk.json('/api/print/catalogue', { headers: await desk.as('operator') }))).toEqual(
    all,
  )
  const [gone] = facts.town
  const withdrawn = await desk.post(
    `/api/releases/${gone?.id}/withdraw`,
    { reason: '演练' },
    await desk.as('issuer'),
  )
  expect(withdrawn).toMatchObject({ decision: 'withdraw' })
  await stopProcess(first.child)
  expect(existsSync(join(dataDir, 'keys', 'records.pem'))).toBe(true)
  const since = Number(readFileSync(join(dataDir, 'keys', 'records-since'), 'utf8'))
  expect(since).toBeGreaterThan(0)

  const again = await begin(env)
  expect(again.said.type, again.log()).toBe('started')
  expect(codesIn(await desk.json('/readyz'))).toEqual([])
  const left = titlesIn(await desk.json('/api/print/catalogue', { headers: await desk.as('operator') }))
  expect(left).toEqual(all.filter((title) => title !== gone?.title))
  expect(Number(readFileSync(join(dataDir, 'keys', 'records-since'), 'utf8'))).toBe(since)
})
