/** Who may be a screen, who may look, and what becomes of those who misbehave. */
import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Found } from '../e2e/api.ts'
import { deviceKey } from '../fakes/device-key.ts'
import { wire } from '../fakes/device-wire.ts'
import { openDevice, type Device, type DeviceOptions } from '../fakes/device.ts'
import { PLACE_LIMITS } from '../../src/session/places.ts'
import { openDesk, type Desk } from './desk.ts'
import { intrude } from './intruder.ts'
import { backOf, playing } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

const KICKED = 'io server disconnect'
const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
}

let server: TestServer
let desk: Desk
let device: Device
let screen: string
let playlist: string
let stranger: { readonly since: number; gone: number }
const open: Device[] = []

const join = (options: DeviceOptions = {}): Device => {
  const made = openDevice(server.origin, options)
  open.push(made)
  return made
}
const codeOf = async (one: Device): Promise<{ code: string; fingerprint: string }> => {
  await one.until('a code', () => one.last('pairing') !== undefined)
  return one.last('pairing') ?? { code: '', fingerprint: '' }
}
const pair = (body: object) => desk.as.administrator.raw('POST', `/api/screens/${screen}/pair`, body)
const show = async (text: string): Promise<string> => {
  const { content, release } = await desk.slogan(text)
  await desk.as.operator.patch(`/api/playlists/${playlist}`, {
    entries: [{ relationTo: 'slogans', value: content }],
  })
  return release
}

beforeAll(async () => {
  server = await openServer({ staffed: true })
  const silent = { since: performance.now(), gone: 0 }
  stranger = silent
  wire(
    server.origin,
    {},
    {
      opened: () => undefined,
      heard: () => undefined,
      closed: () => (silent.gone = performance.now()),
    },
  ).open()
  desk = await openDesk(server)
  screen = await desk.screen()
  device = join()
  await desk.pair(device, screen)
  const first = await desk.slogan('天上不会掉馅饼')
  playlist = await desk.playlist([first.content])
  await desk.schedule(playlist, [screen])
  await device.until('the release', () => device.showing()?.release === first.release)
})

afterAll(async () => {
  for (const one of open) one.disconnect()
  await server?.close()
})

describe('SES-6 two devices with one key', () => {
  it('SES-6 the newest is the screen, the older is told SCREEN_REPLACED and plays on, the audit has the alarm', async () => {
    const copy = join({ key: device.key })
    await device.until('being replaced', () => device.closings.includes(KICKED))
    expect(device.refusals()).toEqual(['SCREEN_REPLACED'])
    await device.until('a release', () => Boolean(device.showing()?.release))
    const shown = device.showing()?.release
    expect(shown).toBeTruthy()
    await copy.until('the same release', () => copy.showing()?.release === shown)
    const alarms = async () =>
      (
        await desk.as.administrator.get<Found<{ subject: string }>>(
          '/api/audit?where[action][equals]=screen.replaced',
        )
      ).docs.map(({ subject }) => subject)
    await expect.poll(alarms, { timeout: 10_000 }).toEqual([`screens/${screen}`])
    const release = await show('陌生链接别乱点')
    await copy.until('the new release', () => playing(copy).includes(release))
    expect(device.showing()?.release).toBe(shown)
    // The first comes back: now it is the newest.
    device.connect()
    await device.until('the new release', () => playing(device).includes(release))
    await copy.until('being replaced', () => copy.refusals().includes('SCREEN_REPLACED'))
  })

  it('SES-2 a device that signs with another key than it names is PROOF_INVALID, and the screen stays whose it is', async () => {
    const thief = join({ key: { ...deviceKey(), publicKey: device.key.publicKey } })
    await thief.until('a refusal', () => thief.closings.includes(KICKED))
    expect(thief.refusals()).toEqual(['PROOF_INVALID'])
    expect(thief.last('welcome')).toBeUndefined()
    expect(device.connected()).toBe(true)
  })
})

