import { describe, expect, it } from 'vitest'
import { SCHEDULE_REASONS } from '../../../src/model/programme.ts'
import { reasonText } from '../../../src/schedule/reason.ts'

describe('SCH-10 every verdict is a sentence in both languages', () => {
  it.each(SCHEDULE_REASONS)('%s', (reason) => {
    expect(reasonText(reason).zh).toMatch(/。$/)
    expect(reasonText(reason).en).toMatch(/^[A-Z].*\.$/)
  })
})
