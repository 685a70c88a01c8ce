/** Many screens at once, over real sockets: nothing they say is lost, and no head waits for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR } from '../builders/people.ts'
import { signIn, type Api, type Created, type Found } from '../e2e/api.ts'
import { deviceKey } from '../fakes/device-key.ts'
import { lightScreen, type LightEvents, type LightScreen } from '../fakes/light-screen.ts'
import { watch } from '../fakes/watch.ts'
import { SCREEN } from './desk.ts'
import { addTwins } from './twins.ts'
import { openServer, type TestServer } from './server.ts'

const FLEET = 60

type Receipt = { readonly screen: string; readonly sequence: number } & Readonly<
  Record<string, string | null>
>

let server: TestServer
let administrator: Api
let fleet: LightScreen[] = []

const { changed, until } = watch()
const heard = { answered: 0, ready: new Map<number, number>(), showing: new Map<number, number>() }
const count = (of: Map<number, number>, sequence: number): void => {
  of.set(sequence, (of.get(sequence) ?? 0) + 1)
  changed()
}
const events: LightEvents = {
  answered: () => {
    heard.answered += 1
    changed()
  },
  hinted: () => undefined,
  headed: () => undefined,
  ready: (sequence) => count(heard.ready, sequence),
  showing: (sequence) => count(heard.showing, sequence),
  fetched: () => undefined,
  failed: () => undefined,
}
const shownBy = (most: number) =>
  [...heard.showing].filter(([, by]) => by >= most).map(([sequence]) => sequence)
const newest = (): number => Math.max(0, ...shownBy(FLEET))

/** The name stands on the safe card, so another name is another programme for everybody. */
const rename = async (name: string): Promise<number> => {
  const before = newest()
  await administrator.post('/api/globals/town', { name })
  await until(
    () => `every screen shows the new card: ${JSON.stringify([...heard.showing])}`,
    () => newest() > before,
    60_000,
  )
  return newest()
}
const made = async (path: string, data: object): Promise<string> =>
  (await administrator.post<Created>(`/api/${path}`, data)).doc.id
const receiptsAt = async (sequence: number): Promise<readonly Receipt[]> =>
  (
    await administrator.get<Found<Receipt>>(
      `/api/receipts?depth=0&limit=200&where[sequence][equals]=${sequence}`,
    )
  ).docs

beforeAll(async () => {
  server = await openServer()
  administrator = await signIn(server.origin, ADMINISTRATOR)
  await administrator.post('/api/globals/town', { name: '五间镇' })
  const unit = await made('units', { name: '五间镇', kind: 'town' })
  const place = await made('places', { name: '中心广场', placeType: 'square', unit })
  const screen = await made('screens', { ...SCREEN, name: '广场屏', place, unit })
  await server.stop()
  const keys = Array.from({ length: FLEET }, deviceKey)
  await addTwins(
    server,
    screen,
    keys.map(({ publicKey }) => publicKey),
  )
  await server.start()
  fleet = keys.map((key) => lightScreen(server.origin, key, events))
  for (const one of fleet) one.connect()
  await until(
    () => `${heard.answered} of ${FLEET} let in, ${JSON.stringify([...heard.showing])}`,
    () => newest() > 0,
    60_000,
  )
})

afterAll(async () => {
  for (const one of fleet) one.close()
  await server?.close()
})

describe('ADP-17 a fleet', () => {
  it('ADP-17 five stages of every screen are on record', async () => {
    const sequence = await rename('六间镇')
    await expect
      .poll(async () => (await receiptsAt(sequence)).filter((row) => row['showingAt']).length, {
        timeout: 20_000,
      })
      .toBe(FLEET)
    const rows = await receiptsAt(sequence)
    for (const row of rows) {
      const stages = ['notifiedAt', 'fetchedAt', 'verifiedAt', 'readyAt', 'showingAt'].map(
        (name) => row[name],
      )
      expect(stages.every(Boolean)).toBe(true)
    }
    expect(new Set(rows.map(({ screen }) => screen)).size).toBe(FLEET)
  })

  it('ADP-17 I9 what was said just before a stop is on record after it', async () => {
    const sequence = await rename('七间镇')
    await Promise.all(fleet.map((one) => one.heard()))
    await server.stop()
    await server.start()
    const rows = await receiptsAt(sequence)
    expect(rows.filter((row) => row['showingAt'])).toHaveLength(FLEET)
  })
})
