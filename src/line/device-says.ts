import type { ErrorCode } from '../errors/codes.ts'
import { isReleased } from '../trust/heads.ts'
import { ask } from '../trust/time.ts'
import type { DeviceSealed } from '../wire/messages.ts'
import { sealText } from '../wire/way.ts'
import {
  handAsked,
  still,
  type DeviceEffect,
  type DeviceState,
  type DeviceStep,
  type DeviceTools,
  type KeyedLine,
  type Moment,
} from './device-state.ts'

const RETRY_FIRST_MS = 1_000
const RETRY_MOST_MS = 45_000
/** So many malformed messages end a line; a server that means well sends none. */
const STRIKES = 3

export const keyed = ({ line }: DeviceState): KeyedLine | null =>
  line.phase === 'dark' || line.phase === 'greeted' ? null : line

const pause = (tries: number): number => Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** Math.min(tries, 6))

/** The line is no more; what it believes stands. */
export const ended = (state: DeviceState, after = pause(state.tries)): DeviceStep =>
  still(
    { ...state, line: { phase: 'dark' }, tries: state.tries + 1, strikes: 0, networkAt: null },
    { type: 'retry', after },
  )

/** This end closes; `fault` is why, and told in the next hello. */
export const closeLine = (state: DeviceState, fault: ErrorCode | null = null, after?: number): DeviceStep => {
  const told: readonly DeviceEffect[] = fault === null ? [] : [{ type: 'why', code: fault }]
  const { state: next, effects } = ended({ ...state, fault: fault ?? state.fault }, after)
  return still(next, { type: 'close' }, ...told, ...effects)
}

/** Passed over and counted. */
export const strike = (state: DeviceState): DeviceStep =>
  state.strikes + 1 < STRIKES ? still({ ...state, strikes: state.strikes + 1 }) : closeLine(state)

/** From end to end, at its place; nothing where there are no keys. */
export const say = (state: DeviceState, message: DeviceSealed, tools: DeviceTools): DeviceStep => {
  const line = keyed(state)
  if (!line) return still(state)
  const text = JSON.stringify(message)
  const { way, mac } = sealText(line.up, text, tools.secrets)
  return still({ ...state, line: { ...line, up: way } }, { type: 'send-sealed', text, mac })
}

/** Each step on the state that the one before left. */
export const chain = (
  first: DeviceStep,
  ...steps: readonly ((state: DeviceState) => DeviceStep)[]
): DeviceStep =>
  steps.reduce<DeviceStep>((done, step) => {
    const next = step(done.state)
    return { state: next.state, effects: done.effects.concat(next.effects) }
  }, first)

export const askClock = (state: DeviceState, { mono }: Moment, tools: DeviceTools): DeviceStep => {
  const line = keyed(state)
  if (!line) return still(state)
  const asking = {
    ...state,
    networkAt: null,
    line: { ...line, askedAt: mono, asking: ask(line.asking, mono) },
  }
  return say(asking, { type: 'clock', sent: mono }, tools)
}

/** What this screen has, once a minute; a fault at once. */
export const report = (
  state: DeviceState,
  { mono }: Moment,
  tools: DeviceTools,
  fault: ErrorCode | null = null,
): DeviceStep => {
  const { own } = state.belief
  const line = keyed(state)
  if (!own || !line || line.phase !== 'playing') return still(state)
  const { held, numbers, withdrawn, k } = own
  const message: DeviceSealed = {
    type: 'report',
    programme: held && held.head.programme,
    sequence: numbers ? numbers.last : 0,
    error: state.timed === null ? null : Math.min(9_999_999, Math.ceil(state.timed)),
    root: withdrawn.root,
    k,
    ...(fault !== null && { fault }),
  }
  return say({ ...state, line: { ...line, reportedAt: mono } }, message, tools)
}

export const check = (state: DeviceState, { mono }: Moment, tools: DeviceTools): DeviceStep => {
  const { own } = state.belief
  const line = keyed(state)
  if (!own || !line || line.phase !== 'playing') return still(state)
  const { numbers, withdrawn } = own
  const message: DeviceSealed = {
    type: 'check',
    sequence: numbers ? numbers.last : 0,
    root: withdrawn.root,
  }
  return say({ ...state, line: { ...line, checkedAt: mono } }, message, tools)
}

/**
 * May the code of this line be on the panel? By itself where nothing is pinned, or for the town that is, where that has nothing
 * for this device; else only for ten minutes after a hand at the box asked (PLY-13).
 */
export const codeDue = (state: DeviceState, at: Moment, tools: DeviceTools): boolean => {
  const line = keyed(state)
  if (!line || !line.code || at.mono >= line.code.until) return false
  const { pinned, own, device } = state.belief
  if (pinned.type === 'none' || handAsked(state, at)) return true
  const { known } = line.offer
  if (pinned.type !== 'town' || known === 'new') return false
  return own === null || own.held === null || isReleased(own, device, tools)
}
