import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginAge, noteAge, readAge, seeWall, type AgeNote } from '../../../src/trust/age.ts'
import { leaseAge, leaseAgeSet, leaseFault, leaseOver } from '../../../src/trust/lease.ts'
import { ceiling, counted, followed, type Numbers } from '../../../src/trust/numbers.ts'
import { ask, hearClock } from '../../../src/trust/time.ts'
import { NOW } from '../../builders/wire.ts'

const DAY = 86_400_000
const BUILT = NOW - 100 * DAY

describe('TRU-3 age', () => {
  /** Starts at this wall clock, runs so long, and leaves a note. */
  const run = (note: AgeNote | null, wall: number, ran: number): AgeNote =>
    noteAge(seeWall(seeWall(beginAge(note, 500), 500, wall, BUILT), 500 + ran, wall + ran, BUILT), 500 + ran)

  test('TRU-3 it is running time, and what the wall clock went forward while it was off', () => {
    const first = run(null, NOW, 3_600_000)
    expect(first).toEqual({ age: 3_600_000, wall: NOW + 3_600_000, ran: 0 })
    const night = run(first, NOW + 10 * 3_600_000, 60_000)
    expect(night.age).toBe(10 * 3_600_000 + 60_000)
  })

  test('TRU-3 no wall clock takes age away, and none adds more than 31 days a restart', () => {
    const note = run(null, NOW, 1_000)
    expect(run(note, NOW - 20 * DAY, 1_000).age).toBe(2_000)
    expect(run(note, NOW + 4_000 * DAY, 1_000).age).toBe(31 * DAY + 2_000)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), fc.nat(10 ** 9)), {
          maxLength: 8,
        }),
        (runs) => {
          let kept: AgeNote | null = null
          for (const [wall, ran] of runs) {
            const before: number = kept === null ? 0 : kept.age
            kept = run(kept, wall, ran)
            expect(kept.age).toBeGreaterThanOrEqual(before + ran)
            expect(kept.age).toBeLessThanOrEqual(before + ran + 31 * DAY)
          }
        },
      ),
    )
  })

  test('TRU-3 a wall clock of before the player was built is none: the note stays, and is compared when there is one', () => {
    const note = run(null, NOW, 1_000)
    const off = 5 * DAY
    let age = seeWall(beginAge(note, 0), 0, 3_000, BUILT)
    expect(readAge(age, 60_000)).toBe(61_000)
    // A power cut before the network time came: what ran is in the note, what was off is not lost.
    const cut = noteAge(age, 60_000)
    expect(cut).toEqual({ age: 61_000, wall: NOW + 1_000, ran: 60_000 })
    age = seeWall(beginAge(cut, 0), 0, 4_000, BUILT)
    age = seeWall(age, 30_000, NOW + 1_000 + 60_000 + 30_000 + off, BUILT)
    expect(readAge(age, 30_000)).toBe(61_000 + 30_000 + off)
    expect(noteAge(age, 30_000).wall).toBe(NOW + 91_000 + off)
  })

  test('TRU-3 within a run the wall clock is not looked at again', () => {
    const age = seeWall(beginAge(run(null, NOW, 1_000), 0), 0, NOW + 2_000, BUILT)
    const later = seeWall(age, 10_000, NOW + 300 * DAY, BUILT)
    expect(readAge(later, 10_000)).toBe(readAge(age, 10_000))
    // And one that was put forward and back costs a single restart its count.
    const back = run(noteAge(later, 10_000), NOW + DAY, 1_000)
    expect(run(back, NOW + 2 * DAY, 0).age - back.age).toBe(DAY - 1_000)
  })

  test('TRU-3 a running clock that jumps back takes nothing away', () => {
    expect(readAge(beginAge({ age: 7, wall: null, ran: 0 }, 100), 50)).toBe(7)
  })
})

describe('TRU-4 answers of the clock', () => {
  const answer = (sent: number) => ({ sent, now: NOW })

  test('TRU-4 an answer counts once, for a question of this line', () => {
    const asking = ask(ask([], 10), 20)
    const { asking: after, sample } = hearClock(asking, answer(10), 110, true)
    expect(sample).toEqual({ sent: 10, received: 110, server: NOW, error: 50 })
    expect(after).toEqual([20])
    expect(hearClock(after, answer(10), 110, true).sample).toBeNull()
    expect(hearClock([], answer(10), 110, true).sample).toBeNull()
    expect(hearClock(asking, answer(11), 110, true)).toEqual({ asking, sample: null })
  })

  test('TRU-4 one that took over two seconds is passed over, before the first over thirty, and one of the future', () => {
    const sampled = (received: number, timed: boolean) =>
      hearClock([0], answer(0), received, timed).sample !== null
    expect([sampled(2_000, true), sampled(2_001, true)]).toEqual([true, false])
    expect([sampled(30_000, false), sampled(30_001, false)]).toEqual([true, false])
    expect(sampled(-1, true)).toBe(false)
  })

  test('TRU-4 questions that nobody answers are not kept for ever', () => {
    const asking = Array.from({ length: 100 }, (_, i) => i).reduce(
      (all: readonly number[], i) => ask(all, i),
      [],
    )
    expect(asking).toEqual([84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99])
  })
})

