/**
 * Requests nobody meant, to every route of the configuration, by everybody. A seeded sample runs with the tests; the
 * whole is `FUZZ_REQUESTS=6000 npx vitest run --project integration tests/integration/rest-fuzz.test.ts`.
 */
import fc from 'fast-check'
import type { Endpoint, FlattenedField, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configOf } from '../../cms/config.ts'
import { PASSWORD, PEOPLE } from '../builders/people.ts'
import { employ, signIn } from '../e2e/api.ts'
import { openDesk } from './desk.ts'
import { openServer, temporaryFolder, type TestServer } from './server.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 250)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261129)
const AT_ONCE = 4
const LONG_MS = 1_800_000

type Route = { readonly method: string; readonly path: string; readonly fields: readonly FlattenedField[] }

/** Signing out, and what takes away the people who ask, would end the run early. */
const ENDS_THE_RUN = /\/(logout|refresh-token|unlock|first-register)$/

const routesOf = (config: SanitizedConfig): Route[] => {
  const under = (base: string, endpoints: Endpoint[] | false, fields: readonly FlattenedField[]): Route[] =>
    (endpoints || []).map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: `${base}${path}`,
      fields,
    }))
  return [
    ...under('', config.endpoints, []),
    ...config.collections.flatMap((one) => under(`/${one.slug}`, one.endpoints, one.flattenedFields)),
    ...config.globals.flatMap((one) => under(`/globals/${one.slug}`, one.endpoints, one.flattenedFields)),
  ].filter(
    ({ method, path }) =>
      !ENDS_THE_RUN.test(path) && !(path.startsWith('/users') && ['PATCH', 'DELETE'].includes(method)),
  )
}

// prettier-ignore
const ODD_TEXTS = [
  '', ' ', '0', '-1', 'null', 'none', 'undefined', 'true', '[object Object]', '2026-02-30', '%', '..',
  "'; DROP TABLE users; --", '$where', '__proto__', 'constructor', '\u0000', '\ud800', '\u202e', '奶奶',
  '9'.repeat(400), 'a'.repeat(5_000), '2026-02-30T25:00:00Z', '{"$gt":""}', 'ﷺ'.repeat(300),
]
const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ maxLength: 40, unit: 'binary' }))
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    0.1,
    [],
    {},
    [null],
    [[]],
    { $gt: '' },
    { id: 'x' },
  ),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
)

/** What an address can hold. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '?')

const idOf = (real: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...real) },
    fc.constantFrom(
      '0'.repeat(24),
      '00000000-0000-0000-0000-000000000000',
      'nothing',
      '%00',
      '%zz',
      '%2e%2e',
    ),
    oddText.map((text) => encodeURIComponent(wellFormed(text))),
  )

const OPERATORS = ['equals', 'not_equals', 'in', 'not_in', 'exists', 'like', 'less_than', 'near', 'nothing']

const questionOf = ({ fields }: Route, id: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const names = ['id', 'createdAt', 'nothing', '_status', ...fields.map(({ name }) => name)]
  const asked = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...OPERATORS), fc.oneof(id, oddText))
    .map(([name, operator, value]) => [`where[${name}][${operator}]`, value])
  const plain = fc.tuple(
    fc.constantFrom(
      'limit',
      'page',
      'depth',
      'sort',
      'draft',
      'autosave',
      'where',
      'select[id]',
      'locale',
      'at',
    ),
    oddText,
  )
  return fc
    .array(fc.oneof(asked, plain), { maxLength: 3 })
    .map((pairs) =>
      new URLSearchParams(pairs.map(([name = '', value = '']) => [name, wellFormed(value)])).toString(),
    )
}

type Body = { readonly type: string; readonly bytes: Uint8Array }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const bodyOf = ({ fields }: Route, real: readonly string[]): fc.Arbitrary<Body | null> => {
  const linked = fc
    .constantFrom(...real)
    .chain((value) =>
      fc.constantFrom<unknown>(value, [value], { relationTo: 'slogans', value }, [
        { relationTo: 'users', value },
      ]),
    )
  const names = [
    'reason',
    'comment',
    'digest',
    'code',
    'email',
    'password',
    ...fields.map(({ name }) => name),
  ]
  const filled = fc.dictionary(fc.constantFrom(...names), fc.oneof(oddValue, linked), { maxKeys: 6 })
  const json = fc
    .oneof(
      { weight: 5, arbitrary: filled.map((value) => JSON.stringify(value)) },
      oddValue.map((v) => JSON.stringify(v)),
      oddText,
    )
    .map((text) => ({ type: 'application/json', bytes: bytesOf(text) }))
  const form = fc
    .tuple(
      fc.constantFrom('_payload', 'file', 'photo', 'place', '__proto__'),
      fc.oneof(json, fc.constant(null)),
      oddText,
      fc.boolean(),
    )
    .map(([name, value, file, whole]) => {
      const named = file.replace(/["\r\n]/g, '_')
      const disposition = `form-data; name="${name}"${value ? '' : `; filename="${named}"`}`
      const words = value ? new TextDecoder().decode(value.bytes) : 'not a picture'
      const text = `--edge\r\nContent-Disposition: ${disposition}\r\n\r\n${words}\r\n--edge${whole ? '--\r\n' : ''}`
      return { type: 'multipart/form-data; boundary=edge', bytes: bytesOf(text) }
    })
  const other = fc
    .tuple(
      fc.constantFrom('text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', '*/*'),
      fc.uint8Array({ maxLength: 200 }),
    )
    .map(([type, bytes]) => ({ type, bytes }))
  return fc.oneof({ weight: 6, arbitrary: json }, { weight: 2, arbitrary: form }, other, fc.constant(null))
}

