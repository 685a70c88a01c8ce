import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockBody } from '../../../src/protocol/clock-body.ts'
import { openSession, session } from '../../../src/session/session.ts'
import type { SessionEvent, SessionState } from '../../../src/session/state.ts'
import { FROM_DEVICE, KEY, REPORT, SIGNATURE } from '../protocol/samples.ts'
import { FOUND, GROUP, HEAD, NONCE, NOW, TOWN, helloScreen, helloViewer, run, said, sent } from './run.ts'

const proveIt = said({ type: 'prove', signature: SIGNATURE, report: REPORT })
const joined: readonly SessionEvent[] = [
  ...helloScreen,
  proveIt,
  { type: 'proof', valid: true },
  { type: 'screen', found: FOUND },
]
const code: SessionEvent & { type: 'code' } = {
  type: 'code',
  code: 'BCDF-GHJK',
  fingerprint: 'AB',
  expiresAt: NOW + 5,
  town: TOWN,
}

describe('session', () => {
  test('SES-1 who says nothing for 2 s, or names a key and does not prove it for 10 s, is closed', () => {
    expect(openSession(NONCE, NOW).effects).toEqual([{ type: 'wake', at: NOW + 2_000 }])
    expect(run({ type: 'woken', now: NOW + 2_000 }).effects).toEqual([{ type: 'close' }])
    expect(run(...helloScreen).effects.at(-1)).toEqual({ type: 'wake', at: NOW + 10_000 })
    expect(run(...helloScreen, { type: 'woken', now: NOW + 10_000 }).effects).toEqual([{ type: 'close' }])
    expect(run(...joined, { type: 'woken', now: NOW + 10_000 }).effects).toEqual([])
  })

  test('SES-20 who finds no place is told so and closed, before any challenge or head', () => {
    expect(run(helloScreen[0]).effects).toEqual([{ type: 'seat', key: KEY }])
    for (const [before, code] of [
      [helloScreen[0], 'TOO_MANY_DEVICES'],
      [helloViewer, 'TOO_MANY_VIEWERS'],
    ] as const) {
      const { state, effects } = run(before, { type: 'crowded' })
      expect(sent(effects)).toMatchObject([{ type: 'refused', refusal: { code } }])
      expect([effects.at(-1)?.type, state.phase]).toEqual(['close', 'closed'])
    }
    expect(run(...joined, { type: 'crowded' }).state).toEqual(run(...joined).state)
  })

  test('SES-2 no screen is joined without a proven signature over this connection’s nonce', () => {
    expect(sent(run(...helloScreen).effects)).toEqual([{ type: 'challenge', nonce: NONCE }])
    expect(run(...helloScreen, proveIt).effects).toEqual([
      { type: 'verify', key: KEY, nonce: NONCE, signature: SIGNATURE },
    ])
    const refused = run(...helloScreen, proveIt, { type: 'proof', valid: false })
    expect(sent(refused.effects)).toMatchObject([{ type: 'refused', refusal: { code: 'PROOF_INVALID' } }])
    expect(refused.state.phase).toBe('closed')
  })

  test('SES-3 a known key claims its screen, then hears welcome and the current head', () => {
    const { effects, state } = run(...joined)
    expect(effects.map((effect) => effect.type)).toEqual(['claim', 'store-report', 'send', 'send'])
    expect(sent(effects)).toEqual([
      { type: 'welcome', screen: FOUND.screen, town: TOWN, now: NOW },
      { type: 'head', head: HEAD.head },
    ])
    expect(state).toMatchObject({ phase: 'joined', screen: FOUND.screen.id })
  })

  test('SES-4 an unknown key is shown a code, a new one when it runs out, and joins once paired', () => {
    const unknown = [...joined.slice(0, -1), { type: 'screen', found: null } as const]
    expect(run(...unknown).effects).toEqual([{ type: 'open-pairing', key: KEY }])
    const shown = run(...unknown, code).effects
    expect(sent(shown)).toEqual([
      { type: 'pairing', code: 'BCDF-GHJK', fingerprint: 'AB', expiresAt: NOW + 5, town: TOWN },
    ])
    expect(shown.at(-1)).toEqual({ type: 'wake', at: NOW + 5 })
    expect(run(...unknown, code, { type: 'woken', now: NOW + 5 }).effects).toEqual([
      { type: 'open-pairing', key: KEY },
    ])
    expect(run(...unknown, code, { type: 'paired' }).effects).toEqual([{ type: 'find-screen', key: KEY }])
    expect(run(...unknown, code, { type: 'paired' }, { type: 'screen', found: FOUND }).state.phase).toBe(
      'joined',
    )
  })

  test('SES-5 a viewer is asked for, sees the head, joins no screen and leaves no receipt', () => {
    expect(run(helloViewer).effects).toEqual([{ type: 'find-viewed', screen: FOUND.screen.id }])
    const seen = run(helloViewer, { type: 'viewed', allowed: true, found: FOUND })
    expect(seen.effects[0]).toEqual({ type: 'watch', screen: FOUND.screen.id, group: GROUP })
    expect(sent(seen.effects).map((message) => message.type)).toEqual(['welcome', 'head'])
    const all = run(
      helloViewer,
      { type: 'viewed', allowed: true, found: FOUND },
      said({ type: 'receipt', sequence: 7, stage: 'showing', at: NOW }),
      said({ type: 'report', report: REPORT }),
    ).all
    expect(all.some((effect) => effect.type.startsWith('store') || effect.type === 'claim')).toBe(false)
    const barred = run(helloViewer, { type: 'viewed', allowed: false, found: FOUND })
    expect(sent(barred.effects)).toMatchObject([{ refusal: { code: 'VIEWER_NOT_ALLOWED' } }])
    expect(barred.effects.at(-1)).toEqual({ type: 'close' })
    const gone = run(helloViewer, { type: 'viewed', allowed: true, found: null })
    expect(sent(gone.effects)).toMatchObject([{ refusal: { code: 'SCREEN_UNKNOWN' } }])
  })

  test('SES-6 the older connection of a key is told SCREEN_REPLACED, then closed', () => {
    const { effects, state } = run(...joined, { type: 'replaced' })
    expect(sent(effects)).toMatchObject([{ type: 'refused', refusal: { code: 'SCREEN_REPLACED' } }])
    expect(effects.at(-1)).toEqual({ type: 'close' })
    expect(state.phase).toBe('closed')
  })

  test('SES-7 three malformed messages close; each is answered with its field', () => {
    const bad = said({ type: 'check', sequence: -1 })
    expect(run(...joined, bad, bad).state.phase).toBe('joined')
    expect(sent(run(...joined, bad).effects)).toMatchObject([
      { refusal: { code: 'MSG_INVALID', field: 'sequence' } },
    ])
    const third = run(...joined, bad, helloScreen[0], bad)
    expect(third.state.phase).toBe('closed')
    expect(third.effects.at(-1)).toEqual({ type: 'close' })
  })

  test('SES-8 a check is answered only by a newer head', () => {
    const has = (sequence: number) => said({ type: 'check', sequence })
    const find = { type: 'find-head', screen: FOUND.screen.id }
    expect(run(...joined, has(6)).effects).toEqual([{ type: 'saw', sequence: 6 }, find])
    expect(sent(run(...joined, has(6), { type: 'current', current: HEAD }).effects)).toEqual([
      { type: 'head', head: HEAD.head },
    ])
    expect(run(...joined, has(7), { type: 'current', current: HEAD }).effects).toEqual([])
    expect(run(...joined, has(0), { type: 'current', current: null }).effects).toEqual([])
  })

  test('SES-9 a receipt of the screen is stored under the screen the key proves', () => {
    const { effects } = run(
      ...joined,
      said({ type: 'receipt', sequence: 7, stage: 'ready', at: NOW, screen: 'x' }),
    )
    expect(effects).toEqual([
      { type: 'store-receipt', screen: FOUND.screen.id, sequence: 7, stage: 'ready', at: NOW },
    ])
  })

  test('SES-10 a clock is answered at once with the server’s instant', () => {
    for (const before of [[], joined]) {
      expect(run(...before, said({ type: 'clock', sent: 12.5 })).effects).toEqual([
        { type: 'send', message: { type: 'clock', sent: 12.5, now: NOW } },
      ])
    }
  })

  const random = 'r'.repeat(22)
  const ask = (sent: number, more: object = {}) => said({ type: 'clock', sent, ...more })

  test('SES-10 one signature covers the answers of a burst, over this connection’s nonce and the device’s random', () => {
    const body = (...sents: readonly number[]) =>
      clockBody(
        NONCE,
        random,
        sents.map((sent) => [sent, NOW] as const),
      )
    const told = run(...joined, ask(1), ask(2), ask(3, { random }))
    expect(told.effects).toEqual([{ type: 'tell-time', sent: 3, now: NOW, body: body(1, 2, 3) }])
    const again = run(...joined, ask(1), ask(2, { random }), ask(3, { random }))
    expect(again.effects).toEqual([{ type: 'tell-time', sent: 3, now: NOW, body: body(3) }])
    const many = Array.from({ length: 40 }, (_, i) => ask(i))
    expect(run(...joined, ...many, ask(40, { random })).effects).toMatchObject([
      { body: body(33, 34, 35, 36, 37, 38, 39, 40) },
    ])
  })

  test('SES-10 nothing is signed before the proof, nor for a viewer', () => {
    const plain = [{ type: 'send', message: { type: 'clock', sent: 1, now: NOW } }]
    const unproven: readonly (readonly SessionEvent[])[] = [
      [],
      [...helloScreen],
      [...helloScreen, proveIt],
      [helloViewer, { type: 'viewed', allowed: true, found: FOUND }],
    ]
    for (const before of unproven) expect(run(...before, ask(1, { random })).effects).toEqual(plain)
    const nobodys = [...joined.slice(0, -1), { type: 'screen', found: null } as const]
    expect(run(...nobodys, ask(1, { random })).effects).toMatchObject([{ type: 'tell-time' }])
  })

  test('SES-11 a screen or viewer that changes group moves without leaving; an unpaired one is offered a code', () => {
    const watching: readonly SessionEvent[] = [helloViewer, { type: 'viewed', allowed: true, found: FOUND }]
    for (const before of [joined, watching]) {
      const moved = run(...before, { type: 'regrouped', group: GROUP, current: HEAD })
      expect(moved.effects).toEqual([
        { type: 'move', group: GROUP },
        { type: 'send', message: { type: 'head', head: HEAD.head } },
      ])
      expect(moved.state).toEqual(run(...before).state)
    }
    const gone = run(...joined, { type: 'unpaired' })
    expect(gone.effects.map((effect) => effect.type)).toEqual(['leave', 'open-pairing'])
    expect(gone.state.phase).toBe('pairing')
  })

  test('SES-15 a device without a screen listens in its own group and is told its revocation head before the code', () => {
    const own = { group: GROUP, current: HEAD }
    for (const before of [{ type: 'unpaired' }, null] as const) {
      const pairing: readonly SessionEvent[] = before
        ? [...joined, before]
        : [...joined.slice(0, -1), { type: 'screen', found: null }]
      const { effects } = run(...pairing, { ...code, own })
      expect(effects.map((effect) => effect.type)).toEqual(['listen', 'send', 'send', 'wake'])
      expect(sent(effects).map((message) => message.type)).toEqual(['head', 'pairing'])
      expect(sent(effects)[1]).not.toHaveProperty('own')
      const none = run(...pairing, { ...code, own: { group: GROUP, current: null } }).effects
      expect(none.map((effect) => effect.type)).toEqual(['listen', 'send', 'wake'])
    }
  })

  test('I16 a version not spoken is told so and closed at once', () => {
    const { effects, state } = run(said({ type: 'hello', protocol: 9, role: 'screen', key: KEY }))
    expect(sent(effects)).toMatchObject([{ refusal: { code: 'VERSION_UNSUPPORTED', got: 9 } }])
    expect(state.phase).toBe('closed')
  })

  const events: fc.Arbitrary<SessionEvent> = fc.oneof(
    fc.constantFrom(...FROM_DEVICE).map(said),
    fc.jsonValue().map(said),
    fc.constantFrom<SessionEvent>(
      { type: 'seated', now: NOW },
      { type: 'crowded' },
      { type: 'proof', valid: true },
      { type: 'proof', valid: false },
      { type: 'screen', found: FOUND },
      { type: 'screen', found: null },
      code,
      { type: 'viewed', allowed: true, found: FOUND },
      { type: 'current', current: HEAD },
      { type: 'paired' },
      { type: 'unpaired' },
      { type: 'regrouped', group: GROUP, current: null },
      { type: 'replaced' },
      { type: 'woken', now: NOW },
      { type: 'closed' },
    ),
  )

  test('SES-12 in any order of events: no claim, receipt or signature before a proof, and nothing after closing', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 25 }), (sequence) => {
        let state: SessionState = openSession(NONCE, NOW).state
        let proven = false
        let closed = false
        for (const event of sequence) {
          if (event.type === 'proof' && event.valid && state.phase === 'proving') proven = true
          const step = session(state, event)
          if (closed) expect(step.effects).toEqual([])
          for (const effect of step.effects) {
            if (/^(claim|store|tell-time)/.test(effect.type)) expect(proven).toBe(true)
          }
          closed = step.state.phase === 'closed'
          expect(step.effects.some((effect) => effect.type === 'close') && !closed).toBe(false)
          state = step.state
        }
      }),
      { numRuns: 500 },
    )
  })
})
