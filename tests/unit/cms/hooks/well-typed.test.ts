import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { refuseIllTyped } from '../../../../cms/hooks/well-typed.ts'

const FIELDS: Field[] = [
  { name: 'title', type: 'text' },
  { type: 'row', fields: [{ name: 'width', type: 'number' }] },
  { name: 'days', type: 'select', hasMany: true, options: ['1', '2'] },
  { name: 'at', type: 'date' },
  { name: 'unit', type: 'relationship', relationTo: 'units' },
  { name: 'screens', type: 'relationship', relationTo: 'screens', hasMany: true },
  { name: 'entries', type: 'relationship', relationTo: ['cases', 'slogans'], hasMany: true },
  { name: 'place', type: 'group', fields: [{ name: 'photo', type: 'upload', relationTo: 'media' }] },
  { name: 'steps', type: 'array', fields: [{ name: 'says', type: 'text' }] },
]
const fieldOf = (data: Record<string, unknown>) => {
  try {
    refuseIllTyped(FIELDS, data)
    return undefined
  } catch (error) {
    return (error as { refusals: { field?: string }[] }).refusals[0]?.field
  }
}

describe('well typed', () => {
  it('CMS-35 a value of another type than the field stores is refused at its field', () => {
    expect(fieldOf({ title: { $gt: '' } })).toBe('title')
    expect(fieldOf({ title: 5 })).toBe('title')
    expect(fieldOf({ width: '12' })).toBe('width')
    expect(fieldOf({ width: Number.NaN })).toBe('width')
    expect(fieldOf({ days: '1' })).toBe('days')
    expect(fieldOf({ steps: [{ says: [] }] })).toBe('steps.0.says')
    expect(fieldOf({ steps: ['x'] })).toBe('steps')
  })

  it('CMS-36 what can be no link is refused at its place, wherever the field stands', () => {
    const id = '8dbe8c2a-4a66-4c55-9f0b-0a4a3bb8ca52'
    const hex = '6b0c1cb924bb388e65a2ff9d'
    for (const wrong of [
      5,
      true,
      { key: id },
      { id: 5 },
      { id: 'x' },
      [id],
      'none',
      'null',
      'x',
      `${id} `,
      hex.toUpperCase(),
    ]) {
      expect(fieldOf({ unit: wrong }), String(wrong)).toBe('unit')
      expect(fieldOf({ place: { photo: wrong } }), String(wrong)).toBe('place.photo')
      expect(fieldOf({ screens: [id, wrong] }), String(wrong)).toBe('screens.1')
      expect(fieldOf({ entries: [{ relationTo: 'cases', value: wrong }] }), String(wrong)).toBe('entries.0')
    }
    expect(fieldOf({ screens: [null] })).toBe('screens.0')
    expect(fieldOf({ screens: { 0: id } })).toBe('screens')
    expect(fieldOf({ entries: [null] })).toBe('entries.0')
    expect(fieldOf({ entries: [id] })).toBe('entries.0')
    expect(fieldOf({ entries: [{ relationTo: 'audit', value: id }] })).toBe('entries.0')
    expect(fieldOf({ place: 'x' })).toBe('place')
    const fine = { unit: id, place: { photo: hex }, screens: [id, hex] }
    expect(fieldOf({ ...fine, entries: [{ relationTo: 'slogans', value: id }] })).toBeUndefined()
    // Who changes a row sends back what he read, links as the rows they lead to.
    const asRead = {
      unit: { id },
      screens: [{ id }],
      entries: [{ relationTo: 'slogans', value: { id: hex } }],
    }
    expect(fieldOf(asRead)).toBeUndefined()
    expect(fieldOf({ unit: null, place: null, screens: [], entries: '' })).toBeUndefined()
  })

  it('CMS-36 a list is no longer than a statement of a database holds', () => {
    expect(fieldOf({ steps: Array.from({ length: 2_001 }, () => ({ says: 'x' })) })).toBe('steps')
    expect(fieldOf({ steps: Array.from({ length: 2_000 }, () => ({ says: 'x' })) })).toBeUndefined()
  })

  it('CMS-35 a day that is none is refused at its field', () => {
    expect(fieldOf({ at: '2026-02-30' })).toBe('at')
    expect(fieldOf({ at: '2026-02-28' })).toBeUndefined()
    expect(fieldOf({ at: '' })).toBeUndefined()
  })

  it('CMS-35 what fits, is missing or was emptied passes', () => {
    expect(fieldOf({ title: '', width: '', days: [], steps: [{ says: 'x' }] })).toBeUndefined()
    expect(fieldOf({ title: null, steps: null })).toBeUndefined()
    expect(fieldOf({})).toBeUndefined()
  })
})
