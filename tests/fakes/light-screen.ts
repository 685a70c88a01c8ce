/** A screen that speaks the real wire and draws nothing: thousands of them fit one process. */
import { get } from 'node:http'
import { WebSocket } from 'ws'
import { PROTOCOL_VERSION, SOCKET_PATH, type FromServer } from '../../src/protocol/messages.ts'
import { PROOF_DOMAIN, signedText } from '../../src/signed/wire.ts'
import type { ReceiptStage } from '../../src/model/receipt.ts'
import type { DeviceKey } from './device-key.ts'
import { REPORT } from './device.ts'

export type LightScreen = {
  readonly connect: () => void
  /** Resolves when the server has read all that was said so far. */
  readonly heard: () => Promise<void>
  readonly close: () => void
}

export type LightEvents = {
  /** Welcomed, and its first check answered. */
  readonly answered: () => void
  readonly hinted: (sequence: number) => void
  /** A head it had not. */
  readonly headed: (sequence: number) => void
  readonly ready: (sequence: number) => void
  readonly showing: (sequence: number) => void
  readonly fetched: (bytes: number) => void
  readonly failed: () => void
}

type Head = { readonly sequence: number; readonly programme: string; readonly activateAt: number }
type Kept = {
  has: number
  programme: string | null
  /** Resolves when `programme` is here. */
  here: Promise<void>
  /** The last number it said ready of. */
  ready: number
  tries: number
  answered: boolean
  over: boolean
}

/** As socket.io-client waits: a second, doubling to five, half of it up or down. */
const backOff = (tries: number): number => Math.min(5_000, 1_000 * 2 ** tries) * (0.5 + Math.random())

/** The bytes as they travel, on a line of its own; they are counted, not read. */
const fetchOnce = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = get(url, { agent: false, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.byteLength))
      answer.on('error', reject)
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
  })

const RETRY_MS = 500

/** PLY-21: tried again until it is there. */
const fetchProgramme = async (url: string, failed: () => void): Promise<number> => {
  for (;;) {
    try {
      return await fetchOnce(url)
    } catch {
      failed()
      await new Promise((later) => setTimeout(later, RETRY_MS).unref())
    }
  }
}

type Line = {
  readonly say: (message: object) => void
  readonly tell: (sequence: number, ...stages: ReceiptStage[]) => void
}

const lineOf = (socket: WebSocket): Line => {
  const say = (message: object): void => socket.send(`42${JSON.stringify(['m', message])}`)
  return {
    say,
    tell: (sequence, ...stages) => {
      if (socket.readyState !== WebSocket.OPEN) return
      for (const stage of stages) say({ type: 'receipt', sequence, stage, at: Date.now() })
    },
  }
}

/** Fetches what it lacks, and says the stages as a player does. */
const take = async (
  origin: string,
  kept: Kept,
  line: Line,
  head: Omit<Head, 'activateAt'>,
  events: LightEvents,
) => {
  const { sequence, programme } = head
  if (kept.programme !== programme) {
    kept.programme = programme
    const url = `${origin}/screens/programmes/${programme}`
    kept.here = fetchProgramme(url, events.failed).then(events.fetched)
  }
  await kept.here
  if (sequence <= kept.ready) return
  kept.ready = sequence
  line.tell(sequence, 'fetched', 'verified', 'ready')
  events.ready(sequence)
}

const obey = async (
  origin: string,
  kept: Kept,
  line: Line,
  head: Head,
  events: LightEvents,
): Promise<void> => {
  if (head.sequence <= kept.has) return
  kept.has = head.sequence
  events.headed(head.sequence)
  await take(origin, kept, line, head, events)
  const due = head.activateAt - Date.now()
  if (due > 0) await new Promise((later) => setTimeout(later, due))
  line.tell(head.sequence, 'showing')
  events.showing(head.sequence)
}

export const lightScreen = (origin: string, key: DeviceKey, events: LightEvents): LightScreen => {
  const kept: Kept = {
    here: Promise.resolve(),
    ready: 0,
    has: 0,
    programme: null,
    tries: 0,
    answered: false,
    over: false,
  }
  let socket: WebSocket | null = null
  let said: (() => void) | null = null

  const hear = async (line: Line, message: FromServer): Promise<void> => {
    switch (message.type) {
      case 'challenge':
        return line.say({
          type: 'prove',
          signature: key.sign(signedText(PROOF_DOMAIN, message.nonce)),
          report: REPORT,
        })
      case 'welcome':
        return line.say({ type: 'check', sequence: kept.has })
      case 'hint':
        events.hinted(message.sequence)
        line.tell(message.sequence, 'notified')
        return take(origin, kept, line, message, events)
      case 'head':
        said?.()
        if (!kept.answered) events.answered()
        kept.answered = true
        return obey(origin, kept, line, JSON.parse(message.head.body) as Head, events)
    }
  }
  const packet = (line: Line, open: WebSocket, text: string): void => {
    if (text.startsWith('42')) {
      const [, message] = JSON.parse(text.slice(2)) as [string, FromServer]
      hear(line, message).catch(() => events.failed())
    } else if (text.startsWith('40'))
      line.say({ type: 'hello', protocol: PROTOCOL_VERSION, role: 'screen', key: key.publicKey })
    else if (text.startsWith('0')) open.send('40')
    else if (text === '2') open.send('3')
  }
  const connect = (): void => {
    const open = new WebSocket(`${origin.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    })
    const line = lineOf(open)
    socket = open
    open.on('message', (data) => packet(line, open, String(data)))
    open.on('open', () => (kept.tries = 0))
    open.on('error', () => events.failed())
    open.on('close', () => {
      if (!kept.over) setTimeout(connect, backOff(kept.tries++))
    })
  }
  return {
    connect,
    heard: () =>
      new Promise((resolve) => {
        said = resolve
        // Any head is newer than none, so there is always an answer.
        if (socket) lineOf(socket).say({ type: 'check', sequence: 0 })
      }),
    close: () => {
      kept.over = true
      socket?.close()
    },
  }
}
