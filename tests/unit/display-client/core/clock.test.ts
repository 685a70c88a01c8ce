import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disciplineClock, noteClock, readClock, seedClock } from '../../../../display-client/core/clock.ts'

const SERVER = 1_795_000_000_000

describe('clock', () => {
  test('I11 a wall clock that jumps while playing changes nothing: only the monotonic reading counts', () => {
    const clock = seedClock(100, SERVER, null)
    expect(readClock(clock, 100)).toBe(SERVER)
    expect(readClock(clock, 5_100)).toBe(SERVER + 5_000)
  })

  test('I11 a wall clock that went back since the last run does not take time back', () => {
    const note = { shared: SERVER, wall: SERVER + 7_000 }
    expect(readClock(seedClock(0, SERVER - 99_999, note), 0)).toBe(SERVER)
    expect(readClock(seedClock(0, SERVER + 8_000, note), 0)).toBe(SERVER + 1_000)
  })

  test('I11 the first answer of the server sets the time, however wrong the seed', () => {
    const wrong = seedClock(0, 0, null)
    const set = disciplineClock(wrong, 1_000, 1_040, SERVER + 1_020)
    expect(set.disciplined).toBe(true)
    expect(readClock(set, 1_040)).toBeCloseTo(SERVER + 1_040, 3)
  })

  test('I11 the error is at most half of what the way there and the way back differ', () => {
    const delay = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(fc.array(delay, { minLength: 1, maxLength: 60 }), (delays) => {
        let mono = 50
        let clock = seedClock(0, 0, null)
        for (const [up, down] of delays) {
          clock = disciplineClock(clock, mono, mono + up + down, SERVER + mono + up)
          mono += 1_000
        }
        const best = Math.max(...delays.map(([up, down]) => Math.abs(up - down) / 2))
        expect(Math.abs(clock.offset - SERVER)).toBeLessThanOrEqual(best + 1e-6)
      }),
    )
  })

  test('I11 once set, time never runs backwards and is bent by at most 5 ms a second', () => {
    const samples = fc.array(
      fc.record({
        rtt: fc.integer({ min: 0, max: 400 }),
        lean: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(samples, (all) => {
        let mono = 1_000
        let clock = disciplineClock(seedClock(0, 0, null), 1_000, 1_000, SERVER + 1_000)
        let last = readClock(clock, mono)
        for (const { rtt, lean } of all) {
          mono += 2_000
          clock = disciplineClock(clock, mono - rtt, mono, SERVER + mono - rtt / 2 + lean * rtt)
          for (const step of [0, 1, 700, 1_299]) {
            const now = readClock(clock, mono + step)
            expect(now).toBeGreaterThanOrEqual(last - 1e-3)
            last = now
          }
          expect(
            Math.abs(readClock(clock, mono + 1_000) - readClock(clock, mono) - 1_000),
          ).toBeLessThanOrEqual(5.01)
        }
      }),
    )
  })

  test('I11 a server whose clock was set is followed: old samples are dropped', () => {
    let clock = seedClock(0, 0, null)
    for (let i = 0; i < 20; i += 1) clock = disciplineClock(clock, i * 100, i * 100 + 4, SERVER + i * 100 + 2)
    clock = disciplineClock(clock, 3_000, 3_030, SERVER + 3_600_000 + 3_015)
    expect(readClock(clock, 3_030)).toBeCloseTo(SERVER + 3_600_000 + 3_030, 0)
    expect(clock.samples).toHaveLength(1)
  })

  test('I10 samples are bounded, and nonsense is passed over', () => {
    let clock = seedClock(0, SERVER, null)
    for (let i = 0; i < 100; i += 1) clock = disciplineClock(clock, i, i + 2, SERVER + i + 1)
    expect(clock.samples).toHaveLength(32)
    expect(disciplineClock(clock, 500, 400, SERVER)).toBe(clock)
    expect(disciplineClock(clock, 0, 40_000, SERVER)).toBe(clock)
    expect(disciplineClock(clock, Number.NaN, 400, SERVER)).toBe(clock)
  })

  test('PLY-7 a note holds the shared instant in whole milliseconds', () => {
    expect(noteClock(seedClock(0, SERVER, null), 10.7, 42)).toEqual({ shared: SERVER + 10, wall: 42 })
  })
})
