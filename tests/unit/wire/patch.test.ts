import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, patched } from '../../../src/wire/patch.ts'

const MOST = 1_000_000
/** Few words, so that lines repeat, move and come back. */
const line = fc.constantFrom('', 'a', 'b', 'c', '七', '[1,"x"]', '🙂')
const lines = fc.array(line, { maxLength: 40 })
const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `["${at}",${at}]`)
const size = (changes: unknown): number => JSON.stringify(changes).length

describe('WIR-10 a patch', () => {
  it('makes of the base what it was made for, and of nothing else it matters', () => {
    fc.assert(
      fc.property(lines, lines, (base, made) => {
        expect(patched(base, difference(base, made), MOST)).toEqual(made)
      }),
      { numRuns: 2_000 },
    )
  })

  it('says nothing where nothing changed, and one change where one line did', () => {
    fc.assert(
      fc.property(lines, (base) => {
        expect(difference(base, base)).toEqual([])
      }),
    )
    const base = numbered(2_000)
    expect(difference(base, base.with(1_234, 'new'))).toEqual([[1_234, 1, ['new']]])
    expect(difference(base, base.toSpliced(7, 1))).toEqual([[7, 1, []]])
    expect(difference(base, [...base, 'new'])).toEqual([[2_000, 0, ['new']]])
  })

  it('names what only moves by its place: no line travels twice', () => {
    const base = numbered(300)
    const turned = [...base.slice(100), ...base.slice(0, 100)]
    const back = base.toReversed()
    for (const made of [turned, back]) {
      const changes = difference(base, made)
      expect(JSON.stringify(changes)).not.toContain('"')
      expect(patched(base, changes, MOST)).toEqual(made)
    }
    expect(size(difference(base, turned))).toBeLessThan(420)
  })

  it('is refused where its places fall, overlap, lead out of the base or do nothing, and where it is no patch', () => {
    const base = ['a', 'b', 'c']
    const wrong: readonly (readonly unknown[])[] = [
      [
        [1, 1, ['x']],
        [0, 1, ['y']],
      ],
      [
        [0, 2, ['x']],
        [1, 1, ['y']],
      ],
      [[4, 0, ['x']]],
      [[2, 2, ['x']]],
      [[0, 0, []]],
      [[0, 1, [3]]],
      [[0, 1, [-1]]],
      [[0, 1, [0.5]]],
      [[0, 1, [null]]],
      [[0, 1, ['x\ny']]],
      [[0, 1, 'x']],
      [[0, 1]],
      [[0, 1, ['x'], 1]],
      [['0', 1, ['x']]],
      [[Number.NaN, 1, ['x']]],
      [null],
      [{ 0: 0, 1: 1, 2: [], length: 3 }],
      ['abc'],
    ]
    for (const changes of wrong) expect([changes, patched(base, changes, MOST)]).toEqual([changes, null])
  })

  it('of whatever it is made, is answered, and makes no more than was said', () => {
    const change = fc.oneof(
      fc.anything(),
      fc.tuple(fc.nat(50), fc.nat(5), fc.array(fc.oneof(fc.nat(50), line), { maxLength: 50 })),
    )
    fc.assert(
      fc.property(lines, fc.array(change, { maxLength: 6 }), fc.nat(60), (base, changes, most) => {
        const made = patched(base, changes, most)
        if (made) expect(new TextEncoder().encode(made.join('\n')).length).toBeLessThanOrEqual(most)
      }),
      { numRuns: 2_000 },
    )
    const long = ['七'.repeat(2_000)]
    const bomb = [[0, 0, Array.from({ length: 1_000 }, () => 0)]]
    expect(patched(long, bomb, 60_000)).toBeNull()
    expect(patched(long, [[1, 0, [0]]], 12_001)).toHaveLength(2)
    expect(patched(long, [[1, 0, [0]]], 12_000)).toBeNull()
  })
})
