import * as fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { mend, type Doc } from '../../../../cms/database/readable.ts'

const field = (name: string, part: object): FlattenedField => ({ name, ...part }) as unknown as FlattenedField
const FIELDS: readonly FlattenedField[] = [
  field('name', { type: 'text', required: true }),
  field('note', { type: 'textarea' }),
  field('count', { type: 'number' }),
  field('open', { type: 'checkbox' }),
  field('day', { type: 'date' }),
  field('updatedAt', { type: 'date' }),
  field('level', { type: 'select', options: [{ value: 'daily' }, 'filler'] }),
  field('days', { type: 'select', hasMany: true, options: ['1', '2'] }),
  field('unit', { type: 'relationship', relationTo: 'units' }),
  field('content', { type: 'relationship', relationTo: ['cases', 'slogans'] }),
  field('screens', { type: 'relationship', relationTo: 'screens', hasMany: true }),
  field('steps', { type: 'array', flattenedFields: [field('says', { type: 'text' })] }),
]
const GOOD: Doc = {
  id: '1',
  name: '一',
  note: null,
  count: 3,
  open: true,
  day: '2026-11-29T00:00:00.000Z',
  updatedAt: '2026-11-29T00:00:00.000Z',
  level: 'daily',
  days: ['2'],
  unit: 'u1',
  content: { relationTo: 'cases', value: 'c1' },
  screens: ['s1', 's2'],
  steps: [{ id: 'a', says: '他说' }],
}
const copy = (): Doc => structuredClone(GOOD)

describe('I17 what is of another kind than its field stores counts as empty', () => {
  it('I17 a good row stays as it is', () => {
    const row = copy()
    expect(mend(FIELDS, row, true)).toEqual([])
    expect(row).toEqual(GOOD)
  })

  it.each([
    ['name', new ArrayBuffer(2), '', 'name'],
    ['name', null, '', 'name'],
    ['count', Number.NaN, null, 'count'],
    ['count', '3', null, 'count'],
    ['open', 'x', false, 'open'],
    ['day', 'x', null, 'day'],
    ['day', 5, null, 'day'],
    ['day', '-1', null, 'day'],
    ['updatedAt', 'x', '1970-01-01T00:00:00.000Z', 'updatedAt'],
    ['level', 'emergency!', null, 'level'],
    ['days', ['2', 'x'], ['2'], 'days'],
    ['days', 'x', [], 'days'],
    ['unit', { a: 1 }, null, 'unit'],
    ['content', { relationTo: 'users', value: 'u1' }, null, 'content'],
    ['content', 'c1', null, 'content'],
    ['screens', ['s1', null], ['s1'], 'screens'],
    ['steps', 'x', [], 'steps'],
    ['steps', [{ says: 7 }], [{ says: '' }], 'steps.0.says'],
    ['steps', [7], [], 'steps.0'],
  ])('I17 %s of %o reads as %o and is named', (name, value, read, path) => {
    const row = { ...copy(), [name]: value }
    expect(mend(FIELDS, row, true)).toEqual([path])
    expect(row).toEqual({ ...GOOD, [name]: read })
  })

  it('I17 what was not asked for is not missing', () => {
    expect(mend(FIELDS, { id: '1', count: 3 }, false)).toEqual([])
  })

  it('I17 any value anywhere: nothing throws, the rest stays, and a mended row needs no mending', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELDS.map(({ name }) => name)),
        fc.anything({ withDate: true, withTypedArray: true, withBigInt: true, withNullPrototype: true }),
        (name, value) => {
          const row: Doc = { ...copy(), [name]: value }
          const told = mend(FIELDS, row, true)
          expect({ ...row, [name]: null }).toEqual({ ...GOOD, [name]: null })
          if (told.length === 0) return
          const once = structuredClone(row)
          const again = mend(FIELDS, row, false)
          expect(again).toEqual([])
          expect(row).toEqual(once)
        },
      ),
      { numRuns: 500 },
    )
  })
})
