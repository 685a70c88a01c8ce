import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReleaseId } from '../../../src/model/ids.ts'
import type { Programme, Showing } from '../../../src/model/programme.ts'
import { at, nextChange, showingUnder } from '../../../src/programme/at.ts'
import {
  arbProgramme,
  arbRevoked,
  buildHead,
  buildProgramme,
  buildSegment,
  pageName,
  buildPage,
} from '../../builders/programme.ts'

type Turn = { page: string; from: number; until: number }

/** Slow and plain: walks from the anchor one page at a time, forwards or backwards. */
const walk = (loop: readonly (readonly [string, number])[], anchor: number, t: number): Turn => {
  let i = 0
  let start = anchor
  const dwell = (n: number): readonly [string, number] =>
    loop[((n % loop.length) + loop.length) % loop.length]!
  while (start > t) start -= dwell(--i)[1]
  while (start + dwell(i)[1] <= t) start += dwell(i++)[1]
  return { page: dwell(i)[0], from: start, until: start + dwell(i)[1] }
}

const reference = (p: Programme, t: number, revoked: readonly ReleaseId[]): Turn & { dark: boolean } => {
  const timed = (names: readonly string[]): [string, number][] => names.map((n) => [n, p.pages[n]!.dwellMs])
  const segment = p.segments.find((s) => s.from <= t && t < s.until)
  const bounds = segment ?? {
    from: Math.max(-Infinity, ...p.segments.filter((s) => s.until <= t).map((s) => s.until)),
    until: Math.min(Infinity, ...p.segments.filter((s) => s.from > t).map((s) => s.from)),
  }
  if (segment?.dark) return { page: p.fallback[0]!, from: segment.from, until: segment.until, dark: true }
  const loop = (segment?.loop == null ? [] : p.loops[segment.loop]!)
    .filter((item) => !revoked.includes(item.release))
    .map((item) => item.page)
  const turn =
    segment && loop.length > 0 ? walk(timed(loop), segment.anchor, t) : walk(timed(p.fallback), 0, t)
  return {
    page: turn.page,
    from: Math.max(turn.from, bounds.from),
    until: Math.min(turn.until, bounds.until),
    dark: false,
  }
}

const view = (s: Showing): Turn & { dark: boolean } => ({
  page: s.page,
  from: s.from,
  until: s.until,
  dark: s.dark,
})
const arbT = fc.integer({ min: -150_000, max: 300_000 })

describe('PRG-7 at(t) is a function of the programme, shared time and what was withdrawn', () => {
  it('agrees with walking page by page', () => {
    fc.assert(
      fc.property(arbProgramme, arbT, arbRevoked, (p, t, revoked) => {
        expect(view(at(p, t, revoked))).toEqual(reference(p, t, revoked))
      }),
      { numRuns: 500 },
    )
  })

  it('I7 never shows a withdrawn release, and I4 always has a page', () => {
    fc.assert(
      fc.property(arbProgramme, arbT, arbRevoked, (p, t, revoked) => {
        const showing = at(p, t, revoked)
        expect(revoked).not.toContain(showing.release)
        expect(p.pages[showing.page]).toBeDefined()
        expect(showing.from <= t && t < showing.until).toBe(true)
      }),
    )
  })

  it('I4 answers to no time at all and to a programme nobody checked', () => {
    const broken = { ...buildProgramme(), pages: {} }
    for (const t of [NaN, Infinity, -Infinity, 0.5, -1e15, 1e15]) {
      expect(at(broken, t).page).toBeTruthy()
      expect(at(buildProgramme(), t).page).toBeTruthy()
    }
  })

  it('begins each turn where the last ended', () => {
    fc.assert(
      fc.property(arbProgramme, arbT, arbRevoked, (p, t, revoked) => {
        const now = at(p, t, revoked)
        expect(at(p, now.until, revoked).from).toBe(now.until)
        expect(at(p, now.until - 1, revoked)).toEqual(now)
      }),
    )
  })
})

describe('PRG-8 the next change is the first instant with another view', () => {
  it('agrees with trying every turn', () => {
    fc.assert(
      fc.property(arbProgramme, arbT, arbRevoked, (p, t, revoked) => {
        const now = at(p, t, revoked)
        const end = p.segments.at(-1)?.until ?? t
        let then = now
        let expected: number | null = null
        while (then.until !== Infinity && then.from <= Math.max(end, t) + 1) {
          then = at(p, then.until, revoked)
          if (then.page !== now.page || then.release !== now.release || then.dark !== now.dark) {
            expected = then.from
            break
          }
        }
        expect(nextChange(p, t, revoked)).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('is null when one safe page stays for ever', () => {
    expect(nextChange(buildProgramme([], { segments: [] }), 0)).toBeNull()
  })
})

describe('PRG-9 after its lease a head gives the fallback only', () => {
  const programme = buildProgramme([[['甲', 5000]]], {
    segments: [buildSegment({ loop: 0, level: 'daily' })],
  })
  const card = pageName(buildPage('银盾', 20_000))
  const head = buildHead({ leaseUntil: 12_000 })

  it('plays, stops exactly at the end of the lease, and is cut there', () => {
    expect(showingUnder(head, programme, 11_999)).toMatchObject({
      release: 'release-甲',
      from: 10_000,
      until: 12_000,
    })
    expect(showingUnder(head, programme, 12_000)).toMatchObject({
      page: card,
      release: null,
      from: 12_000,
      until: 20_000,
    })
  })

  it('I7 leaves out what the head says is withdrawn', () => {
    const revoked = ['release-甲' as ReleaseId]
    expect(showingUnder({ ...head, revoked }, programme, 0).page).toBe(card)
  })
})
