import { describe, expect, it } from 'vitest'
import { FRAUD_CLASSES } from '../../../src/model/content.ts'
import { labelOf } from '../../../src/page/labels.ts'
import { buildCase, buildSlogan, buildTechnique } from '../../builders/content.ts'

describe('labels', () => {
  it('names kind and class, short enough for the top line', () => {
    expect(labelOf(buildCase())).toBe('案例·投资理财')
    expect(labelOf(buildTechnique({ fraudClass: 'other' }))).toBe('套路揭秘')
    expect(labelOf(buildSlogan())).toBe('标语')
    for (const fraudClass of FRAUD_CLASSES)
      expect(labelOf(buildCase({ fraudClass })).length).toBeLessThanOrEqual(8)
  })
})
