import { describe, expect, it } from 'vitest'
import { formatChinese } from '../../../src/time/chinese.ts'
import { TOWN_ZONE } from '../../../src/time/civil.ts'

describe('formatChinese', () => {
  it('writes the date without, the time with leading zeros', () => {
    expect(formatChinese(Date.parse('2026-11-23T00:00:00Z'), TOWN_ZONE)).toBe('2026年11月23日 08:00')
    expect(formatChinese(Date.parse('2027-01-02T16:05:59Z'), TOWN_ZONE)).toBe('2027年1月3日 00:05')
  })
})
