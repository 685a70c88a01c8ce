import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../src/errors/is-refusal.ts'
import { LEVELS } from '../../../src/model/level.ts'
import type { Sha256 } from '../../../src/model/ids.ts'
import {
  DAY,
  LOOP,
  LOOP_ITEMS_MOST,
  SKELETON,
  type Day,
  type Listed,
  type Loop,
  type LoopItem2,
  type Named,
  type Skeleton,
  type Stretch2,
} from '../../../src/wire/objects.ts'
import { difference, patched } from '../../../src/wire/patch.ts'

const T0 = 1_796_000_000_000
const sha = fc.stringMatching(/^[0-9a-f]{64}$/) as fc.Arbitrary<Sha256>
const name = (digit: string): Sha256 => digit.repeat(64) as Sha256
const named: fc.Arbitrary<Named> = fc.tuple(sha, fc.nat(99_999_999))
const dayOf = (n: number): string => new Date(T0 + n * 86_400_000).toISOString().slice(0, 10)

const skeleton: fc.Arbitrary<Skeleton> = fc.record({
  town: fc.constantFrom('五间镇', 'a "town" \\', '🙂'),
  grid: fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 })),
  fallback: fc.array(named, { minLength: 1, maxLength: 3 }),
  fonts: fc.array(named, { maxLength: 2 }),
  days: fc
    .array(named, { maxLength: 31 })
    .map((all) => all.map(([object, bytes], n) => [dayOf(n), object, bytes] as const)),
  loops: fc.array(fc.option(named), { maxLength: 20 }),
})

const day: fc.Arbitrary<Day> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 7_200_000 }),
      fc.option(fc.nat(20)),
      fc.option(fc.constantFrom(...LEVELS)),
      fc.nat(99),
    ),
    { maxLength: 20 },
  )
  .map((all) => {
    let from = T0
    const stretches = all.map(([length, loop, level, first]): Stretch2 => {
      const begun = from
      from += length
      return [begun, from, begun, loop, loop === null ? 0 : first, level, loop === null && first % 2 === 0]
    })
    return { day: dayOf(0), stretches }
  })

const item: fc.Arbitrary<LoopItem2> = fc.tuple(
  sha,
  fc.nat(1_000_000),
  fc.stringMatching(/^[\w-]{21}[AQgw]$/),
  fc.integer({ min: 1, max: 999_999 }),
  fc.nat(T0),
  fc.integer({ min: 1, max: 9 }),
)
const loop: fc.Arbitrary<Loop> = fc.record({ items: fc.array(item, { minLength: 1, maxLength: 20 }) })

const linesOf = (text: string): string[] => text.split('\n')
const refuses = <T extends object>(kind: Listed<T>, text: string): unknown => {
  const read = kind.read(text)
  return isRefusal(read) ? [read.code, read.field] : read
}
const SOME: Skeleton = {
  town: '五间镇',
  grid: [768, 384],
  fallback: [[name('f'), 900]],
  fonts: [],
  days: [
    ['2026-12-01', name('1'), 700],
    ['2026-12-02', name('2'), 700],
  ],
  loops: [[name('a'), 9_000], null, [name('b'), 80]],
}
const STRETCH: Stretch2 = [T0, T0 + 1_000, T0, 0, 2, 'daily', false]
const ITEM: LoopItem2 = [name('c'), 900, `${'x'.repeat(21)}A`, 3, T0, 1]

