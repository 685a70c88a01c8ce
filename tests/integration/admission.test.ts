/** Long bodies at every door, before anybody has read them: who may send one, and how much of it is taken. */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../e2e/api.ts'
import { openDesk } from './desk.ts'
import { openServer, type TestServer } from './server.ts'

const MB = 1024 * 1024
const MULTIPART = 'multipart/form-data; boundary=x'
const FILE =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'

const FILE_DOORS = [
  'POST /api/media',
  'PATCH /api/media/1',
  'POST /api/print/codes/2222-2222/postings',
  'POST /api/postings/1/takedown',
  'POST /api/poster-templates/judge',
  'POST /api/poster-templates/install',
]
const WORD_DOORS = [
  'POST /api/cases',
  'PATCH /api/places/1',
  'POST /api/print/pdf',
  'POST /api/globals/town',
  'PUT /api/media/1',
  'POST /api/nothing',
]

let server: TestServer
let administrator: Api
let operator: Api

beforeAll(async () => {
  server = await openServer({ staffed: true })
  const { as } = await openDesk(server)
  administrator = as.administrator
  operator = as.operator
})
afterAll(() => server?.close())

/** Announces `size` bytes (none: does not say how many), sends the first few, and waits for the answer to them. */
const announce = async (
  door: string,
  size: number | null,
  cookie = '',
  type = MULTIPART,
): Promise<string> => {
  const [method, path] = door.split(' ')
  const { port } = new URL(server.origin)
  const agent = new Agent({ keepAlive: true })
  const headers = { 'content-type': type, cookie, ...(size !== null && { 'content-length': String(size) }) }
  const asked = request({ host: '127.0.0.1', port, method, path, headers, agent })
  asked.on('error', () => undefined)
  asked.write(FILE)
  const [response] = await once(asked, 'response')
  let body = ''
  for await (const part of response) body += part
  agent.destroy()
  const code = (JSON.parse(body) as { errors?: { code: string }[] }).errors?.[0]?.code
  return `${response.statusCode} ${code}`
}

describe('ADP-6 a long body is decided by its head', () => {
  it.each([...FILE_DOORS, ...WORD_DOORS])(
    'ADP-6 %s: a stranger is refused before he has sent it',
    async (door) => {
      for (const size of [40 * MB, null]) {
        expect(await announce(door, size)).toBe('401 NOT_SIGNED_IN')
      }
    },
  )

  it('ADP-6 a session that is made up or over is a stranger’s', async () => {
    const { cookie } = administrator
    expect(await announce('POST /api/media', 40 * MB, `${cookie}x`)).toBe('401 NOT_SIGNED_IN')
    expect(await announce('POST /api/media', 40 * MB, 'payload-token=x')).toBe('401 NOT_SIGNED_IN')
  })

  it('ADP-6 who may not use a door for files sends none there', async () => {
    const templates = ['POST /api/poster-templates/judge', 'POST /api/poster-templates/install']
    const doors = ['POST /api/media', 'PATCH /api/media/1', ...templates]
    for (const door of doors)
      expect(await announce(door, 40 * MB, operator.cookie), door).toBe('403 NOT_ALLOWED')
  })

  it('ADP-6 doors for words take a megabyte of them, whatever they call it', async () => {
    for (const door of WORD_DOORS)
      expect(await announce(door, 2 * MB, administrator.cookie), door).toBe('413 BODY_TOO_LARGE')
    expect(await announce('POST /api/media', 2 * MB, administrator.cookie, 'application/json')).toBe(
      '413 BODY_TOO_LARGE',
    )
  })

  it('ADP-6 a sign-in has room, and is told when it is too long', async () => {
    expect(await announce('POST /api/users/login', 40 * MB)).toBe('413 BODY_TOO_LARGE')
    const answer = await fetch(`${server.origin}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ email: 'nobody@town.example', password: 'x'.repeat(1000) }),
    })
    expect(answer.status).toBe(401)
  })

  it('ADP-6 who may is let in at every door for files', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const photo = await sharp({
      create: { width: 1600, height: 1200, channels: 3, noise, background: '#000' },
    })
      .png()
      .toBuffer()
    expect(photo.byteLength).toBeGreaterThan(2 * MB)
    const send = async (door: string, field: string, cookie: string): Promise<string> => {
      const [method = '', path = ''] = door.split(' ')
      const form = new FormData()
      form.set(field, new Blob([photo as BlobPart], { type: 'image/png' }), 'a.png')
      form.set('_payload', '{"alt":"现场"}')
      const answer = await fetch(server.origin + path, {
        method,
        headers: { cookie, origin: server.origin },
        body: form,
      })
      const { errors } = (await answer.json()) as { errors?: { code: string }[] }
      return `${answer.status} ${errors?.[0]?.code}`
    }
    expect(await send('POST /api/media', 'file', administrator.cookie)).toBe('201 undefined')
    expect(await send('PATCH /api/media/1', 'file', administrator.cookie)).toBe('403 FIELD_NOT_WRITABLE')
    expect(await send('POST /api/print/codes/2222-2222/postings', 'photo', operator.cookie)).toBe(
      '404 PRINT_CODE_UNKNOWN',
    )
    for (const door of ['judge', 'install'])
      expect(await send(`POST /api/poster-templates/${door}`, 'file', administrator.cookie)).toMatch(
        /^4\d\d TEMPLATE_/,
      )
  })
})
