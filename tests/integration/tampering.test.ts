/** Rows changed with the database's own tools while the town runs: no screen may believe them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Found } from '../e2e/api.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { openDesk, type Desk, type Story } from './desk.ts'
import { intrude, type Intruder } from './intruder.ts'
import { backOf, playing } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

type Ready = {
  readonly status: string
  readonly refused: readonly { readonly code: string; readonly hint?: string }[]
}
type AuditRow = { readonly action: string; readonly subject: string; readonly detail?: string }

let server: TestServer
let desk: Desk
let device: Device
let intruder: Intruder
let screen: string
let playlist: string
let stories: readonly Story[]

const readiness = async () => {
  const answer = await fetch(`${server.origin}/readyz`)
  return { http: answer.status, ...((await answer.json()) as Ready) }
}
const refused = async (): Promise<readonly string[]> =>
  (await readiness()).refused.map(({ code, hint }) => `${code} ${hint}`).toSorted()
const told = async (line: string): Promise<number> => {
  const { docs } = await desk.as.administrator.get<Found<AuditRow>>(
    '/api/audit?where[action][equals]=refused&limit=200',
  )
  return docs.filter(({ detail, subject }) => `${detail} ${subject}` === line).length
}
/** A change of the town that shows nothing: the publisher reads everything anew. */
const stir = async (): Promise<void> => {
  await desk.playlist([stories[0]?.content ?? ''])
}
const newest = async (collection: string, sort: string): Promise<string> => {
  const { docs } = await desk.as.administrator.get<Found>(`/api/${collection}?depth=0&limit=1&sort=${sort}`)
  return docs[0]?.id ?? ''
}

beforeAll(async () => {
  server = await openServer({ staffed: true })
  desk = await openDesk(server)
  screen = await desk.screen()
  device = openDevice(server.origin)
  await desk.pair(device, screen)
  stories = [await desk.slogan('天上不会掉馅饼'), await desk.slogan('陌生链接别乱点')]
  playlist = await desk.playlist(stories.map(({ content }) => content))
  await desk.schedule(playlist, [screen])
  await device.until('both', () => stories.every(({ release }) => playing(device).includes(release)))
  intruder = await intrude(server)
})

afterAll(async () => {
  device?.disconnect()
  await intruder?.leave()
  await server?.close()
})

const texts = (row: Readonly<Record<string, unknown>>, name: string): string =>
  String(row[name]).replaceAll('链接', '黄金').replaceAll('馅饼', '黄金')

type Edit = {
  readonly collection: string
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  /** As /readyz and the audit name it. */
  readonly told: string
}

/** One row of each kind, all at once; `other` of the two columns a release can be forged in. */
const editsOf = async (other: 'signature' | 'digest'): Promise<readonly Edit[]> => {
  const [{ release }, { submission }] = stories as readonly [Story, Story]
  const row = await intruder.read('submissions', submission)
  const words = { frozen: texts(row, 'frozen'), pages: texts(row, 'pages') }
  const head = await newest('heads', '-sequence')
  const [columns, cut] =
    other === 'signature'
      ? [{ signature: 'A'.repeat(86) }, { programme: 'f'.repeat(64) }]
      : [{ digest: 'f'.repeat(64) }, { signature: 'A'.repeat(86) }]
  const edit = (collection: string, id: string, values: object, told: string): Edit => ({
    collection,
    id,
    values: { ...values },
    told,
  })
  return [
    edit('submissions', submission, words, `SUBMISSION_TAMPERED ${submission}`),
    edit('releases', release, columns, `RELEASE_TAMPERED ${release}`),
    edit('heads', head, cut, `HEAD_TAMPERED ${device.head()?.sequence}`),
    edit('hotlines', desk.hotline, { number: '4001234567' }, `HOTLINE_TAMPERED ${desk.hotline}`),
  ]
}

