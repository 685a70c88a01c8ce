/** From the issuer's word to what a screen shows, and what can be proven of it afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TimelineAnswer } from '../../src/model/programme.ts'
import type { Found } from '../e2e/api.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { openDesk, type Desk, type Story } from './desk.ts'
import { backOf, playing } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

type Receipt = { readonly sequence: number } & Readonly<Record<string, string | null>>

let server: TestServer
let desk: Desk
let device: Device
let screen: string
let schedule: string
let playlist: string
let first: Story
const before = Date.now()

const timeline = (at?: number) =>
  desk.as.operator.get<TimelineAnswer>(
    `/api/screens/${screen}/timeline${at === undefined ? '' : `?at=${new Date(at).toISOString()}`}`,
  )

beforeAll(async () => {
  server = await openServer({ staffed: true })
  desk = await openDesk(server)
  screen = await desk.screen()
  device = openDevice(server.origin)
  await desk.pair(device, screen)
  first = await desk.slogan('天上不会掉馅饼')
  playlist = await desk.playlist([first.content])
  schedule = await desk.schedule(playlist, [screen])
  await device.until('the first release', () => playing(device).includes(first.release))
})

afterAll(async () => {
  device?.disconnect()
  await server?.close()
})

describe('ADP-1 a release reaches a connected screen', () => {
  it('ADP-1 hint, programme, ready, head, showing: in this order, and on record as receipts', async () => {
    const heard = device.heard.length
    const second = await desk.slogan('陌生链接别乱点')
    await desk.as.operator.patch(`/api/playlists/${playlist}`, {
      entries: [first, second].map(({ content }) => ({ relationTo: 'slogans', value: content })),
    })
    await device.until('the second release', () => playing(device).includes(second.release))
    const fresh = device.heard.slice(heard).filter(({ type }) => type === 'hint' || type === 'head')
    const sequence = device.head()?.sequence ?? 0
    expect(fresh.map(({ type }) => type)).toEqual(['hint', 'head'])
    expect(fresh[0]).toMatchObject({ sequence, programme: device.head()?.programme })
    expect(JSON.stringify(fresh[0]).length).toBeLessThanOrEqual(300)
    expect(playing(device)).toEqual([first.release, second.release].toSorted())
    const receiptOf = async () =>
      (
        await desk.as.operator.get<Found<Receipt>>(
          `/api/receipts?depth=0&where[screen][equals]=${screen}&where[sequence][equals]=${sequence}`,
        )
      ).docs[0]
    await expect.poll(async () => (await receiptOf())?.['showingAt'], { timeout: 10_000 }).toBeTruthy()
    const receipt = await receiptOf()
    const stamps = ['notifiedAt', 'fetchedAt', 'verifiedAt', 'readyAt', 'showingAt'].map((name) =>
      Date.parse(receipt?.[name] ?? ''),
    )
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b))
    expect(device.faults).toEqual([])
  })

  it('ADP-2 what the timeline names is what the screen shows, page by page', async () => {
    const { activateAt = 0, sequence = 0 } = device.head() ?? {}
    let t = Math.max(Date.now(), activateAt)
    for (let i = 0; i < 5; i += 1) {
      const told = await timeline(t)
      const shown = device.showing(t)
      expect(told).toMatchObject({ pageDigest: shown?.page, release: shown?.release, sequence })
      expect(Date.parse(told.until)).toBe(shown?.until)
      expect(told.why).toMatchObject([{ schedule, won: true }])
      t = Date.parse(told.until)
    }
  })

  it('I3 I9 a screen that was away catches up when it is back, each number higher than the one before', async () => {
    device.disconnect()
    const third = await desk.slogan('转账之前问家人')
    await desk.as.operator.patch(`/api/playlists/${playlist}`, {
      entries: [{ relationTo: 'slogans', value: third.content }],
    })
    await expect.poll(async () => (await timeline()).release, { timeout: 10_000 }).toBe(third.release)
    expect(playing(device)).not.toContain(third.release)
    device.connect()
    await device.until('the release made meanwhile', () => playing(device).includes(third.release))
    expect(device.obeyed).toEqual(device.obeyed.toSorted((a, b) => a - b))
  })

  it('I3 a screen slower than two seconds holds up nobody and joins when it is ready', async () => {
    const gate: { open: () => void } = { open: () => undefined }
    const opened = new Promise<void>((resolve) => (gate.open = resolve))
    const twin = await desk.screen({ name: '慢屏' })
    const slow = openDevice(server.origin, { beforeFetch: () => opened })
    await slow.until('a code', () => slow.last('pairing') !== undefined)
    const { code, fingerprint } = slow.last('pairing') ?? {}
    await desk.as.administrator.post(`/api/screens/${twin}/pair`, { code, fingerprint })
    await desk.as.operator.patch(`/api/schedules/${schedule}`, { screens: [screen, twin] })
    await slow.until('a hint', () => slow.last('hint') !== undefined)
    const asked = Date.now()
    const story = await desk.slogan('保本高息都是骗')
    await desk.as.operator.patch(`/api/playlists/${playlist}`, {
      entries: [{ relationTo: 'slogans', value: story.content }],
    })
    await device.until('the release on the quick screen', () => playing(device).includes(story.release))
    expect((device.head()?.activateAt ?? 0) - asked).toBeLessThan(8_000)
    expect(slow.showing()).toBeNull()
    gate.open()
    await slow.until('the same page', () => slow.showing()?.page === device.showing()?.page)
    slow.disconnect()
    await desk.as.operator.patch(`/api/schedules/${schedule}`, { screens: [screen] })
  })
})

describe('ADP-3 the past is answered from evidence alone', () => {
  it('ADP-3 before the first head nobody can say what was shown', async () => {
    for (const at of [before - 60_000, 0]) {
      const { status, body } = await desk.as.operator.raw(
        'GET',
        `/api/screens/${screen}/timeline?at=${new Date(at).toISOString()}`,
      )
      expect(status).toBe(404)
      expect(body).toMatchObject({ errors: [{ code: 'TIMELINE_NO_EVIDENCE' }] })
    }
  })

  it('ADP-3 a changed schedule changes no answer about yesterday, nor does a restart', async () => {
    const at = Date.now()
    const then = await timeline(at)
    expect(then.release).not.toBeNull()
    await desk.as.operator.raw('DELETE', `/api/schedules/${schedule}`)
    await expect.poll(async () => (await timeline()).release, { timeout: 10_000 }).toBeNull()
    const asked = async () => {
      const { release, sequence, pageDigest, programme } = await timeline(at)
      return { release, sequence, pageDigest, programme }
    }
    const { release, sequence, pageDigest, programme } = then
    expect(await asked()).toEqual({ release, sequence, pageDigest, programme })
    const obeyed = device.obeyed.length
    const again = backOf(device)
    await server.stop()
    await server.start()
    await again()
    expect(await asked()).toEqual({ release, sequence, pageDigest, programme })
    schedule = await desk.schedule(playlist, [screen])
    await device.until('a head of the new process', () => device.obeyed.length > obeyed)
    expect(device.obeyed).toEqual([...new Set(device.obeyed)].toSorted((a, b) => a - b))
    await expect
      .poll(() => timeline(Date.now() + 86_400_000), { timeout: 10_000 })
      .toMatchObject({ why: [{ schedule, won: true }] })
  })

  it('I14 a wrong question is told so', async () => {
    const ask = async (path: string) => (await desk.as.operator.raw('GET', path)).body
    expect(await ask(`/api/screens/${screen}/timeline?at=yesterday`)).toMatchObject({
      errors: [{ code: 'INSTANT_INVALID', field: 'at' }],
    })
    expect(await ask(`/api/screens/${screen.slice(0, -4)}0000/timeline`)).toMatchObject({
      errors: [{ code: 'SCREEN_UNKNOWN' }],
    })
  })
})

describe('I7 what is withdrawn is off and stays off', () => {
  it('I7 at once on a connected screen, when it is back on one that was away', async () => {
    const story = await desk.slogan('天降中奖先别信')
    await desk.as.operator.patch(`/api/playlists/${playlist}`, {
      entries: [first, story].map(({ content }) => ({ relationTo: 'slogans', value: content })),
    })
    const other = openDevice(server.origin)
    const away = await desk.screen({ name: '断网屏', width: 640, height: 320 })
    await desk.as.operator.patch(`/api/schedules/${schedule}`, { screens: [screen, away] })
    await desk.pair(other, away)
    for (const one of [device, other])
      await one.until('the release', () => playing(one).includes(story.release))
    other.disconnect()
    const asked = Date.now()
    await desk.withdraw(story.release)
    await device.until('the withdrawal', () => !playing(device).includes(story.release))
    expect(device.head()?.revoked).toContain(story.release)
    expect((device.head()?.activateAt ?? 0) - asked).toBeLessThan(3_000)
    expect(playing(other)).toContain(story.release)
    other.connect()
    await other.until('the withdrawal', () => !playing(other).includes(story.release))
    const returns = [device, other].map(backOf)
    await server.kill()
    await server.start()
    for (const returned of returns) await returned()
    for (const one of [device, other]) {
      expect(playing(one)).not.toContain(story.release)
      expect(one.faults).toEqual([])
    }
    other.disconnect()
  })
})
