import type { CollectionConfig, Field } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import { accessOf, accessToVersions } from '../access/roles.ts'
import {
  contentComponents,
  contentHead,
  livePanel,
  pasteField,
  returnedComments,
  writingField,
} from '../base/wiring.ts'
import { contentFoot, moreAbout } from '../fields/content.ts'
import { faulted } from '../fields/faulted.ts'
import { defaultUnit, rememberContributor } from '../hooks/contributors.ts'
import { keepUnitOfRow, ownUnit } from '../hooks/own-unit.ts'
import { refuseIfUsed } from '../hooks/in-use.ts'
import { choicesEndpoint } from '../endpoints/choices.ts'
import {
  checkEndpoint,
  paperEndpoint,
  previewEndpoint,
  proposeEndpoint,
  returnedEndpoint,
  submitEndpoint,
} from '../endpoints/workflow.ts'
import { labels } from '../base/words.ts'
import { NO_LASTING_LOCK } from './edited.ts'

/**
 * Payload's own autosave sends the whole form, forgets a failure and cannot say what it began from, so the desk saves
 * by itself (components/writing). It stays switched on for the rows it makes when a form is opened; timers end here.
 */
const NEVER_MS = 2 ** 31 - 1

type Form = {
  readonly kind: ContentKind
  /** The field people know a draft by. */
  readonly title: string
  readonly fields: readonly Field[]
  /** What may stay empty, folded away below the rest. */
  readonly more?: readonly Field[]
  /** Links of other rows that lead here; a row one of them leads to is not deleted. */
  readonly usedBy?: readonly (readonly [collection: string, path: string])[]
}

/**
 * What the kinds of content share. A draft is only ever a draft: `_status` means nothing here, what screens use is a
 * release (CMS-15), so saving, publishing, restoring or bulk editing a draft changes nothing that is live.
 */
export const contentCollection = ({
  kind: { collection, names, propose },
  title,
  fields,
  more = [],
  usedBy = [],
}: Form): CollectionConfig => ({
  slug: collection,
  labels: labels(names.zh, names.en, names.plural),
  admin: {
    useAsTitle: title,
    defaultColumns: [title, 'unit', 'updatedAt'],
    components: contentComponents,
  },
  access: { ...accessOf('contents'), readVersions: accessToVersions('contents') },
  versions: { drafts: { autosave: { interval: NEVER_MS, showSaveDraftButton: true } }, maxPerDoc: 50 },
  lockDocuments: NO_LASTING_LOCK,
  endpoints: [
    submitEndpoint(collection),
    checkEndpoint(collection),
    paperEndpoint(collection),
    previewEndpoint(collection),
    returnedEndpoint(collection),
    choicesEndpoint(collection),
    ...(propose ? [proposeEndpoint(collection)] : []),
  ],
  hooks: {
    beforeChange: [ownUnit('contents'), defaultUnit, rememberContributor],
    afterChange: [keepUnitOfRow],
    beforeDelete: [refuseIfUsed(['submissions', 'content.value'], ['playlists', 'entries.value'], ...usedBy)],
  },
  fields: [
    contentHead,
    ...(propose ? [pasteField] : []),
    writingField,
    returnedComments,
    ...faulted([...fields, ...contentFoot(moreAbout(more))]),
    livePanel,
  ],
})
