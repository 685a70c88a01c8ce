/** The demo town's wall and what it tells while things happen; a real town has neither. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoEvent, DemoWall } from '../../src/model/demo-feed.ts'
import { ADMINISTRATOR } from '../builders/people.ts'
import { signIn, type Api, type Created, type Found } from '../e2e/api.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { watch } from '../fakes/watch.ts'
import { playing } from './playing.ts'
import { firstPeople, openServer, type TestServer } from './server.ts'

let server: TestServer
let api: Readonly<Record<string, Api>>
let wall: DemoWall
let feed: Listener
const open: Device[] = []

type Listener = {
  readonly heard: DemoEvent[]
  readonly until: (what: string, holds: () => boolean) => Promise<void>
  readonly close: () => void
}

/** Server-Sent Events as a browser takes them. */
const listen = async (origin: string): Promise<Listener> => {
  const gone = new AbortController()
  const heard: DemoEvent[] = []
  const { changed, until } = watch()
  const answer = await fetch(`${origin}/api/demo/events`, { signal: gone.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const read = async (): Promise<void> => {
    let text = ''
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(part).toString('utf8')
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks)
        if (block.startsWith('data: ')) heard.push(JSON.parse(block.slice(6)) as DemoEvent)
      changed()
    }
  }
  void read().catch(() => undefined)
  return {
    heard,
    close: () => gone.abort(),
    until: (what, holds) => until(() => `${what}\n${JSON.stringify(heard.slice(-6))}`, holds, 10_000),
  }
}

const device = (options: Parameters<typeof openDevice>[1] = {}): Device => {
  const made = openDevice(server.origin, options)
  open.push(made)
  return made
}

const saying = (kind: DemoEvent['kind'], words: string) => () =>
  feed.heard.some((event) => event.kind === kind && event.title_zh.includes(words))

beforeAll(async () => {
  server = await openServer({ seed: 'demo' })
  const people = firstPeople(server.dataDir)
  api = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(
        async ([role, person]) => [role, await signIn(server.origin, person)] as const,
      ),
    ),
  )
  wall = (await (await fetch(`${server.origin}/api/demo/wall`)).json()) as DemoWall
  feed = await listen(server.origin)
})

afterAll(async () => {
  feed?.close()
  for (const one of open) one.disconnect()
  await server?.close()
})

const as = (role: string): Api => {
  const found = api[role]
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

describe('ADP-13 the demo town tells what happens, as it happens', () => {
  it('ADP-13 the wall names four screens and the town', () => {
    expect(wall.town).toBe('五间镇')
    expect(wall.screens.map(({ width, height }) => `${width}x${height}`)).toEqual([
      '1280x720',
      '768x384',
      '320x160',
      '640x32',
    ])
    expect(wall.screens.every(({ online, place }) => !online && place !== '')).toBe(true)
  })

  it('ADP-13 anybody may look on, and sees what the screen would', async () => {
    for (const { id } of wall.screens) {
      const viewer = device({ viewer: id })
      await viewer.until('a page', () => viewer.showing() !== null)
      expect(viewer.faults).toEqual([])
    }
  })

  it('ADP-13 a screen that comes and goes is told once each, by name', async () => {
    const [screen] = wall.screens
    const one = device()
    await one.until('a code', () => one.last('pairing') !== undefined)
    const { code, fingerprint } = one.last('pairing') ?? {}
    await as('administrator').post(`/api/screens/${screen?.id}/pair`, { code, fingerprint })
    await one.until('a page', () => one.showing() !== null)
    const name = screen?.name ?? '?'
    await feed.until('online', saying('screen-online', name))
    const hours = { hoursOpen: '00:00', hoursClose: '23:59' }
    const heads = one.obeyed.length
    await as('administrator').patch(`/api/screens/${screen?.id}`, hours)
    await one.until('the head of its new group', () => one.obeyed.length > heads)
    one.disconnect()
    await feed.until('offline', saying('screen-offline', name))
    const told = feed.heard.filter(({ title_zh }) => title_zh.startsWith(name)).map(({ kind }) => kind)
    expect(told).toEqual(['screen-online', 'screen-offline'])
  })

  it('ADP-13 a slogan on its way: submitted, reviewed, released, on the screens, withdrawn', async () => {
    const { docs: hotlines } = await as('author').get<Found>('/api/hotlines?limit=1')
    const { doc } = await as('author').post<Created>('/api/slogans?draft=true', {
      text: '别信天降大奖',
      hotline: hotlines[0]?.id,
    })
    const { docs: playlists } =
      await as('operator').get<Found<{ name: string; entries: unknown[] }>>('/api/playlists?depth=0')
    const first = playlists.find(({ name }) => name.startsWith('宣传发动'))
    await as('operator').patch(`/api/playlists/${first?.id}`, {
      entries: [{ relationTo: 'slogans', value: doc.id }, ...(first?.entries ?? [])],
    })
    const { submission } = await as('author').post<{ submission: { id: string } }>(
      `/api/slogans/${doc.id}/submit`,
      {},
    )
    await feed.until('submitted', saying('submitted', '别信天降大奖'))
    await as('reviewer').post(`/api/submissions/${submission.id}/approve`, {})
    await feed.until('reviewed', saying('reviewed', '别信天降大奖'))
    const { release } = await as('issuer').post<{ release: string }>(
      `/api/submissions/${submission.id}/approve`,
      {},
    )
    await feed.until('released', saying('released', '别信天降大奖'))
    await feed.until('on screens', () =>
      feed.heard.some(({ title_zh, of }) => title_zh.includes('别信天降大奖') && (of ?? 0) > 0),
    )
    const viewer = device({ viewer: wall.screens[0]?.id ?? '' })
    await viewer.until('a page', () => viewer.showing() !== null)
    await as('issuer').post(`/api/releases/${release}/withdraw`, { reason: '演练' })
    await feed.until('withdrawn', saying('withdrawn', '别信天降大奖'))
    await viewer.until('the withdrawal', () => !playing(viewer).includes(release))
  })

  it('ADP-13 who comes later is told what just happened, in the same order', async () => {
    const before = feed.heard.length
    const late = await listen(server.origin)
    await late.until('the last', () => late.heard.some(({ kind }) => kind === 'withdrawn'))
    late.close()
    const told = late.heard.map((event) => JSON.stringify(event))
    // Two lines are read one after the other: what is news to one the other may not have read yet.
    const heard = () => feed.heard.map((event) => JSON.stringify(event))
    await feed.until('the same', () => heard().includes(told.at(-1) ?? ''))
    const end = heard().lastIndexOf(told.at(-1) ?? '') + 1
    expect(told).toEqual(heard().slice(end - told.length, end))
    // What happens while it listens is told as well: only of what had happened before are there twelve at most.
    expect(before - (end - told.length)).toBeLessThanOrEqual(12)
  })
})

describe('ADP-14 a real town', () => {
  it('ADP-14 has no wall, no feed and no door to becoming a demo', async () => {
    const real = await openServer()
    const admin = await signIn(real.origin, ADMINISTRATOR)
    for (const path of ['/api/demo/wall', '/api/demo/events', '/api/demo/anything']) {
      const answer = await fetch(real.origin + path)
      expect([answer.status, await answer.json()]).toMatchObject([404, { errors: [{ code: 'DEMO_ONLY' }] }])
    }
    expect(await admin.raw('POST', '/api/globals/town', { demo: true })).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'FIELD_NOT_WRITABLE', field: 'demo' }] },
    })
    await real.close()
  })
})
