import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { openPresence } from '../../../src/adapters/cluster/presence.ts'
import { displayRoutes } from '../../../src/adapters/web/display-routes.ts'
import { systemAfter, systemClock, type Clock } from '../../../src/adapters/process/clock.ts'
import { headsKeyOf } from '../../../src/adapters/disk/keys.ts'
import { sliced } from '../../../src/adapters/process/sliced.ts'
import { startDevices, type Devices } from '../../../src/adapters/devices/sockets.ts'
import type { GroupKey, ScreenId, Sha256 } from '../../../src/model/ids.ts'
import type { Head, Programme, SignedHead } from '../../../src/model/programme.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import { HEAD_DOMAIN, signedText } from '../../../src/signed/wire.ts'
import { headBody } from '../../../src/programme/head.ts'
import { fingerprint } from '../../../src/protocol/fingerprint.ts'
import { SOCKET_PATH } from '../../../src/protocol/messages.ts'
import type { FoundScreen } from '../../../src/session/state.ts'
import { pairingCode } from '../../../src/session/pairing-code.ts'

export const GROUP = '0123456789abcdef' as GroupKey
export const SCREEN = 'screen-1' as ScreenId

/** A town's server as far as one screen sees it: real sockets, real sessions, real signatures, no database. */
export type TownServer = {
  readonly url: string
  readonly receipts: readonly { readonly sequence: number; readonly stage: string; readonly at: number }[]
  /** Codes shown to devices, newest last, by key. */
  readonly codes: ReadonlyMap<string, string>
  readonly pair: (key: string) => void
  /** Stores the programme, signs a head for it and sends it to the group. Returns the head. */
  readonly publish: (programme: Programme, part?: Partial<Head>) => Head
  readonly put: (bytes: Uint8Array) => Sha256
  readonly online: () => Promise<boolean>
  readonly stop: () => Promise<void>
}

export type TownKeys = ReturnType<typeof makeTownKeys>

export const makeTownKeys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, text: String(publicKey.export({ format: 'jwk' }).x) }
}

const hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** State that outlives a restart of the server: objects, heads, pairings. */
export const makeTown = (
  size: { readonly width: number; readonly height: number },
  keys = makeTownKeys(),
) => ({
  keys,
  size,
  objects: new Map<string, Uint8Array>(),
  paired: new Set<string>(),
  sequence: 0,
  head: null as { head: SignedHead; sequence: number } | null,
})

export type Town = ReturnType<typeof makeTown>

const foundIn = (town: Town): FoundScreen => ({
  screen: { id: SCREEN, name: '菜市场东门', ...town.size },
  town: { name: '五间镇', key: town.keys.text },
  group: GROUP,
  current: town.head,
  now: Date.now(),
})

const signWith = ({ privateKey }: TownKeys, domain: string, body: string): string =>
  sign(null, Buffer.from(signedText(domain, body)), privateKey).toString('base64url')

export const signHead = (keys: TownKeys, head: Head): SignedHead => {
  const body = headBody(head)
  return { body, signature: signWith(keys, HEAD_DOMAIN, body) }
}

const listen = (http: HttpServer, port: number): Promise<number> =>
  new Promise((resolve) => {
    http.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port))
  })

/** `display`: the built player. `port` 0 takes a free one; give the old one to bring a server back. `clock`: what it thinks the time is. */
export const startTownServer = async (
  town: Town,
  display: string,
  port = 0,
  clock: Clock = systemClock,
): Promise<TownServer> => {
  const app = express()
  app.use('/display', displayRoutes(display))
  app.get('/wall', (_req, res) => {
    res.type('html').send('<!doctype html><iframe width="640" height="320"></iframe>')
  })
  app.get(['/screens/programmes/:sha', '/screens/assets/:sha'], (req, res) => {
    const bytes = town.objects.get(String(req.params.sha))
    if (bytes) res.type('application/octet-stream').send(Buffer.from(bytes))
    else res.status(404).end()
  })
  const http = createServer(app)
  const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'], serveClient: false })
  const receipts: { sequence: number; stage: string; at: number }[] = []
  const codes = new Map<string, string>()
  const presence = openPresence<ScreenId>()
  const devices: Devices = startDevices(
    io,
    {
      screenOfKey: async (key) => (town.paired.has(key) ? foundIn(town) : null),
      screen: async (id) => (id === SCREEN ? foundIn(town) : null),
      currentOf: () => town.head,
      knows: (key) => town.paired.has(key),
      knownKeys: () => town.paired.size,
      viewerOf: async (_, address) => address,
      openPairing: async (key) => {
        const code = pairingCode(randomBytes(64))
        codes.set(key, code)
        const seal = fingerprint(key, town.keys.text, hex)
        return { code, fingerprint: seal, expiresAt: Date.now() + 600_000, town: foundIn(town).town }
      },
      receipt: (_screen, sequence, stage, at) => receipts.push({ sequence, stage, at }),
      report: () => {},
      online: () => {},
      offline: () => {},
      saw: () => undefined,
      replaced: () => {},
    },
    {
      clock,
      after: systemAfter,
      log: pino({ level: 'silent' }),
      key: headsKeyOf(town.keys.privateKey),
      inSlices: sliced(),
      presence,
    },
  )
  const taken = await listen(http, port)
  const put = (bytes: Uint8Array): Sha256 => {
    const name = hex(bytes) as Sha256
    town.objects.set(name, bytes)
    return name
  }
  return {
    url: `http://localhost:${taken}`,
    receipts,
    codes,
    pair: (key) => {
      town.paired.add(key)
      devices.paired(key)
    },
    publish: (programme, part = {}) => {
      town.sequence += 1
      const now = Date.now()
      const head: Head = {
        town: '五间镇',
        group: GROUP,
        sequence: town.sequence,
        programme: put(new TextEncoder().encode(canonicalJson(programme))),
        activateAt: now,
        leaseUntil: now + 30 * 86_400_000,
        revoked: [],
        ...part,
      }
      town.head = { head: signHead(town.keys, head), sequence: head.sequence }
      io.to(`group:${GROUP}`).emit('m', { type: 'head', head: town.head.head })
      return head
    },
    put,
    online: () => presence.isThere(SCREEN),
    stop: async () => {
      const stopped = devices.stop()
      const closed = new Promise((resolve) => http.close(resolve))
      // A browser opens lines ahead of need and says nothing on them; the end waits for those too.
      http.closeAllConnections()
      await Promise.all([stopped, closed])
    },
  }
}
