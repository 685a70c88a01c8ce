import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionRow } from '../../../src/model/people.ts'
import {
  overdueMark,
  askedBy,
  expiryMark,
  GIVEN_UP_AFTER_MS,
  MOST_TRIES,
  nextTry,
  stepWaitedFor,
  type Named,
} from '../../../src/notices/index.ts'

const person = (id: string, ...roles: Named['roles']): Named => ({ id, name: id, roles })
const PEOPLE = [
  person('author', 'author'),
  person('second', 'author', 'reviewer'),
  person('reviewer', 'reviewer'),
  person('other', 'reviewer'),
  person('issuer', 'issuer'),
  person('chief', 'issuer', 'administrator'),
]
const history = (...rows: DecisionRow[]) => ({ kind: 'case', authors: ['author', 'second'], rows })
const asked = (event: Parameters<typeof askedBy>[0], ...rows: DecisionRow[]) =>
  askedBy(event, history(...rows), PEOPLE).map(({ id }) => id)

describe('NTC-3 who is told', () => {
  it('NTC-3 what waits: those who may take the next step, none who wrote it and no administrator', () => {
    expect(asked('waiting')).toEqual(['reviewer', 'other'])
    const [one, two] = ['reviewer', 'other'].map((by): DecisionRow => ({ decision: 'approve', by }))
    expect(asked('waiting', one!)).toEqual(['other'])
    expect(asked('overdue', one!, two!)).toEqual(['issuer'])
    expect(stepWaitedFor(history())?.zh).toBe('审核')
    expect(stepWaitedFor(history(one!, two!))?.zh).toBe('签发')
  })

  it('NTC-3 what was handed over: the heir alone', () => {
    expect(asked('waiting', { decision: 'hand-over', by: 'reviewer', to: 'other' })).toEqual(['other'])
  })

  it('NTC-3 handed to who may no more: all who may', () => {
    expect(asked('waiting', { decision: 'hand-over', by: 'reviewer', to: 'gone' })).toEqual([
      'reviewer',
      'other',
    ])
  })

  it('NTC-3 what became of it: who wrote it', () => {
    for (const event of ['returned', 'issued', 'withdrawn', 'expiring'] as const)
      expect(asked(event, { decision: 'return', by: 'reviewer' })).toEqual(['author', 'second'])
  })
})

describe('NTC-7 when a delivery is tried again', () => {
  it('NTC-7 later each time, so often at most, and never after a day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 20 }), (delays) => {
        const begun = 1_800_000_000_000
        let now = begun
        let tries = 0
        let wait = 0
        for (const delay of delays) {
          tries += 1
          now += delay
          const next = nextTry(tries, begun, now)
          if (next === null) break
          expect(next - now).toBeGreaterThanOrEqual(wait)
          expect(next - begun).toBeLessThanOrEqual(GIVEN_UP_AFTER_MS)
          wait = next - now
          now = next
        }
        expect(tries).toBeLessThanOrEqual(MOST_TRIES)
      }),
    )
  })

  it('NTC-7 all tries fit into a day when each fails at once', () => {
    let now = 0
    for (let tries = 1; tries < MOST_TRIES; tries += 1) now = nextTry(tries, 0, now) ?? Number.NaN
    expect(now).toBeGreaterThan(20 * 3_600_000)
    expect(nextTry(MOST_TRIES, 0, now)).toBeNull()
  })
})

describe('NTC-9 when an end is told', () => {
  it('NTC-9 at fourteen, seven, three and one days, each once, whenever it is looked at', () => {
    expect([20, 15, 14, 10, 8, 7, 4, 3, 2, 1, 0, -1].map(expiryMark)).toEqual([
      null,
      null,
      14,
      14,
      14,
      7,
      7,
      3,
      3,
      1,
      1,
      null,
    ])
  })
})

describe('NTC-9 how often an overdue review is told', () => {
  it('NTC-9 on the first day over, on the third, then once a week', () => {
    expect([-3, 0, 1, 2, 3, 6, 7, 13, 14, 50].map(overdueMark)).toEqual([
      null,
      null,
      1,
      1,
      3,
      3,
      7,
      7,
      14,
      49,
    ])
  })
})