describe('TRU-5 leases', () => {
  const head = (from: number, until: number) => ({ activateAt: NOW + from, leaseUntil: NOW + until })
  const set = { now: NOW, set: true }
  const unset = (now: number) => ({ now, set: false })

  test('TRU-5 at most 31 days after it begins and after the time; ten minutes ahead at most', () => {
    expect(leaseFault(head(0, 31 * DAY), set)).toBeNull()
    expect(leaseFault(head(0, 31 * DAY + 1), set)).toBe('leaseUntil')
    expect(leaseFault(head(1, 31 * DAY + 1), set)).toBe('leaseUntil')
    expect(leaseFault(head(600_000, DAY), set)).toBeNull()
    expect(leaseFault(head(600_001, DAY), set)).toBe('activateAt')
    expect(leaseFault(head(-40 * DAY, -39 * DAY), set)).toBeNull()
  })

  test('TRU-5 before the time is set only its own length counts: a box that is years off must play', () => {
    for (const now of [0, NOW + 4_000 * DAY]) {
      expect(leaseFault(head(0, 31 * DAY), unset(now))).toBeNull()
      expect(leaseFault(head(0, 31 * DAY + 1), unset(now))).toBe('leaseUntil')
      expect(leaseAge(head(0, 30 * DAY), unset(now), 5)).toBe(5 + 30 * DAY)
    }
  })

  test('TRU-5 it ends by age as long after it was taken as it had left, and by the time, whichever is first', () => {
    expect(leaseAge(head(-10 * DAY, 20 * DAY), set, 7 * DAY)).toBe(27 * DAY)
    expect(leaseAge(head(300_000, DAY), set, 0)).toBe(DAY - 300_000)
    expect(leaseAge(head(-2 * DAY, -DAY), set, 3)).toBe(3)
    const lease = head(0, 20 * DAY)
    expect(leaseOver(lease, 20 * DAY, NOW + 20 * DAY - 1, 20 * DAY - 1)).toBe(false)
    expect(leaseOver(lease, 20 * DAY, NOW + 20 * DAY, 0)).toBe(true)
    // The clock of the box was put back, and kept there.
    expect(leaseOver(lease, 20 * DAY, NOW - 300 * DAY, 20 * DAY)).toBe(true)
  })

  test('TRU-5 once the time is set, what was taken before it ends no later than if it came now', () => {
    const old = head(-20 * DAY, 10 * DAY)
    const taken = leaseAge(old, unset(0), 0)
    expect(taken).toBe(30 * DAY)
    expect(leaseAgeSet(old, taken, set, 1_000)).toBe(10 * DAY + 1_000)
    expect(leaseAgeSet(old, 5, set, 1_000)).toBe(5)
    expect(leaseAgeSet(old, taken, unset(0), 1_000)).toBe(taken)
  })
})

describe('TRU-6 numbers', () => {
  const begun = (first: number, age = 0): Numbers => counted(null, first, age) as Numbers

  test('TRU-6 the first may be any below 2^40', () => {
    expect(counted(null, 2 ** 40 - 1, 0)).toMatchObject({ first: 2 ** 40 - 1 })
    expect(counted(null, 2 ** 40, 0)).toBe('beyond')
  })

  test('TRU-6 a million above the first, and a million more for each day of age, in however many steps', () => {
    const numbers = begun(500, 3 * DAY)
    expect(ceiling(numbers, 3 * DAY)).toBe(1_000_500)
    expect(ceiling(numbers, 3.5 * DAY)).toBe(1_500_500)
    expect(counted(numbers, 1_000_500, 3 * DAY)).toMatchObject({ last: 1_000_500, first: 500 })
    expect(counted(numbers, 1_000_501, 3 * DAY)).toBe('beyond')
    expect(ceiling(numbers, 0)).toBe(1_000_500)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3_000_000), fc.nat(DAY))), (steps) => {
        let at = begun(1)
        let age = 0
        for (const [step, passed] of steps) {
          age += passed
          const next = counted(at, at.last + step, age)
          if (next !== 'beyond') at = next
          expect(at.last).toBeLessThanOrEqual(1 + 1_000_000 * (1 + age / DAY))
        }
      }),
    )
  })

  test('TRU-6 a server follows half a step above the lowest number that a screen told, and no further', () => {
    expect(followed(10, 9, 10)).toBe(10)
    expect(followed(10, 500_010, 10)).toBe(500_010)
    expect(followed(10, 500_011, 10)).toBe('rotate')
    // Whatever it follows, the screen that is lowest can still take what comes next.
    fc.assert(
      fc.property(fc.nat(2 ** 30), fc.nat(1_000_000), (lowest, above) => {
        const next = followed(lowest, lowest + above, lowest)
        if (next !== 'rotate') expect(counted(begun(lowest), next + 1, 0)).not.toBe('beyond')
      }),
    )
  })
})
