import { isRefusal } from '../../src/errors/is-refusal.ts'
import { Manager } from 'socket.io-client'
import { decodeFromServer } from '../../src/protocol/from-server.ts'
import { SOCKET_PATH } from '../../src/protocol/messages.ts'
import type { OpenLink } from '../core/link-port.ts'

/** Back on the line at most 2 s after the network is. */
const RECONNECT_MS = { first: 250, most: 2_000 }
/** The server sent us away for a reason that only people can change. */
const TURNED_AWAY_MS = 30_000
const FINAL = [
  'SCREEN_REPLACED',
  'PROOF_INVALID',
  'VERSION_UNSUPPORTED',
  'VIEWER_NOT_ALLOWED',
  'SCREEN_UNKNOWN',
]

/** One websocket to the page's own server. It carries hints and heads; playing never waits for it. */
export const openLink: OpenLink = (plug, listener) => {
  const manager = new Manager(location.origin, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    reconnectionDelay: RECONNECT_MS.first,
    reconnectionDelayMax: RECONNECT_MS.most,
    timeout: 5_000,
    autoConnect: false,
  })
  const socket = manager.socket('/')
  let pause = RECONNECT_MS.most
  let timer = 0
  const open = (): void => {
    window.clearTimeout(timer)
    if (!plug.cut()) socket.connect()
  }
  socket.on('connect', () => {
    pause = RECONNECT_MS.most
    listener.online(true)
  })
  socket.on('disconnect', (reason) => {
    listener.online(false)
    // The library comes back by itself after any break but the server's own word.
    if (reason === 'io server disconnect') timer = window.setTimeout(open, pause)
  })
  socket.on('m', (value: unknown) => {
    const message = decodeFromServer(value)
    if (isRefusal(message)) return
    if (message.type === 'refused' && FINAL.indexOf(message.refusal.code) >= 0) pause = TURNED_AWAY_MS
    listener.message(message)
  })
  plug.watch((cut) => {
    window.clearTimeout(timer)
    if (cut) socket.disconnect()
    else socket.connect()
  })
  open()
  return {
    send: (message) => {
      if (socket.connected) socket.emit('m', message)
    },
  }
}
