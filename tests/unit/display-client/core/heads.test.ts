import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sequenceOf, type PlayerEvent } from '../../../../display-client/core/state.ts'
import { viewOf } from '../../../../display-client/core/view.ts'
import type { GroupKey } from '../../../../src/model/ids.ts'
import { canonicalJson } from '../../../../src/programme/canonical.ts'
import { ownGroup } from '../../../../src/protocol/fingerprint.ts'
import { sha256 } from '../../../builders/programme.ts'
import { KEY } from '../../protocol/samples.ts'
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
  headEvent,
  headFor,
  published,
  run,
  runOn,
  signHead,
  stages,
  tick,
  tools,
} from './rig.ts'

const one = published('甲')
const two = published('乙')
const DAY = 86_400_000
const TIMED: PlayerEvent = { type: 'timed' }
const hint = (programme: typeof one, sequence: number) =>
  ({ type: 'message', message: { type: 'hint', programme: programme.name, sequence }, now: NOW }) as const
const playing = run(
  SCREEN_IDENTITY,
  ONLINE,
  ...PAIRED,
  headEvent(signHead(headFor(one.name, 1))),
  ...arrival(one),
).state

describe('heads', () => {
  test('I1 a head that the pinned key did not sign changes nothing', () => {
    const forged = signHead(headFor(two.name, 2), OTHER_PAIR.privateKey)
    const { state, effects } = runOn(playing, headEvent(forged))
    expect(effects).toEqual([])
    expect({ ...state, trouble: null }).toEqual(playing)
    expect(state.trouble).toMatchObject({ code: 'HEAD_INVALID' })
  })

  test('I1 one changed byte of a signed head makes it worthless', () => {
    const signed = signHead(headFor(two.name, 2))
    fc.assert(
      fc.property(fc.nat(signed.body.length - 1), fc.integer({ min: 1, max: 127 }), (at, by) => {
        const code = (signed.body.charCodeAt(at) + by) % 128
        const body = signed.body.slice(0, at) + String.fromCharCode(code) + signed.body.slice(at + 1)
        const { state } = runOn(playing, headEvent({ ...signed, body }))
        expect(state.pending).toBeNull()
        expect(state.active).toBe(playing.active)
      }),
    )
  })

  test('I1 before any key is pinned no head is obeyed', () => {
    const { state, effects } = run(SCREEN_IDENTITY, ONLINE, headEvent(signHead(headFor(one.name, 1))))
    expect(state.pending).toBeNull()
    expect(effects).toEqual([])
  })

  test('I3 the sequence never falls, in whatever order heads arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 15 }), (sequences) => {
        let state = playing
        let highest = sequenceOf(state)
        for (const sequence of sequences) {
          state = runOn(state, headEvent(signHead(headFor(one.name, sequence)))).state
          highest = Math.max(highest, sequence)
          expect(sequenceOf(state)).toBe(highest)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('I2 a programme starts only whole, and only from its instant on', () => {
    const signed = signHead(headFor(two.name, 2, { activateAt: NOW + 500 }))
    const heard = runOn(playing, headEvent(signed))
    expect(heard.effects).toContainEqual({ type: 'fetch', name: two.name })
    expect(runOn(heard.state, tick(NOW + 900)).state.active).toBe(playing.active)
    const bytes = runOn(heard.state, { type: 'programme', name: two.name, body: two.body, now: NOW + 100 })
    expect(bytes.effects).toContainEqual({ type: 'complete', name: two.name, programme: two.programme })
    expect(runOn(bytes.state, tick(NOW + 900)).state.active).toBe(playing.active)
    const ready = runOn(bytes.state, complete(two.name, NOW + 200))
    expect(ready.state.active).toBe(playing.active)
    const started = runOn(ready.state, tick(NOW + 500))
    expect(started.state.active?.programme).toEqual(two.programme)
    expect(started.effects).toEqual([{ type: 'keep-active', signed, name: two.name }])
    expect(started.state.pending).toBeNull()
  })

  test('I2 a late programme starts as soon as it is whole', () => {
    const heard = runOn(playing, headEvent(signHead(headFor(two.name, 2, { activateAt: NOW - 5_000 }))))
    expect(heard.state.active).toBe(playing.active)
    expect(runOn(heard.state, ...arrival(two)).state.active?.head.sequence).toBe(2)
  })

  test('I2 bytes of a programme nobody waits for are passed over', () => {
    const { state, effects } = runOn(playing, ...arrival(two))
    expect(state).toEqual(playing)
    expect(effects).toEqual([])
  })

  test('I1 a programme that does not parse never starts, and is not asked for again', () => {
    const heard = runOn(playing, headEvent(signHead(headFor(two.name, 2))))
    const broken = runOn(heard.state, { type: 'programme', name: two.name, body: '{"format":2}', now: NOW })
    expect(broken.effects).toEqual([])
    expect(broken.state.trouble).toMatchObject({ code: 'PROGRAMME_INVALID' })
    expect(runOn(broken.state, complete(two.name)).state.active).toBe(playing.active)
  })

  test('I7 withdrawals bind from the moment their head is known, and outlive heads that overtake it', () => {
    const shows = (state: typeof playing) => {
      const view = viewOf(state, NOW)
      return view.kind === 'page' ? view.showing.release : view.kind
    }
    expect(shows(playing)).toBe(one.release)
    const far = { activateAt: NOW + 60_000, revoked: [one.release] }
    const { state, effects } = runOn(playing, headEvent(signHead(headFor(two.name, 2, far))))
    expect(shows(state)).toBeNull()
    expect(effects).toContainEqual(expect.objectContaining({ type: 'keep-pending' }))
    const overtaken = runOn(
      state,
      headEvent(signHead(headFor(published('丙').name, 3, { activateAt: NOW + 60_000 }))),
    )
    expect(shows(overtaken.state)).toBeNull()
    expect(overtaken.effects).toContainEqual(
      expect.objectContaining({ type: 'keep-pending', withdrawn: [one.release] }),
    )
  })

  test('PLY-8 a renewed lease starts without fetching anything', () => {
    const { state, effects } = runOn(
      playing,
      headEvent(signHead(headFor(one.name, 2, { leaseUntil: NOW + 31 * DAY }))),
    )
    expect(state.active?.head).toMatchObject({ sequence: 2, leaseUntil: NOW + 31 * DAY })
    expect(effects.map((effect) => effect.type)).not.toContain('fetch')
    expect(stages(effects)).toEqual(['2 notified', '2 fetched', '2 verified', '2 ready'])
  })

  test('PLY-9 a hint fetches ahead and says ready; the head then only switches', () => {
    const hinted = runOn(playing, hint(two, 2))
    expect(stages(hinted.effects)).toEqual(['2 notified'])
    expect(hinted.effects).toContainEqual({ type: 'fetch', name: two.name })
    const ready = runOn(hinted.state, ...arrival(two))
    expect(stages(ready.effects)).toEqual(['2 fetched', '2 verified', '2 ready'])
    expect(ready.state.active).toBe(playing.active)
    const { state, effects } = runOn(ready.state, headEvent(signHead(headFor(two.name, 2))))
    expect(state.active?.head.sequence).toBe(2)
    expect(stages(effects)).toEqual([])
  })

  test('PLY-9 a hint, being unsigned, never takes the place of a head that waits', () => {
    const waiting = runOn(playing, headEvent(signHead(headFor(two.name, 2)))).state
    expect(runOn(waiting, hint(published('丙'), 9))).toMatchObject({ state: waiting, effects: [] })
    expect(runOn(playing, hint(two, 1))).toMatchObject({ state: playing, effects: [] })
  })

  test.each([
    ['over 31 days from its own start', { leaseUntil: NOW + 31 * DAY + 1 }, 'lease'],
    ['to the year 2100', { leaseUntil: Date.UTC(2100, 0) }, 'lease'],
    [
      'that starts and ends in a far year',
      { activateAt: NOW + 90 * DAY, leaseUntil: NOW + 91 * DAY },
      'lease',
    ],
    ['with all the numbers there are', { sequence: Number.MAX_SAFE_INTEGER }, 'sequence'],
    ['one number too far', { sequence: 1_000_002 }, 'sequence'],
  ])('PLY-28 a head %s is refused, though the town signed it', (_, part, got) => {
    const { state, effects } = runOn(playing, TIMED, headEvent(signHead(headFor(two.name, 2, part))))
    expect(state).toMatchObject({ active: playing.active, pending: null, trouble: { got } })
    expect(effects).toEqual([])
  })

  test('PLY-28 a million more is obeyed, and any number when nothing was obeyed before', () => {
    const far = headFor(one.name, 1_000_001, { leaseUntil: NOW + 31 * DAY })
    expect(runOn(playing, TIMED, headEvent(signHead(far))).state.active?.head.sequence).toBe(1_000_001)
    const first = headEvent(signHead(headFor(one.name, 8_000_000_000)))
    const { state } = run(SCREEN_IDENTITY, ONLINE, ...PAIRED, first, ...arrival(one))
    expect(state.active?.head.sequence).toBe(8_000_000_000)
  })

  test('PLY-28 I4 a box whose clock is years off obeys before its town’s clock has set the time', () => {
    for (const now of [NOW - 3_000 * DAY, NOW + 3_000 * DAY]) {
      const { state } = run(
        SCREEN_IDENTITY,
        ONLINE,
        ...PAIRED,
        headEvent(signHead(headFor(one.name, 5)), now),
      )
      expect(state.pending?.head.sequence).toBe(5)
      const set = runOn(state, TIMED, ...arrival(one), tick(NOW))
      expect(viewOf(set.state, NOW)).toMatchObject({ kind: 'page', sequence: 5 })
    }
  })

  test('PLY-30 a hint has little fetched; what is much waits for a head that the town signed', () => {
    const big = published('丙')
    const assets = { ['e'.repeat(64)]: { bytes: 300 * 1024 * 1024, type: 'video/mp4' } }
    const programme = { ...big.programme, assets }
    const body = canonicalJson(programme)
    const heavy = { programme, body, name: sha256(body), release: big.release }
    const [bytes] = arrival(heavy)
    const hinted = runOn(playing, hint(heavy, 2), bytes!)
    expect(hinted.all.filter((effect) => effect.type === 'complete')).toEqual([])
    expect(runOn(hinted.state, hint(heavy, 3)).effects.map((effect) => effect.type)).not.toContain('complete')
    const told = runOn(hinted.state, headEvent(signHead(headFor(heavy.name, 4))))
    expect(told.effects).toContainEqual({ type: 'complete', name: heavy.name, programme })
  })

  test('PLY-2 a viewer switches like a screen and tells no stage', () => {
    const { state, all } = run(
      VIEWER_IDENTITY,
      ONLINE,
      WELCOME,
      headEvent(signHead(headFor(one.name, 1))),
      ...arrival(one),
      { type: 'shown', sequence: 1, now: NOW },
    )
    expect(state.active?.head.sequence).toBe(1)
    expect(stages(all)).toEqual([])
  })

  const mine = ownGroup(KEY, TOWN.key, tools.hash) as GroupKey
  const revocationHead = (group: GroupKey, programme = one.name) =>
    signHead(headFor(programme, 2, { group, leaseUntil: NOW + 1 }))

  test('PLY-26 a revocation head leaves nothing but the fallback, at once and after a restart, its programme here or not', () => {
    for (const programme of [one.name, two.name]) {
      const signed = revocationHead(mine, programme)
      const { state } = runOn(playing, headEvent(signed))
      expect(viewOf(state, NOW + 1)).toMatchObject({ kind: 'page', showing: { release: null } })
      const { town, screen, withdrawn } = state
      const started = run(SCREEN_IDENTITY, {
        type: 'restored',
        kept: {
          town,
          screen,
          withdrawn,
          active: { signed: playing.active!.signed, programme: one.body },
          pending: signed,
        },
        now: NOW + 1,
      })
      expect(viewOf(started.state, NOW + 1)).toMatchObject({ kind: 'page', showing: { release: null } })
    }
  })

  test('PLY-26 a revocation head to another device is refused, and an old one of its own does not count', () => {
    const other = ownGroup(TOWN.key, KEY, tools.hash) as GroupKey
    const met = runOn(playing, headEvent(revocationHead(other)))
    expect(met.state).toMatchObject({ active: playing.active, pending: null, trouble: { got: 'group' } })
    expect(met.effects).toEqual([])
    const viewing = run(VIEWER_IDENTITY, ONLINE, WELCOME, headEvent(revocationHead(mine)))
    expect(viewing.state.pending).toBeNull()
    const again = runOn(playing, headEvent(revocationHead(mine)), headEvent(signHead(headFor(one.name, 3))))
    expect(viewOf(again.state, NOW + 1)).toMatchObject({ showing: { level: 'daily' } })
    expect(runOn(again.state, headEvent(revocationHead(mine))).state.active).toBe(again.state.active)
  })
})
