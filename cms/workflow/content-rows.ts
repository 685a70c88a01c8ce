import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import { refuse } from '../../src/errors/refusal.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import { rowsFor } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import type { HotlineRow } from '../records/hotline-seal.ts'
import { rowsOf, type ContentSlug } from '../records/rows.ts'

/** The newest draft as the form shows it: links by id, nothing populated; its words are its kind's to read. */
export type Draft = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly hotline?: string | null
  readonly validUntil?: string | null
  readonly unit?: string | null
  readonly contributors?: readonly string[] | null
}

export type MediaRow = {
  readonly id: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly alt?: string | null
}

/** Reads with the rights of who asks, so that a draft he may not see cannot be sent by him either. */
export const draftOf = async (req: PayloadRequest, slug: ContentSlug, id: string): Promise<Draft> => {
  const found = await req.payload.findByID({
    collection: slug as CollectionSlug,
    id,
    draft: true,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return (found as Draft | null) ?? refuse('NOT_FOUND')
}

/** With the rights of who asks: the id of a picture that he may not see is the id of none (PPL-20). */
const byId = async <T>(req: PayloadRequest, collection: 'hotlines' | 'media', id: unknown) => {
  const may = rowsFor(req.user, collection, 'read')
  if (!id || may === false) return undefined
  const named: Where = { id: { equals: id } }
  const where = may === true ? named : { and: [named, may] }
  return (await rowsOf<T>(req.payload, collection, { where, limit: 1, req }))[0]
}

export const hotlineOf = (req: PayloadRequest, draft: Draft) =>
  byId<HotlineRow>(req, 'hotlines', draft.hotline)

/** By upload field, the pictures that are there. */
export const mediaOf = async (req: PayloadRequest, { uploads }: ContentKind, draft: Draft) => {
  const found = new Map<string, MediaRow>()
  for (const field of uploads) {
    const row = await byId<MediaRow>(req, 'media', draft[field])
    if (row) found.set(field, row)
  }
  return found as ReadonlyMap<string, MediaRow>
}

/** Hashes of the pictures that are drawings made for dark screens. */
export const drawingsOf = async (media: ReadonlyMap<string, MediaRow>): Promise<ReadonlySet<string>> => {
  const drawings = new Set<string>()
  for (const { sha256 } of media.values())
    if ((await ports().look(sha256 as Sha256)).look === 'screen-drawing') drawings.add(sha256)
  return drawings
}
