import fc from 'fast-check'
import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readClock, seedClock } from '../../../../display-client/core/clock.ts'
import {
  asked,
  challenged,
  hearTime,
  keepTime,
  type Timekeeping,
} from '../../../../display-client/core/timekeeping.ts'
import { clockBody, type ClockReading } from '../../../../src/protocol/clock-body.ts'
import { CLOCK_DOMAIN, signedText } from '../../../../src/signed/wire.ts'
import { NOW, OTHER_PAIR, SCREEN_IDENTITY, TOWN, TOWN_PAIR, VIEWER_IDENTITY, tools } from './rig.ts'

const NONCE = 'n'.repeat(32)
const RANDOM = 'r'.repeat(22)
const AHEAD = 5 * 3_600_000
const SCREEN = { identity: SCREEN_IDENTITY, town: TOWN }
const fresh = challenged(keepTime(seedClock(0, NOW, null)), NONCE)
const seal = (told: readonly ClockReading[], by = TOWN_PAIR, nonce = NONCE, random = RANDOM): string =>
  sign(null, Buffer.from(signedText(CLOCK_DOMAIN, clockBody(nonce, random, told))), by.privateKey).toString(
    'base64url',
  )
/** Questions at these readings, answered 10 ms later by a clock that is `by` ahead; the last answer is signed. */
const burst = (time: Timekeeping, readings: readonly number[], by: number, signature?: string) => {
  const told = readings.map((sent) => [sent, NOW + sent + 5 + by] as const)
  const last = readings.length - 1
  return readings.reduce((before, sent, i) => {
    const question = asked(before, sent, i === last ? RANDOM : '')
    const answer = { sent, server: told[i]![1], ...(i === last && { signature: signature ?? seal(told) }) }
    return hearTime(question, answer, sent + 10, SCREEN, tools)
  }, time)
}
const read = ({ clock }: Timekeeping): number => readClock(clock, 10_000)

describe('timekeeping', () => {
  test('PLY-29 a burst whose last answer the town signed sets the time by any distance, from all its samples', () => {
    for (const by of [AHEAD, -3_000 * 86_400_000]) {
      const time = burst(fresh, [1, 101.5, 201.25], by)
      expect(read(time)).toBeCloseTo(NOW + 10_000 + by, 3)
      expect(time.clock).toMatchObject({ disciplined: true, samples: { length: 3 } })
    }
  })

  test('PLY-29 what the town did not sign for this question on this connection changes no time', () => {
    const told: readonly ClockReading[] = [[1, NOW + 6 + AHEAD]]
    for (const signature of [
      seal(told, OTHER_PAIR),
      seal(told, TOWN_PAIR, 'm'.repeat(32)),
      seal(told, TOWN_PAIR, NONCE, 'q'.repeat(22)),
      seal([[1, NOW + 6]]),
      seal([]),
      'A'.repeat(86),
    ]) {
      expect(read(burst(fresh, [1], AHEAD, signature))).toBe(NOW + 10_000)
    }
    const unsigned = hearTime(asked(fresh, 1), { sent: 1, server: NOW + AHEAD }, 2, SCREEN, tools)
    expect(read(unsigned)).toBe(NOW + 10_000)
    const unknown = { identity: SCREEN_IDENTITY, town: null }
    const answer = { sent: 1, server: told[0]![1], signature: seal(told) }
    expect(read(hearTime(asked(fresh, 1, RANDOM), answer, 11, unknown, tools))).toBe(NOW + 10_000)
  })

  test('PLY-29 a signed answer counts once, and only for a question that was asked at that reading', () => {
    const told: readonly ClockReading[] = [[1, NOW + 6]]
    const answer = { sent: 1, server: NOW + 6, signature: seal(told) }
    const once = hearTime(asked(fresh, 1, RANDOM), answer, 11, SCREEN, tools)
    expect(once.clock.samples).toHaveLength(1)
    expect(hearTime(once, answer, 5_000, SCREEN, tools).clock.samples).toHaveLength(1)
    const other = hearTime(asked(fresh, 3, RANDOM), answer, 11, SCREEN, tools)
    expect(other.clock.disciplined).toBe(false)
  })

  test('PLY-29 a slow line answers after all was asked: every signed answer counts for its own question', () => {
    const readings = [0, 100, 200, 300, 400, 500, 600, 700]
    const first = 'f'.repeat(22)
    const questions = readings.reduce(
      (time, sent, i) => asked(time, sent, i === 0 ? first : i === 7 ? RANDOM : ''),
      fresh,
    )
    const told = readings.map((sent): ClockReading => [sent, NOW + sent + 450 + AHEAD])
    const answers = told.map(([sent, server], i) => {
      if (i === 0) return { sent, server, signature: seal(told.slice(0, 1), TOWN_PAIR, NONCE, first) }
      return i === 7 ? { sent, server, signature: seal(told.slice(1)) } : { sent, server }
    })
    const after = (count: number) =>
      answers
        .slice(0, count)
        .reduce((time, answer) => hearTime(time, answer, answer.sent + 900, SCREEN, tools), questions)
    expect(read(after(1))).toBeCloseTo(NOW + 10_000 + AHEAD, 3)
    expect(after(8).clock.samples).toHaveLength(8)
  })

  test('PLY-29 a word slipped in spoils its burst alone; the next one counts', () => {
    const slipped = hearTime(fresh, { sent: 1, server: NOW + AHEAD }, 2, SCREEN, tools)
    const spoilt = burst(slipped, [100, 200], 0)
    expect(spoilt.clock.disciplined).toBe(false)
    expect(burst(spoilt, [300, 400], 0).clock.samples).toHaveLength(2)
  })

  test('PLY-29 I16 a server that signs nothing leaves the clock its own', () => {
    const questions = [1, 2, 3].reduce((time, sent) => asked(time, sent, RANDOM), fresh)
    const heard = [1, 2, 3].reduce(
      (time, sent) => hearTime(time, { sent, server: NOW + AHEAD }, sent + 4, SCREEN, tools),
      questions,
    )
    expect(read(heard)).toBe(NOW + 10_000)
  })

  test('PLY-29 PLY-2 a viewer, which has no key, takes the time of the server it looks at', () => {
    const viewer = { identity: VIEWER_IDENTITY, town: TOWN }
    const time = hearTime(asked(fresh, 1), { sent: 1, server: NOW + 6 + AHEAD }, 11, viewer, tools)
    expect(read(time)).toBe(NOW + 10_000 + AHEAD)
  })

  test('I10 questions and answers without end take no more room', () => {
    let time = fresh
    for (let i = 0; i < 1_000; i += 1) {
      time = hearTime(asked(time, i), { sent: i, server: NOW }, i, SCREEN, tools)
    }
    expect(time.heard.length + time.asked.length).toBeLessThanOrEqual(24)
  })

  test('PLY-29 whatever is answered without the town’s key, and however late, the time stays', () => {
    const answer = fc.record(
      {
        sent: fc.oneof(fc.constantFrom(1, 2, 3), fc.double()),
        server: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        signature: fc.constantFrom(
          'A'.repeat(86),
          seal([[1, NOW]], OTHER_PAIR),
          seal([[1, NOW]], TOWN_PAIR, 'x'),
        ),
      },
      { requiredKeys: ['sent', 'server'] },
    )
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        const questions = [1, 2, 3].reduce((time, sent) => asked(time, sent, RANDOM), fresh)
        const after = answers.reduce(
          (time, one, i) => hearTime(time, one as never, 10 + i, SCREEN, tools),
          questions,
        )
        expect(after.clock).toBe(fresh.clock)
      }),
    )
  })
})
