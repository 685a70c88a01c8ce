import type { CollectionConfig } from 'payload'
import { DECISIONS, type Decision } from '../../../src/model/people.ts'
import { appendOnly } from '../../access/append-only.ts'
import { contentLink } from '../../fields/content-link.ts'
import { instant, link, secretText, text } from '../../fields/basic.ts'
import { GROUPS, labels, words } from '../../base/words.ts'

export const DECISION_WORDS: Record<Decision, { zh: string; en: string }> = {
  approve: words('通过', 'Passed'),
  issue: words('签发', 'Issued'),
  return: words('退回', 'Returned'),
  withdraw: words('撤下', 'Withdrawn'),
}

/** One person's decision on one submission; the state of everything is derived from these rows. */
export const approvals: CollectionConfig = {
  slug: 'approvals',
  labels: labels('审核意见', 'Decision', 'Decisions'),
  admin: {
    group: GROUPS.review,
    useAsTitle: 'decision',
    defaultColumns: ['submission', 'decision', 'by', 'at'],
  },
  ...appendOnly,
  defaultSort: '-at',
  fields: [
    link('submission', '送审件', 'Submission', 'submissions', { index: true }),
    contentLink,
    {
      name: 'decision',
      type: 'select',
      label: words('意见', 'Decision'),
      options: DECISIONS.map((value) => ({ value, label: DECISION_WORDS[value] })),
    },
    link('by', '谁', 'By', 'users', { index: true }),
    instant('at', '时间', 'At'),
    text('comment', '说明', 'Comment', { maxLength: 1000 }),
    secretText('seal', '封印', 'Seal'),
  ],
}
