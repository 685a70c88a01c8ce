/** The server dies, or is stopped, while a file for all villages is made by the real engine. */
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../cms/print/catalogue.ts'
import { signIn, type Api } from '../e2e/api.ts'
import { firstPeople, openTown, type Town } from './town.ts'

type JobStatus = { readonly state: string; readonly done: number; readonly total: number }

/** So many that it takes seconds: the five of the demo town and these. */
const MORE = 15

let town: Town
let operator: Api
let order: object

beforeAll(async () => {
  town = await openTown({ seed: 'demo' })
  const people = firstPeople(town.dataDir)
  const of = async (role: string) => signIn(town.origin, people[role] ?? { email: '', password: '' })
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
    as: 'pdf',
  }
})
afterAll(() => town?.close())

const look = (job: string) => operator.get<JobStatus>(`/api/print/jobs/${job}`)
const under = async (): Promise<string> => {
  const { job } = await operator.post<{ job: string }>('/api/print/bulk', order)
  await expect.poll(async () => (await look(job)).done, { timeout: 90_000, interval: 20 }).toBeGreaterThan(0)
  expect((await look(job)).state).toBe('running')
  return job
}
const whole = async (job: string): Promise<void> => {
  await expect.poll(async () => (await look(job)).state, { timeout: 100_000 }).not.toBe('running')
  expect(await look(job)).toEqual({ state: 'ready', done: 5 + MORE, total: 5 + MORE })
  const file = await fetch(`${town.origin}/api/print/jobs/${job}/file`, {
    headers: { cookie: operator.cookie },
  })
  expect(file.status).toBe(200)
  const pages = (await PDFDocument.load(await file.arrayBuffer())).getPageCount()
  expect([pages > 0, pages % (5 + MORE)]).toEqual([true, 0])
}

describe('PST-15 a restart loses no bulk job', () => {
  it('PST-15 killed in the middle, the next process makes the file whole, and each code stands once', async () => {
    const job = await under()
    await town.kill()
    await town.start()
    await whole(job)
    const { docs } = await operator.get<{ docs: { code: string }[] }>('/api/prints?limit=500&depth=0')
    expect(new Set(docs.map(({ code }) => code)).size).toBe(docs.length)
    expect(docs.length).toBeGreaterThanOrEqual(5 + MORE)
  })

  it('PST-15 ADP-4 stopped in the middle it is gone within five seconds, and the next process makes the file whole', async () => {
    const job = await under()
    expect(await town.stop()).toBeLessThan(5_000)
    await town.start()
    await whole(job)
  })
})
