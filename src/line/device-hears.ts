import { isRefusal } from '../errors/is-refusal.ts'
import type { Fault, Judged, Own } from '../trust/belief.ts'
import {
  freshOwn,
  hearAssignment,
  hearCurrent,
  hearHead,
  hearRelease,
  hearWithdrawing,
  timeSet,
} from '../trust/heads.ts'
import { judgeRecords, raised } from '../trust/keys.ts'
import { hearClock } from '../trust/time.ts'
import { welcomed } from '../trust/welcome.ts'
import { beyond } from '../trust/withdrawn.ts'
import { fromServer, sealedFromServer } from '../wire/decode.ts'
import {
  handshakeText,
  hintText,
  keyName,
  lineKeys,
  pairingFingerprint,
  signedByDevice,
  signedByServer,
  type Challenge,
  type Hint,
} from '../wire/handshake.ts'
import { WIRE_VERSION, type DeviceSealed, type ServerOpen, type ServerSealed } from '../wire/messages.ts'
import { openText, wayOf } from '../wire/way.ts'
import { askClock, chain, closeLine, codeDue, keyed, report, say, strike } from './device-says.ts'
import {
  handAsked,
  standingOf,
  still,
  type DeviceEffect,
  type DeviceState,
  type DeviceStep,
  type DeviceTools,
  type Keyed,
  type KeyedLine,
  type Moment,
} from './device-state.ts'

const CODE_KEPT_MS = 615_000
const SURPLUS_MOST = 40
/** A server that turned this device away is asked again after half a minute. */
const TURNED_AWAY = 5

type Of<M, Type extends string> = M & { readonly type: Type }
type Sealed<Type extends ServerSealed['type']> = Of<ServerSealed, Type>

/** A fault is told at once, but whoever makes many of them makes no flood of words. */
const FAULT_EACH_MS = 1_000

const tellFault = (state: DeviceState, fault: Fault | null, at: Moment, tools: DeviceTools): DeviceStep => {
  const line = keyed(state)
  if (fault === null || !line || at.mono - line.faultAt < FAULT_EACH_MS) return still(state)
  return report({ ...state, line: { ...line, faultAt: at.mono } }, at, tools, fault)
}

const fetching = ({ lacking }: Own): readonly DeviceEffect[] =>
  lacking ? [{ type: 'fetch-set', ...lacking }] : []

/** What is held under this k is this now: kept, told where something of it was refused, and fetched where it lacks. */
export const believes = (
  state: DeviceState,
  { value, fault }: Judged<Own>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const { own } = state.belief
  if (value === own) return tellFault(state, fault, at, tools)
  const belief = { ...state.belief, own: value }
  const known = own !== null && own.lacking !== null && own.lacking === value.lacking
  const wanted = known ? [] : fetching(value)
  return chain(still({ ...state, belief }, { type: 'keep', belief }, ...wanted), (s) =>
    tellFault(s, fault, at, tools),
  )
}

/** Keys, and the first word under them. */
const proveTo = (state: DeviceState, text: string, line: Keyed, tools: DeviceTools): DeviceStep => {
  const message: DeviceSealed = {
    type: 'prove',
    signature: tools.sign(signedByDevice(text)),
    box: tools.box,
    pair: line.pair,
  }
  return say({ ...state, line: { phase: 'proven', ...line } }, message, tools)
}

/** The records first: they say whose signature it must be. A record above is obeyed whoever shows it. */
const challenged = (state: DeviceState, challenge: Challenge, at: Moment, tools: DeviceTools): DeviceStep => {
  const { line, belief } = state
  if (line.phase !== 'greeted') return strike(state)
  if (challenge.versions.indexOf(WIRE_VERSION) < 0) return closeLine(state, 'VERSION_UNSUPPORTED')
  const offer = judgeRecords(belief.pinned, challenge.records, handAsked(state, at), tools)
  if (typeof offer === 'string') return closeLine(state, offer)
  const pinned = raised(belief.pinned, offer)
  const lifted = pinned === belief.pinned ? belief : { ...belief, pinned }
  const kept: readonly DeviceEffect[] = lifted === belief ? [] : [{ type: 'keep', belief: lifted }]
  const knowing = { ...state, belief: lifted }
  const text = handshakeText(line.hello, challenge, tools.secrets)
  if (!tools.verify(offer.town.key, signedByServer(text), challenge.signature))
    return chain(still(knowing, ...kept), (s) => closeLine(s, 'PROOF_INVALID'))
  const keys = lineKeys(line.secret, challenge.ephemeral, text, tools.secrets)
  if (!keys) return chain(still(knowing, ...kept), (s) => closeLine(s, 'LINE_BROKEN'))
  const { mono } = at
  return chain(still(knowing, ...kept), (s) =>
    proveTo(
      s,
      text,
      {
        offer,
        up: wayOf(keys.up),
        down: wayOf(keys.down),
        pair: handAsked(state, at),
        heardAt: mono,
        askedAt: mono,
        reportedAt: mono,
        checkedAt: mono,
        faultAt: mono - FAULT_EACH_MS,
        asking: [],
        code: null,
      },
      tools,
    ),
  )
}

