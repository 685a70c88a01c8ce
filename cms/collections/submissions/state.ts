import type { Field } from 'payload'
import type { SubmissionState } from '../../../src/model/people.ts'
import { words } from '../../base/words.ts'
import { stateOf } from '../../../src/review/policy.ts'
import { inOneQuery } from '../../workflow/in-one-query.ts'
import { decisionsOnAll } from '../../records/rows.ts'

export const STATE_WORDS: Record<SubmissionState, { zh: string; en: string }> = {
  'in-review': words('待审核', 'To be reviewed'),
  reviewed: words('待签发', 'To be issued'),
  returned: words('已退回', 'Returned'),
  released: words('已签发', 'Released'),
  withdrawn: words('已撤下', 'Withdrawn'),
}

const decisionsOnEach = inOneQuery(decisionsOnAll)

/** Derived from the approvals each time it is read; there is nothing stored that could say otherwise (design 5.2). */
export const stateField: Field = {
  name: 'state',
  type: 'select',
  virtual: true,
  label: words('状态', 'State'),
  admin: { readOnly: true },
  options: Object.entries(STATE_WORDS).map(([value, label]) => ({ value, label })),
  hooks: {
    afterRead: [
      async ({ data, req }) => {
        const id = (data as { id?: string } | undefined)?.id
        return id ? stateOf((await decisionsOnEach(req, id)) ?? []) : undefined
      },
    ],
  },
}
