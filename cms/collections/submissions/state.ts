import type { Field } from 'payload'
import { SUBMISSION_STATE_WORDS } from '../../../src/lexicon/people.ts'
import { SUBMISSION_STATES, type SubmissionState } from '../../../src/model/people.ts'
import { words } from '../../base/words.ts'
import { inOneQuery } from '../../workflow/in-one-query.ts'
import { readHistory, statesIn } from '../../workflow/states.ts'
import { rowsOf, type Reader, type SubmissionRow } from '../../records/rows.ts'

/** `looks`: how many have passed it, before the last word. */
type Standing = { readonly state: SubmissionState; readonly looks: number }

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
  const looks = new Map<string, number>()
  for (const { submission, decision } of history.approvals)
    if (decision === 'approve') looks.set(String(submission), (looks.get(String(submission)) ?? 0) + 1)
  const stateOf = statesIn(history)
  return new Map(
    rows.map((row) => [String(row.id), { state: stateOf(row), looks: looks.get(String(row.id)) ?? 0 }]),
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
]
