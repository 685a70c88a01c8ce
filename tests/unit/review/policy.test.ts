import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvalBy,
  handedTo,
  handOverBy,
  mayWithdraw,
  nextStep,
  policyFor,
  remindBy,
  retractBy,
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

  it('CMS-11 CMS-102 CMS-103 no order of acts of any people releases without its approvals', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) =>
      fc.record({ id: fc.constant(id), roles: fc.subarray([...ROLES], { minLength: 1 }) }),
    )
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom('approve', 'approve', 'approve', 'return', 'retract', 'hand-over', 'remind'),
        who: fc.nat(3),
        to: fc.nat(3),
        already: fc.boolean(),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(fc.tuple(...people), fc.nat(3), acts, (all, writer, steps) => {
        const authors = [all[writer]?.id ?? 'a']
        const rows: DecisionRow[] = []
        for (const { act, who: at, to: other, already } of steps) {
          const [who, to] = [all[at], all[other]]
          if (!who) continue
          const history = { kind, authors, rows }
          const before = submissionState(rows)
          const answer = {
            approve: () => approvalBy(who, history),
            return: () => returnBy(who, history, 'why'),
            retract: () => retractBy(who, history),
            'hand-over': () => handOverBy(who, to, history),
            remind: () => remindBy(who, history, already),
          }[act]?.()
          if (typeof answer !== 'string') continue
          rows.push({ decision: answer, by: who.id, ...(answer === 'hand-over' && { to: to?.id ?? null }) })
          // Who is asked is another matter than what was decided.
          if (answer === 'hand-over' || answer === 'remind') expect(submissionState(rows)).toBe(before)
          if (answer === 'retract') expect(submissionState(rows)).toBe('retracted')
        }
        const at = rows.findIndex(({ decision }) => decision === 'issue')
        if (at < 0) return
        const taken = rows.slice(0, at + 1)
        const by = (decision: string) => taken.filter((row) => row.decision === decision).map((row) => row.by)
        expect(by('approve')).toHaveLength(1)
        expect(new Set([...authors, ...by('approve'), ...by('issue')]).size).toBe(3)
        expect([...by('return'), ...by('retract')]).toEqual([])
        expect(rows.slice(at + 1)).toEqual([])
      }),
    )
  })

  it('CMS-102 only who wrote it takes it back, and nobody once it is issued or returned', () => {
    const open = { kind, authors: ['a'], rows: [] }
    expect(retractBy(person('a', 'author'), open)).toBe('retract')
    expect(codeOf(retractBy(person('b', 'author'), open))).toBe('NOT_ITS_WRITER')
    expect(codeOf(retractBy(person('a', 'reviewer'), open))).toBe('ROLE_MISSING')
    const reviewed = { ...open, rows: [{ decision: 'approve', by: 'b' }] as const }
    expect(retractBy(person('a', 'author'), reviewed)).toBe('retract')
    for (const decision of ['issue', 'return', 'retract'] as const)
      expect(
        codeOf(
          retractBy(person('a', 'author'), { ...open, rows: [...reviewed.rows, { decision, by: 'c' }] }),
        ),
      ).toBe('SUBMISSION_NOT_OPEN')
  })

  it('CMS-103 handed over to who could take the step himself, and only until the step is taken', () => {
    const open = { kind, authors: ['a'], rows: [] }
    const [first, second] = [person('b', 'reviewer'), person('c', 'reviewer')]
    expect(handOverBy(first, second, open)).toBe('hand-over')
    for (const unfit of [first, person('a', 'reviewer'), person('d', 'issuer'), undefined])
      expect(codeOf(handOverBy(first, unfit, open))).toBe('HAND_OVER_UNFIT')
    expect(codeOf(handOverBy(person('d', 'issuer'), second, open))).toBe('ROLE_MISSING')
    const rows: DecisionRow[] = [{ decision: 'hand-over', by: 'b', to: 'c' }]
    expect(handedTo([...rows, { decision: 'remind', by: 'a' }])).toBe('c')
    expect(handedTo([...rows, { decision: 'approve', by: 'c' }])).toBeUndefined()
    // Whoever else may take the step still may: nobody is a dead end.
    expect(approvalBy(first, { ...open, rows })).toBe('approve')
  })

  it('CMS-103 its writers remind, once a day', () => {
    const open = { kind, authors: ['a'], rows: [] }
    expect(remindBy(person('a', 'author'), open, false)).toBe('remind')
    expect(codeOf(remindBy(person('a', 'author'), open, true))).toBe('REMINDED_TODAY')
    expect(codeOf(remindBy(person('b', 'author'), open, false))).toBe('NOT_ITS_WRITER')
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
