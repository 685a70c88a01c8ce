import { toBase64Url } from '../protocol/base64url.ts'
import { handshakeText, signedByServer, type Challenge } from '../wire/handshake.ts'
import { WIRE_VERSION, type ServerOpen } from '../wire/messages.ts'
import { fullPace, spent } from './pace.ts'
import { hearOpenly, hearSealedly } from './server-hears.ts'
import { inTurn, keyedLine, shut, strikeOf, tell, turnAway } from './server-says.ts'
import {
  rest,
  type FoundScreen,
  type Keyed,
  type ServerEvent,
  type ServerMoment,
  type ServerState,
  type ServerStep,
  type ServerTools,
} from './server-state.ts'

const SPEAK_WITHIN_MS = 2_000
const PROVE_WITHIN_MS = 10_000
const SILENCE_MS = 60_000

type Of<Type extends ServerEvent['type']> = ServerEvent & { readonly type: Type }

/** A fresh connection. */
export const openServerLine = ({ mono }: ServerMoment): ServerStep =>
  rest(
    { line: { phase: 'silent', since: mono }, strikes: 0, pace: fullPace(mono) },
    { type: 'wake', at: mono + SPEAK_WITHIN_MS },
  )

const seated = (state: ServerState, event: Of<'seated'>, tools: ServerTools): ServerStep => {
  const { line } = state
  if (line.phase !== 'seating') return rest(state)
  const { hello } = line
  const { nonce, secret, records, at } = event
  const open: Omit<Challenge, 'signature'> = {
    type: 'challenge',
    versions: [WIRE_VERSION],
    nonce,
    ephemeral: toBase64Url(tools.secrets.pointOf(secret)),
    records,
  }
  const text = handshakeText(hello, open, tools.secrets)
  const challenge: Challenge = { ...open, signature: tools.sign(signedByServer(text)) }
  return rest(
    { ...state, line: { phase: 'challenged', hello, challenge, secret, since: at.mono } },
    { type: 'send', message: challenge },
  )
}

const crowded = (state: ServerState, tools: ServerTools): ServerStep => {
  if (state.line.phase === 'seating') return turnAway(state, 'TOO_MANY_DEVICES', tools)
  return state.line.phase === 'authorising' ? turnAway(state, 'TOO_MANY_VIEWERS', tools) : rest(state)
}

const proof = (state: ServerState, valid: boolean, tools: ServerTools): ServerStep => {
  const { line } = state
  if (line.phase !== 'proving') return rest(state)
  if (!valid) return turnAway(state, 'PROOF_INVALID', tools)
  return rest({ ...state, line: { ...line, phase: 'finding' } }, { type: 'find-screen', key: line.key })
}

/** Rooms first, then words: a head that is sent to the room in between is then not missed (SES-3). */
const found = (state: ServerState, screen: FoundScreen | null, tools: ServerTools): ServerStep => {
  const { line } = state
  if (line.phase !== 'finding') return rest(state)
  const { key, knows, box, pair } = line
  const asksCode = { type: 'open-pairing', key } as const
  if (!screen) return rest({ ...state, line: { ...line, phase: 'coded', codeUntil: null } }, asksCode)
  const { welcome, group } = screen
  const { id } = welcome.screen
  return inTurn(
    rest(
      { ...state, line: { ...line, phase: 'joined', screen: id, codeUntil: null } },
      { type: 'claim', key, screen: id, group, knows, box },
    ),
    (s) => tell(s, welcome, tools),
    (s) => (pair ? rest(s, asksCode) : rest(s)),
  )
}

/** Also to a screen whose hand asked to pair: it plays on until the code is typed. */
const code = (state: ServerState, event: Of<'code'>, tools: ServerTools): ServerStep => {
  const { line } = state
  const { at, released, expiresIn } = event
  const offered = line.phase === 'coded' || (line.phase === 'joined' && line.pair)
  if (!offered) return rest(state)
  const timed: ServerState = { ...state, line: { ...line, codeUntil: at.mono + expiresIn } }
  return inTurn(
    rest(timed),
    (s) =>
      released && line.phase === 'coded' ? tell(s, { type: 'released', head: released }, tools) : rest(s),
    (s) => tell(s, { type: 'code', code: event.code, expiresIn }, tools),
  )
}

const viewed = (state: ServerState, { allowed, found }: Of<'viewed'>, tools: ServerTools): ServerStep => {
  if (state.line.phase !== 'authorising') return rest(state)
  if (!allowed) return turnAway(state, 'VIEWER_NOT_ALLOWED', tools)
  if (!found) return turnAway(state, 'SCREEN_UNKNOWN', tools)
  const { welcome, group } = found
  const { id } = welcome.screen
  return rest(
    { ...state, line: { phase: 'viewing', screen: id } },
    { type: 'watch', screen: id, group },
    { type: 'send', message: welcome },
  )
}

const current = (state: ServerState, { why, current }: Of<'current'>, tools: ServerTools): ServerStep => {
  const { phase } = state.line
  const { head, sequence, root, bytes, behind } = current
  if (why === 'report' && !behind) return rest(state)
  const message = head
    ? ({ type: 'head', head } as const)
    : ({ type: 'current', sequence, root, bytes } as const)
  if (phase === 'joined') return tell(state, message, tools)
  return phase === 'viewing' && message.type === 'head' ? rest(state, { type: 'send', message }) : rest(state)
}

