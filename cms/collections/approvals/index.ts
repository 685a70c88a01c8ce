import type { CollectionConfig } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { STEP_WORDS } from '../../../src/lexicon/people.ts'
import { DECISIONS } from '../../../src/model/people.ts'
import { appendOnly } from '../../access/append-only.ts'
import { contentLink } from '../../fields/content-link.ts'
import { instant, link, machineText, secretText, text } from '../../fields/basic.ts'
import { labels, words } from '../../base/words.ts'

/** One person's decision on one submission; the state of everything is derived from these rows. */
export const approvals = (kinds: ContentKinds): CollectionConfig => ({
  slug: 'approvals',
  labels: labels('审核意见', 'Decision', 'Decisions'),
  admin: {
    // A choice would stand there as it is stored, a day does not.
    useAsTitle: 'at',
    defaultColumns: ['submission', 'decision', 'by', 'at'],
  },
  ...appendOnly('approvals'),
  defaultSort: '-at',
  fields: [
    link('submission', '送审件', 'Submission', 'submissions', { index: true }),
    contentLink(kinds),
    {
      name: 'decision',
      type: 'select',
      label: words('意见', 'Decision'),
      options: DECISIONS.map((value) => ({ value, label: STEP_WORDS[value] })),
    },
    link('by', '谁', 'By', 'users', { index: true }),
    instant('at', '时间', 'At'),
    text('comment', '说明', 'Comment', { maxLength: 1000 }),
    machineText('confirmed', '确认', 'Answered for'),
    machineText('pins', '写在各页的意见', 'Comments on pages'),
    link('to', '转交给', 'Handed to', 'users'),
    secretText('seal', '封印', 'Seal'),
  ],
})