type Asked = {
  readonly who: string
  readonly method: string
  readonly path: string
  readonly body: Body | null
}

const requestOf = (route: Route, who: readonly string[], real: readonly string[]): fc.Arbitrary<Asked> => {
  const id = idOf(real)
  const holes = [...route.path.matchAll(/:\w+\??/g)].length
  return fc
    .tuple(
      fc.constantFrom(...who),
      fc.array(id, { minLength: holes, maxLength: holes }),
      questionOf(route, id),
      bodyOf(route, real),
    )
    .map(([name, ids, question, body]) => {
      let i = 0
      const path = route.path.replace(/:\w+\??/g, () => ids[i++] ?? '')
      return {
        who: name,
        method: route.method,
        path: `${path}?${question}`,
        body: route.method === 'GET' ? null : body,
      }
    })
}

let server: TestServer
let asked: readonly Asked[]
const cookies = new Map<string, string>()

beforeAll(async () => {
  server = await openServer({ staffed: true })
  const desk = await openDesk(server)
  const { email, name, roles } = PEOPLE.village
  await employ(server.origin, desk.as.administrator, { email, name, roles, password: PASSWORD })
  const people = { ...desk.as, village: await signIn(server.origin, { username: email, password: PASSWORD }) }
  for (const [who, { cookie }] of Object.entries(people)) cookies.set(who, cookie)
  cookies.set('nobody', '')
  const { content, release, submission } = await desk.slogan('天上不会掉馅饼')
  const screen = await desk.screen()
  const playlist = await desk.playlist([content])
  const schedule = await desk.schedule(playlist, [screen])
  const real = [content, release, submission, screen, playlist, schedule, desk.place, desk.hotline]
  const config = await configOf({
    dataDir: temporaryFolder(),
    databaseUri: '',
    secret: 'only for tests',
    publicUrl: '',
    production: false,
  })
  const routes = routesOf(config)
  const arbitrary = fc.constantFrom(...routes).chain((route) => requestOf(route, [...cookies.keys()], real))
  asked = fc.sample(arbitrary, { numRuns: REQUESTS, seed: SEED })
}, LONG_MS)
afterAll(() => server?.close())

/** What is wrong with an answer, or null. */
const send = async ({ who, method, path, body }: Asked): Promise<string | null> => {
  const response = await fetch(`${server.origin}/api${path}`, {
    method,
    redirect: 'manual',
    headers: { cookie: cookies.get(who) ?? '', ...(body && { 'content-type': body.type }) },
    ...(body && { body: body.bytes as BodyInit }),
  })
  const text = await response.text()
  const shown = `${who} ${method} ${path.slice(0, 200)} ${body ? `${body.type} ${new TextDecoder().decode(body.bytes).slice(0, 200)}` : ''} → ${response.status} ${text.slice(0, 300)}`
  if (response.status >= 500) return shown
  if (response.status < 400) return null
  const { errors } = JSON.parse(text) as {
    errors?: { code?: string; message_zh?: string; message_en?: string }[]
  }
  const [first] = errors ?? [JSON.parse(text) as { code?: string; message_zh?: string; message_en?: string }]
  return first?.code && first.message_zh && first.message_en ? null : shown
}

describe('requests nobody meant', () => {
  it(
    'I14 no route, no person and no body gets a fault of the server or an answer without a code',
    async () => {
      const wrong: string[] = []
      const left = [...asked]
      const work = async (): Promise<void> => {
        for (let one = left.pop(); one; one = left.pop()) {
          const fault = await send(one)
          if (fault) wrong.push(fault)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      expect(wrong.slice(0, 20)).toEqual([])
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
    },
    LONG_MS,
  )
})
