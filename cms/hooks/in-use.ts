import type { CollectionBeforeDeleteHook, CollectionSlug, PayloadRequest, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'

/** A draft saved over an older one lies among the versions only. */
const inNewestDrafts = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  path: string,
  id: number | string,
): Promise<number> => {
  if (!req.payload.collections[collection].config.versions) return 0
  const where: Where = { and: [{ latest: { equals: true } }, { [`version.${path}`]: { equals: id } }] }
  return (await req.payload.db.countVersions({ collection, where, req })).totalDocs
}

/**
 * Refuses to delete what other rows point at: SQLite would empty the link, MongoDB leave it dangling, and both would
 * change rows that say who approved what. `where` pairs a collection with the path of its link.
 */
export const refuseIfUsed =
  (...uses: readonly (readonly [collection: string, path: string])[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    for (const [collection, path] of uses) {
      const slug = collection as CollectionSlug
      const where: Where = { [path]: { equals: id } }
      const { totalDocs } = await req.payload.db.count({ collection: slug, where, req })
      const got = totalDocs || (await inNewestDrafts(req, slug, path, id))
      if (got > 0) refuse('IN_USE', { got, hint: collection })
    }
  }
