import type { CollectionBeforeDeleteHook, CollectionSlug, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'

/**
 * Refuses to delete what other rows point at: SQLite would empty the link, MongoDB leave it dangling, and both would
 * change rows that say who approved what. `where` pairs a collection with the path of its link.
 */
export const refuseIfUsed =
  (...uses: readonly (readonly [collection: string, path: string])[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    for (const [collection, path] of uses) {
      const where: Where = { [path]: { equals: id } }
      const { totalDocs } = await req.payload.db.count({
        collection: collection as CollectionSlug,
        where,
        req,
      })
      if (totalDocs > 0) refuse('IN_USE', { got: totalDocs, hint: collection })
    }
  }
