import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { refuseIllTyped } from '../../../../cms/hooks/well-typed.ts'

const FIELDS: Field[] = [
  { name: 'title', type: 'text' },
  { type: 'row', fields: [{ name: 'width', type: 'number' }] },
  { name: 'days', type: 'select', hasMany: true, options: ['1', '2'] },
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

  it('CMS-35 what fits, is missing or was emptied passes', () => {
    expect(fieldOf({ title: '', width: '', days: [], steps: [{ says: 'x' }] })).toBeUndefined()
    expect(fieldOf({ title: null, steps: null })).toBeUndefined()
    expect(fieldOf({})).toBeUndefined()
  })
})
