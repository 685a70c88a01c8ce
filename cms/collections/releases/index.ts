import type { CollectionConfig } from 'payload'
import type { ContentKinds } from '../../../src/content/index.ts'
import { appendOnly } from '../../access/append-only.ts'
import { submissionComponents } from '../../base/wiring.ts'
import { contentLink } from '../../fields/content-link.ts'
import { hidden, instant, link, text } from '../../fields/basic.ts'
import { kindField } from '../../fields/kind.ts'
import { labels } from '../../base/words.ts'
import { withdrawEndpoint } from '../../endpoints/workflow.ts'
import { releaseStateField } from './state.ts'

/** Submissions with all approvals: the only thing screens ever use, signed by the town's key (I8). */
export const releases = (kinds: ContentKinds): CollectionConfig => ({
  slug: 'releases',
  labels: labels('发布件', 'Release', 'Releases'),
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'state', 'releasedAt'],
    components: submissionComponents,
  },
  ...appendOnly('releases'),
  defaultSort: '-releasedAt',
  endpoints: [withdrawEndpoint],
  fields: [
    text('title', '标题', 'Title', { maxLength: 400 }),
    kindField(kinds),
    releaseStateField,
    link('submission', '送审件', 'Submission', 'submissions', { index: true }),
    contentLink(kinds),
    hidden(text('digest', '摘要', 'Digest')),
    instant('releasedAt', '签发时间', 'Released at'),
    hidden(text('signature', '签名', 'Signature')),
  ],
})
