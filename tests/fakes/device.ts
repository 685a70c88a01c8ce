/** A screen or a viewer in Node: the wire, hashes, signatures and clockwork of a player, without pixels or a store. */
import type { Refusal } from '../../src/errors/refusal.ts'
import type { Instant, ScreenId } from '../../src/model/ids.ts'
import type { Programme, Showing } from '../../src/model/programme.ts'
import type { ReceiptStage } from '../../src/model/receipt.ts'
import { PROTOCOL_VERSION, type FromServer } from '../../src/protocol/messages.ts'
import { PROOF_DOMAIN, signedText } from '../../src/signed/wire.ts'
import { deviceKey, type DeviceKey } from './device-key.ts'
import { mind, type Mind } from './device-mind.ts'
import { openObjects } from './device-objects.ts'
import { wire, type Wire } from './device-wire.ts'
import { watch } from './watch.ts'

type Heard<T extends FromServer['type']> = FromServer & { type: T }
export type Offer = Heard<'pairing'>

export type Device = Pick<Mind, 'obeyed' | 'faults' | 'head' | 'programme'> & {
  readonly key: DeviceKey
  /** Every message from the server, oldest first. */
  readonly heard: readonly FromServer[]
  /** Why the line went down, each time. */
  readonly closings: readonly string[]
  readonly last: <T extends FromServer['type']>(type: T) => Heard<T> | undefined
  readonly refusals: () => readonly Refusal['code'][]
  /** What the panel shows at `t`, now if not said: null before the first head (the pairing card). */
  readonly showing: (t?: Instant) => Showing | null
  /** Every character on the pages of its programme, in order. */
  readonly words: () => string
  readonly connected: () => boolean
  readonly connect: () => void
  readonly disconnect: () => void
  readonly say: (message: unknown) => void
  /** Resolves as soon as `holds`; rejects with `what` and the last that was heard. */
  readonly until: (what: string, holds: () => boolean, withinMs?: number) => Promise<void>
}

export type DeviceOptions = {
  readonly key?: DeviceKey
  /** A viewer of this screen instead of a screen. */
  readonly viewer?: ScreenId | string
  readonly headers?: Readonly<Record<string, string>>
  /** What the first word says; for players of other times. */
  readonly protocol?: number
  /** A slow line: waited for before anything is fetched. */
  readonly beforeFetch?: () => Promise<void>
  /** A player gone wrong: says a receipt although it is none's to say. */
  readonly receipts?: boolean
}

export const REPORT = {
  userAgent: 'silver-shield test device',
  canvas: { width: 1280, height: 720 },
  window: { width: 1280, height: 720 },
  devicePixelRatio: 1,
  secureContext: true,
  storageBytes: null,
}

type Parts = { readonly key: DeviceKey; readonly line: () => Wire; readonly mind: Mind }

const act = async (message: FromServer, { key, line, mind: own }: Parts): Promise<void> => {
  switch (message.type) {
    case 'challenge':
      line().say({
        type: 'prove',
        signature: key.sign(signedText(PROOF_DOMAIN, message.nonce)),
        report: REPORT,
      })
      return
    case 'pairing':
      if (message.town && key.fingerprintWith(message.town.key) !== message.fingerprint)
        own.faults.push('the fingerprint is not of these two keys')
      return
    case 'welcome':
      own.pin(message.town.key)
      line().say({ type: 'check', sequence: own.obeyed.at(-1) ?? 0 })
      return
    case 'hint':
      return own.hint(message.sequence, message.programme)
    case 'head':
      return own.obey(message.head)
  }
}

/** PLY-1: each stage once for each connection; a viewer says none. */
const receiptsOf = (silent: boolean, line: () => Wire) => {
  const told = new Set<string>()
  return {
    fresh: () => told.clear(),
    tell: (sequence: number, stage: ReceiptStage): void => {
      const name = `${sequence} ${stage}`
      if (silent || told.has(name) || !line().connected()) return
      told.add(name)
      line().say({ type: 'receipt', sequence, stage, at: Date.now() })
    },
  }
}

const helloOf = ({ viewer, protocol = PROTOCOL_VERSION }: DeviceOptions, key: DeviceKey): object =>
  viewer
    ? { type: 'hello', protocol, role: 'viewer', screen: viewer }
    : { type: 'hello', protocol, role: 'screen', key: key.publicKey }

const wordsOf = (programme: Programme | null): string =>
  Object.values(programme?.pages ?? {})
    .flatMap(({ ops }) => ops.map((op) => (op.op === 'text' ? op.text : '')))
    .join('')

export const openDevice = (origin: string, options: DeviceOptions = {}): Device => {
  const {
    key = deviceKey(),
    viewer,
    headers = {},
    beforeFetch = async () => {},
    receipts = !viewer,
  } = options
  const heard: FromServer[] = []
  const closings: string[] = []
  const { changed, until } = watch()
  const line = (): Wire => socket
  const { fresh, tell } = receiptsOf(!receipts, line)
  const own = mind({ objects: openObjects(origin), beforeFetch, tell, changed })
  const socket = wire(origin, headers, {
    opened: () => {
      fresh()
      socket.say(helloOf(options, key))
      changed()
    },
    heard: (message) => {
      heard.push(message)
      changed()
      void act(message, { key, line, mind: own }).finally(changed)
    },
    closed: (why) => {
      closings.push(why)
      changed()
    },
  })
  const told = (what: string) => () =>
    `${what}\n${JSON.stringify({ heard: heard.slice(-6), faults: own.faults, closings })}`
  socket.open()
  return {
    key,
    heard,
    closings,
    obeyed: own.obeyed,
    faults: own.faults,
    head: own.head,
    programme: own.programme,
    last: (type) => heard.findLast((message): message is Heard<typeof type> => message.type === type),
    refusals: () => heard.flatMap((one) => (one.type === 'refused' ? [one.refusal.code] : [])),
    showing: (t = Date.now()) => own.showing(t),
    words: () => wordsOf(own.programme()),
    connected: socket.connected,
    connect: socket.open,
    disconnect: socket.close,
    say: socket.say,
    until: (what, holds, withinMs = 10_000) =>
      until(told(`not within ${withinMs} ms: ${what}`), holds, withinMs),
  }
}
