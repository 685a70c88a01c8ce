import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { announce } from '../base/announce.ts'

const afterChange: CollectionAfterChangeHook = async ({ doc, req }) => {
  await announce(req, { kind: 'town' })
  return doc
}
const afterDelete: CollectionAfterDeleteHook = async ({ req }) => {
  await announce(req, { kind: 'town' })
}

/** Collections the publisher decides from; releases and withdrawals say it themselves. */
const OF_THE_TOWN = new Set(['screens', 'places', 'playlists', 'schedules', 'hotlines'])

export const announced = (collection: CollectionConfig): CollectionConfig =>
  OF_THE_TOWN.has(collection.slug)
    ? {
        ...collection,
        hooks: {
          ...collection.hooks,
          afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
          afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
        },
      }
    : collection
