import type { Payload } from 'payload'
import type { Role } from '../../src/model/people.ts'
import type { Step } from '../../src/review/policies.ts'
import { nextStep, stepsOf } from '../../src/review/policy.ts'
import { rowsOf } from '../records/rows.ts'
import { historyOf, readAllOpen, stepFor } from './read.ts'

type Member = {
  readonly id: string
  readonly roles?: readonly Role[] | null
  readonly leftTown?: boolean | null
}

/** A submission whose next step no person of the town may take: the one at `at` of its steps. */
export type Stuck = {
  readonly title: string
  readonly steps: readonly Step[]
  readonly at: number
}

/**
 * Each step needs a person who had no part before it: where a town has too few, or a new policy asks for more than it
 * has, nobody is ever asked. Newest first.
 */
export const readStuck = async (payload: Payload): Promise<readonly Stuck[]> => {
  const open = await readAllOpen(payload)
  if (open.length === 0) return []
  const rows = await rowsOf<Member>(payload, 'users', { only: ['roles', 'leftTown'] })
  const people = rows
    .filter(({ leftTown }) => leftTown !== true)
    .map((one) => ({ ...one, id: String(one.id) }))
  return open.flatMap((told) => {
    if (people.some((one) => typeof stepFor(told, one) === 'string')) return []
    const history = historyOf(told)
    const [steps, next] = [stepsOf(history), nextStep(history)]
    const { title } = told.submission
    return next ? [{ title, steps, at: steps.indexOf(next) }] : []
  })
}
