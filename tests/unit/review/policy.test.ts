import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalBy, returnBy, stateOf, withdrawalBy, type Person } from '../../../src/review/policy.ts'
import { DECISIONS, ROLES, type DecisionRow } from '../../../src/model/people.ts'

const person = (id: string, ...roles: Person['roles']): Person => ({ id, roles })
const codeOf = (answer: unknown) => (typeof answer === 'string' ? answer : (answer as { code: string }).code)

const anyPerson = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), roles: fc.subarray([...ROLES]) })
const anyRow = fc.record({ decision: fc.constantFrom(...DECISIONS), by: fc.constantFrom('a', 'b', 'c', 'd') })
const anyStanding = fc.record({
  authors: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
  rows: fc.array(anyRow, { maxLength: 4 }),
})

describe('policy', () => {
  it('CMS-11 the plain way: one reviewer, then one issuer', () => {
    const authors = ['a']
    expect(approvalBy(person('b', 'reviewer'), { authors, rows: [] })).toBe('approve')
    const rows: DecisionRow[] = [{ decision: 'approve', by: 'b' }]
    expect(approvalBy(person('c', 'issuer'), { authors, rows })).toBe('issue')
    expect(stateOf([...rows, { decision: 'issue', by: 'c' }])).toBe('released')
  })

  it('CMS-11 whoever acts, a released submission has an author, a reviewer and an issuer who are three people', () => {
    fc.assert(
      fc.property(
        fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
        fc.array(anyPerson, { maxLength: 12 }),
        (authors, people) => {
          const rows: DecisionRow[] = []
          for (const who of people) {
            const answer = approvalBy(who, { authors, rows })
            if (typeof answer === 'string') rows.push({ decision: answer, by: who.id })
          }
          const reviewers = rows.filter((row) => row.decision === 'approve').map((row) => row.by)
          const issuers = rows.filter((row) => row.decision === 'issue').map((row) => row.by)
          expect(reviewers.length).toBeLessThanOrEqual(1)
          expect(issuers.length).toBeLessThanOrEqual(reviewers.length)
          const all = [...authors, ...reviewers, ...issuers]
          expect(new Set(all).size).toBe(all.length)
        },
      ),
    )
  })

  it('CMS-11 nothing is decided on a submission that is returned, released or withdrawn', () => {
    fc.assert(
      fc.property(anyPerson, anyStanding, (who, standing) => {
        const state = stateOf(standing.rows)
        const open = state === 'in-review' || state === 'reviewed'
        if (open) return
        expect(codeOf(approvalBy(who, standing))).toBe('SUBMISSION_NOT_OPEN')
        expect(codeOf(returnBy(who, standing, 'why'))).toBe('SUBMISSION_NOT_OPEN')
      }),
    )
  })

  it('CMS-11 without the role there is no decision, and an administrator alone decides nothing', () => {
    fc.assert(
      fc.property(
        fc.subarray(['author', 'operator', 'administrator'] as const),
        anyStanding,
        (roles, standing) => {
          const who = person('z', ...roles)
          expect(typeof approvalBy(who, standing)).toBe('object')
          expect(typeof returnBy(who, standing, 'why')).toBe('object')
          expect(typeof withdrawalBy(who, false, 'why')).toBe('object')
        },
      ),
    )
  })

  it('CMS-25 who is an administrator decides nothing, whatever other roles he holds', () => {
    fc.assert(
      fc.property(fc.subarray(['author', 'reviewer', 'issuer'] as const), anyStanding, (roles, standing) => {
        const who = person('z', ...roles, 'administrator')
        expect(typeof approvalBy(who, standing)).toBe('object')
        expect(typeof returnBy(who, standing, 'why')).toBe('object')
        expect(codeOf(withdrawalBy(who, false, 'why'))).toBe('ADMINISTRATOR_DECIDES_NOTHING')
      }),
    )
    const open = { authors: ['a'], rows: [] }
    expect(codeOf(approvalBy(person('z', 'reviewer', 'administrator'), open))).toBe(
      'ADMINISTRATOR_DECIDES_NOTHING',
    )
  })

  it('CMS-12 a return and a withdrawal say why', () => {
    const standing = { authors: ['a'], rows: [] }
    expect(codeOf(returnBy(person('b', 'reviewer'), standing, ' '))).toBe('COMMENT_REQUIRED')
    expect(returnBy(person('b', 'issuer'), standing, '改短')).toBe('return')
    expect(codeOf(withdrawalBy(person('b', 'issuer'), false, ''))).toBe('REASON_REQUIRED')
    expect(codeOf(withdrawalBy(person('b', 'issuer'), true, '过时'))).toBe('ALREADY_WITHDRAWN')
    expect(withdrawalBy(person('a', 'reviewer'), false, '过时')).toBe('withdraw')
  })

  it('I14 a refusal names the part in both languages', () => {
    const answer = approvalBy(person('a', 'reviewer'), { authors: ['a'], rows: [] })
    expect(answer).toMatchObject({
      message_zh: expect.stringContaining('编写人'),
      message_en: expect.stringContaining('author'),
    })
    const issuer = approvalBy(person('b', 'reviewer', 'issuer'), {
      authors: ['a'],
      rows: [{ decision: 'approve', by: 'b' }],
    })
    expect(issuer).toMatchObject({ code: 'SAME_PERSON', message_en: expect.stringContaining('reviewer') })
  })
})
