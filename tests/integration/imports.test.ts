/** A list is brought in over HTTP, by the real process that reads it, and the town is killed in the middle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xlsxOf } from '../builders/office.ts'
import { openDesk, type Desk } from './desk.ts'
import { openServer, type TestServer } from './server.ts'

const ROWS = 200
const PATIENT = { timeout: 60_000, interval: 20 }

type Told = { readonly digest: string; readonly rows: readonly { readonly state: string }[] }
type Progress = { readonly made: number; readonly state: string }

let server: TestServer
let desk: Desk
let bytes: Uint8Array

beforeAll(async () => {
  server = await openServer({ staffed: true })
  desk = await openDesk(server)
  const rows = Array.from({ length: ROWS }, (_, i) => [`断电的第${i + 1}件`, '其他', '他来收钱。人没来。'])
  bytes = await xlsxOf({ name: '案例', rows: [['标题', '类别', '经过'], ...rows] })
})
afterAll(() => server?.close())

const send = async <Value>(path: string, more: Readonly<Record<string, string>> = {}): Promise<Value> => {
  const form = new FormData()
  form.set('file', new File([bytes as BlobPart], '台账.xlsx'))
  for (const [name, value] of Object.entries({ collection: 'cases', ...more })) form.set(name, value)
  const headers = { cookie: desk.as.author.cookie }
  const answer = await fetch(`${server.origin}/api${path}`, { method: 'POST', headers, body: form })
  expect([path, answer.ok, answer.ok ? '' : await answer.clone().text()]).toEqual([path, true, ''])
  return (await answer.json()) as Value
}

const begin = async (): Promise<string> => {
  const { digest, rows } = await send<Told>('/imports/look')
  expect(rows.filter(({ state }) => state === 'ready')).toHaveLength(ROWS)
  const more = { digest, ready: String(ROWS), withoutFaulty: 'false' }
  return (await send<{ id: string }>('/imports', more)).id
}

const progress = (id: string) => desk.as.author.get<Progress>(`/api/imports/${id}`)
const count = async (): Promise<number> =>
  (
    await desk.as.author.get<{ totalDocs: number }>(
      '/api/cases?draft=true&where[title][like]=断电的第&limit=1',
    )
  ).totalDocs

describe('IMP-31 a list brought in', () => {
  it('IMP-31 killed in the middle, the next process shows none of it; brought in again all of it stands', async () => {
    const first = await begin()
    await expect.poll(async () => (await progress(first)).made, PATIENT).toBeGreaterThan(0)
    await server.kill()
    await server.start()
    expect(await progress(first)).toMatchObject({ state: 'undone' })
    expect(await count()).toBe(0)
    const second = await begin()
    await expect.poll(async () => (await progress(second)).state, PATIENT).toBe('done')
    expect(await count()).toBe(ROWS)
  })
})
