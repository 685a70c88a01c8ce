import type { PayloadRequest } from 'payload'
import { paperNotes, photoNotes, type ContentKind } from '../../src/content/index.ts'
import { refuse, type Refusal } from '../../src/errors/refusal.ts'
import { requireAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import type { ContentSlug } from '../records/rows.ts'
import { draftOf, mediaOf, type Draft, type MediaRow } from './content-rows.ts'
import { pictureOf } from './freeze.ts'

/** On which printed things these words of a draft will not go, and what becomes of its pictures there. */
export const paperNotesOf = async (
  kind: ContentKind,
  draft: Draft,
  media: ReadonlyMap<string, MediaRow>,
): Promise<readonly Refusal[]> => {
  const { dictionary, kinds, print, look } = ports()
  const schemas = (await print?.templates()) ?? []
  const own = schemas.filter((schema) => schema.kinds.includes(kind.kind))
  const notes = [...paperNotes(kinds, kind.freeze(draft, {}), schemas, dictionary)]
  for (const [field, row] of media) {
    const picture = pictureOf(row, false)
    // A file that is gone is told by 送审; here it says nothing.
    const seen = await look(picture.sha256).catch(() => null)
    if (seen) notes.push(...photoNotes(field, picture, seen, own))
  }
  return notes
}

/** The same of the draft as it stands; nothing of it keeps it from 送审, and nothing is stored. */
export const readPaperNotes = async (
  req: PayloadRequest,
  slug: ContentSlug,
  id: string,
): Promise<readonly Refusal[]> => {
  requireAct(req, 'content.paper')
  const kind = ports().kinds.writtenIn(slug) ?? refuse('NOT_FOUND')
  const draft = await draftOf(req, slug, id)
  return paperNotesOf(kind, draft, await mediaOf(req, kind, draft))
}
