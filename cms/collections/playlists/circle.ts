import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { refuse } from '../../../src/errors/refusal.ts'

type Entry = { readonly relationTo: string; readonly value: unknown }

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

const nested = (entries: unknown): string[] =>
  (Array.isArray(entries) ? (entries as Entry[]) : [])
    .filter((entry) => entry.relationTo === 'playlists')
    .map((entry) => idOf(entry.value))

const stored = async (req: PayloadRequest, ids: readonly string[]) =>
  (
    await req.payload.db.find<{ id: string; entries?: unknown }>({
      collection: 'playlists',
      where: { id: { in: [...ids] } },
      pagination: false,
      req,
    })
  ).docs

/** Refuses an empty list, and a list that holds itself at any depth: the publisher would never come to an end. */
export const noCircle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const given = data as { entries?: unknown }
  if (!Array.isArray(given.entries) || given.entries.length === 0)
    refuse('PLAYLIST_EMPTY', { field: 'entries' })
  const own = (originalDoc as { id?: string } | undefined)?.id
  const seen = new Set<string>()
  let next = nested(given.entries)
  while (own && next.length > 0) {
    if (next.includes(own)) refuse('PLAYLIST_CYCLE', { field: 'entries' })
    const fresh = next.filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    next = fresh.length > 0 ? (await stored(req, fresh)).flatMap((row) => nested(row.entries)) : []
  }
  return data
}
