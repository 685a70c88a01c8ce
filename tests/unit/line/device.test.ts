import { describe, expect, test } from 'vitest'
import { keyed } from '../../../src/line/device-says.ts'
import type { Belief } from '../../../src/trust/belief.ts'
import { pairingFingerprint } from '../../../src/wire/handshake.ts'
import { NOW, signatureOf, sixteenOf } from '../../builders/wire.ts'
import { D, OTHERS, OURS, secrets } from '../../fakes/wire-town.ts'
import { makeWorld, NOBODYS, pairedWorld, type World } from '../../fakes/wire-world.ts'
import { openly, said, told } from './said.ts'

const phases = (world: World) => [world.device().line.phase, world.server()?.line.phase]
const why = ({ deviceEffects }: World): readonly string[] =>
  deviceEffects.flatMap((effect) => (effect.type === 'why' ? [effect.code] : []))
const lasts = (world: World) => world.deviceEffects.filter(({ type }) => type === 'retry').at(-1)

describe('LIN-1 what a device takes', () => {
  test('LIN-1 from the dark to playing: hello, challenge, prove, code, and the welcome once it was typed', () => {
    const world = makeWorld(NOBODYS)
    expect(world.device().line.phase).toBe('dark')
    world.open()
    expect(world.device().line.phase).toBe('greeted')
    world.settle()
    expect(phases(world)).toEqual(['coded', 'coded'])
    expect(world.codeDue()).toBe(true)
    expect(keyed(world.device())!.code).toMatchObject({
      fingerprint: pairingFingerprint(D.key, OURS.recovery.key, secrets),
      drawn: false,
    })
    world.draw()
    world.pair()
    world.settle()
    expect(phases(world)).toEqual(['playing', 'joined'])
    expect(world.device().belief).toMatchObject({
      pinned: { type: 'town', recovery: OURS.recovery.key, learned: 'code', k: 1 },
      own: { held: { head: { sequence: 11 } } },
    })
    expect(world.shows()).toBe(true)
    expect(world.faults).toEqual([])
  })

  test('LIN-1 a head, a word of withdrawals, an assignment and a rotation come through', () => {
    const world = pairedWorld()
    world.publish()
    world.withdraw()
    world.regroup('other')
    world.settle()
    expect(world.device().belief.own).toMatchObject({
      numbers: { last: world.desk.state.sequence },
      assigned: { assignment: { group: sixteenOf('other') } },
      lacking: null,
    })
    expect(world.device().belief.own!.withdrawn.entries).toHaveLength(1)
    world.rotate()
    world.open()
    world.settle()
    world.fetchSet()
    expect(world.device().belief).toMatchObject({ pinned: { k: 2 }, own: { k: 2, lacking: null } })
    expect(world.shows()).toBe(true)
  })

  test.each([
    ['a challenge', { type: 'challenge' }],
    ['a welcome as an object', { type: 'welcome' }],
    ['the time as an object', { type: 'clock', sent: 1, now: NOW }],
    ['a message of version 1', { type: 'pairing', code: 'BCDF-GHJK', fingerprint: 'AB', expiresAt: 1 }],
    ['a malformed head', { type: 'head', head: 1 }],
    [
      'a hint that nobody signed',
      {
        type: 'hint',
        bytes: 1,
        group: sixteenOf('group'),
        programme: 'a'.repeat(64),
        sequence: 99,
        signature: signatureOf('x'),
        within: 0,
      },
    ],
  ])('LIN-1 %s is counted, and the third closes', (_, value) => {
    const world = pairedWorld()
    const { belief } = world.device()
    openly(world, value)
    openly(world, value)
    expect(world.device()).toMatchObject({ strikes: 2, line: { phase: 'playing' } })
    world.toDevice({ type: 'odd' })
    expect(world.device()).toMatchObject({ line: { phase: 'dark' }, belief })
    expect(world.isUp()).toBe(false)
  })

  test('LIN-1 under the keys too what does not fit is counted, and what is not known is not', () => {
    const world = pairedWorld()
    for (let i = 0; i < 5; i += 1) told(world, { type: 'takeover', from: 1 })
    expect(world.device().strikes).toBe(0)
    told(world, { type: 'welcome' })
    told(world, { type: 'code', code: 'BCDF-GHJK', expiresIn: 1 })
    expect(world.device()).toMatchObject({ strikes: 2, line: { phase: 'playing' } })
    told(world, {}, 'no JSON')
    expect(world.device().line.phase).toBe('dark')
  })

  test('LIN-1 what goes to a room before the welcome, and a head of a group just left, are not counted', () => {
    const world = makeWorld(NOBODYS)
    world.open()
    world.settle()
    for (let i = 0; i < 5; i += 1) openly(world, { type: 'head', head: OURS.head() })
    expect(world.device()).toMatchObject({ strikes: 0, line: { phase: 'coded' } })
    const playing = pairedWorld()
    const from = playing.deviceEffects.length
    for (let i = 0; i < 5; i += 1)
      openly(playing, { type: 'head', head: OURS.head({ sequence: 99, group: sixteenOf('left') }) })
    expect(playing.device().strikes).toBe(0)
    expect(said(playing, from)).toEqual([])
  })

  test('LIN-1 a text with a wrong HMAC ends the line at once, and is told in the next hello', () => {
    const world = pairedWorld()
    world.toDevice({ type: 'sealed', text: '{"type":"refused","code":"X"}', mac: sixteenOf('x') })
    expect(world.device()).toMatchObject({ line: { phase: 'dark' }, fault: 'LINE_BROKEN' })
    world.open()
    const hello = world.deviceEffects.findLast(({ type }) => type === 'send')
    expect(hello).toMatchObject({ message: { knows: { fault: 'LINE_BROKEN', k: 1, learned: 'code' } } })
    world.settle()
    expect(world.device()).toMatchObject({ line: { phase: 'playing' }, fault: null })
  })
})

