import { describe, expect, it } from 'vitest'
import {
  ACTS,
  OPERATIONS,
  ROWS,
  scopeOfAct,
  scopeOfRows,
  type Act,
  type Rows,
} from '../../../src/review/access.ts'
import { ROLES } from '../../../src/model/people.ts'
import { POLICIES } from '../../../src/review/policies.ts'

const rows = Object.keys(ROWS) as Rows[]
const SUPERVISOR = ['supervisor']
/** Whoever reads the address of a robot can write to its group. */
const KEYS: readonly Rows[] = ['webhooks']
/** What an act only looks at; all others leave a mark. */
const LOOKS: readonly Act[] = [
  'checks.read',
  'content.paper',
  'content.choose',
  'content.preview',
  'content.returned',
  'screen.timeline',
  'template.thumb',
  'posting.recall',
  'code.read',
]

describe('PPL-7 a supervisor', () => {
  it('PPL-7 reads every row that anybody in town reads', () => {
    expect(KEYS.map((name) => scopeOfRows(name, 'read', SUPERVISOR))).toEqual(['none'])
    for (const name of rows.filter((one) => !KEYS.includes(one)))
      for (const role of ROLES)
        if (scopeOfRows(name, 'read', [role]) === 'all')
          expect(scopeOfRows(name, 'read', SUPERVISOR), name).toBe('all')
  })

  it('PPL-7 writes no row but his own account', () => {
    for (const name of rows)
      for (const operation of OPERATIONS)
        if (operation !== 'read')
          expect(scopeOfRows(name, operation, SUPERVISOR), `${operation} ${name}`).toBe(
            name === 'users' && operation === 'update' ? 'self' : 'none',
          )
  })

  it('PPL-7 does nothing but look, and takes no step of any policy', () => {
    const may = (Object.keys(ACTS) as Act[]).filter((act) => scopeOfAct(act, SUPERVISOR) !== 'none')
    expect(may.toSorted()).toEqual(LOOKS.toSorted())
    const parts = POLICIES.flatMap(({ steps, mayReturn, mayRetract, mayWithdraw }) => [
      ...steps.map(({ role }) => role),
      ...mayReturn,
      ...mayRetract,
      ...mayWithdraw,
    ])
    expect(parts).not.toContain('supervisor')
  })
})
