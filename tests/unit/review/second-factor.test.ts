import { describe, expect, it } from 'vitest'
import { asksFreshFactor, FACTOR_ROLES, factorRule, needsFactor } from '../../../src/review/second-factor.ts'
import { ROLES } from '../../../src/model/people.ts'

describe('PPL-8 whom a town asks for a second factor', () => {
  it('PPL-8 who issues by any policy, and who changes other people', () =>
    expect(FACTOR_ROLES).toEqual(['issuer', 'administrator']))

  it('PPL-8 nobody in a town that never said so', () => {
    for (const stored of [undefined, null, '', 'off', 'Required', true, 1])
      for (const role of ROLES) expect(needsFactor(factorRule(stored), [role])).toBe(false)
    expect(ROLES.filter((role) => needsFactor(factorRule('required'), [role]))).toEqual(FACTOR_ROLES)
    expect(needsFactor('required', ['author', 'issuer'])).toBe(true)
    expect(needsFactor('required', [])).toBe(false)
  })

  it('PPL-12 a fresh one for issuing cases and techniques, and kinds nobody named yet; for slogans none', () => {
    const asked = (decision: string, kind: string) => asksFreshFactor('required', decision, { kind })
    expect(['case', 'technique', 'kind of tomorrow', 'slogan'].map((kind) => asked('issue', kind))).toEqual([
      true,
      true,
      true,
      false,
    ])
    for (const decision of ['approve', 'return', 'withdraw']) expect(asked(decision, 'case')).toBe(false)
    expect(asksFreshFactor('off', 'issue', { kind: 'case' })).toBe(false)
  })
})
