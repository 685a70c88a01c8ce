import { isRefusal } from '../errors/is-refusal.ts'
import { fromDevice, sealedFromDevice } from '../wire/decode.ts'
import { handshakeText, lineKeys, signedByDevice } from '../wire/handshake.ts'
import { WIRE_VERSION, type DeviceOpen, type DeviceSealed } from '../wire/messages.ts'
import { openText, wayOf } from '../wire/way.ts'
import { keyedLine, shut, strikeOf, tell, turnAway } from './server-says.ts'
import {
  rest,
  type KeyedServerLine,
  type ServerLine,
  type ServerMoment,
  type ServerState,
  type ServerStep,
  type ServerTools,
} from './server-state.ts'

type Hello = DeviceOpen & { readonly type: 'hello' }
type Challenged = ServerLine & { readonly phase: 'challenged' }
type Sealed = { readonly text: string; readonly mac: string }

const greeted = (state: ServerState, hello: Hello, at: ServerMoment, tools: ServerTools): ServerStep => {
  if (state.line.phase !== 'silent') return strikeOf(state)
  if (!hello.versions.includes(WIRE_VERSION)) return turnAway(state, 'VERSION_UNSUPPORTED', tools)
  if (hello.role === 'viewer') {
    const { screen } = hello
    return rest(
      { ...state, line: { phase: 'authorising', screen, since: at.mono } },
      { type: 'find-viewed', screen },
    )
  }
  const { key, knows } = hello
  return rest({ ...state, line: { phase: 'seating', hello } }, { type: 'seat', key, knows })
}

/** A viewer has no key: what it says is an object, and changes nothing here. */
const viewed = (state: ServerState, message: DeviceOpen, at: ServerMoment): ServerStep => {
  if (state.line.phase !== 'viewing') return strikeOf(state)
  if (message.type === 'clock')
    return rest(state, { type: 'send', message: { type: 'clock', sent: message.sent, now: at.now } })
  if (message.type !== 'check') return strikeOf(state)
  const { sequence, root } = message
  return rest(state, { type: 'find-current', screen: state.line.screen, sequence, root, why: 'check' })
}

export const hearOpenly = (
  state: ServerState,
  value: unknown,
  at: ServerMoment,
  tools: ServerTools,
): ServerStep => {
  const message = fromDevice(value)
  if (message === null) return strikeOf(state)
  if (isRefusal(message)) {
    const other = message.code === 'VERSION_UNSUPPORTED' && state.line.phase === 'silent'
    return other ? turnAway(state, message.code, tools) : strikeOf(state)
  }
  return message.type === 'hello' ? greeted(state, message, at, tools) : viewed(state, message, at)
}

/** The first word with an HMAC. It is judged in one go: keys, HMAC, shape; then the signature, elsewhere. */
const proved = (
  state: ServerState,
  line: Challenged,
  { text, mac }: Sealed,
  { mono }: ServerMoment,
  tools: ServerTools,
): ServerStep => {
  const { secrets } = tools
  const { hello, challenge, secret } = line
  const both = handshakeText(hello, challenge, secrets)
  const keys = lineKeys(secret, hello.ephemeral, both, secrets)
  const up = keys && openText(wayOf(keys.up), text, mac, secrets)
  if (!keys || !up) return shut(state)
  const message = sealedFromDevice(text)
  if (message === null || isRefusal(message) || message.type !== 'prove') return shut(state)
  const { key, knows } = hello
  const { box, pair, signature } = message
  return rest(
    {
      ...state,
      line: { phase: 'proving', key, knows, pair, box, up, down: wayOf(keys.down), heardAt: mono },
    },
    { type: 'verify', key, text: signedByDevice(both), signature },
  )
}

type Joined = KeyedServerLine & { readonly phase: 'joined' }

const ofScreen = (state: ServerState, { screen }: Joined, message: DeviceSealed): ServerStep => {
  switch (message.type) {
    case 'check': {
      const { sequence, root } = message
      return rest(state, { type: 'find-current', screen, sequence, root, why: 'check' })
    }
    case 'report': {
      const { sequence, root } = message
      return rest(
        state,
        { type: 'store-report', screen, report: message },
        { type: 'find-current', screen, sequence, root, why: 'report' },
      )
    }
    case 'receipt': {
      const { sequence, stages } = message
      return rest(state, { type: 'store-receipt', screen, sequence, stages })
    }
    case 'claim':
      return rest(state, { type: 'claimed', screen, head: message.head })
    case 'surplus':
      return rest(state, { type: 'surplus', screen, surplus: message })
    case 'farewell':
      return shut(state, { type: 'farewell', screen })
    default:
      return strikeOf(state)
  }
}

/** The time is told to whoever has the keys of the line: it is this server's answer, whoever asks. */
const ofDevice = (
  state: ServerState,
  line: KeyedServerLine,
  message: DeviceSealed,
  { now }: ServerMoment,
  tools: ServerTools,
): ServerStep => {
  if (message.type === 'clock') return tell(state, { type: 'clock', sent: message.sent, now }, tools)
  if (line.phase === 'joined') return ofScreen(state, line, message)
  // While its screen is looked up anew it plays on; what it tells of itself while it has none is nobody's.
  const early = line.phase === 'finding' || (line.phase === 'coded' && message.type === 'report')
  return early ? rest(state) : strikeOf(state)
}

export const hearSealedly = (
  state: ServerState,
  sealed: Sealed,
  at: ServerMoment,
  tools: ServerTools,
): ServerStep => {
  if (state.line.phase === 'challenged') return proved(state, state.line, sealed, at, tools)
  const line = keyedLine(state)
  if (!line) return strikeOf(state)
  const up = openText(line.up, sealed.text, sealed.mac, tools.secrets)
  if (!up) return shut(state)
  const next = { ...state, line: { ...line, up, heardAt: at.mono } }
  const message = sealedFromDevice(sealed.text)
  if (message === null) return rest(next)
  return isRefusal(message) ? strikeOf(next) : ofDevice(next, next.line, message, at, tools)
}
