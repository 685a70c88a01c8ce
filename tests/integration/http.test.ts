/** The HTTP side under requests that no player and no browser of ours would make. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../fakes/device.ts'
import { askAt, type Answer, type Asking } from './asking.ts'
import { openDesk, type Desk } from './desk.ts'
import { openServer, type TestServer } from './server.ts'

let server: TestServer
let desk: Desk
let device: Device
let programme: string

const ask = (method: string, path: string, asking?: Asking): Promise<Answer> =>
  askAt(server.origin, method, path, asking)

/** The one refusal in an answer: bare, or in Payload's `errors` under /api. */
const refusalIn = (answer: Answer): Record<string, unknown> => {
  const parsed = JSON.parse(answer.body) as { errors?: Record<string, unknown>[] } & Record<string, unknown>
  return parsed.errors?.[0] ?? parsed
}
const codeIn = (answer: Answer): string => `${answer.status} ${String(refusalIn(answer)['code'])}`
const json = { 'content-type': 'application/json' }
const NO_STACK = /\bat [^"]*\(|node_modules|\.ts:\d+|\.js:\d+|Error:/

beforeAll(async () => {
  server = await openServer({ staffed: true })
  desk = await openDesk(server)
  const screen = await desk.screen()
  device = openDevice(server.origin)
  await desk.pair(device, screen)
  programme = device.head()?.programme ?? ''
})

afterAll(async () => {
  device?.disconnect()
  await server?.close()
})

describe('I14 every answer that is no success has the one shape', () => {
  it.each([
    ['GET', '/nothing', '404 ROUTE_UNKNOWN'],
    ['POST', '/', '404 ROUTE_UNKNOWN'],
    ['GET', '/screens', '404 ROUTE_UNKNOWN'],
    ['GET', '/screens/nothing', '404 ROUTE_UNKNOWN'],
    ['POST', '/screens/programmes/00', '404 ROUTE_UNKNOWN'],
    ['GET', '/screens/programmes/00', '404 OBJECT_UNKNOWN'],
    ['GET', `/screens/assets/${'0'.repeat(64)}`, '404 OBJECT_UNKNOWN'],
    ['GET', '/screens/assets/..%2F..%2Fkeys%2Ftown.pem', '404 OBJECT_UNKNOWN'],
    ['GET', '/screens/assets/%E0%A4%A', '404 ROUTE_UNKNOWN'],
    ['GET', '/print/%E0%A4%A', '404 ROUTE_UNKNOWN'],
    ['GET', '/api/print/codes/50%', '404 ROUTE_UNKNOWN'],
    ['GET', '/api/postings/%00', '404 ROUTE_UNKNOWN'],
    ['GET', '/display/nothing', '404 ROUTE_UNKNOWN'],
    ['GET', '/display/..%2F..%2Fpackage.json', '404 ROUTE_UNKNOWN'],
    ['GET', '/display/%00', '404 ROUTE_UNKNOWN'],
    ['POST', '/healthz', '404 ROUTE_UNKNOWN'],
    ['GET', '/api/nothing', '404 ROUTE_UNKNOWN'],
    ['GET', '/api', '404 ROUTE_UNKNOWN'],
    ['DELETE', '/api/globals/nothing', '404 ROUTE_UNKNOWN'],
    ['GET', '/api/slogans/nowhere', '401 NOT_SIGNED_IN'],
  ])('I14 %s %s is %s', async (method, path, expected) => {
    const answer = await ask(method, path)
    expect(codeIn(answer)).toBe(expected)
    const { message_zh, message_en } = refusalIn(answer)
    expect([message_zh, message_en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.any(String)])
    expect(answer.body).not.toMatch(NO_STACK)
  })

  it.each([
    ['/api/postings/versions', '404 ROUTE_UNKNOWN'],
    ['/api/postings/versions/x', '404 ROUTE_UNKNOWN'],
    ['/api/payload-locked-documents/versions', '404 ROUTE_UNKNOWN'],
    ['/api/globals/town/versions', '404 ROUTE_UNKNOWN'],
    ['/api/media/file/nothing.jpg', '403 NOT_ALLOWED'],
    ['/api/posting-photos/file/x', '403 NOT_ALLOWED'],
    ['/api/postings?limit=1e99', '400 FIELD_INVALID'],
    ['/api/postings?page=1e99', '400 FIELD_INVALID'],
    ['/api/postings?where[nothing][equals]=x', '400 FIELD_INVALID'],
    ['/api/payload-preferences/', '404 ROUTE_UNKNOWN'],
  ])('ADP-15 %s is a wrong question and no fault of the server', async (path, expected) => {
    const answer = await ask('GET', path, { headers: { cookie: desk.as.author.cookie } })
    expect(codeIn(answer)).toBe(expected)
    expect(String(refusalIn(answer)['message_zh'])).not.toMatch(/[a-z]{3,} [a-z]{3,}/)
  })

  it('ADP-15 what one database cannot be asked is no fault of the server, nor where another can', async () => {
    const questions = ['postedAt][greater_than]=x', 'code][equals][a]=1', 'place][all]=x', 'unit][within]=x']
    for (const question of questions) {
      const path = `/api/postings?where[${question}`
      const answer = await ask('GET', path, { headers: { cookie: desk.as.author.cookie } })
      expect(answer.status, question).toBeLessThan(500)
      expect(answer.body).not.toMatch(NO_STACK)
    }
  })

  it('ADP-15 a question sent as a body, and a form without a boundary, are refused as unreadable', async () => {
    const headers = { cookie: desk.as.administrator.cookie, origin: server.origin }
    const question = { ...headers, ...json, 'x-payload-http-method-override': 'GET' }
    expect(codeIn(await ask('POST', '/api/postings', { headers: question, body: '{' }))).toBe(
      '400 BODY_INVALID',
    )
    const form = { ...question, 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask('POST', '/api/postings', { headers: form, body: 'limit=1e99' })).status).toBeLessThan(
      500,
    )
    // Payload would fetch what such a text names from a cloud; there is none.
    for (const named of [
      'null',
      '7',
      '{"collectionSlug":"media","filename":"a","clientUploadContext":{}}',
      '{',
    ]) {
      const body = `--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n${named}\r\n--b--\r\n`
      const cloud = { ...headers, 'content-type': 'multipart/form-data; boundary=b' }
      expect((await ask('POST', '/api/media', { headers: cloud, body })).status, named).toBeLessThan(500)
    }
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=']) {
      const broken = { ...headers, 'content-type': type }
      expect(codeIn(await ask('POST', '/api/posting-photos', { headers: broken, body: '--x' })), type).toBe(
        '400 BODY_INVALID',
      )
    }
  })

  it.each([
    ['half an object', '{"email":'],
    ['no JSON at all', 'email=a@b.example'],
    ['nothing', ''],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['twenty thousand nested lists', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['bytes that are no text', '\ud800{'],
  ])('I14 a body of %s is refused with 4xx, here and behind a sign-in', async (_, body) => {
    for (const [method, path, cookie] of [
      ['POST', '/api/users/login', ''],
      ['POST', '/api/slogans', desk.as.author.cookie],
      ['POST', `/api/screens/x/pair`, desk.as.administrator.cookie],
      ['POST', `/api/print/pdf`, desk.as.administrator.cookie],
    ] as const) {
      const answer = await ask(method, path, { headers: { ...json, cookie, origin: server.origin }, body })
      expect(`${path} ${answer.status} ${answer.body}`).toMatch(/^\S+ 4\d\d .*"code":"[A-Z_]+"/)
      expect(answer.body).not.toMatch(NO_STACK)
    }
  })

  it.each(['', 'a b', '[::', 'x:y:z', '%', '<script>'])(
    'I14 a Host of "%s" is no fault of the server',
    async (host) => {
      const answer = await ask('GET', '/api/users/me', { headers: { host } })
      expect(answer.status).toBeLessThan(500)
      expect(answer.body).not.toMatch(NO_STACK)
    },
  )

  it('I14 a bulk edit says for each row by which code it was refused', async () => {
    await desk.draft('天上不会掉馅饼')
    const answer = await ask('PATCH', '/api/slogans?where[id][exists]=true&draft=true', {
      headers: { ...json, cookie: desk.as.author.cookie, origin: server.origin, 'accept-language': 'en' },
      body: JSON.stringify({ text: '看不见的\u0007字' }),
    })
    expect(codeIn(answer)).toBe('400 TEXT_CONTROL_CHAR')
    const { message, message_zh, message_en } = refusalIn(answer)
    // What a toast shows begins with the field (DESK-82).
    expect(message).toBe(`Slogan – ${message_en}`)
    expect([message_zh, message_en]).toEqual([expect.stringContaining('控制字符'), expect.any(String)])
  })

  it('I14 whatever is asked, by whatever method, is answered below 500 and without a stack', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'api',
        'screens',
        'display',
        'slogans',
        'users',
        'assets',
        'timeline',
        'versions',
        '..',
        '%00',
      ),
      fc.webSegment(),
      fc.uuid(),
    )
    const path = fc.array(word, { maxLength: 5 }).map((words) => `/${words.join('/')}`)
    const query = fc.oneof(
      fc.constant(''),
      fc.webQueryParameters().map((text) => `?${text}`),
      fc.constant('?where[a][b]=c&limit=-1&depth=9'),
    )
    const method = fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'HEAD')
    await fc.assert(
      fc.asyncProperty(method, path, query, fc.boolean(), async (verb, where, what, signedIn) => {
        const headers = { ...json, ...(signedIn && { cookie: desk.as.author.cookie, origin: server.origin }) }
        const answer = await ask(verb, where + what, {
          headers,
          ...(verb !== 'GET' && verb !== 'HEAD' && { body: '{"text":1}' }),
        })
        expect(answer.status).toBeLessThan(500)
        expect(answer.body).not.toMatch(NO_STACK)
      }),
      { numRuns: 150, seed: 2026 },
    )
  })
})

