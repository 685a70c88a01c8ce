import type { Field } from 'payload'
import { SUBMISSION_STATE_WORDS } from '../../../src/lexicon/people.ts'
import { SUBMISSION_STATES, type SubmissionState } from '../../../src/model/people.ts'
import type { Step } from '../../../src/review/policies.ts'
import { looksIn, stepsOf } from '../../../src/review/policy.ts'
import { words } from '../../base/words.ts'
import { inOneQuery } from '../../workflow/in-one-query.ts'
import { readHistory, statesIn, subjectOf } from '../../workflow/states.ts'
import { groupedBy, rowsOf, type Reader, type SubmissionRow } from '../../records/rows.ts'

/** `looks`: how many have passed it, before the last word; `steps`: those on its own way. */
type Standing = {
  readonly state: SubmissionState
  readonly looks: number
  readonly steps: readonly Pick<Step, 'decision' | 'role'>[]
}

const standingOfEach = inOneQuery(async (req: Reader, ids): Promise<ReadonlyMap<string, Standing>> => {
  const rows = await rowsOf<Pick<SubmissionRow, 'id' | 'content' | 'kind' | 'risk'>>(
    req.payload,
    'submissions',
    { where: { id: { in: [...ids] } }, only: ['content', 'kind', 'risk'], req },
  )
  const history = await readHistory(
    req,
    rows.map(({ content }) => String(content?.value)),
  )
  const decided = groupedBy(history.approvals, ({ submission }) => String(submission))
  const stateOf = statesIn(history)
  return new Map(
    rows.map((row) => {
      const taken = { ...subjectOf(row), rows: decided.get(String(row.id)) ?? [] }
      const steps = stepsOf(taken).map(({ decision, role }) => ({ decision, role }))
      return [String(row.id), { state: stateOf(row), looks: looksIn(taken.rows), steps }]
    }),
  )
})

const derived = (name: keyof Standing) => ({
  afterRead: [
    async ({ data, req }: { readonly data?: unknown; readonly req: Reader }) => {
      const id = (data as { id?: string } | undefined)?.id
      return id ? (await standingOfEach(req, id))?.[name] : undefined
    },
  ],
})

/** Derived each time they are read; there is nothing stored that could say otherwise (I7). */
export const standingFields: readonly Field[] = [
  {
    name: 'state',
    type: 'select',
    virtual: true,
    label: words('状态', 'State'),
    admin: { readOnly: true },
    options: SUBMISSION_STATES.map((value) => ({ value, label: SUBMISSION_STATE_WORDS[value] })),
    hooks: derived('state'),
  },
  {
    name: 'looks',
    type: 'number',
    virtual: true,
    label: words('已审几遍', 'Looks taken'),
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    hooks: derived('looks'),
  },
  {
    name: 'steps',
    type: 'json',
    virtual: true,
    label: words('要走的步骤', 'Steps'),
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    hooks: derived('steps'),
  },
]
