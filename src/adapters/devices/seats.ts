import { makePlaces, PLACE_LIMITS, type Seat } from '../../session/places.ts'
import type { DeviceServer, DeviceSocket } from './broadcaster.ts'

/** A connection below Socket.IO's own greeting, which is where a silent one stays. */
type Line = {
  readonly id: string
  readonly remoteAddress: string
  readonly once: (event: 'close', heard: () => void) => void
  readonly close: (discard: boolean) => void
}
type Engine = {
  readonly clients: Readonly<Record<string, Line | undefined>>
  readonly on: (event: 'connection', heard: (line: Line) => void) => void
}

export type Seats = {
  /** Whether it may stay; who must go for it is sent away at once. */
  readonly screen: (socket: DeviceSocket, key: string) => boolean
  readonly stranger: (socket: DeviceSocket) => boolean
  readonly viewer: (socket: DeviceSocket, person: string) => boolean
  /** It is a screen now, which is bounded by the keys there are. */
  readonly leave: (socket: DeviceSocket) => void
}

/** Places on the line (src/session) for every connection from its first byte on (SES-20). */
export const openSeats = (io: DeviceServer, knownKeys: () => number): Seats => {
  const places = makePlaces(PLACE_LIMITS, knownKeys)
  const engine = io.engine as unknown as Engine
  const sendAway = (gone: readonly string[]): void => {
    for (const id of gone) engine.clients[id]?.close(true)
  }
  /** A socket that closed before its turn came gets no place, since nothing would ever give that place back. */
  const seated = (socket: DeviceSocket, take: (id: string) => Seat): boolean => {
    const { id } = socket.conn as unknown as Line
    if (!engine.clients[id]) return false
    const { granted, gone } = take(id)
    sendAway(gone)
    return granted
  }
  engine.on('connection', (line) => {
    line.once('close', () => places.leave(line.id))
    sendAway(places.come(line.id, line.remoteAddress))
  })
  return {
    screen: (socket, key) => seated(socket, (id) => places.screen(id, key)),
    stranger: (socket) => seated(socket, (id) => places.stranger(id)),
    viewer: (socket, person) => seated(socket, (id) => places.viewer(id, person)),
    leave: (socket) => places.leave((socket.conn as unknown as Line).id),
  }
}