describe('SES-7 devices that speak nonsense', () => {
  it.each([
    ['nothing an object', [null, 7, 'hello']],
    ['unknown words', [{ type: 'sudo' }, { type: '__proto__' }, { type: 'constructor' }]],
    ['words out of turn', [{ type: 'hello' }, { type: 'prove' }, { type: 'receipt', sequence: -1 }]],
  ])('SES-7 %s: MSG_INVALID, and the third closes the line', async (_, messages) => {
    const odd = join()
    await codeOf(odd)
    for (const message of messages) odd.say(message)
    await odd.until('the end of the line', () => odd.closings.includes(KICKED))
    expect(odd.refusals()).toEqual(['MSG_INVALID', 'MSG_INVALID', 'MSG_INVALID'])
    expect(JSON.stringify(odd.last('refused'))).not.toMatch(/\bat .*:\d+|node_modules/)
    expect(device.connected()).toBe(true)
  })

  it('SES-7 a message of 70 KB ends that line alone', async () => {
    const loud = join()
    await codeOf(loud)
    loud.say({ type: 'clock', sent: 1, pad: 'x'.repeat(70_000) })
    await loud.until('the end of the line', () => loud.closings.length > 0)
    expect(device.connected()).toBe(true)
  })

  it.each([0, 2, 99])(
    'I16 a player of version %i hears VERSION_UNSUPPORTED with what the server speaks',
    async (protocol) => {
      const other = join({ protocol })
      await other.until('the end of the line', () => other.closings.includes(KICKED))
      expect(other.last('refused')?.refusal).toMatchObject({
        code: 'VERSION_UNSUPPORTED',
        limit: '1–1',
        got: protocol,
      })
    },
  )
})

describe('ADP-5 who may open a socket', () => {
  it('ADP-5 a page of another site may not, our own and a device without Origin may', async () => {
    const foreign = join({ headers: { origin: 'https://evil.example' } })
    await foreign.until('being turned away', () => foreign.closings.includes('refused'))
    foreign.disconnect()
    expect(foreign.heard).toEqual([])
    await codeOf(join({ headers: { origin: server.origin } }))
  })

  it('ADP-5 by polling nobody may, and no other path takes an upgrade', async () => {
    const polled = await fetch(`${server.origin}/screens/socket.io/?EIO=4&transport=polling`)
    expect([polled.status, await polled.json()]).toMatchObject([404, { code: 'ROUTE_UNKNOWN' }])
    for (const path of ['/api/users', '/', '/screens/socket.iox/?EIO=4&transport=websocket']) {
      const asked = request(`${server.origin}${path}`, { headers: UPGRADE }).end()
      const answer = await Promise.race([
        once(asked, 'upgrade').then(() => 'taken'),
        once(asked, 'response').then(() => 'answered'),
        once(asked, 'close').then(() => 'closed'),
      ]).catch((error: NodeJS.ErrnoException) => error.code)
      expect(answer).toBe('ECONNRESET')
    }
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  })

  it('SES-1 a stranger who says nothing is gone after two seconds', async () => {
    await expect.poll(() => stranger.gone, { timeout: 15_000 }).toBeGreaterThan(0)
    expect(stranger.gone - stranger.since).toBeGreaterThan(1_500)
  })
})

