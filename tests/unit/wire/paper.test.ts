import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { canonicalJson } from '../../../src/programme/canonical.ts'
import type { Paper } from '../../../src/wire/paper.ts'
import {
  ASSIGNMENT,
  fittingHead,
  HEAD_2,
  ROTATION,
  SUCCESSION,
  WITHDRAWING,
  WITHDRAWING_MOST,
  WITHDRAWN,
  WITHDRAWN_MOST,
} from '../../../src/wire/papers.ts'
import {
  buildAssignment,
  buildHead2,
  buildRotation,
  buildSet,
  buildSuccession,
  buildWithdrawing,
  LONG_HEAD,
  NOW,
  PAPERS,
  shaOf,
  sixteenOf,
  withdrawalsOf,
} from '../../builders/wire.ts'

const papers = PAPERS as readonly (readonly [string, Paper<object>, object])[]
const codeOf = (read: object): string => (isRefusal(read) ? `${read.code} ${read.field}` : 'taken')

describe.each(papers)('WIR-1 a %s', (_, { domain, limit, read, write }, value) => {
  const body = write(value)
  const members = JSON.parse(body) as Record<string, unknown>

  test('WIR-1 is read as it was written, its kind inside', () => {
    expect(members['is']).toBe(domain)
    expect(read(body)).toEqual({ ...value, is: domain })
    expect(body.length).toBeLessThanOrEqual(limit)
  })

  test('WIR-1 has no other spelling', () => {
    const backwards = Object.fromEntries(Object.entries(members).toReversed())
    for (const other of [
      ` ${body}`,
      `${body}\n`,
      JSON.stringify(backwards),
      body.replace('"k":1', '"k":1.0'),
      body.replace('"k":1', '"k":1,"k":1'),
      body.replace('"is"', String.raw`"\u0069s"`),
    ]) {
      expect(isRefusal(read(other))).toBe(true)
    }
  })

  test('WIR-1 is refused with a member more, less, or of another kind, which is named', () => {
    expect(codeOf(read(canonicalJson({ ...members, more: 1 })))).toMatch(/ more$/)
    for (const name of Object.keys(members)) {
      const { [name]: gone, ...rest } = members
      expect(codeOf(read(canonicalJson(rest)))).toMatch(new RegExp(` ${name}`))
      for (const wrong of [null, [1], {}, '"', -1, 0.5, true, '\u4e94']) {
        if (wrong === null && SUCCESSION.domain === domain && name === 'of') continue
        expect(codeOf(read(canonicalJson({ ...members, [name]: wrong })))).toMatch(new RegExp(` ${name}`))
      }
      expect(gone).toBeDefined()
    }
  })

  test('WIR-1 of another kind is none, and nothing that is none throws', () => {
    for (const [, other, its] of papers) {
      expect(isRefusal(read(other.write(its)))).toBe(other.domain !== domain)
    }
    fc.assert(fc.property(fc.string(), (text) => isRefusal(read(text))))
    fc.assert(fc.property(fc.json(), (text) => isRefusal(read(text))))
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const changed = body.slice(0, at) + put + body.slice(at + 1)
        const back = read(changed)
        // Where it is still one, it is the canonical spelling of what it says.
        if (!isRefusal(back)) expect(write(back)).toBe(changed)
      }),
    )
  })

  test('WIR-1 is refused beyond its bytes before it is parsed', () => {
    expect(isRefusal(read(body + ' '.repeat(limit)))).toBe(true)
  })
})

describe('WIR-1 what no member says by itself', () => {
  test('WIR-1 a lease ends after it begins; as many newest withdrawals as there are', () => {
    expect(() => HEAD_2.write(buildHead2({ leaseUntil: NOW }))).toThrow('leaseUntil')
    const withdrawn = { bytes: 1, count: 1, newest: withdrawalsOf(2), root: shaOf('root') }
    expect(() => HEAD_2.write(buildHead2({ withdrawn }))).toThrow('withdrawn.newest')
    expect(() => HEAD_2.write(buildHead2({ activateAt: NOW, leaseUntil: NOW + 1 }))).not.toThrow()
  })

  test('WIR-1 a set has one entry a content, sorted, none that its floor covers, 4,096 at most', () => {
    const [a, b, c] = withdrawalsOf(3)
    for (const entries of [
      [b!, a!, c!],
      [a!, a!],
    ]) {
      expect(() => WITHDRAWN.write(buildSet({ entries }))).toThrow('entries[1]')
      expect(() => WITHDRAWING.write(buildWithdrawing({ entries }))).toThrow('entries[1]')
    }
    expect(() => WITHDRAWN.write(buildSet({ floor: NOW + 1 }))).toThrow('entries[0]')
    expect(() => WITHDRAWN.write(buildSet({ floor: NOW }))).not.toThrow()
    expect(() => WITHDRAWN.write(buildSet({ entries: withdrawalsOf(WITHDRAWN_MOST) }))).not.toThrow()
    expect(() => WITHDRAWN.write(buildSet({ entries: withdrawalsOf(WITHDRAWN_MOST + 1) }))).toThrow('entries')
    expect(() =>
      WITHDRAWING.write(buildWithdrawing({ entries: withdrawalsOf(WITHDRAWING_MOST + 1) })),
    ).toThrow('entries')
  })

  test('WIR-1 a succession names a head where there was one', () => {
    expect(() => SUCCESSION.write(buildSuccession({ highest: 0 }))).toThrow('of')
    expect(() => SUCCESSION.write(buildSuccession({ of: null }))).toThrow('of')
    expect(() => SUCCESSION.write(buildSuccession({ highest: 0, of: null }))).not.toThrow()
  })

  test('WIR-1 names have one spelling: spare bits are zero', () => {
    const spare = `${sixteenOf('x').slice(0, 21)}B`
    expect(() => ASSIGNMENT.write(buildAssignment({ group: spare }))).toThrow('group')
    expect(() => ROTATION.write(buildRotation({ key: `${'A'.repeat(42)}B` }))).toThrow('key')
    expect(() => ROTATION.write(buildRotation({ k: 2 ** 31 }))).toThrow('k')
  })
})

describe('WIR-4 the newest withdrawals of a head', () => {
  test('WIR-4 ten fit beside numbers of eight digits, eight beside the longest, the newest first', () => {
    const eight = buildHead2({
      sequence: 12_345_678,
      index: 12_345_678,
      withdrawn: { bytes: 99_999, count: 4_000, newest: [], root: shaOf('root') },
    })
    const newest = withdrawalsOf(20, NOW, 12)
    expect(fittingHead(eight, newest).withdrawn.newest).toEqual(newest.slice(0, 10))
    const longest = withdrawalsOf(20, 9_999_999_999_999, 999_999)
    expect(fittingHead(LONG_HEAD, longest).withdrawn.newest).toEqual(longest.slice(0, 8))
    expect(HEAD_2.write(fittingHead(LONG_HEAD, longest)).length).toBeLessThanOrEqual(1_024)
    expect(fittingHead(eight, []).withdrawn.newest).toEqual([])
  })

  test('WIR-4 without withdrawals a head is under 600 bytes', () => {
    expect(HEAD_2.write(buildHead2({ sequence: 12_345_678, index: 12_345_678 })).length).toBeLessThan(600)
  })
})
