import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { player } from '../../../../display-client/core/player.ts'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import { sequenceOf, type PlayerEvent } from '../../../../display-client/core/state.ts'
import { viewOf } from '../../../../display-client/core/view.ts'
import { FROM_SERVER, KEY, SCREEN } from '../../protocol/samples.ts'
import {
  NOW,
  ONLINE,
  OTHER_PAIR,
  PAIRED,
  SCREEN_IDENTITY,
  TOWN,
  VIEWER_IDENTITY,
  WELCOME,
  arrival,
  complete,
  drawn,
  headEvent,
  headFor,
  offer,
  published,
  run,
  runOn,
  signHead,
  stages,
  stamps,
  tick,
  tools,
  touched,
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

describe('player', () => {
  test('PLY-11 says who it is as soon as it is connected', () => {
    expect(run(SCREEN_IDENTITY, ONLINE).effects).toEqual([
      { type: 'send', message: { type: 'hello', protocol: 1, role: 'screen', key: KEY } },
    ])
    expect(run(VIEWER_IDENTITY, ONLINE).effects).toEqual([
      { type: 'send', message: { type: 'hello', protocol: 1, role: 'viewer', screen: SCREEN } },
    ])
    const nonce = 'n'.repeat(32)
    expect(
      runOn(playing, { type: 'message', message: { type: 'challenge', nonce }, now: NOW }).effects,
    ).toEqual([{ type: 'prove', nonce }])
  })

  test('PLY-12 asks for the head on every welcome and every five minutes, however the clock jumps', () => {
    const ask = { type: 'send', message: { type: 'check', sequence: 1 } }
    expect(runOn(playing, WELCOME).effects).toContainEqual(ask)
    expect(runOn(playing, tick(NOW + 299_999)).effects).toEqual([])
    expect(runOn(playing, tick(NOW + 300_000)).effects).toEqual([ask])
    expect(runOn(playing, tick(NOW - 86_400_000)).effects).toEqual([ask])
    expect(runOn(playing, { type: 'online', online: false, now: NOW }, tick(NOW + 300_000)).effects).toEqual(
      [],
    )
  })

  test('PLY-1 showing is told once for each head, and again after a new connection', () => {
    const shown: PlayerEvent = { type: 'shown', sequence: 1, now: NOW }
    const first = runOn(playing, shown)
    expect(stages(first.effects)).toEqual(['1 showing'])
    expect(stages(runOn(first.state, shown).effects)).toEqual([])
    expect(
      stages(runOn(first.state, { type: 'online', online: false, now: NOW }, ONLINE, shown).effects),
    ).toEqual(['1 showing'])
    expect(stages(runOn(playing, { ...shown, sequence: 9 }).effects)).toEqual([])
  })

  test('PLY-35 a programme that a hint brought is told with the instants of its coming, also under the head that follows', () => {
    const hint: PlayerEvent = {
      type: 'message',
      message: { type: 'hint', sequence: 2, programme: two.name },
      now: NOW + 1,
    }
    const bytes: PlayerEvent = { type: 'programme', name: two.name, body: two.body, now: NOW + 11 }
    const here = complete(two.name, NOW + 40, { fetchedAt: NOW + 20, verifiedAt: NOW + 30 })
    const hinted = runOn(playing, hint, bytes, here)
    expect(stamps(hinted.all)).toEqual(['2 notified 1', '2 fetched 20', '2 verified 30', '2 ready 40'])
    const head = headEvent(signHead(headFor(two.name, 3, { activateAt: NOW + 900 })), NOW + 50)
    expect(stamps(runOn(hinted.state, head).effects)).toEqual([
      '3 notified 50',
      '3 fetched 20',
      '3 verified 30',
      '3 ready 50',
    ])
  })

  test('PLY-35 PLY-8 under a renewed lease nothing came: fetched and verified as it was heard', () => {
    const renewed = headEvent(signHead(headFor(one.name, 2)), NOW + 7)
    expect(stamps(runOn(playing, renewed).effects)).toEqual([
      '2 notified 7',
      '2 fetched 7',
      '2 verified 7',
      '2 ready 7',
    ])
  })

  test('I4 neither a code, nor a refusal, nor a lost line takes a playing page off', () => {
    const page = viewOf(playing, NOW)
    const replaced: PlayerEvent = {
      type: 'message',
      message: {
        type: 'refused',
        refusal: { code: 'SCREEN_REPLACED', message_zh: '换', message_en: 'replaced' },
      },
      now: NOW,
    }
    const { state } = runOn(playing, offer(), replaced, { type: 'online', online: false, now: NOW })
    expect(viewOf(state, NOW)).toEqual(page)
    expect(state.trouble?.code).toBe('SCREEN_REPLACED')
  })

  test('PLY-13 a hand at the panel brings the code up for ten minutes, if there is one', () => {
    expect(viewOf(runOn(playing, touched()).state, NOW).kind).toBe('page')
    for (const events of [
      [offer(), touched()],
      [touched(), offer()],
    ]) {
      const { state } = runOn(playing, ...events)
      expect(viewOf(state, NOW).kind).toBe('code')
      expect(viewOf(state, NOW + 600_000).kind).toBe('page')
      // A clock set back does not leave it up for as long as it was ahead.
      expect(viewOf(state, NOW - 86_400_000).kind).toBe('page')
    }
  })

  test('PLY-13 a code that ran out is taken down unless a new one came', () => {
    const fresh = run(SCREEN_IDENTITY, ONLINE, offer())
    expect(viewOf(fresh.state, NOW + 614_999).kind).toBe('code')
    expect(viewOf(fresh.state, NOW + 615_000).kind).toBe('safe')
    expect(runOn(fresh.state, tick(NOW + 615_000)).state.pairing).toBeNull()
    const next = runOn(fresh.state, offer(TOWN, NOW + 600_000, 'ZXWV-TSRQ'), tick(NOW + 615_000))
    expect(viewOf(next.state, NOW + 615_000)).toMatchObject({ pairing: { code: 'ZXWV-TSRQ' } })
  })

  const events: fc.Arbitrary<PlayerEvent> = fc.oneof(
    fc.constantFrom(...FROM_SERVER).map((message): PlayerEvent => ({ type: 'message', message, now: NOW })),
    fc
      .tuple(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(one, two),
        fc.integer({ min: -2_000, max: 2_000 }),
        fc.boolean(),
      )
      .map(([sequence, programme, delay, ours]) =>
        headEvent(
          signHead(
            headFor(programme.name, sequence, { activateAt: NOW + delay }),
            ours ? undefined : OTHER_PAIR.privateKey,
          ),
        ),
      ),
    fc.constantFrom(...arrival(one), ...arrival(two), WELCOME, ONLINE, offer(), drawn()),
    fc.integer({ min: -4_000, max: 4_000 }).map((by) => tick(NOW + by)),
    fc.boolean().map((online): PlayerEvent => ({ type: 'online', online, now: NOW })),
    fc.constantFrom<PlayerEvent>(touched(), { type: 'shown', sequence: 1, now: NOW }),
  )

  test('I4 I3 I1 in any order of events: never without a view, never a lower sequence, only what the town signed', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (all) => {
        let state = freshPlayer(SCREEN_IDENTITY)
        let started = false
        for (const event of all) {
          const before = state
          ;({ state } = player(state, event, tools))
          const sameTown = before.town === null || before.town.key === state.town?.key
          if (sameTown) expect(sequenceOf(state)).toBeGreaterThanOrEqual(sequenceOf(before))
          started = sameTown ? started || state.active !== null : false
          const view = viewOf(state, NOW)
          if (started && now(state) && !state.codeUntil) expect(view.kind).toBe('page')
          for (const one of [state.active, state.pending]) {
            if (one)
              expect(
                tools.verify(
                  state.town?.key ?? '',
                  `silver-shield/head/1\n${one.signed.body}`,
                  one.signed.signature,
                ),
              ).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

const now = (state: typeof playing): boolean => state.active !== null && NOW < state.active.head.leaseUntil
