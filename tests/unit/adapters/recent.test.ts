import { describe, expect, it } from 'vitest'
import { openRecent } from '../../../src/adapters/process/recent.ts'

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

  it('I10 by weight: the oldest go until the others are light enough', () => {
    const recent = openRecent<string, string>(5, (value) => value.length)
    recent.set('a', 'aa')
    recent.set('b', 'bb')
    recent.set('a', 'aaa')
    expect([...recent.values()]).toEqual(['bb', 'aaa'])
    recent.set('c', 'c')
    expect([...recent.values()]).toEqual(['aaa', 'c'])
    recent.delete('a')
    recent.set('d', 'dddd')
    expect([...recent.values()]).toEqual(['c', 'dddd'])
    expect(recent.set('e', 'too heavy')).toBe('too heavy')
    expect([...recent.values()]).toEqual([])
  })
})