/** What is left of a line that was somebody's. */
const keyedOnly = ({ key, knows, pair, box, up, down, heardAt }: Keyed): Keyed => ({
  key,
  knows,
  pair,
  box,
  up,
  down,
  heardAt,
})

/** It was typed: the welcome follows, whether it waited for the code or played on meanwhile. */
const paired = (state: ServerState): ServerStep => {
  const { line } = state
  if (line.phase !== 'coded' && !(line.phase === 'joined' && line.pair)) return rest(state)
  const { key } = line
  return rest(
    { ...state, line: { ...keyedOnly(line), phase: 'finding', pair: false } },
    { type: 'find-screen', key },
  )
}

const unpaired = (state: ServerState, tools: ServerTools): ServerStep => {
  const { line } = state
  if (line.phase === 'viewing') return turnAway(state, 'SCREEN_UNKNOWN', tools)
  if (line.phase !== 'joined') return rest(state)
  return rest(
    { ...state, line: { ...keyedOnly(line), phase: 'coded', codeUntil: null } },
    { type: 'leave' },
    { type: 'open-pairing', key: line.key },
  )
}

const assigned = (state: ServerState, event: Of<'assigned'>, tools: ServerTools): ServerStep => {
  const { assignment, head, group } = event
  const message = { type: 'assigned', assignment, head } as const
  const moved = rest(state, { type: 'move', group })
  if (state.line.phase === 'joined') return inTurn(moved, (s) => tell(s, message, tools))
  const openly: ServerOpen = message
  return state.line.phase === 'viewing'
    ? rest(state, { type: 'move', group }, { type: 'send', message: openly })
    : rest(state)
}

/** Until when this line may stand as it is, by the running clock. */
const deadline = ({ line }: ServerState): number | null => {
  switch (line.phase) {
    case 'silent':
      return line.since + SPEAK_WITHIN_MS
    case 'authorising':
    case 'challenged':
      return line.since + PROVE_WITHIN_MS
    case 'proving':
    case 'finding':
      return line.heardAt + SILENCE_MS
    case 'coded':
    case 'joined':
      return Math.min(line.heardAt + SILENCE_MS, line.codeUntil ?? Infinity)
    default:
      return null
  }
}

/** Silent ones go; a code that ran out is replaced by a new one, while somebody is there to see it. */
const woken = (state: ServerState, { mono }: ServerMoment): ServerStep => {
  const due = deadline(state)
  if (due === null || mono < due) return rest(state)
  const { line } = state
  const lives = (line.phase === 'coded' || line.phase === 'joined') && mono < line.heardAt + SILENCE_MS
  if (!lives) return shut(state)
  const next: ServerState = { ...state, line: { ...line, codeUntil: null } }
  return line.phase === 'coded' ? rest(next, { type: 'open-pairing', key: line.key }) : rest(next)
}

const heard = (state: ServerState, event: Of<'open' | 'sealed' | 'odd'>, tools: ServerTools): ServerStep => {
  const pace = spent(state.pace, event.at.mono)
  if (!pace) return shut(state)
  const paced = { ...state, pace }
  if (event.type === 'odd') return strikeOf(paced)
  return event.type === 'open'
    ? hearOpenly(paced, event.value, event.at, tools)
    : hearSealedly(paced, event, event.at, tools)
}

const answered = (state: ServerState, event: ServerEvent, tools: ServerTools): ServerStep => {
  switch (event.type) {
    case 'open':
    case 'sealed':
    case 'odd':
      return heard(state, event, tools)
    case 'seated':
      return seated(state, event, tools)
    case 'crowded':
      return crowded(state, tools)
    case 'proof':
      return proof(state, event.valid, tools)
    case 'screen':
      return found(state, event.found, tools)
    case 'code':
      return code(state, event, tools)
    case 'viewed':
      return viewed(state, event, tools)
    case 'current':
      return current(state, event, tools)
    case 'paired':
      return paired(state)
    case 'unpaired':
      return unpaired(state, tools)
    case 'assigned':
      return assigned(state, event, tools)
    case 'replaced':
      return state.line.phase === 'joined' ? turnAway(state, 'SCREEN_REPLACED', tools) : rest(state)
    case 'ask-surplus':
      return state.line.phase === 'joined'
        ? tell(state, { type: 'tell', after: event.after }, tools)
        : rest(state)
    case 'woken':
      return woken(state, event.at)
    case 'closed':
      return rest({ ...state, line: { phase: 'closed' } })
  }
}

/** The whole life of one line on the server: total, never throws; an event that does not fit the phase changes nothing. */
export const server = (state: ServerState, event: ServerEvent, tools: ServerTools): ServerStep => {
  if (state.line.phase === 'closed') return rest(state)
  const step = answered(state, event, tools)
  const due = deadline(step.state)
  const wakes = due !== null && (due !== deadline(state) || event.type === 'woken')
  return wakes ? rest(step.state, ...step.effects, { type: 'wake', at: due }) : step
}

/** Has this line a key that is proven? */
export const isProven = (state: ServerState): boolean => {
  const line = keyedLine(state)
  return line !== null && line.phase !== 'proving'
}