describe('ADP-10 pages of other sites', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'ADP-10 a page of %s changes nothing in its visitor’s name',
    async (origin) => {
      const answer = await ask('POST', '/api/slogans?draft=true', {
        headers: { ...json, cookie: desk.as.author.cookie, origin },
        body: JSON.stringify({ text: '天上不会掉馅饼' }),
      })
      expect(codeIn(answer)).toBe('403 ORIGIN_FOREIGN')
    },
  )
})

describe('ADP-6 bodies have limits', () => {
  it('ADP-6 JSON of 2 MB that says so is BODY_TOO_LARGE before it is read', async () => {
    const answer = await ask('POST', '/api/users/login', {
      headers: { ...json, 'content-length': '2097152' },
      body: '{',
    })
    expect(codeIn(answer)).toBe('413 BODY_TOO_LARGE')
  })

  it('ADP-6 a body without a length is cut at the same limit', async () => {
    const MOST = 2_000
    let sent = 0
    const endless = async function* () {
      yield '{"email":"'
      for (; sent < MOST; sent += 1) yield 'x'.repeat(256 * 1024)
    }
    const agent = new Agent({ keepAlive: true })
    const answer = await ask('POST', '/api/users/login', { headers: json, body: endless(), agent })
    agent.destroy()
    expect(codeIn(answer)).toBe('413 BODY_TOO_LARGE')
    expect(sent).toBeLessThan(MOST)
    expect((await ask('GET', '/healthz')).status).toBe(200)
  })

  it('ADP-6 a picture of several megabytes arrives whole', async () => {
    const noise = sharp({
      create: {
        width: 2400,
        height: 1800,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: '#000000',
      },
    })
    const photo = await noise.jpeg({ quality: 95 }).toBuffer()
    expect(photo.byteLength).toBeGreaterThan(2 * 1024 * 1024)
    const { status, body } = await desk.as.author.upload(photo, '现场.jpg', 'image/jpeg', { alt: '现场' })
    expect([status, body]).toMatchObject([201, { doc: { width: 2400, height: 1800 } }])
  })

  it('ADP-6 a picture of 50 MB is refused', async () => {
    const type = 'multipart/form-data; boundary=x'
    const answer = await ask('POST', '/api/media', {
      headers: {
        'content-type': type,
        'content-length': String(50 * 1024 * 1024),
        cookie: desk.as.author.cookie,
      },
      body: '--x',
    })
    expect(codeIn(answer)).toBe('413 BODY_TOO_LARGE')
  })
})