describe('WIR-11 objects of programme 2', () => {
  it('are read as they were written, in one spelling', () => {
    const both = <T>(kind: Listed<T>, values: fc.Arbitrary<T>): void =>
      fc.assert(
        fc.property(values, (value) => {
          const text = kind.write(value)
          expect(kind.read(text)).toEqual(value)
          expect(kind.write(kind.read(text) as T)).toBe(text)
        }),
      )
    both(SKELETON, skeleton)
    both(DAY, day)
    both(LOOP, loop)
  })

  it('are refused with the line that is wrong', () => {
    const wrong = (change: (lines: string[]) => string[]): unknown =>
      refuses(SKELETON, change(linesOf(SKELETON.write(SOME))).join('\n'))
    const at = (field: string): unknown => ['PROGRAMME_INVALID', field]
    expect(wrong((all) => all.with(1, all[1]!.replace('12-01', '12-02')))).toEqual(at('lines[2]'))
    expect(wrong((all) => [...all.slice(0, 2), all[3]!, all[2]!, ...all.slice(4)])).toEqual(at('lines[3]'))
    expect(wrong((all) => all.with(4, ' null'))).toEqual(at('lines[4]'))
    expect(wrong((all) => all.with(3, `["${name('A')}",9]`))).toEqual(at('lines[3][0]'))
    expect(wrong((all) => all.with(3, `["${name('a')}",9.5]`))).toEqual(at('lines[3][1]'))
    expect(wrong((all) => all.with(0, all[0]!.replace('skeleton/2', 'skeleton/3')))).toEqual(
      at('lines[0].is'),
    )
    expect(wrong((all) => all.with(0, all[0]!.replace('{', '{"more":1,')))).toEqual(at('lines[0].more'))
    expect(wrong((all) => [...all, ''])).toEqual(at('lines'))
    expect(wrong(() => [])).toEqual(at('lines'))
    expect(wrong((all) => all.with(1, all[1]!.replace('12-01', '11-31x')))).toEqual(at('lines[1][0]'))
    expect(wrong((all) => all.with(1, all[1]!.replace('12-01', '13-01')))).toEqual(at('lines[1][0]'))
    const oneDay = (...stretches: readonly unknown[]): unknown =>
      refuses(
        DAY,
        [
          '{"day":"2026-12-01","is":"silver-shield/day/2"}',
          ...stretches.map((one) => JSON.stringify(one)),
        ].join('\n'),
      )
    const [from, until] = STRETCH
    expect(oneDay(STRETCH)).toEqual({ day: '2026-12-01', stretches: [STRETCH] })
    expect(oneDay(STRETCH.with(1, from))).toEqual(at('lines[1]'))
    expect(oneDay(STRETCH, STRETCH.with(0, until + 1).with(1, until + 2))).toEqual(at('lines[2]'))
    expect(oneDay(STRETCH, STRETCH.with(0, until - 1).with(1, until + 2))).toEqual(at('lines[2]'))
    expect(oneDay(STRETCH.with(6, true))).toEqual(at('lines[1]'))
    expect(oneDay(STRETCH.with(3, null))).toEqual(at('lines[1]'))
    expect(oneDay([...STRETCH.slice(0, 5), 'urgent', false])).toEqual(at('lines[1][5]'))
    expect(refuses(LOOP, '{"is":"silver-shield/loop/2"}')).toEqual(at('lines'))
    expect(refuses(LOOP, SKELETON.write(SOME))).toEqual(at('lines[0].fallback'))
  })

  it('hold so much and no more, and nothing is written that would not be read', () => {
    const items = Array.from({ length: LOOP_ITEMS_MOST }, () => ITEM)
    const full = LOOP.write({ items })
    expect(LOOP.read(full)).toEqual({ items })
    expect(() => LOOP.write({ items: [...items, ITEM] })).toThrow(RangeError)
    expect(() => LOOP.write({ items: [] })).toThrow(RangeError)
    expect(() => SKELETON.write({ ...SOME, town: 'a\nb' })).toThrow(RangeError)
    expect(() => SKELETON.write({ ...SOME, fallback: [] })).toThrow(RangeError)
    expect(() => SKELETON.write({ ...SOME, days: SOME.days.toReversed() })).toThrow(RangeError)
    expect(refuses(DAY, `{"day":"2026-12-01","is":"silver-shield/day/2"}\n${' '.repeat(70_000)}`)).toEqual([
      'PROGRAMME_INVALID',
      'lines',
    ])
  })

  it('of whatever they are said to be, reading answers', () => {
    const bits = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('null', '[]', '{"is":"silver-shield/day/2"}', '"\\ud800"'),
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 5 }), (lines) => {
        for (const kind of [SKELETON, DAY, LOOP] as readonly Listed<object>[])
          expect(kind.read(lines.join('\n'))).toBeTypeOf('object')
      }),
      { numRuns: 1_000 },
    )
  })

  it('change by the lines of what changed: one item of a hundred is one line, and the skeleton’s its name', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 100, maxLength: 100 }),
        item,
        fc.nat(99),
        (items, other, at) => {
          const [base, made] = [LOOP.write({ items }), LOOP.write({ items: items.with(at, other) })].map(
            linesOf,
          )
          const changes = difference(base!, made!)
          expect(JSON.stringify(changes).length).toBeLessThan(260)
          expect(patched(base!, changes, LOOP.limit)).toEqual(made)
        },
      ),
      { numRuns: 20 },
    )
  })
})
