/** The server dies, or is stopped, while a file for all villages is made by the real engine. */
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../cms/print/catalogue.ts'
import { signIn, type Api } from '../e2e/api.ts'
import { firstPeople, openServer, type TestServer } from './server.ts'

type JobStatus = { readonly state: string; readonly done: number; readonly total: number }

/** So many that it takes seconds: the five of the demo town and these. `npm run prove -- kills` has 200 villages. */
const MORE = Number(process.env['BULK_VILLAGES'] ?? 20) - 5

let server: TestServer
let operator: Api
let order: object

beforeAll(async () => {
  server = await openServer({ seed: 'demo' })
  const people = firstPeople(server.dataDir)
  const of = async (role: string) => signIn(server.origin, people[role] ?? { username: '', password: '' })
  const administrator = await of('administrator')
  for (let i = 1; i <= MORE; i += 1)
    await administrator.post('/api/units', { name: `第${i}村`, kind: 'village' })
  operator = await of('operator')
  const catalogue = await operator.get<Catalogue>('/api/print/catalogue')
  const content = catalogue.contents.find(
    ({ kind, templates }) => kind === 'slogan' && templates.some(({ fits }) => fits),
  )
  const template = content?.templates.find(({ fits }) => fits)?.id
  const size = catalogue.templates.find(({ id }) => id === template)?.sizes[0]
  order = {
    release: content?.release,
    template,
    size: size?.id,
    way: size?.ways[0],
    tiling: 'none',
    contact: null,
    units: 'all',
  }
})
afterAll(() => server?.close())

const look = (job: string) => operator.get<JobStatus>(`/api/print/jobs/${job}`)
/** Begins one and waits until so many of its sheets are finished. */
const under = async (as: 'pdf' | 'zip' = 'pdf', sheets = 1): Promise<string> => {
  const { job } = await operator.post<{ job: string }>('/api/print/bulk', { ...order, as })
  await expect
    .poll(async () => (await look(job)).done, { timeout: 90_000, interval: 20 })
    .toBeGreaterThanOrEqual(sheets)
  expect((await look(job)).state).toBe('running')
  return job
}
const made = async (job: string): Promise<Uint8Array> => {
  const minutes = 1 + (5 + MORE) / 20
  await expect
    .poll(async () => (await look(job)).state, { timeout: minutes * 60_000, interval: 100 })
    .not.toBe('running')
  expect(await look(job)).toMatchObject({ state: 'ready', done: 5 + MORE, total: 5 + MORE })
  const file = await fetch(`${server.origin}/api/print/jobs/${job}/file`, {
    headers: { cookie: operator.cookie },
  })
  expect(file.status).toBe(200)
  return new Uint8Array(await file.arrayBuffer())
}
const whole = async (job: string): Promise<void> => {
  const pages = (await PDFDocument.load(await made(job))).getPageCount()
  expect([pages > 0, pages % (5 + MORE)]).toEqual([true, 0])
}

describe('PST-15 a restart loses no bulk job', () => {
  it('PST-15 killed in the middle, the next process makes the file whole, and each code stands once', async () => {
    const job = await under()
    await server.kill()
    await server.start()
    await whole(job)
    const { docs } = await operator.get<{ docs: { code: string }[] }>('/api/prints?limit=500&depth=0')
    expect(new Set(docs.map(({ code }) => code)).size).toBe(docs.length)
    expect(docs.length).toBeGreaterThanOrEqual(5 + MORE)
  })

  it('PST-15 killed in the middle, it goes on from the last finished sheet: those of before are in the file as they lay', async () => {
    const job = await under('zip', 3)
    await server.kill()
    const parts = join(server.dataDir, 'print-jobs', `${job}.parts`)
    const finished = readdirSync(parts).filter((name) => !name.endsWith('.part'))
    expect(finished.length).toBeGreaterThanOrEqual(3)
    const MARK = '%of before\n'
    for (const name of finished) appendFileSync(join(parts, name), MARK)
    await server.start()
    const sheets = Object.values(unzipSync(await made(job))).map((bytes) => Buffer.from(bytes))
    expect(sheets).toHaveLength(5 + MORE)
    expect(sheets.filter((bytes) => bytes.subarray(-MARK.length).toString() === MARK)).toHaveLength(
      finished.length,
    )
    expect(readdirSync(join(server.dataDir, 'print-jobs'))).not.toContain(`${job}.parts`)
  })

  it('PST-15 ADP-4 stopped in the middle it is gone within five seconds, and the next process makes the file whole', async () => {
    const job = await under()
    expect(await server.stop()).toBeLessThan(5_000)
    await server.start()
    await whole(job)
  })
})
