import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DECISIONS, ROLES, SUBMISSION_STATES } from '../../../src/model/people.ts'
import { approvalBy } from '../../../src/review/policy.ts'
import { endsSoon, taskFor, type Doer, type Progress } from '../../../src/review/task.ts'

const people = ['a', 'b', 'c'] as const
const doers: fc.Arbitrary<Doer> = fc.record({
  id: fc.constantFrom(...people),
  roles: fc.subarray([...ROLES]),
  writes: fc.boolean(),
  plans: fc.boolean(),
})
const progresses: fc.Arbitrary<Progress> = fc.record({
  stage: fc.constantFrom('draft', ...SUBMISSION_STATES),
  history: fc.option(
    fc.record({
      kind: fc.constant('slogan'),
      authors: fc.subarray([...people]),
      rows: fc.array(fc.record({ decision: fc.constantFrom(...DECISIONS), by: fc.constantFrom(...people) }), {
        maxLength: 3,
      }),
    }),
  ),
  authors: fc.subarray([...people]),
  scheduled: fc.boolean(),
  daysLeft: fc.option(fc.integer({ min: -30, max: 60 })),
})

const DRAFT: Progress = { stage: 'draft', history: null, authors: ['a'], scheduled: false, daysLeft: null }
const AUTHOR: Doer = { id: 'a', roles: ['author'], writes: true, plans: false }
const OPERATOR: Doer = { id: 'b', roles: ['operator'], writes: false, plans: true }

describe('DESK-40 whose turn a content is', () => {
  it('DESK-40 a step is told to whom the policy lets take it, and to nobody else', () => {
    fc.assert(
      fc.property(doers, progresses, (who, progress) => {
        const task = taskFor(who, progress)
        const isOpen = progress.stage === 'in-review' || progress.stage === 'reviewed'
        const step = isOpen && progress.history ? approvalBy(who, progress.history) : null
        expect(task === 'approve' || task === 'issue').toBe(typeof step === 'string')
        if (typeof step === 'string') expect(task).toBe(step)
      }),
    )
  })

  it('DESK-40 nobody is told to write or plan who may not, and writing is for who wrote', () => {
    fc.assert(
      fc.property(doers, progresses, (who, progress) => {
        const task = taskFor(who, progress)
        if (task === 'write' || task === 'mend' || task === 'renew')
          expect(who.writes && progress.authors.includes(who.id)).toBe(true)
        if (task === 'schedule') expect(who.plans && !progress.scheduled).toBe(true)
        if (progress.stage === 'withdrawn' || progress.stage === 'replaced') expect(task).toBeNull()
      }),
    )
  })

  it('DESK-40 a draft, a returned one and one that ends soon are their author’s, an unscheduled one the operator’s', () => {
    const tasks = (part: Partial<Progress>) =>
      [AUTHOR, OPERATOR].map((who) => taskFor(who, { ...DRAFT, ...part }))
    expect(tasks({})).toEqual(['write', null])
    expect(tasks({ stage: 'returned' })).toEqual(['mend', null])
    expect(tasks({ stage: 'released' })).toEqual([null, 'schedule'])
    expect(tasks({ stage: 'released', scheduled: true })).toEqual([null, null])
    expect(tasks({ stage: 'released', scheduled: true, daysLeft: 14 })).toEqual(['renew', null])
    expect(tasks({ stage: 'released', scheduled: true, daysLeft: 15 })).toEqual([null, null])
    expect(tasks({ stage: 'released', daysLeft: -1 })).toEqual([null, null])
    expect(endsSoon({ stage: 'returned', daysLeft: 3 })).toBe(false)
  })
})
