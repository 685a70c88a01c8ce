import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshPlayer } from '../../../../display-client/core/start.ts'
import type { PlayerState } from '../../../../display-client/core/state.ts'
import { barred, lookAgainAt, viewKey, viewOf } from '../../../../display-client/core/view.ts'
import { at } from '../../../../src/programme/at.ts'
import { arbProgramme, arbRevoked, buildHead } from '../../../builders/programme.ts'
import { NOW, OTHER_TOWN, SCREEN_IDENTITY, TOWN, headFor, published, signHead } from './rig.ts'

const one = published('甲', 10_000)
const fresh = freshPlayer(SCREEN_IDENTITY)
const head = headFor(one.name, 1, { leaseUntil: NOW + 60_000 })
const playing: PlayerState = { ...fresh, active: { head, signed: signHead(head), programme: one.programme } }
const pairing = { code: 'BCDF-GHJK', fingerprint: 'AB', until: NOW + 600_000, town: TOWN, drawn: false }

describe('view', () => {
  test('I4 with nothing verified the card built into the script shows', () => {
    expect(viewOf(fresh, NOW)).toEqual({ kind: 'safe', trouble: null, online: false })
  })

  test('PLY-14 under a lease the page is the one the programme names for that instant', () => {
    fc.assert(
      fc.property(
        arbProgramme,
        arbRevoked,
        fc.integer({ min: -90_000, max: 200_000 }),
        (programme, revoked, t) => {
          const lease = buildHead({ activateAt: -1e6, leaseUntil: 1e9, revoked })
          const state = { ...fresh, active: { head: lease, signed: signHead(lease), programme } }
          const view = viewOf(state, t)
          expect(view.kind === 'page' && view.showing).toEqual(at(programme, t, revoked))
          expect(view.kind === 'page' && view.page).toBe(programme.pages[at(programme, t, revoked).page])
        },
      ),
      { numRuns: 100 },
    )
  })

  test('I11 after the lease the fallback plays, without end; a code only where the town let the device go', () => {
    const view = viewOf(playing, NOW + 60_000)
    expect(view).toMatchObject({ kind: 'page', showing: { release: null, level: null } })
    expect(viewOf({ ...playing, town: TOWN, pairing }, NOW + 60_000).kind).toBe('page')
    const revocationHead = { ...head, leaseUntil: head.activateAt + 1 }
    const free = { ...playing, town: TOWN, active: { ...playing.active!, head: revocationHead } }
    expect(viewOf({ ...free, pairing }, NOW + 60_000).kind).toBe('code')
    expect(viewOf({ ...free, pairing: { ...pairing, town: OTHER_TOWN } }, NOW + 60_000).kind).toBe('page')
  })

  test('PLY-15 the next look is at the end of the page, and never more than a minute away or in the past', () => {
    const view = viewOf(playing, NOW)
    expect(view.kind === 'page' && lookAgainAt(playing, view, NOW)).toBe(
      view.kind === 'page' && view.showing.until,
    )
    expect(lookAgainAt(fresh, viewOf(fresh, NOW), NOW)).toBe(NOW + 60_000)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (by) => {
        const t = NOW + by
        const again = lookAgainAt(playing, viewOf(playing, t), t)
        expect(again > t && again <= t + 60_000).toBe(true)
      }),
    )
  })

  test('PLY-15 a switch that waits is looked for at its instant', () => {
    const next = headFor(one.name, 2, { activateAt: NOW + 77 })
    const state = { ...playing, pending: { head: next, signed: signHead(next) } }
    expect(lookAgainAt(state, viewOf(state, NOW), NOW)).toBe(NOW + 77)
  })

  test('PLY-15 equal pixels have equal keys', () => {
    expect(viewKey(viewOf(playing, NOW))).toBe(viewKey(viewOf(playing, NOW + 10_000)))
    expect(viewKey(viewOf(playing, NOW))).not.toBe(viewKey(viewOf(playing, NOW + 60_000)))
    expect(viewKey({ kind: 'code', pairing })).not.toBe(
      viewKey({ kind: 'code', pairing: { ...pairing, code: 'X' } }),
    )
  })

  test('I7 a page is barred once its release is withdrawn or its lease is over; the fallback never is', () => {
    const view = viewOf(playing, NOW)
    const release = view.kind === 'page' ? view.showing.release : null
    expect(barred(playing, view, NOW + 59_999)).toBe(false)
    expect(barred(playing, view, NOW + 60_000)).toBe(true)
    expect(barred({ ...playing, withdrawn: [release!] }, view, NOW)).toBe(true)
    expect(barred(fresh, view, NOW)).toBe(true)
    expect(barred(playing, viewOf(playing, NOW + 60_000), NOW + 60_000)).toBe(false)
  })

  test('I11 a head whose lease is shorter ends it before it can start', () => {
    const next = headFor(one.name, 2, { activateAt: NOW + 10, leaseUntil: NOW + 10 })
    const state = { ...playing, pending: { head: next, signed: signHead(next) } }
    expect(viewOf(state, NOW + 9)).toMatchObject({ showing: { until: NOW + 10 } })
    expect(viewOf(state, NOW + 10)).toMatchObject({ kind: 'page', showing: { release: null } })
  })
})
