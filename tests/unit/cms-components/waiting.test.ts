import { describe, expect, test } from 'vitest'
import { waitingLine } from '../../../cms/components/today/waiting.ts'
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
    const once = told('a', 'in-review', [['approve', 'r']])
    expect(waitsFor(once, person('r', 'reviewer', 'issuer'))).toBe(false)
    expect(waitsFor(once, person('i', 'issuer'))).toBe(false)
    expect(waitsFor(once, person('s', 'reviewer'))).toBe(true)
    const reviewed = told('a', 'reviewed', [
      ['approve', 'r'],
      ['approve', 's'],
    ])
    expect(waitsFor(reviewed, person('s', 'reviewer', 'issuer'))).toBe(false)
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

describe('DESK-42 what waits, on the first page', () => {
  const NOW = Date.parse('2026-11-27T02:00:00.000Z')
  const sent = (id: string, day: number, acts: ReviewCase['approvals'] = []): ReviewCase => {
    const one = told(id, 'in-review')
    const submittedAt = `2026-11-${day}T02:00:00.000Z`
    return { ...one, submission: { ...one.submission, submittedAt }, approvals: acts }
  }
  const remind = {
    decision: 'remind',
    by: { id: 'writer', name: '写' },
    at: '2026-11-26T02:00:00.000Z',
    comment: '',
  } as const
  const line = (all: readonly ReviewCase[], language: 'zh' | 'en' = 'zh') =>
    waitingLine(all, { language, now: NOW, reviewDays: 3 })[0]

  test('DESK-42 how many, how long the longest, and how many are longer than the town allows (CMS-103)', () => {
    expect(line([])).toBeUndefined()
    expect(line([sent('a', 27)])?.words).toBe('1 件等您审，今天送到的')
    expect(line([sent('b', 27), sent('a', 25)])?.words).toBe('2 件等您审，最久的等了 2 天')
    expect(line([sent('b', 25), sent('a', 23)])?.words).toBe('2 件等您审，最久的等了 4 天，1 件已超期')
    expect(line([sent('a', 23)])?.words).toBe('1 件等您审，等了 4 天，已超期')
    expect(line([sent('b', 25), sent('a', 23)], 'en')?.words).toBe(
      '2 wait for your review, the longest for 4 days, 1 overdue',
    )
  })

  test('DESK-42 it leads to what is overdue, then to what was reminded of, then to what waits longest', () => {
    const to = (...all: readonly ReviewCase[]) => line(all)?.href.split('/').at(-1)
    expect(to(sent('b', 26), sent('a', 25))).toBe('a')
    expect(to(sent('b', 26, [remind]), sent('a', 25))).toBe('b')
    expect(line([sent('b', 26, [remind]), sent('a', 25)])?.more).toBe('《b》 · 写 · 写催办')
    expect(to(sent('b', 26, [remind]), sent('a', 23))).toBe('a')
  })
})
