import { describe, expect, test } from 'vitest'
import { viewOf } from '../../../../display-client/core/view.ts'
import type { GroupKey } from '../../../../src/model/ids.ts'
import { fingerprint, ownGroup } from '../../../../src/protocol/fingerprint.ts'
import { KEY } from '../../protocol/samples.ts'
import {
  CODE,
  NOW,
  ONLINE,
  OTHER_TOWN,
  PAIRED,
  SCREEN_FACTS,
  SCREEN_IDENTITY,
  TOWN,
  VIEWER_IDENTITY,
  WELCOME,
  arrival,
  drawn,
  headEvent,
  headFor,
  offer,
  published,
  run,
  runOn,
  signHead,
  tick,
  tools,
  touched,
  welcome,
} from './rig.ts'

const one = published('甲')
const two = published('乙')
const playing = run(
  SCREEN_IDENTITY,
  ONLINE,
  ...PAIRED,
  headEvent(signHead(headFor(one.name, 1))),
  ...arrival(one),
).state
const KEPT_GOING = { town: TOWN, active: playing.active }

describe('pinning', () => {
  test('PRO-3 the fingerprint shown is computed here, whatever the message says', () => {
    const { state } = run(SCREEN_IDENTITY, ONLINE, offer())
    expect(state.pairing?.fingerprint).toBe(fingerprint(KEY, TOWN.key, tools.hash))
  })

  test('I16 a server that sends no key with its code has no code shown, and the panel says why', () => {
    const { state } = run(SCREEN_IDENTITY, ONLINE, offer(null))
    expect(state).toMatchObject({ pairing: null, trouble: { code: 'VERSION_UNSUPPORTED' } })
  })

  test('PLY-10 the key whose code stood on the panel is pinned; another is refused', () => {
    const paired = run(SCREEN_IDENTITY, ONLINE, ...PAIRED)
    expect(paired.state).toMatchObject({ town: TOWN, pairing: null, screen: SCREEN_FACTS })
    expect(paired.effects.map((effect) => effect.type)).toEqual(['keep-town', 'ask-clock', 'send'])
    const swapped = run(SCREEN_IDENTITY, ONLINE, offer(), drawn(), welcome(OTHER_TOWN))
    expect(swapped.state.town).toBeNull()
    expect(swapped.state.trouble).toMatchObject({ code: 'TOWN_KEY_CHANGED' })
  })

  test.each([
    ['no code at all', []],
    ['a code that is not drawn yet', [offer()]],
    ['the card of another key', [offer(), drawn(OTHER_TOWN)]],
    ['the card of a code that was replaced', [offer(), drawn(), offer(TOWN, NOW, 'ZXWV-TSRQ')]],
    ['a card that was drawn before its code came', [drawn(), offer()]],
    ['a card that ran out', [offer(TOWN, NOW - 700_000), drawn(), tick(NOW)]],
  ])('PLY-10 nothing is pinned on first contact with %s', (_, events) => {
    const { state } = run(SCREEN_IDENTITY, ONLINE, ...events, WELCOME)
    expect(state).toMatchObject({ town: null, screen: null, trouble: { code: 'TOWN_KEY_CHANGED' } })
  })

  test('PLY-10 a paired screen keeps playing for its town whatever another says, until a hand asks for the code', () => {
    const evil = [offer(OTHER_TOWN), drawn(OTHER_TOWN), welcome(OTHER_TOWN)]
    for (const events of [
      [welcome(OTHER_TOWN)],
      evil,
      [touched(), offer(OTHER_TOWN), welcome(OTHER_TOWN)],
      [touched(), offer(), drawn(), offer(OTHER_TOWN), welcome(OTHER_TOWN)],
      [touched(NOW - 600_000), ...evil],
      // What stood there in an earlier visit has to be drawn again.
      [offer(OTHER_TOWN), drawn(OTHER_TOWN), touched(), welcome(OTHER_TOWN)],
    ]) {
      const met = runOn(playing, ...events)
      expect(met.state).toMatchObject(KEPT_GOING)
      expect(met.all.map((effect) => effect.type)).not.toContain('forget')
    }
    const moved = runOn(playing, touched(), ...evil)
    expect(moved.state).toMatchObject({ town: OTHER_TOWN, active: null, pending: null })
    expect(moved.effects.map((effect) => effect.type)).toEqual(['forget', 'keep-town', 'ask-clock', 'send'])
  })

  test('PLY-10 a code that comes again after a broken line still stands drawn', () => {
    const { state } = run(
      SCREEN_IDENTITY,
      ONLINE,
      offer(),
      drawn(),
      ONLINE,
      offer(TOWN, NOW + 5_000),
      welcome(TOWN, NOW + 5_000),
    )
    expect(state.town).toEqual(TOWN)
  })

  test('PLY-27 pairing by a code that a hand asked for ends head, number and lease, also under the same key', () => {
    const far = runOn(playing, headEvent(signHead(headFor(two.name, 900_000))), ...arrival(two))
    expect(far.state.active?.head.sequence).toBe(900_000)
    const again = runOn(far.state, offer(), touched(), drawn(), WELCOME)
    expect(again.state).toMatchObject({ active: null, pending: null, withdrawn: [], wanted: null })
    expect(again.effects).toContainEqual({ type: 'forget' })
    expect(again.effects).toContainEqual({ type: 'send', message: { type: 'check', sequence: 0 } })
    const low = runOn(again.state, headEvent(signHead(headFor(one.name, 2))), ...arrival(one))
    expect(low.state.active?.head.sequence).toBe(2)
    expect(low.all.filter((effect) => effect.type === 'send').length).toBeGreaterThan(0)
  })

  test('PLY-27 no message alone makes a screen forget: a welcome of its own town changes no head', () => {
    for (const events of [[WELCOME], [offer(), drawn(), WELCOME], [touched(), WELCOME]]) {
      const { state, all } = runOn(playing, ...events)
      expect(state).toMatchObject(KEPT_GOING)
      expect(all).not.toContainEqual({ type: 'forget' })
    }
  })

  test('PLY-13 a device that its own town let go draws its code by itself; numbers go on', () => {
    const group = ownGroup(KEY, TOWN.key, tools.hash) as GroupKey
    const revocationHead = headEvent(signHead(headFor(one.name, 2, { group, leaseUntil: NOW + 1 })))
    const free = runOn(playing, revocationHead, offer(OTHER_TOWN), offer())
    expect(viewOf(free.state, NOW + 1)).toMatchObject({ kind: 'code', pairing: { code: CODE } })
    const foreign = runOn(
      playing,
      revocationHead,
      offer(OTHER_TOWN),
      drawn(OTHER_TOWN),
      welcome(OTHER_TOWN, NOW + 1),
    )
    expect(foreign.state.town).toEqual(TOWN)
    const paired = runOn(free.state, drawn(), welcome(TOWN, NOW + 1))
    expect(paired.state.active?.head.sequence).toBe(2)
    const old = headEvent(signHead(headFor(one.name, 1)))
    expect(runOn(paired.state, old).state.active?.head.sequence).toBe(2)
  })

  test('PLY-13 a device that its town gave no head draws the code of that town by itself, and of no other', () => {
    const bare = run(SCREEN_IDENTITY, ONLINE, ...PAIRED).state
    expect(viewOf(runOn(bare, offer()).state, NOW).kind).toBe('code')
    const foreign = runOn(bare, offer(OTHER_TOWN))
    expect(viewOf(foreign.state, NOW).kind).toBe('safe')
    expect(runOn(foreign.state, drawn(OTHER_TOWN), welcome(OTHER_TOWN)).state.town).toEqual(TOWN)
  })

  test('PLY-10 a viewer follows the server it looks at', () => {
    expect(run(VIEWER_IDENTITY, ONLINE, WELCOME, welcome(OTHER_TOWN)).state.town).toEqual(OTHER_TOWN)
    expect(run(VIEWER_IDENTITY, ONLINE, offer()).state.pairing).toBeNull()
  })
})