/** The code of the recovery key of this line, with a fingerprint computed here; on the panel only where it is due. */
const offered = (
  state: DeviceState,
  line: KeyedLine,
  { code, expiresIn }: Sealed<'code'>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const fingerprint = pairingFingerprint(state.belief.device, line.offer.town.recovery, tools.secrets)
  const before = line.code
  const drawn = before !== null && before.drawn && before.code === code && codeDue(state, at, tools)
  const next = { code, fingerprint, until: at.mono + Math.min(expiresIn, CODE_KEPT_MS), drawn }
  return still({
    ...state,
    line: line.phase === 'playing' ? { ...line, code: next } : { ...line, phase: 'coded', code: next },
  })
}

const joined = (
  state: DeviceState,
  line: KeyedLine,
  message: Sealed<'welcome'>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const drawn = line.code !== null && line.code.drawn && codeDue(state, at, tools)
  const byHand = handAsked(state, at)
  const { offer } = line
  const judged = welcomed(state.belief, message, { offer, drawn, byHand }, standingOf(state, at, tools))
  if (!judged)
    return closeLine(state, offer.known === 'new' && !drawn ? 'TOWN_KEY_CHANGED' : 'ASSIGNMENT_INVALID')
  const { screen, town, highest } = message
  const { value: belief, fault } = judged
  const next: DeviceState = {
    ...state,
    belief,
    line: { ...line, phase: 'playing', offer: { ...offer, known: 'pinned' }, highest, code: null },
    handUntil: drawn ? 0 : state.handUntil,
    fault: null,
  }
  return chain(
    still(next, { type: 'keep', belief }, { type: 'joined', screen, town }, ...fetching(belief.own!)),
    (s) => tellFault(s, fault, at, tools),
    (s) => askClock(s, at, tools),
  )
}

/** It belongs to no screen any more: under this k it holds the head that says so, and nothing that shows. */
const released = (
  state: DeviceState,
  line: KeyedLine,
  message: Sealed<'released'>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const { belief } = state
  const { k, key } = line.offer.town
  // Nobody is let go by a town that was never welcomed here.
  if (line.offer.known === 'new' || belief.own === null) return still(state)
  const standing = standingOf(state, at, tools)
  const own = belief.own.k === k ? belief.own : freshOwn(k, key, standing)
  const judged = hearRelease(own, belief.device, message.head, standing)
  if (judged.fault !== null) return believes(state, { value: belief.own, fault: judged.fault }, at, tools)
  const next = line.phase === 'playing' ? { ...state, line: { ...line, phase: 'coded' as const } } : state
  return believes(next, judged, at, tools)
}

/** Only a town that is pinned sets the time: another's, or one that waits for its code, would make a panel dark. */
const timed = (
  state: DeviceState,
  line: KeyedLine,
  message: Sealed<'clock'>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const { asking, sample } = hearClock(line.asking, message, at.mono, state.timed !== null)
  const heard = { ...state, line: { ...line, asking } }
  const { known } = line.offer
  if (!sample || known === 'new' || known === 'wire') return still(heard)
  const set: DeviceState = { ...heard, timed: sample.error }
  const told: DeviceStep = still(set, { type: 'sample', sample })
  const { own } = state.belief
  if (state.timed !== null || !own) return told
  const now = sample.server + sample.error
  return chain(told, (s) =>
    believes(s, { value: timeSet(own, standingOf(s, { ...at, now }, tools)), fault: null }, at, tools),
  )
}

/** What the town has. Where it has less, it is shown the head that is held here. */
const compared = (
  state: DeviceState,
  message: Sealed<'current'>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const own = state.belief.own!
  const { held, numbers } = own
  const ahead = held !== null && numbers !== null && message.sequence < numbers.last
  return chain(believes(state, { value: hearCurrent(own, message), fault: null }, at, tools), (s) =>
    ahead ? say(s, { type: 'claim', head: held!.signed }, tools) : still(s),
  )
}

/** So many of what is withdrawn here, and the head that named some of it, where that is the one that is held. */
const tellSurplus = (state: DeviceState, { after }: Sealed<'tell'>, tools: DeviceTools): DeviceStep => {
  const { withdrawn, held } = state.belief.own!
  const rest = beyond(withdrawn, { entries: [], floor: 0 }, after)
  const entries = rest.slice(0, SURPLUS_MOST)
  const names =
    held !== null &&
    held.head.withdrawn.newest.some(([named]) => entries.some(([content]) => content === named))
  const message: DeviceSealed = {
    type: 'surplus',
    entries,
    words: names ? [held!.signed] : [],
    more: rest.length > entries.length,
  }
  return say(state, message, tools)
}

