/** The demo town's village with the real print engine, over REST: catalogue, sheets, all villages at once, codes, recall. */
import { get, type IncomingHttpHeaders } from 'node:http'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue, CatalogueContent } from '../../cms/print/catalogue.ts'
import type { RecallItem } from '../../cms/postings/recall.ts'
import type { CodeTold } from '../../cms/postings/public-code.ts'
import type { Refusal } from '../../src/errors/refusal.ts'
import { signIn, type Api } from '../e2e/api.ts'
import { firstPeople, openServer, type TestServer } from './server.ts'

const ORIGIN = 'https://shield.wujian.gov.cn'

let server: TestServer
let as: Readonly<Record<string, Api>>
let catalogue: Catalogue

const person = (role: string): Api => {
  const found = as[role]
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

beforeAll(async () => {
  server = await openServer({ seed: 'demo', env: { PUBLIC_URL: ORIGIN } })
  as = Object.fromEntries(
    await Promise.all(
      Object.entries(firstPeople(server.dataDir)).map(
        async ([role, one]) => [role, await signIn(server.origin, one)] as const,
      ),
    ),
  )
  catalogue = await person('village').get<Catalogue>('/api/print/catalogue')
})
afterAll(() => server?.close())

const send = (role: string, path: string, body: BodyInit, type?: string): Promise<Response> =>
  fetch(`${server.origin}/api${path}`, {
    method: 'POST',
    headers: { cookie: person(role).cookie, origin: server.origin, ...(type && { 'content-type': type }) },
    body,
  })

const sheetOf = (content: CatalogueContent, template: string) => {
  const schema = catalogue.templates.find(({ id }) => id === template)
  const size = schema?.sizes[0]
  return {
    release: content.release,
    template,
    size: size?.id,
    way: size?.ways[0],
    tiling: 'none',
    unit: catalogue.own,
    contact: null,
  }
}

const print = (role: string, path: string, choice: object) =>
  send(role, path, JSON.stringify(choice), 'application/json')

const slogan = (): CatalogueContent => {
  const found = catalogue.contents.find(
    ({ kind, templates }) => kind === 'slogan' && templates.some((t) => t.fits),
  )
  if (!found) throw new Error('no slogan fits any template')
  return found
}
const fitting = ({ templates }: CatalogueContent): string => templates.find(({ fits }) => fits)?.id ?? ''

const photo = async (shade: number): Promise<Blob> =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 200, height: 150, channels: 3, background: { r: shade, g: 90, b: 9 } } })
        .jpeg()
        .toBuffer(),
    ),
  ])

