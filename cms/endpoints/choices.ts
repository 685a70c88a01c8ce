import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { requireAct } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { readChoices, readNamed } from '../overview/choices.ts'
import { wordsIn } from '../overview/search.ts'
import type { ContentSlug } from '../records/rows.ts'

/** More than a form ever names. */
const MOST_NAMED = 100

const idsIn = (req: PayloadRequest): readonly string[] | null => {
  const { ids } = req.query
  if (typeof ids !== 'string') return null
  const named = ids.split(',').filter(Boolean)
  if (named.length > MOST_NAMED)
    return refuse('TOO_MANY_ITEMS', { field: 'ids', limit: MOST_NAMED, got: named.length })
  return named
}

/**
 * What a form may name of this kind (CMS-99): with `ids` those of them that may be told, else what is called like `words`.
 */
export const choicesEndpoint = (slug: ContentSlug): Endpoint => ({
  path: '/choices',
  method: 'get',
  handler: async (req) => {
    const user = requireAct(req, 'content.choose')
    const kind = ports().kinds.writtenIn(slug)
    if (!kind) return refuse('NOT_FOUND')
    const asked = { payload: req.payload, user: { ...user, collection: 'users' as const }, kind }
    const ids = idsIn(req)
    return Response.json(
      ids
        ? { contents: await readNamed(asked, ids), more: false }
        : await readChoices(asked, wordsIn(req.query['words'])),
    )
  },
})
