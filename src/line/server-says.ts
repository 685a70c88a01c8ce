import type { ErrorCode } from '../errors/codes.ts'
import type { ServerSealed } from '../wire/messages.ts'
import { sealText } from '../wire/way.ts'
import {
  rest,
  type KeyedServerLine,
  type ServerEffect,
  type ServerState,
  type ServerStep,
  type ServerTools,
} from './server-state.ts'

const STRIKES = 3

export const keyedLine = ({ line }: ServerState): KeyedServerLine | null => ('up' in line ? line : null)

export const shut = (state: ServerState, ...before: readonly ServerEffect[]): ServerStep =>
  rest({ ...state, line: { phase: 'closed' } }, ...before, { type: 'close' })

/** Passed over and counted; closed at the third. */
export const strikeOf = (state: ServerState): ServerStep =>
  state.strikes + 1 < STRIKES ? rest({ ...state, strikes: state.strikes + 1 }) : shut(state)

export const tell = (state: ServerState, message: ServerSealed, tools: ServerTools): ServerStep => {
  const line = keyedLine(state)
  if (!line) return rest(state)
  const text = JSON.stringify(message)
  const { way, mac } = sealText(line.down, text, tools.secrets)
  return rest({ ...state, line: { ...line, down: way } }, { type: 'send-sealed', text, mac })
}

/** Says why, as a code, and closes: sealed where there are keys. */
export const turnAway = (state: ServerState, code: ErrorCode, tools: ServerTools): ServerStep => {
  const message = { type: 'refused', code } as const
  const said = keyedLine(state) ? tell(state, message, tools) : rest(state, { type: 'send', message })
  const { state: next, effects } = shut(said.state)
  return rest(next, ...said.effects, ...effects)
}

export const inTurn = (
  first: ServerStep,
  ...steps: readonly ((state: ServerState) => ServerStep)[]
): ServerStep =>
  steps.reduce<ServerStep>((done, step) => {
    const next = step(done.state)
    return { state: next.state, effects: done.effects.concat(next.effects) }
  }, first)