describe('a village prints', () => {
  it('PST-3 each released content of the demo town fits a template; one of each kind is seen and printed', async () => {
    expect(catalogue).toMatchObject({ bulk: false, qr: true, units: [{ name: '石桥村' }] })
    expect(catalogue.contents.length).toBeGreaterThan(15)
    for (const content of catalogue.contents) expect(fitting(content), content.title).not.toBe('')
    for (const kind of ['case', 'technique', 'slogan']) {
      const content = catalogue.contents.find((one) => one.kind === kind)
      if (!content) throw new Error(`no ${kind}`)
      const choice = sheetOf(content, fitting(content))
      const seen = await print('village', '/print/preview', choice)
      expect([seen.status, seen.headers.get('content-type')], await seen.clone().text()).toEqual([
        200,
        'image/svg+xml',
      ])
      const made = await print('village', '/print/pdf', choice)
      expect(made.status, kind).toBe(200)
      expect(made.headers.get('x-print-code')).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
      const document = await PDFDocument.load(await made.arrayBuffer())
      expect(document.getPageCount()).toBeGreaterThan(0)
    }
  })

  it('ADP-16 a drawing is compressed for whoever takes it so, and says the same', async () => {
    const content = slogan()
    const ask = async (headers: Readonly<Record<string, string>>) => {
      const answer = await fetch(`${server.origin}/api/print/preview`, {
        method: 'POST',
        headers: {
          cookie: person('village').cookie,
          origin: server.origin,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(sheetOf(content, fitting(content))),
      })
      return { how: answer.headers.get('content-encoding'), svg: await answer.text() }
    }
    const plain = await ask({ 'accept-encoding': 'identity' })
    const packed = await ask({ 'accept-encoding': 'gzip' })
    const unwilling = await ask({ 'accept-encoding': 'gzip;q=0' })
    expect([plain.how, packed.how, unwilling.how]).toEqual([null, 'gzip', null])
    expect(packed.svg).toBe(plain.svg)
    expect(unwilling.svg).toBe(plain.svg)
  })

  it('PPG-10 the page of a code is one small answer that no cache keeps, with nothing in it that runs', async () => {
    const { docs } = await person('village').get<{ docs: { code: string; title: string }[] }>('/api/postings')
    const [first] = docs
    const bytes = await new Promise<{ headers: IncomingHttpHeaders; length: number }>((resolve, reject) => {
      const asked = get(
        `${server.origin}/v/${first?.code}`,
        { headers: { 'accept-encoding': 'gzip' } },
        (answer) => {
          let length = 0
          answer.on('data', (chunk: Buffer) => (length += chunk.byteLength))
          answer.on('end', () => resolve({ headers: answer.headers, length }))
        },
      )
      asked.on('error', reject)
    })
    expect(bytes.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store' })
    expect(bytes.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(bytes.headers['content-security-policy']).not.toMatch(/script-src|unsafe|connect-src/)
    expect(bytes.length).toBeLessThan(6_000)
    const page = await fetch(`${server.origin}/v/${first?.code}`)
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
    expect(await page.text()).toContain(first?.title)
    const own = await fetch(`${server.origin}/v/${first?.code}`, {
      headers: { cookie: person('village').cookie },
    })
    expect(own.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(await own.text()).toContain('登记张贴')
  })

  it('PPG-6 a code typed in any way leads to its page; what is none is asked for again; a broken address harms nothing', async () => {
    const ask = (path: string) => fetch(`${server.origin}${path}`, { redirect: 'manual' })
    const typed = await ask('/v?code=7k3d%2092mq')
    expect([typed.status, typed.headers.get('location')]).toEqual([302, '/v/7K3D-92MQ'])
    for (const path of ['/v', '/v/', '/v?code=no']) expect((await ask(path)).status).toBe(200)
    expect((await fetch(`${server.origin}/v`, { method: 'POST', body: 'x' })).status).toBe(404)
    for (const path of ['/v/7K3D-92MQ', '/v/%E0%A4%A', '/v/a/b', `/v/${'x'.repeat(4_000)}`])
      expect([(await ask(path)).status, (await ask(path)).headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ])
  })

  it('PST-10 PST-11 what the clerk hung on the first day is there, and a withdrawal puts it on the list until the photo', async () => {
    type Hung = { id: string; code: string; title: string; place: { name: string } }
    const { docs } = await person('village').get<{ docs: Hung[] }>('/api/postings?depth=1')
    expect(docs).toHaveLength(3)
    const first = docs.find(({ place }) => place.name === '石桥村活动室')
    const told = await (await fetch(`${server.origin}/api/print/codes/${first?.code}`)).json()
    expect(told as CodeTold).toMatchObject({
      title: first?.title,
      issuer: '五间镇打击整治养老诈骗专项行动办公室',
      unit: '石桥村',
      edition: 1,
      state: 'valid',
    })
    const { release } = catalogue.contents.find(({ title }) => title === first?.title) ?? {}
    const page = async () => (await fetch(`${server.origin}/v/${first?.code}`)).text()
    expect(await page()).toContain('这张海报是真的')
    await person('issuer').post(`/api/releases/${release}/withdraw`, { reason: '演练' })
    expect(await page()).toContain('已收回')
    const { items } = await person('village').get<{ items: RecallItem[] }>('/api/print/recall')
    expect(items).toMatchObject([{ posting: first?.id, place: '石桥村活动室', why: 'withdrawn' }])
    const form = new FormData()
    form.set('photo', await photo(10), 'IMG.jpg')
    expect((await send('village', `/postings/${first?.id}/takedown`, form)).status).toBe(200)
    expect(await person('village').get('/api/print/recall')).toEqual({ items: [] })
  })

  it('PST-6 the operator prints one sheet for all five villages in one file, and each code is known', async () => {
    const content = slogan()
    const { unit: _, ...choice } = sheetOf(content, fitting(content))
    const begun = await print('operator', '/print/bulk', { ...choice, units: 'all', as: 'pdf' })
    expect(begun.status).toBe(202)
    const { job } = (await begun.json()) as { job: string }
    type JobStatus = { state: string; done: number; total: number; error?: Refusal }
    let told: JobStatus
    do told = await person('operator').get<JobStatus>(`/api/print/jobs/${job}`)
    while (told.state === 'running')
    expect(told).toMatchObject({ state: 'ready', done: 5, total: 5 })
    const file = await fetch(`${server.origin}/api/print/jobs/${job}/file`, {
      headers: { cookie: person('operator').cookie },
    })
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''")
    const document = await PDFDocument.load(await file.arrayBuffer())
    expect(document.getPageCount() % 5).toBe(0)
    const { docs } = await person('operator').get<{ docs: { code: string }[] }>(
      `/api/prints?where[release][equals]=${content.release}&depth=0`,
    )
    expect(docs).toHaveLength(5)
  })
})
