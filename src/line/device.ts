import { toBase64Url } from '../protocol/base64url.ts'
import { hearSet } from '../trust/heads.ts'
import { mayShow } from '../trust/welcome.ts'
import { keyName, type ScreenHello } from '../wire/handshake.ts'
import { WIRE_VERSION, type DeviceSealed, type Knows } from '../wire/messages.ts'
import { believes, hearOpen, hearSealed } from './device-hears.ts'
import {
  askClock,
  chain,
  check,
  closeLine,
  codeDue,
  ended,
  keyed,
  report,
  say,
  strike,
} from './device-says.ts'
import {
  standingOf,
  still,
  type DeviceEvent,
  type DeviceState,
  type DeviceStep,
  type DeviceTools,
  type Moment,
} from './device-state.ts'

const GREETED_MOST_MS = 30_000
const SILENCE_MS = 60_000
const ASK_MS = 20_000
const REPORT_MS = 60_000
const CHECK_MS = 300_000
const PROBE_MS = 8_000
const HAND_MS = 600_000

const knowsOf = ({ belief, fault }: DeviceState, tools: DeviceTools): Knows | null => {
  const { pinned } = belief
  if (pinned.type !== 'town') return null
  const { k, learned, recovery } = pinned
  return { fault, k, learned, recovery: keyName(recovery, tools.secrets) }
}

type Opened = DeviceEvent & { readonly type: 'opened' }

const opened = (state: DeviceState, { nonce, secret, at }: Opened, tools: DeviceTools): DeviceStep => {
  const hello: ScreenHello = {
    type: 'hello',
    protocol: WIRE_VERSION,
    versions: [WIRE_VERSION],
    role: 'screen',
    key: state.belief.device,
    nonce,
    ephemeral: toBase64Url(tools.secrets.pointOf(secret)),
    knows: knowsOf(state, tools),
    draws: tools.draws,
  }
  return still(
    { ...state, line: { phase: 'greeted', hello, secret, since: at.mono }, strikes: 0, networkAt: null },
    { type: 'send', message: hello },
  )
}

/** In which phases the rest of the player may say what. */
const mayBeSaid = ({ line }: DeviceState, message: DeviceSealed): boolean => {
  if (message.type === 'prove' || message.type === 'clock') return false
  return line.phase === 'playing' || (line.phase === 'coded' && message.type === 'report')
}

/** A hand at the box: the next line asks to pair, and that is now. */
const touched = (state: DeviceState, { mono }: Moment): DeviceStep => {
  const asked = { ...state, handUntil: mono + HAND_MS }
  const line = keyed(state)
  return line && !line.pair ? closeLine(asked, null, 0) : still(asked)
}

const drawn = (
  state: DeviceState,
  event: DeviceEvent & { readonly type: 'drawn' },
  tools: DeviceTools,
): DeviceStep => {
  const line = keyed(state)
  if (!line || !line.code || !codeDue(state, event.at, tools)) return still(state)
  const same = line.code.code === event.code && line.code.fingerprint === event.fingerprint
  return still(same ? { ...state, line: { ...line, code: { ...line.code, drawn: true } } } : state)
}

const probeDue = ({ networkAt }: DeviceState, mono: number): boolean =>
  networkAt !== null && mono - networkAt >= PROBE_MS

const tick = (state: DeviceState, at: Moment, tools: DeviceTools): DeviceStep => {
  const { mono } = at
  if (state.line.phase === 'greeted')
    return mono - state.line.since >= GREETED_MOST_MS ? closeLine(state) : still(state)
  const line = keyed(state)
  if (!line) return still(state)
  if (mono - line.heardAt >= SILENCE_MS) return closeLine(state)
  const stale = line.code !== null && mono >= line.code.until
  return chain(
    still(stale ? { ...state, line: { ...line, code: null } } : state),
    (s) => (mono - line.askedAt >= ASK_MS || probeDue(s, mono) ? askClock(s, at, tools) : still(s)),
    (s) => (mono - line.reportedAt >= REPORT_MS ? report(s, at, tools) : still(s)),
    (s) => (mono - line.checkedAt >= CHECK_MS ? check(s, at, tools) : still(s)),
  )
}

/**
 * The whole life of a device's lines: total, never throws; what does not fit the phase changes nothing, or is counted. What it
 * is to show is `shows`.
 */
export const device = (state: DeviceState, event: DeviceEvent, tools: DeviceTools): DeviceStep => {
  const { at } = event
  switch (event.type) {
    case 'opened':
      return opened(state, event, tools)
    case 'closed':
      return state.line.phase === 'dark' ? still(state) : ended(state)
    case 'open':
      return hearOpen(state, event.value, at, tools)
    case 'sealed':
      return hearSealed(state, event, at, tools)
    case 'odd':
      return state.line.phase === 'dark' ? still(state) : strike(state)
    case 'say':
      return mayBeSaid(state, event.message) ? say(state, event.message, tools) : still(state)
    case 'set': {
      const { own } = state.belief
      return own
        ? believes(state, hearSet(own, event.body, standingOf(state, at, tools)), at, tools)
        : still(state)
    }
    case 'drawn':
      return drawn(state, event, tools)
    case 'touched':
      return touched(state, at)
    case 'network':
      return still(keyed(state) ? { ...state, networkAt: at.mono } : state)
    case 'tick':
      return tick(state, at, tools)
  }
}

/** May the head that is held be on the panel now? Else the fallback is. */
export const shows = ({ belief, line }: DeviceState, { now, age }: Moment): boolean =>
  mayShow(belief.own, line.phase === 'playing' ? { highest: line.highest } : null, now, age)
