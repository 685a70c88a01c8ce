import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Presence } from '../../model/cluster.ts'
import type { GroupKey, Instant, ScreenId } from '../../model/ids.ts'
import type { ReceiptStage } from '../../model/receipt.ts'
import type { DeviceReport } from '../../protocol/messages.ts'
import { CLOCK_DOMAIN, PROOF_DOMAIN, signedText } from '../../signed/wire.ts'
import { openSession, session } from '../../session/session.ts'
import type {
  CurrentHead,
  FoundScreen,
  SessionEffect,
  SessionEvent,
  SessionState,
} from '../../session/state.ts'
import type { After, Clock } from '../process/clock.ts'
import { deviceSigned, type HeadsKey } from '../disk/keys.ts'
import type { Log } from '../process/log.ts'
import { roomOf, screenRoom, type DeviceServer, type DeviceSocket } from './broadcaster.ts'
import { openSeats, type Seats } from './seats.ts'
import type { Sliced } from '../process/sliced.ts'

/** What sessions ask of the rest of the server. */
export type DeviceBackend = {
  readonly screenOfKey: (key: string) => Promise<FoundScreen | null>
  readonly screen: (id: ScreenId) => Promise<FoundScreen | null>
  readonly currentOf: (id: ScreenId) => CurrentHead | null
  /** Whether a screen has this key, and how many keys of screens there are. */
  readonly knows: (key: string) => boolean
  readonly knownKeys: () => number
  /**
   * Who watches as a viewer: the id of a person, or in a demo town an address; null where the request may not watch.
   */
  readonly viewerOf: (headers: IncomingHttpHeaders, address: string) => Promise<string | null>
  readonly openPairing: (key: string) => Promise<Omit<SessionEvent & { type: 'code' }, 'type'>>
  readonly receipt: (screen: ScreenId, sequence: number, stage: ReceiptStage, at: Instant) => void
  readonly report: (screen: ScreenId, report: DeviceReport, now: Instant) => void
  /** The number of the head a proven screen holds. */
  readonly saw: (sequence: number) => void
  readonly online: (screen: ScreenId) => void
  readonly offline: (screen: ScreenId) => void
  /** One key on two connections, again and again: somebody copied a device (SES-6). */
  readonly replaced: (screen: ScreenId) => void
}

export type Devices = {
  readonly paired: (key: string) => void
  readonly unpaired: (screen: ScreenId) => void
  readonly regrouped: (screen: ScreenId, group: GroupKey, current: CurrentHead | null) => void
  readonly stop: () => Promise<void>
}

type Connection = {
  readonly socket: DeviceSocket
  readonly send: (event: SessionEvent) => void
  screen: ScreenId | null
  viewed: ScreenId | null
  key: string | null
}

type Tools = {
  readonly clock: Clock
  readonly after: After
  readonly log: Log
  /** Signs what the clock says. */
  readonly key: Pick<HeadsKey, 'sign'>
  readonly inSlices: Sliced
  readonly presence: Pick<Presence<ScreenId>, 'came' | 'left'>
}

type World = Tools & {
  readonly seats: Seats
  readonly backend: DeviceBackend
  /** The one connection that is the screen now. */
  readonly claimed: Map<ScreenId, Connection>
  readonly open: Set<Connection>
  /** Those of `open` that look on; few, while screens are thousands. */
  readonly viewing: Set<Connection>
}

/** Messages of one line that wait to be heard; a screen says some ten in one breath, a flood says more (I10). */
const MOST_UNHEARD = 64

const join = (world: World, me: Connection, group: GroupKey): void => {
  for (const room of me.socket.rooms) if (room !== me.socket.id) void me.socket.leave(room)
  void me.socket.join(roomOf(group))
  // A viewer hears what is said to its screen alone, too (SES-5).
  const looksLike = me.screen ?? me.viewed
  if (looksLike) void me.socket.join(screenRoom(looksLike))
  if (me.screen) world.claimed.set(me.screen, me)
}

/** Whether a screen is said to be on the line keeps no screen from playing. */
const note = ({ log }: World, noted: Promise<void>): void =>
  void noted.catch((error: unknown) => log.warn({ err: error }, 'who is on the line was not noted'))

const claim = (world: World, me: Connection, effect: SessionEffect & { type: 'claim' }): void => {
  const { screen, key, group } = effect
  const older = world.claimed.get(screen)
  me.screen = screen
  me.key = key
  world.seats.leave(me.socket)
  join(world, me, group)
  if (older && older !== me) {
    older.screen = null
    older.send({ type: 'replaced' })
    world.backend.replaced(screen)
  }
  note(world, world.presence.came(screen, me.socket.id))
  world.backend.online(screen)
}

const release = (world: World, me: Connection): void => {
  const { screen } = me
  if (!screen || world.claimed.get(screen) !== me) return
  world.claimed.delete(screen)
  me.screen = null
  note(world, world.presence.left(screen, me.socket.id))
  world.backend.offline(screen)
}

