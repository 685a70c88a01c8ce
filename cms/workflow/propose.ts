import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { requireAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import type { ContentSlug } from '../records/rows.ts'

/** A page of a newspaper; read within a turn of the event loop. Longer ones are brought as a file (IMP-30). */
export const MOST_PASTED = 15_000

/** Fields of the form from a pasted text, and what found no place; stores nothing. */
export const proposeContent = (req: PayloadRequest, slug: ContentSlug, text: string) => {
  requireAct(req, 'content.import')
  const propose = ports().kinds.writtenIn(slug)?.propose ?? refuse('NOT_FOUND')
  const { fields, left, others } = propose(text)
  return { fields, left, others }
}
