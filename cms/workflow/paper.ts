import type { PayloadRequest } from 'payload'
import { paperNotes, type ContentKind } from '../../src/content/index.ts'
import { refuse, type Refusal } from '../../src/errors/refusal.ts'
import { requireAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import type { ContentSlug } from '../records/rows.ts'
import { draftOf, type Draft } from './content-rows.ts'

/** On which printed things these words of a draft will not go. Pictures say nothing of that. */
export const paperNotesOf = async (kind: ContentKind, draft: Draft): Promise<readonly Refusal[]> => {
  const { kinds, print } = ports()
  return paperNotes(kinds, kind.freeze(draft, {}), (await print?.templates()) ?? [])
}

/** The same of the draft as it stands; nothing of it keeps it from 送审, and nothing is stored. */
export const readPaperNotes = async (
  req: PayloadRequest,
  slug: ContentSlug,
  id: string,
): Promise<readonly Refusal[]> => {
  requireAct(req, 'content.paper')
  const kind = ports().kinds.writtenIn(slug) ?? refuse('NOT_FOUND')
  return paperNotesOf(kind, await draftOf(req, slug, id))
}
