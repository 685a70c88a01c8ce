import { describe, expect, it } from 'vitest'
import { openRecent } from '../../../src/adapters/recent.ts'

describe('I10 what is kept for next time is bounded', () => {
  it('I10 the values asked for last stay, the others are forgotten', () => {
    const recent = openRecent<string, number>(2)
    recent.set('a', 1)
    recent.set('b', 2)
    expect(recent.get('a')).toBe(1)
    expect(recent.set('c', 3)).toBe(3)
    expect(['a', 'b', 'c'].map(recent.get)).toEqual([1, undefined, 3])
    recent.set('a', 9)
    recent.delete('c')
    expect([...recent.values()]).toEqual([9])
  })
})
