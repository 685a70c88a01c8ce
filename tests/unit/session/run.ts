import { createHash } from 'node:crypto'
import type { GroupKey, ScreenId } from '../../../src/model/ids.ts'
import { PROOF_DOMAIN } from '../../../src/signed/wire.ts'
import { openSession, session } from '../../../src/session/session.ts'
import type { FoundScreen, SessionEffect, SessionEvent, SessionState } from '../../../src/session/state.ts'
import { KEY, SCREEN, SIGNATURE, TOWN_KEY } from '../protocol/samples.ts'

export const NOW = 1_795_000_000_000
export const NONCE = createHash('sha256').update(PROOF_DOMAIN).digest('base64url')
export const TOWN = { name: '五间镇', key: TOWN_KEY }
export const GROUP = '0123456789abcdef' as GroupKey
export const HEAD = { head: { body: '{"sequence":7}', signature: SIGNATURE }, sequence: 7 }

export const FOUND: FoundScreen = {
  screen: { id: SCREEN, name: '菜市场东门', width: 640, height: 32 },
  town: TOWN,
  group: GROUP,
  current: HEAD,
  now: NOW,
}

export const OTHER_SCREEN = 'screen-2' as ScreenId
export const said = (value: unknown): SessionEvent => ({ type: 'message', value, now: NOW })
const helloAlone = said({ type: 'hello', protocol: 1, role: 'screen', key: KEY })
const seated: SessionEvent = { type: 'seated', now: NOW }
/** Named, and given a place. */
export const helloScreen = [helloAlone, seated] as const
export const helloViewer = said({ type: 'hello', protocol: 1, role: 'viewer', screen: SCREEN })

/** Plays events from a fresh connection; effects are those of the last one. */
export const run = (...events: readonly SessionEvent[]) => {
  let state: SessionState = openSession(NONCE, NOW).state
  let effects: readonly SessionEffect[] = []
  const all: SessionEffect[] = []
  for (const event of events) {
    ;({ state, effects } = session(state, event))
    all.push(...effects)
  }
  return { state, effects, all }
}

/** The messages among effects. */
export const sent = (effects: readonly SessionEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.message] : []))
