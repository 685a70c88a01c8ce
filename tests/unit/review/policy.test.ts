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
  stateOf,
  stepsOf,
  takesSteps,
  withdrawalBy,
  type Person,
} from '../../../src/review/policy.ts'
import { POLICIES, type Policy } from '../../../src/review/policies.ts'
import { isOpen, submissionState } from '../../../src/review/submission-state.ts'
import { DECISIONS, RISK_CLASSES, ROLES, type DecisionRow } from '../../../src/model/people.ts'

const person = (id: string, ...roles: Person['roles']): Person => ({ id, roles })
const kind = 'slogan'
const subject = { kind }
/** One of each policy. */
const SUBJECTS = [subject, { kind: 'case' }, { kind: 'case', risk: 'sensitive' }] as const
const anySubject = fc.constantFrom(...SUBJECTS)
const looksOf = ({ steps }: Policy): number => steps.filter(({ decision }) => decision === 'approve').length
const codeOf = (answer: unknown) => (typeof answer === 'string' ? answer : (answer as { code: string }).code)

const anyPerson = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), roles: fc.subarray([...ROLES]) })
const anyRow = fc.record({ decision: fc.constantFrom(...DECISIONS), by: fc.constantFrom('a', 'b', 'c', 'd') })
const anyHistory = fc.record({
  kind: fc.constantFrom(kind, 'any other'),
  authors: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
  rows: fc.array(anyRow, { maxLength: 4 }),
})

describe('policy', () => {
  const wayOf = (
    roles: readonly Person['roles'][number][],
    by: (typeof SUBJECTS)[number],
  ): readonly string[] => {
    const rows: DecisionRow[] = []
    return roles.map((role, i) => {
      const answer = approvalBy(person(`p${i}`, role), { ...by, authors: ['a'], rows })
      if (typeof answer !== 'string') return answer.code
      rows.push({ decision: answer, by: `p${i}` })
      return `${answer} ${stateOf({ ...by, rows })}`
    })
  }

  it('CMS-11 a slogan: 初审, 签发', () => {
    expect(wayOf(['reviewer', 'issuer'], { kind })).toEqual(['approve reviewed', 'issue released'])
    expect(wayOf(['issuer', 'reviewer', 'reviewer'], { kind })).toEqual([
      'ROLE_MISSING',
      'approve reviewed',
      'ROLE_MISSING',
    ])
  })

  it('CMS-11 a case or a technique: 初审, 复审, 终审签发', () => {
    for (const one of ['case', 'technique'] as const)
      expect(wayOf(['reviewer', 'issuer', 'reviewer', 'issuer'], { kind: one } as never)).toEqual([
        'approve in-review',
        'ROLE_MISSING',
        'approve reviewed',
        'issue released',
      ])
  })

  it('CMS-11 what is sensitive: police or justice as well, and no reviewer in their place', () => {
    const way = [
      'reviewer',
      'law-reviewer',
      'reviewer',
      'issuer',
      'reviewer',
      'law-reviewer',
      'issuer',
    ] as const
    expect(wayOf(way, { kind: 'case', risk: 'sensitive' })).toEqual([
      'approve in-review',
      'ROLE_MISSING',
      'approve in-review',
      'ROLE_MISSING',
      'ROLE_MISSING',
      'approve reviewed',
      'issue released',
    ])
  })

  it('CMS-11 whoever acts, the author and everybody who took a step of what is released are different people', () => {
    fc.assert(
      fc.property(
        anySubject,
        fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }),
        fc.array(anyPerson, { maxLength: 20 }),
        (of, authors, people) => {
          const rows: DecisionRow[] = []
          for (const who of people) {
            const answer = approvalBy(who, { ...of, authors, rows })
            if (typeof answer === 'string') rows.push({ decision: answer, by: who.id })
          }
          const reviewers = rows.filter((row) => row.decision === 'approve').map((row) => row.by)
          const issuers = rows.filter((row) => row.decision === 'issue').map((row) => row.by)
          const looks = looksOf(policyFor(of))
          expect(reviewers.length).toBeLessThanOrEqual(looks)
          expect(issuers.length).toBeLessThanOrEqual(reviewers.length === looks ? 1 : 0)
          const all = [...authors, ...reviewers, ...issuers]
          expect(new Set(all).size).toBe(all.length)
        },
      ),
    )
  })

  it('CMS-11 CMS-102 CMS-103 no order of acts of any people releases without its approvals', () => {
    const roles = fc.subarray([...ROLES], { minLength: 1 })
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => fc.record({ id: fc.constant(id), roles }))
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom('approve', 'approve', 'approve', 'return', 'retract', 'hand-over', 'remind'),
        who: fc.nat(4),
        to: fc.nat(4),
        already: fc.boolean(),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(anySubject, fc.tuple(...people), fc.nat(4), acts, (of, all, writer, steps) => {
        const authors = [all[writer]?.id ?? 'a']
        const rows: DecisionRow[] = []
        for (const { act, who: at, to: other, already } of steps) {
          const [who, to] = [all[at], all[other]]
          if (!who) continue
          const history = { ...of, authors, rows }
          const before = stateOf(history)
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
          if (answer === 'hand-over' || answer === 'remind') expect(stateOf(history)).toBe(before)
          if (answer === 'retract') expect(submissionState(rows)).toBe('retracted')
        }
        const at = rows.findIndex(({ decision }) => decision === 'issue')
        if (at < 0) return
        const taken = rows.slice(0, at + 1)
        const by = (decision: string) => taken.filter((row) => row.decision === decision).map((row) => row.by)
        const looks = looksOf(policyFor(of))
        expect(by('approve')).toHaveLength(looks)
        expect(new Set([...authors, ...by('approve'), ...by('issue')]).size).toBe(looks + 2)
        expect([...by('return'), ...by('retract')]).toEqual([])
        expect(rows.slice(at + 1)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('I8 CMS-11 a look is a person, however many rows of his there are', () => {
    const rows = Array.from({ length: 4 }, (): DecisionRow => ({ decision: 'approve', by: 'b' }))
    for (const one of SUBJECTS.slice(1)) {
      expect(nextStep({ ...one, rows })).toMatchObject({ decision: 'approve', role: 'reviewer' })
      expect(codeOf(approvalBy(person('c', 'issuer'), { ...one, authors: ['a'], rows }))).toBe('ROLE_MISSING')
    }
  })

  it('CMS-11 what was issued by a policy of before is complete; what is open goes by the one of today', () => {
    const rows: DecisionRow[] = [{ decision: 'approve', by: 'b' }]
    const before = { kind: 'case', authors: ['a'], rows }
    expect(stateOf(before)).toBe('in-review')
    expect(nextStep(before)).toMatchObject({ decision: 'approve', role: 'reviewer' })
    const issued = { ...before, rows: [...rows, { decision: 'issue', by: 'c' }] as const }
    expect(stepsOf(issued).map(({ decision }) => decision)).toEqual(['approve', 'issue'])
    expect(nextStep(issued)).toBeUndefined()
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
        if (isOpen(submissionState(history.rows))) return
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
    for (const risk of RISK_CLASSES)
      for (const one of ['slogan', 'case', 'technique', 'one nobody named']) {
        const { steps } = policyFor({ kind: one, risk })
        expect(steps.at(-1)?.decision).toBe('issue')
        steps.forEach(({ notBy }, at) => {
          const before = ['author', ...steps.slice(0, at).map(({ decision }) => decision)]
          expect(notBy).toEqual(expect.arrayContaining([...new Set(before)]))
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
