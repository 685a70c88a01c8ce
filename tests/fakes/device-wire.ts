import { io } from 'socket.io-client'
import { SOCKET_PATH, type FromServer } from '../../src/protocol/messages.ts'

export type Wire = {
  readonly say: (message: unknown) => void
  readonly connected: () => boolean
  readonly open: () => void
  /** Goes away as a pulled cable does not: the server hears it at once. */
  readonly close: () => void
}

export type WireEvents = {
  readonly opened: () => void
  readonly heard: (message: FromServer) => void
  /** Why, in socket.io's words; `refused` when the server took no connection at all. */
  readonly closed: (why: string) => void
}

/** One socket as players open it. Comes back by itself within a second, but not after the server sent it away. */
export const wire = (origin: string, headers: Readonly<Record<string, string>>, events: WireEvents): Wire => {
  const socket = io(origin, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    autoConnect: false,
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
    extraHeaders: { ...headers },
  })
  socket.on('connect', events.opened)
  socket.on('m', events.heard)
  socket.on('disconnect', events.closed)
  socket.on('connect_error', () => events.closed('refused'))
  return {
    say: (message) => void socket.emit('m', message),
    connected: () => socket.connected,
    open: () => void socket.connect(),
    close: () => void socket.disconnect(),
  }
}