describe('LIN-2 before there are keys', () => {
  test.each([
    ['refused', { type: 'refused', code: 'TOO_MANY_DEVICES' }],
    ['told by version 1', { type: 'refused', refusal: { code: 'VERSION_UNSUPPORTED' } }],
    ['welcomed', { type: 'welcome', screen: {}, town: { name: 'x', key: D.key }, now: 1 }],
    ['offered a code', { type: 'code', code: 'BCDF-GHJK', expiresIn: 1 }],
    ['sent a head', { type: 'head', head: OURS.head({ sequence: 999 }) }],
  ])('LIN-2 who is %s believes what he did', (_, value) => {
    const world = pairedWorld()
    const { belief } = world.device()
    world.open()
    openly(world, value)
    expect(world.device().belief).toBe(belief)
    expect(world.shows()).toBe(true)
    expect(keyed(world.device())).toBeNull()
  })

  test('LIN-2 a refusal there is a code, and makes the next try late', () => {
    const world = pairedWorld()
    world.open()
    openly(world, { type: 'refused', code: 'TOO_MANY_DEVICES', message_zh: '打倒' })
    expect(why(world)).toEqual(['TOO_MANY_DEVICES'])
    world.toDevice({ type: 'closed' })
    expect(lasts(world)).toEqual({ type: 'retry', after: 32_000 })
  })

  test('LIN-2 pauses grow to 45 s at most, and begin anew when something was heard', () => {
    const world = makeWorld(NOBODYS)
    const pauses = Array.from({ length: 9 }, () => {
      world.open()
      world.toDevice({ type: 'closed' })
      return (lasts(world) as { after: number }).after
    })
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 45_000, 45_000, 45_000])
    world.open()
    world.settle()
    world.toDevice({ type: 'closed' })
    expect(lasts(world)).toEqual({ type: 'retry', after: 1_000 })
  })

  test('LIN-2 a record above raises the lowest k, whoever shows it, and takes nothing off the panel', () => {
    const world = pairedWorld()
    const { own } = world.device().belief
    world.open()
    openly(world, {
      type: 'challenge',
      versions: [2],
      nonce: sixteenOf('x'),
      ephemeral: 'A'.repeat(43),
      records: [OURS.rotation(7)],
      signature: signatureOf('nobody'),
    })
    expect(world.device()).toMatchObject({ fault: 'PROOF_INVALID', line: { phase: 'dark' } })
    expect(world.device().belief).toMatchObject({ pinned: { k: 7, key: OURS.server(7).key } })
    expect(world.device().belief.own).toBe(own)
    expect(world.shows()).toBe(true)
  })

  test('LIN-2 another town, a record below, a fork and a version that is not spoken are told by their codes', () => {
    const challenge = (more: object) => ({
      type: 'challenge',
      versions: [2],
      nonce: sixteenOf('x'),
      ephemeral: 'A'.repeat(43),
      records: [OURS.rotation(1)],
      signature: signatureOf('nobody'),
      ...more,
    })
    for (const [more, code] of [
      [{ records: [OTHERS.rotation(1)] }, 'ROTATION_UNKNOWN'],
      [{ records: [OURS.rotation(1, { since: 1 })] }, 'ROTATION_FORKED'],
      [{ versions: [1, 3] }, 'VERSION_UNSUPPORTED'],
      [{}, 'PROOF_INVALID'],
    ] as const) {
      const world = pairedWorld()
      world.open()
      openly(world, challenge(more))
      expect(why(world)).toEqual([code])
      expect(world.device().fault).toBe(code)
    }
  })
})

