/** The control: a bare `ws` loop that answers the same messages from memory and keeps the same receipts there. */
import { createServer } from 'node:http'
import { randomBytes } from 'node:crypto'
import { WebSocketServer, type WebSocket } from 'ws'
import { PROOF_DOMAIN, signedText } from '../../../src/signed/wire.ts'
import { signedBy } from '../../fakes/device-key.ts'
import { answerProbe } from './probe.ts'

export type ToControl =
  | { readonly ask: 'serve'; readonly programme: string; readonly screens: number }
  /** Answers when the last receipt is in memory. */
  | { readonly ask: 'publish' }

type WireMessage = { type: string; key?: string; signature?: string; sequence?: number; stage?: string }

const SWITCH_AFTER_MS = 200
const LATEST_MS = 2_000
let body = Buffer.alloc(0)
let expected = 0
let sequence = 1
let programme = '0'.repeat(64)
let ready = 0
let announced = false
let stored: () => void = () => undefined
let receipts = new Map<WebSocket, Record<string, number>>()
const all = new Set<WebSocket>()

const packet = (message: object): string => `42${JSON.stringify(['m', message])}`
const headOf = (activateAt: number): string =>
  packet({
    type: 'head',
    head: { body: JSON.stringify({ sequence, programme, activateAt }), signature: 'none' },
  })
const toAll = (text: string): void => {
  for (const socket of all) socket.send(text)
}

const switchOver = (): void => {
  if (announced) return
  announced = true
  toAll(headOf(Date.now() + SWITCH_AFTER_MS))
}

const keep = (socket: WebSocket, { sequence: of, stage = '' }: WireMessage): void => {
  if (of !== sequence) return
  const own = receipts.get(socket) ?? {}
  receipts.set(socket, { ...own, [stage]: Date.now() })
  if (stage === 'ready' && ++ready === expected) switchOver()
  if (stage === 'showing' && [...receipts.values()].length === expected && ++shown === expected) stored()
}
let shown = 0

const hear = (socket: WebSocket, own: { key: string; nonce: string }, message: WireMessage): void => {
  switch (message.type) {
    case 'hello':
      own.key = message.key ?? ''
      own.nonce = randomBytes(24).toString('base64url')
      return socket.send(packet({ type: 'challenge', nonce: own.nonce }))
    case 'prove':
      if (!signedBy(own.key, signedText(PROOF_DOMAIN, own.nonce), message.signature ?? ''))
        return socket.close()
      all.add(socket)
      return socket.send(packet({ type: 'welcome', now: Date.now() }))
    case 'check':
      return socket.send(headOf(0))
    case 'receipt':
      keep(socket, message)
  }
}

const server = createServer((_req, res) => {
  res.writeHead(200, {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'content-length': body.length,
  })
  res.end(body)
})
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  const own = { key: '', nonce: '' }
  socket.send('0{}')
  socket.on('close', () => all.delete(socket))
  socket.on('message', (data) => {
    const text = String(data)
    if (text === '40') socket.send('40{}')
    else if (text.startsWith('42')) hear(socket, own, (JSON.parse(text.slice(2)) as [string, WireMessage])[1])
  })
})

const serve = ({ programme: base64, screens }: ToControl & { ask: 'serve' }): Promise<number> => {
  body = Buffer.from(base64, 'base64')
  expected = screens
  return new Promise((listening) => {
    server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () =>
      listening((server.address() as { port: number }).port),
    )
  })
}

const publish = (): Promise<number> =>
  new Promise((done) => {
    sequence += 1
    programme = sequence.toString(16).padStart(64, '0')
    receipts = new Map()
    ready = 0
    shown = 0
    announced = false
    const latest = setTimeout(switchOver, LATEST_MS - SWITCH_AFTER_MS)
    stored = () => {
      clearTimeout(latest)
      done(Date.now())
    }
    toAll(packet({ type: 'hint', sequence, programme }))
  })

answerProbe((message: ToControl) => (message.ask === 'serve' ? serve(message) : publish()))
