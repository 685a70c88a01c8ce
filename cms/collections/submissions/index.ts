import type { CollectionConfig } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { appendOnly } from '../../access/append-only.ts'
import { submissionListComponents } from '../../base/wiring.ts'
import { contentLink } from '../../fields/content-link.ts'
import { hidden, instant, link, links, machineText, text } from '../../fields/basic.ts'
import { labels } from '../../base/words.ts'
import { decisionEndpoints } from '../../endpoints/workflow.ts'
import { kindField } from '../../fields/kind.ts'
import { riskField } from './risk.ts'
import { standingFields } from './state.ts'

/** Immutable snapshots of content as it was sent for review, with the pages people approve. */
export const submissions = (kinds: ContentKinds): CollectionConfig => ({
  slug: 'submissions',
  labels: labels('送审件', 'Submission', 'Submissions'),
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'state', 'submittedBy', 'submittedAt'],
    components: submissionListComponents,
  },
  ...appendOnly('submissions'),
  defaultSort: '-submittedAt',
  endpoints: decisionEndpoints,
  fields: [
    text('title', '标题', 'Title', { maxLength: 400 }),
    kindField(kinds),
    riskField,
    ...standingFields,
    contentLink(kinds),
    machineText('frozen', '送审内容', 'Frozen content'),
    machineText('pages', '送审画面', 'Frozen pages'),
    machineText('assets', '画面图片', 'Pictures of the pages'),
    hidden(text('digest', '摘要', 'Digest')),
    links('authors', '编写人', 'Authors', 'users'),
    link('submittedBy', '送审人', 'Submitted by', 'users', { index: true }),
    instant('submittedAt', '送审时间', 'Submitted at'),
    // Of the draft when it was sent in; those of before have none, and are the town's.
    link('unit', '单位', 'Unit', 'units', { index: true }),
  ],
})
