import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvalBy,
  mayWithdraw,
  nextStep,
  policyFor,
  returnBy,
  takesSteps,
  withdrawalBy,
  type Person,
} from '../../../src/review/policy.ts'
import { POLICIES } from '../../../src/review/policies.ts'
import { submissionState } from '../../../src/review/submission-state.ts'
import { DECISIONS, RISK_CLASSES, ROLES, type DecisionRow } from '../../../src/model/people.ts'

const person = (id: string, ...roles: Person['roles']): Person => ({ id, roles })
const kind = 'slogan'
const subject = { kind }
const codeOf = (answer: unknown) => (typeof answer === 'string' ? answer : (answer as { code: string }).code)

const anyPerson = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), roles: fc.subarray([...ROLES]) })
const anyRow = fc.record({ decision: fc.constantFrom(...DECISIONS), by: fc.constantFrom('a', 'b', 'c', 'd') })
const anyHistory = fc.record({
  kind: fc.constantFrom(kind, 'any other'),
  authors: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
  rows: fc.array(anyRow, { maxLength: 4 }),
})

describe('policy', () => {
  it('CMS-11 the plain way: one reviewer, then one issuer', () => {
    const authors = ['a']
    expect(approvalBy(person('b', 'reviewer'), { kind, authors, rows: [] })).toBe('approve')
    const rows: DecisionRow[] = [{ decision: 'approve', by: 'b' }]
    expect(approvalBy(person('c', 'issuer'), { kind, authors, rows })).toBe('issue')
    expect(submissionState([...rows, { decision: 'issue', by: 'c' }])).toBe('released')
  })

  it('CMS-11 whoever acts, a released submission has an author, a reviewer and an issuer who are three people', () => {
    fc.assert(
      fc.property(
        fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
        fc.array(anyPerson, { maxLength: 12 }),
        (authors, people) => {
          const rows: DecisionRow[] = []
          for (const who of people) {
            const answer = approvalBy(who, { kind, authors, rows })
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
      fc.property(anyPerson, anyHistory, (who, history) => {
        const state = submissionState(history.rows)
        const open = state === 'in-review' || state === 'reviewed'
        if (open) return
        expect(codeOf(approvalBy(who, history))).toBe('SUBMISSION_NOT_OPEN')
        expect(codeOf(returnBy(who, history, 'why'))).toBe('SUBMISSION_NOT_OPEN')
      }),
    )
  })

  it('CMS-11 without the role there is no decision, and an administrator alone decides nothing', () => {
    fc.assert(
      fc.property(
        fc.subarray(['author', 'operator', 'administrator'] as const),
        anyHistory,
        (roles, history) => {
          const who = person('z', ...roles)
          expect(typeof approvalBy(who, history)).toBe('object')
          expect(typeof returnBy(who, history, 'why')).toBe('object')
          expect(typeof withdrawalBy(who, subject, false, 'why')).toBe('object')
        },
      ),
    )
  })

  it('CMS-25 who is an administrator decides nothing, whatever other roles he holds', () => {
    fc.assert(
      fc.property(fc.subarray(['author', 'reviewer', 'issuer'] as const), anyHistory, (roles, history) => {
        const who = person('z', ...roles, 'administrator')
        expect(typeof approvalBy(who, history)).toBe('object')
        expect(typeof returnBy(who, history, 'why')).toBe('object')
        expect(codeOf(withdrawalBy(who, subject, false, 'why'))).toBe('ADMINISTRATOR_DECIDES_NOTHING')
      }),
    )
    const open = { kind, authors: ['a'], rows: [] }
    expect(codeOf(approvalBy(person('z', 'reviewer', 'administrator'), open))).toBe(
      'ADMINISTRATOR_DECIDES_NOTHING',
    )
  })

  it('CMS-12 a return and a withdrawal say why', () => {
    const history = { kind, authors: ['a'], rows: [] }
    expect(codeOf(returnBy(person('b', 'reviewer'), history, ' '))).toBe('COMMENT_REQUIRED')
    expect(returnBy(person('b', 'issuer'), history, '改短')).toBe('return')
    expect(codeOf(withdrawalBy(person('b', 'issuer'), subject, false, ''))).toBe('REASON_REQUIRED')
    expect(codeOf(withdrawalBy(person('b', 'issuer'), subject, true, '过时'))).toBe('ALREADY_WITHDRAWN')
    expect(withdrawalBy(person('a', 'reviewer'), subject, false, '过时')).toBe('withdraw')
  })

  it('I14 a refusal names the part in both languages', () => {
    const answer = approvalBy(person('a', 'reviewer'), { kind, authors: ['a'], rows: [] })
    expect(answer).toMatchObject({
      message_zh: expect.stringContaining('编写人'),
      message_en: expect.stringContaining('author'),
    })
    const issuer = approvalBy(person('b', 'reviewer', 'issuer'), {
      kind,
      authors: ['a'],
      rows: [{ decision: 'approve', by: 'b' }],
    })
    expect(issuer).toMatchObject({ code: 'SAME_PERSON', message_en: expect.stringContaining('reviewer') })
  })

  it('CMS-11 every class of risk has a policy, each step of which asks for another person', () => {
    for (const risk of RISK_CLASSES) {
      const { steps } = policyFor({ kind: 'one nobody named', risk })
      expect(steps.at(-1)?.decision).toBe('issue')
      steps.forEach(({ notBy }, at) => {
        expect(notBy).toEqual(['author', ...steps.slice(0, at).map(({ decision }) => decision)])
      })
    }
  })

  it('CMS-11 who takes no step at all is asked by nothing', () => {
    fc.assert(
      fc.property(anyPerson, anyHistory, (who, history) => {
        const step = nextStep(history)
        if (typeof approvalBy(who, history) === 'string') expect(step && takesSteps(who)).toBe(true)
        if (typeof withdrawalBy(who, history, false, 'why') === 'string')
          expect(mayWithdraw(who, history)).toBe(true)
      }),
    )
    expect(POLICIES.length).toBeGreaterThan(0)
    expect(takesSteps(person('a', 'author', 'operator'))).toBe(false)
    expect(takesSteps(person('a', 'issuer'))).toBe(true)
  })
})
