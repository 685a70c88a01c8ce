import type { Field } from 'payload'
import { SUBMISSION_STATE_WORDS } from '../../../src/lexicon/people.ts'
import { SUBMISSION_STATES, type SubmissionState } from '../../../src/model/people.ts'
import { words } from '../../base/words.ts'
import { inOneQuery } from '../../workflow/in-one-query.ts'
import { readHistory, statesIn } from '../../workflow/states.ts'
import { rowsOf, type Reader, type SubmissionRow } from '../../records/rows.ts'

const stateOfEach = inOneQuery(async (req: Reader, ids): Promise<ReadonlyMap<string, SubmissionState>> => {
  const rows = await rowsOf<Pick<SubmissionRow, 'id' | 'content'>>(req.payload, 'submissions', {
    where: { id: { in: [...ids] } },
    only: ['content'],
    req,
  })
  const stateOf = statesIn(
    await readHistory(
      req,
      rows.map(({ content }) => String(content?.value)),
    ),
  )
  return new Map(rows.map(({ id }) => [String(id), stateOf(String(id))]))
})

/** Derived each time it is read; there is nothing stored that could say otherwise (I7). */
export const stateField: Field = {
  name: 'state',
  type: 'select',
  virtual: true,
  label: words('状态', 'State'),
  admin: { readOnly: true },
  options: SUBMISSION_STATES.map((value) => ({ value, label: SUBMISSION_STATE_WORDS[value] })),
  hooks: {
    afterRead: [
      async ({ data, req }) => {
        const id = (data as { id?: string } | undefined)?.id
        return id ? stateOfEach(req, id) : undefined
      },
    ],
  },
}