describe('SES-20 many who prove nothing', () => {
  it('SES-1 SES-20 a flood of silent lines keeps no paired screen out, and is gone by itself', async () => {
    const flood = { size: 700, answered: 0, open: 0 }
    for (let i = 0; i < flood.size; i += 1) {
      const path = '/screens/socket.io/?EIO=4&transport=websocket'
      const asked = request(`${server.origin}${path}`, { headers: UPGRADE, agent: false }).end()
      asked.once('upgrade', (_, socket) => {
        flood.answered += 1
        flood.open += 1
        socket.on('error', () => undefined).once('close', () => (flood.open -= 1))
        socket.resume()
      })
      asked.once('error', () => (flood.answered += 1))
    }
    await expect.poll(() => flood.answered, { timeout: 20_000 }).toBeGreaterThan(flood.size / 2)
    const back = backOf(device)
    device.disconnect()
    device.connect()
    await back()
    await expect.poll(() => [flood.answered, flood.open], { timeout: 20_000 }).toEqual([flood.size, 0])
    expect(device.connected()).toBe(true)
  })

  it('ADP-20 a line that says more than can be heard is closed; who asks a little is answered', async () => {
    const closed: string[] = []
    const loud = wire(
      server.origin,
      {},
      {
        opened: () => {
          for (let i = 0; i < 5_000; i += 1) loud.say({ type: 'clock', sent: i })
        },
        heard: () => undefined,
        closed: (why) => closed.push(why),
      },
    )
    loud.open()
    await expect.poll(() => closed, { timeout: 15_000 }).toEqual([KICKED])
    loud.close()
    await codeOf(join())
    await device.until('an answer', () => device.connected())
  })

  it('SES-20 strangers’ keys of one address are few, and each beyond is told', async () => {
    const many = Array.from({ length: PLACE_LIMITS.strangersOfAddress + 5 }, () => join())
    const told = () => many.filter((one) => one.refusals().includes('TOO_MANY_DEVICES')).length
    await expect.poll(told, { timeout: 20_000 }).toBeGreaterThanOrEqual(5)
    expect(many.filter((one) => one.last('challenge')).length).toBeLessThanOrEqual(
      PLACE_LIMITS.strangersOfAddress,
    )
    for (const one of many) one.disconnect()
    await codeOf(join())
  })

  it('SES-20 one person opens no more viewers than a wall needs', async () => {
    const headers = { cookie: desk.as.author.cookie }
    const many = Array.from({ length: PLACE_LIMITS.viewersOfPerson + 5 }, () =>
      join({ viewer: screen, headers }),
    )
    const told = () => many.filter((one) => one.refusals().includes('TOO_MANY_VIEWERS')).length
    const welcomed = () => many.filter((one) => one.last('welcome')).length
    await expect.poll(() => told() + welcomed(), { timeout: 20_000 }).toBe(many.length)
    expect(told()).toBe(5)
    for (const one of many) one.disconnect()
    const other = join({ viewer: screen, headers: { cookie: desk.as.operator.cookie } })
    await other.until('the head', () => other.last('welcome') !== undefined)
  })
})

describe('SES-5 viewers', () => {
  it('SES-5 in a real town nobody looks on without a session', async () => {
    for (const headers of [{}, { cookie: 'payload-token=forged' }]) {
      const viewer = join({ viewer: screen, headers: headers as Record<string, string> })
      await viewer.until('a refusal', () => viewer.closings.includes(KICKED))
      expect(viewer.refusals()).toEqual(['VIEWER_NOT_ALLOWED'])
      expect(viewer.heard).toHaveLength(1)
    }
  })

  it('SES-5 with one it sees what the screen sees, of a screen that is there', async () => {
    const headers = { cookie: desk.as.author.cookie }
    const viewer = join({ viewer: screen, headers })
    await viewer.until('the page', () => viewer.showing()?.page === device.showing()?.page)
    const release = await show('转账之前问家人')
    for (const one of [viewer, device])
      await one.until('the new release', () => playing(one).includes(release))
    const lost = join({ viewer: `${screen.slice(0, -4)}0000`, headers })
    await lost.until('a refusal', () => lost.closings.includes(KICKED))
    expect(lost.refusals()).toEqual(['SCREEN_UNKNOWN'])
  })

  it('SES-5 it never makes a receipt nor counts as the screen, whatever it says', async () => {
    const viewer = join({ viewer: screen, headers: { cookie: desk.as.author.cookie }, receipts: true })
    await viewer.until('the page', () => viewer.showing() !== null)
    const sequence = (device.head()?.sequence ?? 0) + 1000
    for (const stage of ['notified', 'fetched', 'verified', 'ready', 'showing'])
      viewer.say({ type: 'receipt', sequence, stage, at: Date.now() })
    viewer.say({ type: 'clock', sent: 1 })
    await viewer.until('the answer after them', () => viewer.last('clock') !== undefined)
    device.disconnect()
    const online = async () =>
      (await desk.as.operator.get<{ online?: boolean }>(`/api/screens/${screen}`)).online
    await expect.poll(online, { timeout: 10_000 }).toBe(false)
    device.connect()
    await expect.poll(online, { timeout: 10_000 }).toBe(true)
    const { docs } = await desk.as.operator.get<Found<{ sequence: number }>>(
      '/api/receipts?depth=0&limit=200',
    )
    expect(docs.map((row) => row.sequence)).not.toContain(sequence)
    expect(docs.length).toBeGreaterThan(0)
  })
})

