import type { CollectionConfig } from 'payload'
import { KINDS, type ContentKinds } from '../../src/content/index.ts'
import { audited } from '../audit/hooks.ts'
import type { CmsEnvironment } from '../base/environment.ts'
import { cleaned } from '../hooks/cleaned.ts'
import { announced } from '../hooks/town-changed.ts'
import { mended } from '../writing/mended.ts'
import { reconciled } from '../writing/statement.ts'
import { approvals } from './approvals/index.ts'
import { audit } from './audit/index.ts'
import { campaigns } from './campaigns/index.ts'
import { cases } from './cases/index.ts'
import { derivations } from './derivations/index.ts'
import { edited } from '../forms/edited.ts'
import { factors } from './factors/index.ts'
import { heads } from './heads/index.ts'
import { hotlines } from './hotlines/index.ts'
import { media } from './media/index.ts'
import { pairings } from './pairings/index.ts'
import { places } from './places/index.ts'
import { playlists } from './playlists/index.ts'
import { posterTemplates } from './poster-templates/index.ts'
import { postingPhotos } from './posting-photos/index.ts'
import { postings } from './postings/index.ts'
import { prints } from './prints/index.ts'
import { receipts } from './receipts/index.ts'
import { releases } from './releases/index.ts'
import { schedules } from './schedules/index.ts'
import { screens } from './screens/index.ts'
import { slogans } from './slogans/index.ts'
import { submissions } from './submissions/index.ts'
import { techniques } from './techniques/index.ts'
import { terms } from './terms/index.ts'
import { units } from './units/index.ts'
import { users } from './users/index.ts'
import { deliveries } from './deliveries/index.ts'
import { webhooks } from './webhooks/index.ts'

/** The kinds of content and the forms they are written in: of each kind one. */
export type Written = { readonly kinds: ContentKinds; readonly forms: readonly CollectionConfig[] }

export const WRITTEN: Written = { kinds: KINDS, forms: [cases, techniques, slogans] }

/**
 * The menu is ours (cms/base/menu.ts): Payload's own would name every collection a person may read. And what a row is to a
 * program is no page for people.
 */
const forPeople = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, group: false, hideAPIURL: true },
})

/** In the order of the work: 写 审 放 印 管. Each leaves its marks in the audit and says what changed. */
export const collections = (env: CmsEnvironment, { kinds, forms }: Written): CollectionConfig[] =>
  [
    ...forms.map(mended),
    edited(media(env, kinds)),
    edited(hotlines(kinds)),
    edited(terms),
    submissions(kinds),
    approvals(kinds),
    releases(kinds),
    derivations,
    edited(playlists(kinds)),
    edited(schedules),
    edited(campaigns(kinds)),
    edited(screens),
    heads,
    receipts,
    prints,
    postings,
    postingPhotos(env),
    posterTemplates,
    edited(users(env, kinds)),
    factors,
    edited(units(kinds)),
    edited(places),
    edited(webhooks),
    deliveries,
    pairings,
    audit,
  ].map((collection) => forPeople(announced(audited(cleaned(reconciled(collection))))))
