import { createServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { WebSocketServer, type ServerOptions } from 'ws'
import type { GroupKey, ScreenId, Sha256 } from '../../model/ids.ts'
import type { SignedHead } from '../../model/programme.ts'
import { SOCKET_PATH, type FromServer } from '../../protocol/messages.ts'
import { mostDevices } from './most-devices.ts'
import { fromOurPages } from '../web/origin.ts'
import type { Sliced } from '../process/sliced.ts'
import type { UpgradeHead } from '../web/upgrade.ts'

type Down = { m: (message: FromServer) => void }
type Up = { m: (message: unknown) => void }
export type DeviceServer = Server<Up, Down>
export type DeviceSocket = Socket<Up, Down>

/**
 * Speaking to groups of screens. One encoded frame a room: a loop of `socket.emit` would encode it anew for each
 * (docs/facts.md#sockets).
 */
export type Broadcaster = {
  readonly hint: (group: GroupKey, sequence: number, programme: Sha256) => void
  /** One screen that came late to a hint. */
  readonly hintScreen: (screen: ScreenId, sequence: number, programme: Sha256) => void
  readonly head: (group: GroupKey, head: SignedHead) => void
  /** One screen that joined a group which plays on. */
  readonly headScreen: (screen: ScreenId, head: SignedHead) => void
}

export const roomOf = (group: GroupKey): string => `group:${group}`
export const screenRoom = (screen: ScreenId): string => `screen:${screen}`

/**
 * The driver waits half a minute for the other end's goodbye, and a device that never says it would keep its place
 * that long.
 */
const GOODBYE_MS = 1_000

class BriefGoodbyes extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, closeTimeout: GOODBYE_MS } as ServerOptions)
  }
}

/** WebSocket only, small messages, no compression: three classes of published holes less (docs/facts.md#sockets). */
export const openDeviceServer = (
  publicUrl: string | null,
  inSlices: Sliced,
): { readonly io: DeviceServer; readonly upgrade: UpgradeHead } => {
  // Our own upgrade dispatch decides what reaches engine.io, so it must not attach to the real server by itself.
  const detached = createServer()
  const most = mostDevices()
  const io: DeviceServer = new Server(detached, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    wsEngine: BriefGoodbyes,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    // A connection that is opened and says nothing at all has no session yet that could close it (SES-1).
    connectTimeout: 2_000,
    allowRequest: (req, done) => done(null, io.engine.clientsCount < most && fromOurPages(req, publicUrl)),
  })
  const upgrade: UpgradeHead = (req, socket, head) => {
    if (!req.url?.startsWith(`${SOCKET_PATH}/`)) return false
    inSlices(() => detached.emit('upgrade', req, socket, head))
    return true
  }
  return { io, upgrade }
}

export const broadcasterOf = (io: DeviceServer): Broadcaster => ({
  hint: (group, sequence, programme) => io.to(roomOf(group)).emit('m', { type: 'hint', sequence, programme }),
  hintScreen: (screen, sequence, programme) =>
    io.to(screenRoom(screen)).emit('m', { type: 'hint', sequence, programme }),
  head: (group, head) => io.to(roomOf(group)).emit('m', { type: 'head', head }),
  headScreen: (screen, head) => io.to(screenRoom(screen)).emit('m', { type: 'head', head }),
})