describe('LIN-3 a hand at the box', () => {
  test('LIN-3 a screen plays on while it asks to pair, and begins afresh when the code was typed', () => {
    const world = pairedWorld()
    world.publish()
    world.settle()
    world.toDevice({ type: 'touched' })
    expect(lasts(world)).toEqual({ type: 'retry', after: 0 })
    world.open()
    world.settle()
    expect(phases(world)).toEqual(['playing', 'joined'])
    expect([world.codeDue(), world.shows()]).toEqual([true, true])
    world.publish()
    world.settle()
    expect(world.device().belief.own!.numbers!.last).toBe(world.desk.state.sequence)
    world.draw()
    world.pair()
    world.settle()
    expect(world.device()).toMatchObject({ line: { phase: 'playing', code: null }, handUntil: 0 })
    expect(world.device().belief.own!.numbers!.first).toBe(world.desk.state.sequence)
    expect([world.codeDue(), world.shows()]).toEqual([false, true])
  })

  test('LIN-3 after ten minutes the code is off the panel, and what was drawn pins nothing', () => {
    const world = pairedWorld()
    world.toDevice({ type: 'touched' })
    world.open()
    world.settle()
    world.draw()
    world.pass(600_000)
    expect(world.codeDue()).toBe(false)
  })

  const foreign = (hand: boolean): World => {
    const belief: Belief = pairedWorld().device().belief
    const world = makeWorld(belief, OTHERS)
    if (hand) world.toDevice({ type: 'touched' })
    world.open()
    world.settle()
    return world
  }

  test('LIN-3 another town has no line without a hand; with one its code alone, no time and nobody let go', () => {
    expect(foreign(false).device().fault).toBe('ROTATION_UNKNOWN')
    const world = foreign(true)
    const { belief } = world.device()
    expect([world.device().line.phase, world.codeDue()]).toEqual(['coded', true])
    world.pass(20_000)
    world.settle()
    expect(said(world).map(({ type }) => type)).toContain('clock')
    expect(world.deviceEffects.some(({ type }) => type === 'sample')).toBe(false)
    told(world, { type: 'released', head: OTHERS.head({ sequence: 99 }) })
    expect(world.device().belief).toBe(belief)
  })

  test('LIN-3 once its code was drawn for a hand and typed, it is the town of this screen, and tells the time', () => {
    const world = foreign(true)
    world.draw()
    world.pair()
    world.settle()
    expect(world.device().belief.pinned).toMatchObject({ recovery: OTHERS.recovery.key, learned: 'code' })
    world.pass(20_000)
    world.settle()
    expect(world.deviceEffects.some(({ type }) => type === 'sample')).toBe(true)
  })

  test('LIN-3 a welcome of another town whose code does not stand drawn ends the line', () => {
    const world = foreign(true)
    world.desk.state.paired = true
    world.desk.assign(NOW)
    world.toServer(world.line(), { type: 'paired' })
    world.settle()
    expect(world.device()).toMatchObject({ fault: 'TOWN_KEY_CHANGED', line: { phase: 'dark' } })
    expect(world.device().belief.pinned).toMatchObject({ recovery: OURS.recovery.key })
  })

  test('LIN-3 a device that lost its screen draws the code of its own town by itself', () => {
    const world = pairedWorld()
    world.unpair()
    world.settle()
    expect(phases(world)).toEqual(['coded', 'coded'])
    world.pass(1)
    expect([world.codeDue(), world.shows()]).toEqual([true, false])
    world.draw()
    world.pair()
    world.settle()
    expect([world.device().line.phase, world.shows()]).toEqual(['playing', true])
    // Nothing began afresh.
    expect(world.device().belief.own!.numbers!.first).toBe(11)
  })

  test('LIN-3 a code of its own town draws itself on no panel that plays', () => {
    const world = pairedWorld()
    world.desk.state.paired = false
    world.open()
    world.settle()
    expect(phases(world)).toEqual(['coded', 'coded'])
    expect([world.codeDue(), world.shows()]).toEqual([false, true])
    world.toDevice({ type: 'drawn', code: keyed(world.device())!.code!.code, fingerprint: 'x' })
    expect(keyed(world.device())!.code!.drawn).toBe(false)
  })
})