describe('I8 rows edited behind the product change no screen', () => {
  it.each(['signature', 'digest'] as const)(
    'I8 submission, release (%s), head, hotline: same pages, no new head, each told on /readyz and once in the audit',
    async (other) => {
      const edits = await editsOf(other)
      const shown = playing(device)
      const words = device.words()
      const heads = device.obeyed.length
      const undo: (() => Promise<unknown>)[] = []
      for (const { collection, id, values } of edits) {
        const row = await intruder.edit(collection, id, values)
        undo.push(() => intruder.edit(collection, id, row))
      }
      await stir()
      const lines = edits.map(({ told: line }) => line).toSorted()
      await expect.poll(refused, { timeout: 15_000 }).toEqual(lines)
      expect(await readiness()).toMatchObject({ http: 200, status: 'tampered' })
      await stir()
      for (const line of lines) expect(await told(line)).toBe(1)
      expect(playing(device)).toEqual(shown)
      expect(device.words()).toBe(words)
      expect(device.obeyed.length).toBe(heads)
      for (const back of undo) await back()
      await expect.poll(refused, { timeout: 15_000 }).toEqual([])
    },
  )

  it('I8 not even with a digest that fits, not even after a restart', async () => {
    const { submission, release } = stories[0] as Story
    const row = await intruder.read('submissions', submission)
    const kept = await intruder.edit('submissions', submission, {
      frozen: texts(row, 'frozen'),
      pages: texts(row, 'pages'),
    })
    const returned = backOf(device)
    await server.kill()
    await server.start()
    await returned()
    await expect.poll(refused, { timeout: 15_000 }).toEqual([`SUBMISSION_TAMPERED ${submission}`])
    await device.until('only what holds', () => !playing(device).includes(release))
    expect(device.words()).not.toContain('黄金')
    expect(playing(device)).toEqual([stories[1]?.release])
    await intruder.edit('submissions', submission, kept)
    await stir()
    await device.until('both again', () => playing(device).includes(release))
  })
})

describe('I3 I7 I12 rows taken away', () => {
  it('I3 heads struck from the database give their numbers to no others', async () => {
    const sequence = device.head()?.sequence ?? 0
    const { docs } = await desk.as.administrator.get<Found>('/api/heads?depth=0&limit=3&sort=-sequence')
    const returned = backOf(device)
    await server.stop()
    for (const { id } of docs) await intruder.remove('heads', id)
    await server.start()
    await returned()
    const story = await desk.slogan('转账之前问家人')
    await desk.as.operator.patch(`/api/playlists/${playlist}`, {
      entries: [...stories, story].map(({ content }) => ({ relationTo: 'slogans', value: content })),
    })
    await device.until('the new release', () => playing(device).includes(story.release))
    expect(device.head()?.sequence).toBeGreaterThan(sequence)
    expect(device.obeyed).toEqual([...new Set(device.obeyed)].toSorted((a, b) => a - b))
  })

  it('I7 I12 a withdrawal struck from the database stays one, even when the audit is robbed of it too', async () => {
    const { release } = stories[1] as Story
    await desk.withdraw(release)
    await device.until('the withdrawal', () => !playing(device).includes(release))
    await intruder.remove('approvals', await newest('approvals', '-at'))
    await stir()
    const { docs } = await desk.as.administrator.get<Found<{ seq: number }>>(
      '/api/audit?where[action][equals]=submission.withdraw&limit=1',
    )
    const { id = '', seq = 0 } = docs[0] ?? {}
    await expect.poll(refused, { timeout: 15_000 }).toEqual([`APPROVAL_TAMPERED audit/${seq}`])
    await intruder.remove('audit', id)
    await stir()
    // What the audit told is remembered while the process lives (CMS-94); afterwards the signed heads tell it.
    await expect
      .poll(refused, { timeout: 15_000 })
      .toEqual([`APPROVAL_TAMPERED audit/${seq}`, `AUDIT_BROKEN ${seq}`])
    expect(playing(device)).not.toContain(release)
    const returned = backOf(device)
    await server.kill()
    await server.start()
    await returned()
    await stir()
    await expect
      .poll(refused, { timeout: 15_000 })
      .toEqual([`APPROVAL_TAMPERED ${release}`, `AUDIT_BROKEN ${seq}`])
    expect(await readiness()).toMatchObject({ http: 200, status: 'tampered' })
    expect(playing(device)).not.toContain(release)
  })

  it('I12 a town whose audit was cut goes on publishing', async () => {
    const story = await desk.slogan('验证码不给任何人')
    await desk.as.operator.patch(`/api/playlists/${playlist}`, {
      entries: [{ relationTo: 'slogans', value: story.content }],
    })
    await device.until('the new release', () => playing(device).includes(story.release))
    expect(device.faults).toEqual([])
  })
})