const whilePlaying = (
  state: DeviceState,
  line: KeyedLine & { readonly phase: 'playing' },
  message: ServerSealed,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const { device, own } = state.belief
  const standing = standingOf(state, at, tools)
  switch (message.type) {
    case 'head':
      return believes(state, hearHead(own!, message.head, standing), at, tools)
    case 'assigned':
      return believes(state, hearAssignment(own!, device, message, standing), at, tools)
    case 'current':
      return compared(state, message, at, tools)
    case 'tell':
      return tellSurplus(state, message, tools)
    case 'code':
      return line.pair ? offered(state, line, message, at, tools) : strike(state)
    case 'welcome':
      return line.code === null ? strike(state) : joined(state, line, message, at, tools)
    default:
      return strike(state)
  }
}

/** A message of the server's own, under the keys of this line. */
const taken = (
  state: DeviceState,
  line: KeyedLine,
  message: ServerSealed,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  switch (message.type) {
    case 'clock':
      return timed(state, line, message, at, tools)
    case 'refused':
      return still(state, { type: 'why', code: message.code })
    case 'released':
      return released(state, line, message, at, tools)
    default:
  }
  if (line.phase === 'playing') return whilePlaying(state, line, message, at, tools)
  if (message.type === 'welcome') return joined(state, line, message, at, tools)
  return message.type === 'code' ? offered(state, line, message, at, tools) : strike(state)
}

export const hearSealed = (
  state: DeviceState,
  { text, mac }: { readonly text: string; readonly mac: string },
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const line = keyed(state)
  if (!line) return state.line.phase === 'dark' ? still(state) : strike(state)
  const down = openText(line.down, text, mac, tools.secrets)
  if (!down) return closeLine(state, 'LINE_BROKEN')
  const heard = { ...line, down, heardAt: at.mono }
  const next: DeviceState = { ...state, line: heard, tries: 0, networkAt: null }
  const message = sealedFromServer(text)
  if (message === null) return still(next)
  return isRefusal(message) ? strike(next) : taken(next, heard, message, at, tools)
}

const hinted = (state: DeviceState, hint: Hint, tools: DeviceTools): DeviceStep => {
  const { own, pinned } = state.belief
  if (!own || pinned.type !== 'town' || !own.assigned) return still(state)
  const { signature, ...said } = hint
  const town = { k: own.k, recovery: keyName(pinned.recovery, tools.secrets) }
  if (!tools.verify(own.key, hintText(said, town), signature)) return strike(state)
  // Of a group just left: passed over.
  return still(
    state,
    ...(hint.group === own.assigned.assignment.group ? [{ type: 'heard', message: hint } as const] : []),
  )
}

/** A head of a group just left is no fault of anybody. */
const roomHead = (
  state: DeviceState,
  { head }: Of<ServerOpen, 'head'>,
  at: Moment,
  tools: DeviceTools,
): DeviceStep => {
  const own = state.belief.own!
  const judged = hearHead(own, head, standingOf(state, at, tools))
  const left: readonly (Fault | null)[] = ['GROUP_FOREIGN']
  return believes(state, left.indexOf(judged.fault) >= 0 ? { value: own, fault: null } : judged, at, tools)
}

const toRoom = (state: DeviceState, message: ServerOpen, at: Moment, tools: DeviceTools): DeviceStep => {
  const own = state.belief.own!
  switch (message.type) {
    case 'hint':
      return hinted(state, message, tools)
    case 'patch':
      return still(state, { type: 'heard', message })
    case 'withdrawn':
      return believes(state, hearWithdrawing(own, message.withdrawn, standingOf(state, at, tools)), at, tools)
    case 'head':
      return roomHead(state, message, at, tools)
    default:
      return strike(state)
  }
}

const ROOM: readonly string[] = ['hint', 'patch', 'withdrawn', 'head']

/** Said by nobody in particular: anybody on the line could have. */
export const hearOpen = (state: DeviceState, value: unknown, at: Moment, tools: DeviceTools): DeviceStep => {
  const { phase } = state.line
  if (phase === 'dark') return still(state)
  const message = fromServer(value)
  if (message === null || isRefusal(message)) return strike(state)
  if (message.type === 'refused') {
    const turned = phase === 'greeted' ? { ...state, tries: Math.max(state.tries, TURNED_AWAY) } : state
    return still(turned, { type: 'why', code: message.code })
  }
  if (message.type === 'challenge') return challenged(state, message, at, tools)
  if (ROOM.indexOf(message.type) < 0 || phase === 'greeted') return strike(state)
  return phase === 'playing' ? toRoom(state, message, at, tools) : still(state)
}
