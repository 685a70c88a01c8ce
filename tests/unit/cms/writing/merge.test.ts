import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../../../cms/writing/merge.ts'
import { sameValue, type Row } from '../../../../cms/writing/values.ts'

const NAMES = ['title', 'story', 'steps', 'unit']
const value = fc.oneof(
  fc.constantFrom('', '甲', '乙', null, undefined),
  fc.array(fc.record({ id: fc.constantFrom('1', '2'), heSays: fc.constantFrom('a', 'b') }), { maxLength: 2 }),
)
const row = fc.record(Object.fromEntries(NAMES.map((name) => [name, value]))) as fc.Arbitrary<Row>

describe('three ways by field', () => {
  it('CMS-83 no field that the writer left alone is ever put back, and no other is silently lost', () => {
    fc.assert(
      fc.property(row, row, row, (base, mine, theirs) => {
        const { kept, conflicts } = merge(NAMES, mine, theirs, { madeFrom: base })
        for (const name of NAMES) {
          if (mine[name] === undefined) continue
          const stored = kept.includes(name) ? theirs[name] : mine[name]
          const wrote = !sameValue(mine[name], base[name])
          const moved = !sameValue(theirs[name], base[name])
          const isConflict = wrote && moved && !sameValue(mine[name], theirs[name])
          expect(conflicts.includes(name)).toBe(isConflict)
          if (!isConflict) expect(sameValue(stored, wrote ? mine[name] : theirs[name])).toBe(true)
        }
      }),
    )
  })

  it('CMS-83 with an instant alone: the same instant passes, an older one only what differs in nothing', () => {
    const stands = { title: '甲', story: '乙', updatedAt: 'b' }
    expect(merge(NAMES, { title: '丙' }, stands, { updatedAt: 'b' }).conflicts).toEqual([])
    expect(merge(NAMES, { title: '丙', story: '乙' }, stands, { updatedAt: 'a' }).conflicts).toEqual([
      'title',
    ])
    expect(merge(NAMES, { title: '丙' }, stands, {})).toEqual({ kept: [], conflicts: [] })
  })
})

describe('values of a field', () => {
  it('CMS-83 empty in the form is empty in the row; links count by id, dates by instant', () => {
    const same: readonly (readonly [unknown, unknown])[] = [
      ['', null],
      [undefined, []],
      [false, undefined],
      [{ id: 'u', updatedAt: 'x', name: '镇' }, 'u'],
      [new Date('2026-11-23T04:00:00.000Z'), '2026-11-23T04:00:00.000Z'],
      [[{ relationTo: 'cases', value: 'c' }], [{ value: 'c', relationTo: 'cases' }]],
    ]
    for (const [a, b] of same) {
      expect(sameValue(a, b)).toBe(true)
      expect(sameValue(b, a)).toBe(true)
    }
    expect(sameValue('0', '')).toBe(false)
    expect(sameValue(0, null)).toBe(false)
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(sameValue([], ['a'])).toBe(false)
    expect(sameValue(true, null)).toBe(false)
  })
})
