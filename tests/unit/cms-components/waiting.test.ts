import { describe, expect, test } from 'vitest'
import { returnedTo, waitsFor, type ReviewCase } from '../../../cms/workflow/read.ts'
import type { Decision, Role, SubmissionState } from '../../../src/model/people.ts'

const told = (
  id: string,
  state: SubmissionState,
  decisions: readonly (readonly [Decision, by: string])[] = [],
  content = `content of ${id}`,
): ReviewCase => ({
  submission: {
    id,
    kind: 'case',
    title: id,
    content,
    authors: ['writer'],
    submittedBy: { id: 'writer', name: '写' },
    submittedAt: '2026-11-23T00:00:00.000Z',
  },
  approvals: decisions.map(([decision, by]) => ({
    decision,
    by: { id: by, name: by },
    at: '2026-11-23T00:00:00.000Z',
    comment: '',
  })),
  release: undefined,
  state,
})

const person = (id: string, ...roles: Role[]) => ({ id, roles })

describe('DESK-6 what waits for a person', () => {
  test('DESK-6 the step that is next, for who holds the role and had no part in it yet', () => {
    const fresh = told('a', 'in-review')
    expect(waitsFor(fresh, person('r', 'reviewer'))).toBe(true)
    expect(waitsFor(fresh, person('i', 'issuer'))).toBe(false)
    expect(waitsFor(fresh, person('writer', 'reviewer', 'issuer'))).toBe(false)
    const reviewed = told('a', 'reviewed', [['approve', 'r']])
    expect(waitsFor(reviewed, person('r', 'reviewer', 'issuer'))).toBe(false)
    expect(waitsFor(reviewed, person('i', 'issuer'))).toBe(true)
    expect(waitsFor(told('a', 'returned', [['return', 'r']]), person('r', 'reviewer'))).toBe(false)
  })

  test('DESK-6 what was returned waits for its writers until it is sent in again', () => {
    const returned = told('a', 'returned', [['return', 'r']], 'c')
    const again = told('b', 'in-review', [], 'c')
    expect(returnedTo([returned], person('writer', 'author'))).toEqual([returned])
    expect(returnedTo([again, returned], person('writer', 'author'))).toEqual([])
    expect(returnedTo([returned], person('r', 'reviewer'))).toEqual([])
  })
})
