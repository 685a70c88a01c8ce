import { isRefusal } from '../../../src/errors/is-refusal.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReleaseId } from '../../../src/model/ids.ts'
import {
  HEAD_LIMIT_BYTES,
  headBody,
  headFits,
  parseHead,
  REVOKED_LIMIT,
} from '../../../src/programme/head.ts'
import { buildHead } from '../../builders/programme.ts'

const uuids = (n: number): ReleaseId[] =>
  Array.from({ length: n }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}` as ReleaseId)

describe('PRG-6 a head is at most 1 KB and has one spelling', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1 }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 0, max: REVOKED_LIMIT }),
        (sequence, activateAt, n) => {
          const head = buildHead({ sequence, activateAt, leaseUntil: activateAt + 1, revoked: uuids(n) })
          expect(parseHead(headBody(head))).toEqual(head)
        },
      ),
    )
  })

  it('has room for 16 withdrawn releases and a town name of 30 Chinese characters', () => {
    const head = buildHead({ town: '镇'.repeat(30), revoked: uuids(16), sequence: 999_999_999 })
    expect(headFits(head)).toBe(true)
    expect(Buffer.byteLength(headBody(head))).toBeLessThanOrEqual(HEAD_LIMIT_BYTES)
  })

  it('refuses to write or read more', () => {
    const head = buildHead({ town: '镇'.repeat(400) })
    expect(headFits(head)).toBe(false)
    expect(() => headBody(head)).toThrow(RangeError)
    expect(isRefusal(parseHead(JSON.stringify(head)))).toBe(true)
  })

  it('leaves members of its caller out', () => {
    expect(headBody({ ...buildHead(), cause: 'x' } as never)).toBe(headBody(buildHead()))
  })

  it.each([
    ['other spelling', ` ${headBody(buildHead())}`],
    ['an unknown member', headBody(buildHead()).replace('{', '{"a":1,')],
    ['half a character', JSON.stringify({ ...buildHead(), town: '\ud800' })],
    ['sequence 0', headBody(buildHead({ sequence: 0 }))],
    ['a lease that ends at once', headBody(buildHead({ activateAt: 5, leaseUntil: 5 }))],
    [
      '17 withdrawn releases',
      headBody(buildHead({ revoked: Array.from({ length: 17 }, (_, i) => `${i}` as ReleaseId) })),
    ],
    ['no JSON', '{'],
    ['null', 'null'],
  ])('refuses %s', (_, body) => {
    expect(isRefusal(parseHead(body))).toBe(true)
  })
})
