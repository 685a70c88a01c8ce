import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../../src/protocol/fingerprint.ts'
import { KEY } from '../../protocol/samples.ts'
import {
  NOW,
  ONLINE,
  OTHER_PAIR,
  SCREEN_FACTS,
  SCREEN_IDENTITY,
  TOWN,
  VIEWER_IDENTITY,
  WELCOME,
  arrival,
  headEvent,
  headFor,
  published,
  run,
  runOn,
  signHead,
  tools,
} from './rig.ts'

const one = published('甲')
const OTHER = { name: '别镇', key: OTHER_PAIR.text }
const offer = (town?: typeof TOWN) =>
  ({
    type: 'message',
    message: {
      type: 'pairing',
      code: 'BCDF-GHJK',
      fingerprint: 'DEAD',
      expiresAt: NOW + 1_000,
      ...(town && { town }),
    },
    now: NOW,
  }) as const
const welcome = (town: typeof TOWN) =>
  ({ type: 'message', message: { type: 'welcome', screen: SCREEN_FACTS, town, now: NOW }, now: NOW }) as const

describe('pinning', () => {
  test('PRO-3 the fingerprint shown is computed here, whatever the message says', () => {
    const { state } = run(SCREEN_IDENTITY, ONLINE, offer(TOWN))
    expect(state.pairing?.fingerprint).toBe(fingerprint(KEY, TOWN.key, tools.hash))
  })

  test('I16 an older server that sends no key has its own fingerprint shown', () => {
    expect(run(SCREEN_IDENTITY, ONLINE, offer()).state.pairing?.fingerprint).toBe('DEAD')
  })

  test('PLY-10 the key that was shown is the key that is pinned; another is refused', () => {
    const paired = run(SCREEN_IDENTITY, ONLINE, offer(TOWN), WELCOME)
    expect(paired.state).toMatchObject({ town: TOWN, pairing: null, screen: SCREEN_FACTS })
    expect(paired.effects.map((effect) => effect.type)).toEqual(['keep-town', 'ask-clock', 'send'])
    const swapped = run(SCREEN_IDENTITY, ONLINE, offer(TOWN), welcome(OTHER))
    expect(swapped.state.town).toBeNull()
    expect(swapped.state.trouble).toMatchObject({ code: 'TOWN_KEY_CHANGED' })
  })

  test('PLY-10 a paired screen keeps playing for its town when a server shows another key', () => {
    const playing = run(
      SCREEN_IDENTITY,
      ONLINE,
      WELCOME,
      headEvent(signHead(headFor(one.name, 1))),
      ...arrival(one),
    )
    const met = runOn(playing.state, welcome(OTHER))
    expect(met.state).toMatchObject({ town: TOWN, active: playing.state.active })
    expect(met.effects).toEqual([])
    const moved = runOn(playing.state, offer(OTHER), welcome(OTHER))
    expect(moved.state).toMatchObject({ town: OTHER, active: null, pending: null })
    expect(moved.effects.map((effect) => effect.type)).toEqual(['forget', 'keep-town', 'ask-clock', 'send'])
  })

  test('PLY-10 a viewer follows the server it looks at', () => {
    expect(run(VIEWER_IDENTITY, ONLINE, WELCOME, welcome(OTHER)).state.town).toEqual(OTHER)
    expect(run(VIEWER_IDENTITY, ONLINE, offer(TOWN)).state.pairing).toBeNull()
  })
})
