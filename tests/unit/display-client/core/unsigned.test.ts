import { isRefusal } from '../../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClock, seedClock } from '../../../../display-client/core/clock.ts'
import { player } from '../../../../display-client/core/player.ts'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import type { PlayerEvent, PlayerState } from '../../../../display-client/core/state.ts'
import { asked, challenged, hearTime, keepTime } from '../../../../display-client/core/timekeeping.ts'
import { viewOf } from '../../../../display-client/core/view.ts'
import { drawCode, drawSafe } from '../../../../display-client/stage/cards.ts'
import { sentenceOf } from '../../../../display-client/stage/sentences.ts'
import { decodeFromServer } from '../../../../src/protocol/from-server.ts'
import { SIGNATURE } from '../../protocol/samples.ts'
import {
  NOW,
  ONLINE,
  OTHER_PAIR,
  OTHER_TOWN,
  PAIRED,
  SCREEN_FACTS,
  SCREEN_IDENTITY,
  TOWN,
  arrival,
  headEvent,
  headFor,
  published,
  run,
  signHead,
  tools,
} from './rig.ts'

const one = published('甲')
const two = published('乙')
const old = signHead(headFor(two.name, 1))
const playing = run(
  SCREEN_IDENTITY,
  ONLINE,
  ...PAIRED,
  headEvent(old),
  ...arrival(two),
  headEvent(signHead(headFor(one.name, 2))),
  ...arrival(one),
).state
const EVIL = 'EVIL打倒'

const towns = fc.constantFrom({ ...TOWN, name: EVIL }, { ...OTHER_TOWN, name: EVIL })
const instants = fc.integer({ min: 0, max: 2 * NOW })
/** Whatever somebody without the town's key can put on the line, as it comes out of the decoder. */
const said = fc
  .oneof(
    fc.record({ type: fc.constant('challenge'), nonce: fc.constantFrom('n'.repeat(32), 'm'.repeat(32)) }),
    fc.record({
      type: fc.constant('pairing'),
      code: fc.constantFrom('BCDF-GHJK', 'ZXWV-TSRQ', 'GOV-IS-CORRUPT', EVIL),
      fingerprint: fc.constantFrom('DEAD BEEF', 'FACE'),
      expiresAt: instants,
      town: fc.option(towns, { nil: undefined }),
    }),
    fc.record({
      type: fc.constant('welcome'),
      screen: fc.constant({ ...SCREEN_FACTS, name: EVIL }),
      town: towns,
      now: instants,
    }),
    fc.record({
      type: fc.constant('head'),
      head: fc.constantFrom(
        old,
        signHead(headFor(two.name, 3), OTHER_PAIR.privateKey),
        { ...signHead(headFor(two.name, 3)), signature: SIGNATURE },
        { body: EVIL, signature: SIGNATURE },
      ),
    }),
    fc.record({
      type: fc.constant('hint'),
      sequence: fc.integer({ min: 1, max: 9 }),
      programme: fc.constant(two.name),
    }),
    fc.record(
      {
        type: fc.constant('clock'),
        sent: fc.oneof(fc.constantFrom(1, 2, 3), fc.double({ noNaN: true, noDefaultInfinity: true })),
        now: instants,
        signature: fc.constant(SIGNATURE),
      },
      { requiredKeys: ['type', 'sent', 'now'] },
    ),
    fc.record({
      type: fc.constant('refused'),
      refusal: fc.record({
        code: fc.constantFrom('EVIL_WORDS', 'SCREEN_REPLACED', 'TOWN_KEY_CHANGED', 'PROOF_INVALID'),
        message_zh: fc.constant(EVIL),
        message_en: fc.constant(EVIL),
        got: fc.constant(EVIL),
      }),
    }),
  )
  .map((value) => decodeFromServer(JSON.parse(JSON.stringify(value))))
  .filter((message) => !isRefusal(message))
  .map((message): PlayerEvent => ({ type: 'message', message: message as never, now: NOW }))

const events: fc.Arbitrary<PlayerEvent> = fc.oneof(
  { arbitrary: said, weight: 6 },
  { arbitrary: fc.constantFrom(...arrival(two)), weight: 1 },
  { arbitrary: fc.boolean().map((online): PlayerEvent => ({ type: 'online', online, now: NOW })), weight: 1 },
  {
    arbitrary: fc
      .integer({ min: 0, max: 900_000 })
      .map((by): PlayerEvent => ({ type: 'tick', now: NOW + by })),
    weight: 1,
  },
)

/** What the cards would put on the canvas. */
const wordsOf = (state: PlayerState): readonly string[] => {
  const words: string[] = []
  const ctx = {
    fillRect: () => {},
    measureText: (text: string) => ({ width: text.length }),
    fillText: (text: string) => words.push(text),
  } as unknown as CanvasRenderingContext2D
  const view = viewOf(state, NOW)
  if (view.kind === 'code') drawCode(ctx, 640, 480, view.pairing)
  if (view.kind === 'safe') drawSafe(ctx, 640, 480, view.trouble && view.trouble.code, view.online)
  return words
}

/** The player with its stage and clock: a code that is due is drawn at once. */
const live = (from: PlayerState, all: readonly PlayerEvent[]) => {
  let state = from
  let time = [1, 2, 3].reduce(
    (clock, sent) => asked(clock, sent, 'r'.repeat(22)),
    challenged(keepTime(seedClock(0, NOW, null)), 'n'.repeat(32)),
  )
  const words: string[] = []
  for (const event of all) {
    const step = player(state, event, tools)
    state = step.state
    for (const effect of step.effects) {
      if (effect.type === 'prove') time = challenged(time, effect.nonce)
      if (effect.type === 'clock-answer') time = hearTime(time, effect, 50, state, tools)
    }
    words.push(...wordsOf(state))
    const view = viewOf(state, NOW)
    if (view.kind === 'code') state = player(state, { type: 'code-drawn', ...view.pairing }, tools).state
  }
  return { state, time, words }
}

describe('words that nobody signed', () => {
  test('PLY-32 in any order they change neither the pinned key, nor the head, nor the time of a paired screen', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (all) => {
        const { state, time, words } = live(playing, all)
        expect(state.town?.key).toBe(TOWN.key)
        expect(state.active).toBe(playing.active)
        expect(state.pending).toBeNull()
        expect(state.withdrawn).toEqual(playing.withdrawn)
        expect(readClock(time.clock, 10_000)).toBe(NOW + 10_000)
        expect(viewOf(state, NOW)).toMatchObject({
          kind: 'page',
          sequence: 2,
          showing: { release: one.release },
        })
        expect(words).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('PLY-32 PLY-31 on a panel that knows no town they bring up a code at most, and no other word of theirs', () => {
    const own = [
      '',
      'SCREEN_REPLACED',
      'TOWN_KEY_CHANGED',
      'PROOF_INVALID',
      'VERSION_UNSUPPORTED',
      'HEAD_INVALID',
    ]
    const calm = [null, ...own].flatMap((code) => [
      ...wordsOf({ ...freshPlayer(SCREEN_IDENTITY), trouble: code === null ? null : ({ code } as never) }),
    ])
    const known = new Set([...calm, ...own.map(sentenceOf), ' '])
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (all) => {
        const { time, words } = live(freshPlayer(SCREEN_IDENTITY), all)
        expect(readClock(time.clock, 10_000)).toBe(NOW + 10_000)
        for (const word of words) {
          if (known.has(word) || /^(Type|在后台|密钥|银盾)/.test(word)) continue
          expect(word).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$|^([0-9A-F]{4} ?){4}$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
