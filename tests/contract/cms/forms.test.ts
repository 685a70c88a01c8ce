import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'

const EDGE = 'edgeOfAForm'
const TYPE = `multipart/form-data; boundary=${EDGE}`

const part = (head: string, body: Uint8Array | string): Buffer =>
  Buffer.concat([Buffer.from(`--${EDGE}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
const field = (name: string, value: string): Buffer =>
  part(`Content-Disposition: form-data; name="${name}"`, value)
const whole = (...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([...parts, Buffer.from(`--${EDGE}--\r\n`)])

describe.each(databases)('forms on $name', (database) => {
  let desk: Desk
  let png: Buffer
  beforeAll(async () => {
    desk = await openDesk(database)
    png = await sharp({ create: { width: 24, height: 16, channels: 3, background: '#a03020' } })
      .png()
      .toBuffer()
  })
  afterAll(() => desk.close())

  const told = ({ status, body }: Answer): string => {
    const [error] = body.errors ?? []
    if (status >= 400) expect(error?.message_zh).toMatch(/\p{Script=Han}/u)
    if (status >= 400) expect(error?.message_en).toMatch(/^[A-Z]/)
    return `${status} ${error?.code ?? JSON.stringify(body)} ${error?.field ?? ''}`.trim()
  }
  const send = async (body: Buffer | string, type = TYPE, path = '/media', method = 'POST') =>
    told(await desk.rest(method, path, { as: 'everything', bytes: { type, body } }))
  const disposed = (name: string) => `Content-Disposition: form-data; name="file"; ${name}`
  const file = (name: string) => part(`${disposed(name)}\r\nContent-Type: image/png`, png)
  const named = (name: string) => file(`filename="${name}"`)
  const fine = field('_payload', '{"alt":"图"}')

  it('CMS-37 a file name with what nobody can see, or longer than any, is refused at the file', async () => {
    for (const hidden of ['\0', '\r', '\n', '\u0007'])
      expect(await send(whole(named(`a${hidden}b.png`), fine)), JSON.stringify(hidden)).toBe(
        '400 FILE_NAME_INVALID file',
      )
    expect(await send(whole(named(`${'a'.repeat(17_000)}.png`), fine))).toBe('400 FILE_NAME_INVALID file')
    const heads = [`X-Y: ${'a'.repeat(17_000)}\r\n`, 'X-Y: a\r\n'.repeat(2_100), 'nonsense\r\n']
    for (const head of heads)
      expect(await send(whole(part(`${head}${disposed('filename="a.png"')}`, png), fine))).toBe(
        '400 FILE_NAME_INVALID file',
      )
    for (const hidden of ['%00', '%0D%0A', '%1B', '%7F', '%C2%85'])
      expect(await send(whole(file(`filename*=UTF-8''a${hidden}b.png`), fine)), hidden).toBe(
        '400 TEXT_CONTROL_CHAR file',
      )
  })

  it('CMS-37 a form that is none is refused: no edge, another one, broken off, empty, too many parts', async () => {
    const good = whole(named('a.png'), fine)
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'b'.repeat(300)}`,
      'multipart/form-data; boundary=other',
    ])
      expect(await send(good, type), type).toMatch(/^400 BODY_INVALID/)
    for (const broken of [named('a.png').subarray(0, 130), named('a.png'), Buffer.alloc(0)])
      expect(await send(broken)).toMatch(/^400 BODY_INVALID/)
    const parts = Array.from({ length: 30 }, (_, i) => field(`f${i}`, 'x'))
    expect(await send(whole(...parts, fine))).toMatch(/^400 BODY_INVALID/)
    const files = Array.from({ length: 5 }, (_, i) => named(`${i}.png`))
    expect(await send(whole(...files, fine))).toMatch(/^400 BODY_INVALID/)
  })

  it('CMS-37 one file, and a form whose words can be read: else 400 at the file or at _payload', async () => {
    expect(await send(whole(named('a.png'), named('b.png'), fine))).toBe('400 TOO_MANY_ITEMS file')
    expect(await send(whole(field('file', 'hello'), fine))).toBe('400 TEXT_EMPTY file')
    const broken = ['', '{', '{"alt":"a"', "{'alt':1}", '{"alt":"\u0001"}', '-', '{"a":1,}', '"', '{} tail']
    const others = ['[]', '[{"alt":"a"}]', '"text"', 'null', '5', 'true', '['.repeat(5_000)]
    for (const text of [...broken, ...others])
      expect(await send(whole(named('a.png'), field('_payload', text))), text.slice(0, 30)).toBe(
        '400 BODY_INVALID _payload',
      )
    expect(await send(whole(named('a.png')))).toBe('400 BODY_INVALID _payload')
    expect(await send(whole(named('a.png'), fine, fine))).toBe('400 BODY_INVALID _payload')
    const deep = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`
    expect(await send(whole(named('a.png'), field('_payload', deep)))).toMatch(/^400 BODY_INVALID/)
    expect(await send(whole(named('a.png'), field('_payload', '{"alt":{"a":1}}')))).toBe(
      '400 FIELD_INVALID alt',
    )
    expect((await desk.payload.db.find({ collection: 'media', pagination: false })).docs).toHaveLength(0)
  })

  it('CMS-37 __proto__ in a form or in its words changes nothing but that form', async () => {
    const words =
      '{"__proto__":{"alt":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"alt":"甲"}'
    const body = whole(
      named('a.png'),
      field('__proto__', 'x'),
      field('constructor', 'y'),
      field('_payload', words),
    )
    expect(await send(body)).toMatch(/^201/)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('CMS-37 every door that takes words refuses what cannot be read, as form and as JSON', async () => {
    const zeros = '0'.repeat(24)
    const doors = [
      ['POST', '/cases?draft=true'],
      ['PATCH', '/cases?where[id][equals]=1'],
      ['POST', '/globals/town'],
      ['POST', '/users/login'],
      ['POST', `/submissions/${zeros}/approve`],
      ['POST', `/releases/${zeros}/withdraw`],
      ['POST', `/screens/${zeros}/pair`],
      ['POST', '/print/preview'],
      ['POST', '/print/bulk'],
      ['POST', '/print/codes/AAAA-AAAA/postings'],
      ['POST', '/poster-templates/judge'],
      ['POST', '/payload-preferences/x'],
    ] as const
    for (const [method, path] of doors) {
      for (const [type, body] of [
        [TYPE, whole(field('_payload', '{'))],
        ['multipart/form-data', 'x'],
        ['application/json', '{'],
        ['application/json', 'null'],
        ['text/plain', 'x'],
      ] as const) {
        const answer = await desk.rest(method, path, { as: 'everything', bytes: { type, body } })
        expect(answer.status, `${method} ${path} ${type} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
        const coded = answer.body.errors?.[0]?.code
        if (answer.status >= 400) expect(coded, `${method} ${path} ${type}`).toBeTruthy()
      }
    }
  })

  it('CMS-37 a question sent as a body, or that is no question, is refused', async () => {
    const headers = { 'X-Payload-HTTP-Method-Override': 'GET' }
    const ask = async (type: string, body: string) =>
      told(await desk.rest('POST', '/cases', { as: 'everything', bytes: { type, body }, headers }))
    expect(await ask('application/x-www-form-urlencoded', 'where=%7B')).toBe('400 BODY_INVALID where')
    expect(told(await desk.rest('GET', '/cases?where=%7B', { as: 'everything' }))).toBe(
      '400 BODY_INVALID where',
    )
    const wrongDay = 'where[validUntil][equals]=2026-02-30'
    expect(await ask('application/x-www-form-urlencoded', wrongDay)).toBe('400 DATE_INVALID validUntil')
  })
})