describe('ADP-7 objects', () => {
  const path = () => `/screens/programmes/${programme}`

  it('ADP-7 are kept for ever, whole or in ranges', async () => {
    const whole = await fetch(server.origin + path(), { headers: { 'accept-encoding': 'identity' } })
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(whole.headers.get('etag')).toBe(`"${programme}"`)
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    const part = await fetch(server.origin + path(), { headers: { range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
    const again = await ask('GET', path(), { headers: { 'if-none-match': `"${programme}"` } })
    expect(again.status).toBe(304)
    const beyond = await ask('GET', path(), { headers: { range: `bytes=${bytes.length}-` } })
    expect(codeIn(beyond)).toBe('416 RANGE_INVALID')
    expect(beyond.body).not.toMatch(NO_STACK)
    expect((await ask('HEAD', path())).status).toBe(200)
  })

  it('ADP-7 in gzip to whoever takes it, the same bytes, and never a range of it', async () => {
    const plain = await (
      await fetch(server.origin + path(), { headers: { 'accept-encoding': 'identity' } })
    ).text()
    const packed = await fetch(server.origin + path(), { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toContain('Accept-Encoding')
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(plain.length / 2)
    expect(await packed.text()).toBe(plain)
    const tag = packed.headers.get('etag') ?? ''
    for (const known of [tag, `"${programme}"`]) {
      const headers = { 'if-none-match': known, 'accept-encoding': 'gzip' }
      expect((await ask('GET', path(), { headers })).status).toBe(304)
    }
    const part = await fetch(server.origin + path(), {
      headers: { range: 'bytes=0-4', 'accept-encoding': 'gzip' },
    })
    expect([part.status, part.headers.get('content-encoding'), await part.text()]).toEqual([
      206,
      null,
      plain.slice(0, 5),
    ])
  })

  it('I8 ADP-7 ADP-27 a file changed on the disk is never sent: it is made anew where it can be, else unknown', async () => {
    const file = join(server.dataDir, 'objects', programme)
    const bytes = readFileSync(file)
    for (const damaged of [Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]), Buffer.alloc(0)]) {
      writeFileSync(file, damaged)
      const answer = await ask('GET', path())
      expect([answer.status, answer.body]).toEqual([200, bytes.toString('utf8')])
      expect(readFileSync(file).equals(bytes)).toBe(true)
    }
    const stray = 'f'.repeat(64)
    writeFileSync(join(server.dataDir, 'objects', stray), bytes)
    expect(codeIn(await ask('GET', `/screens/programmes/${stray}`))).toBe('404 OBJECT_UNKNOWN')
  })

  it('ADP-7 a link out of the folder leads nowhere', async () => {
    expect(existsSync(join(server.dataDir, 'keys', 'town.pem'))).toBe(true)
    for (const name of ['../keys/town.pem', '..%2Fkeys%2Ftown.pem', '%2e%2e%2fkeys%2ftown.pem'])
      expect((await ask('GET', `/screens/assets/${name}`)).status).toBe(404)
  })
})

describe('ADP-8 health', () => {
  it('ADP-8 /healthz and /readyz are said afresh to everyone', async () => {
    for (const [where, body] of [
      ['/healthz', { status: 'ok' }],
      ['/readyz', { status: 'ok', database: true, publisher: true, refused: [] }],
    ] as const) {
      const answer = await fetch(server.origin + where)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(await answer.json()).toEqual(body)
    }
  })

  it('ADP-8 every answer has a number to quote and no name of the software', async () => {
    const answer = await fetch(`${server.origin}/nothing`)
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })
})