describe('PLY-35 ADP-1 what a screen measured', () => {
  it('PLY-35 ADP-1 the instants it tells are on record, each as it was told first', async () => {
    await device.until('a release', () => Boolean(device.showing()?.release))
    const sequence = (device.head()?.sequence ?? 0) + 7
    const since = Date.now() - 60_000
    const told = { notified: 0, fetched: 1_003, verified: 1_250, ready: 1_900, showing: 4_000 }
    const say = (late: number): void => {
      for (const [stage, after] of Object.entries(told))
        device.say({ type: 'receipt', sequence, stage, at: since + after + late })
    }
    say(0)
    // A new connection tells all of it again.
    say(30_000)
    const stamps = async () => {
      const { docs } = await desk.as.operator.get<Found<Record<string, string>>>(
        `/api/receipts?depth=0&where[sequence][equals]=${sequence}`,
      )
      return Object.keys(told).map((stage) => Date.parse(docs[0]?.[`${stage}At`] ?? '') - since)
    }
    await expect.poll(stamps, { timeout: 10_000 }).toEqual(Object.values(told))
  })
})

describe('SES-11 letting a device go', () => {
  it('SES-11 SES-15 an unpaired device is offered a code and keeps the fallback alone; paired again, it is the screen again', async () => {
    await device.until('a release', () => Boolean(device.showing()?.release))
    const offers = () => device.heard.filter(({ type }) => type === 'pairing').length
    const before = offers()
    await desk.as.administrator.post(`/api/screens/${screen}/unpair`, {})
    await device.until('a new code', () => offers() > before)
    await device.until('the fallback', () => device.showing()?.release === null)
    expect((await pair(await codeOf(device))).status).toBe(200)
    const release = await show('验证码不给任何人')
    await device.until('the new release', () => playing(device).includes(release))
  })
})

describe('CMS-6 pairing codes', () => {
  it('CMS-50 a code of another fingerprint, a used one and one that ran out pair nothing', async () => {
    const waiting = join()
    const offer = await codeOf(waiting)
    expect(await pair({ ...offer, fingerprint: '0000 0000 0000 0000' })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'FIELD_INVALID', field: 'fingerprint' }] },
    })
    const used = device.last('pairing') ?? {}
    expect(await pair(used)).toMatchObject({ status: 409, body: { errors: [{ code: 'PAIRING_CODE_USED' }] } })
    const intruder = await intrude(server)
    const { docs } = await desk.as.administrator.get<Found<{ fingerprint: string }>>('/api/pairings?limit=50')
    const { id = '' } = docs.find(({ fingerprint }) => fingerprint === offer.fingerprint) ?? {}
    const past = new Date(Date.now() - 1000)
    await intruder.edit('pairings', id, { expiresAt: server.mongodb ? past : past.toISOString() })
    await intruder.leave()
    expect(await pair(offer)).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'PAIRING_CODE_WRONG' }] },
    })
    expect(waiting.last('welcome')).toBeUndefined()
  })

  it('CMS-6 guessing ends after five wrong codes, for the right one too, with words for people', async () => {
    const offer = await codeOf(join())
    const codes: unknown[] = []
    for (let i = 0; i < 6; i += 1) {
      const { body } = await pair({ code: `BCDFGHJ${'KLMNPQ'.charAt(i)}`, fingerprint: offer.fingerprint })
      codes.push((body as { errors: { code: string }[] }).errors[0]?.code)
    }
    expect(codes).toEqual([...Array(4).fill('PAIRING_CODE_WRONG'), 'PAIRING_TOO_MANY', 'PAIRING_TOO_MANY'])
    expect(await pair(offer)).toMatchObject({
      status: 429,
      body: {
        errors: [{ code: 'PAIRING_TOO_MANY', limit: 1, message_zh: expect.stringContaining('1 分钟') }],
      },
    })
  })
})