/** Effects that need an answer; the rest are done at once in `act`. */
const ask = async (world: World, me: Connection, effect: SessionEffect): Promise<SessionEvent | null> => {
  const { backend } = world
  switch (effect.type) {
    case 'seat': {
      const isKnown = backend.knows(effect.key)
      const seat = isKnown ? world.seats.screen(me.socket, effect.key) : world.seats.stranger(me.socket)
      return seat ? { type: 'seated', now: world.clock() } : { type: 'crowded' }
    }
    case 'verify':
      return {
        type: 'proof',
        valid: await deviceSigned(effect.key, signedText(PROOF_DOMAIN, effect.nonce), effect.signature),
      }
    case 'find-screen':
      return { type: 'screen', found: await backend.screenOfKey(effect.key) }
    case 'open-pairing':
      me.key = effect.key
      return { type: 'code', ...(await backend.openPairing(effect.key)) }
    case 'find-viewed': {
      const { headers, address } = me.socket.handshake
      const person = await backend.viewerOf(headers, address)
      if (person === null) return { type: 'viewed', allowed: false, found: null }
      if (!world.seats.viewer(me.socket, person)) return { type: 'crowded' }
      return { type: 'viewed', allowed: true, found: await backend.screen(effect.screen) }
    }
    case 'find-head':
      return { type: 'current', current: backend.currentOf(effect.screen) }
    default:
      return null
  }
}

const act = (world: World, me: Connection, effect: SessionEffect): boolean => {
  const { backend } = world
  switch (effect.type) {
    case 'send':
      me.socket.emit('m', effect.message)
      return true
    case 'tell-time': {
      const { sent, now, body } = effect
      me.socket.emit('m', { type: 'clock', sent, now, signature: world.key.sign(CLOCK_DOMAIN, body) })
      return true
    }
    case 'claim':
      claim(world, me, effect)
      return true
    case 'watch':
      me.viewed = effect.screen
      world.viewing.add(me)
      join(world, me, effect.group)
      return true
    case 'move':
      join(world, me, effect.group)
      return true
    case 'listen':
      void me.socket.join(roomOf(effect.group))
      return true
    case 'leave':
      release(world, me)
      for (const room of me.socket.rooms) if (room !== me.socket.id) void me.socket.leave(room)
      return true
    case 'saw':
      backend.saw(effect.sequence)
      return true
    case 'store-receipt':
      backend.receipt(effect.screen, effect.sequence, effect.stage, effect.at)
      return true
    case 'store-report':
      backend.report(effect.screen, effect.report, effect.now)
      return true
    case 'close':
      me.socket.disconnect(true)
      return true
    default:
      return false
  }
}

const connect = (world: World, socket: DeviceSocket): void => {
  const { clock, after, log } = world
  let state: SessionState
  let cancelWake = (): void => {}

  const follow = (effects: readonly SessionEffect[]): void => {
    for (const effect of effects) {
      if (effect.type === 'wake') {
        cancelWake()
        let isOff = false
        // Takes its turn behind messages that came in time and wait to be heard; one of them may call the waking off.
        const woken = (): void => world.inSlices(() => isOff || dispatch({ type: 'woken', now: clock() }))
        const cancel = after(effect.at - clock(), woken)
        cancelWake = () => {
          isOff = true
          cancel()
        }
      } else if (!act(world, me, effect)) {
        ask(world, me, effect)
          .then((event) => event && dispatch(event))
          .catch((error: unknown) => {
            // The device reconnects and asks again: nothing is lost by letting go.
            log.error({ err: error, effect: effect.type }, 'device connection failed')
            socket.disconnect(true)
          })
      }
    }
  }
  const dispatch = (event: SessionEvent): void => {
    const step = session(state, event)
    state = step.state
    follow(step.effects)
  }

  const me: Connection = { socket, send: dispatch, screen: null, viewed: null, key: null }
  const first = openSession(randomBytes(24).toString('base64url'), clock())
  state = first.state
  world.open.add(me)
  let unheard = 0
  socket.on('m', (value) => {
    unheard += 1
    if (unheard > MOST_UNHEARD) {
      socket.disconnect(true)
      return
    }
    const now = clock()
    world.inSlices(() => {
      unheard -= 1
      dispatch({ type: 'message', value, now })
    })
  })
  const leave = (): void => {
    cancelWake()
    release(world, me)
    world.open.delete(me)
    world.viewing.delete(me)
    dispatch({ type: 'closed' })
  }
  // After whatever it said before.
  socket.on('disconnect', () => world.inSlices(leave))
  follow(first.effects)
}

/** Runs one pure session per connection (src/session) and does what it asks for. */
export const startDevices = (io: DeviceServer, backend: DeviceBackend, tools: Tools): Devices => {
  const seats = openSeats(io, backend.knownKeys)
  const world: World = { backend, ...tools, seats, claimed: new Map(), open: new Set(), viewing: new Set() }
  io.on('connection', (socket) => connect(world, socket))
  const each = (fits: (one: Connection) => boolean, event: SessionEvent): void => {
    for (const one of world.open) if (fits(one)) one.send(event)
  }
  const ofScreen = (screen: ScreenId, event: SessionEvent): void => {
    const own = world.claimed.get(screen)
    const viewers = [...world.viewing].filter(({ viewed }) => viewed === screen)
    for (const one of own ? [own, ...viewers] : viewers) one.send(event)
  }
  return {
    paired: (key) => each((one) => one.key === key, { type: 'paired' }),
    unpaired: (screen) => ofScreen(screen, { type: 'unpaired' }),
    regrouped: (screen, group, current) => ofScreen(screen, { type: 'regrouped', group, current }),
    stop: () => io.close(),
  }
}
