import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { ContentKind } from '../../src/model/content.ts'
import type { HotlineRow } from '../records/hotline-seal.ts'
import { rowsOf, type ContentSlug } from '../records/rows.ts'

export const KIND_OF_COLLECTION: Record<ContentSlug, ContentKind> = {
  cases: 'case',
  techniques: 'technique',
  slogans: 'slogan',
}

/** The newest draft as the form shows it: links by id, nothing populated. */
export type Draft = {
  readonly id: string
  readonly title?: string | null
  readonly text?: string | null
  readonly accent?: string | null
  readonly fraudClass?: string | null
  readonly story?: string | null
  readonly photo?: string | null
  readonly lesson?: string | null
  readonly steps?: readonly { readonly heSays?: string | null; readonly youDo?: string | null }[] | null
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
    collection: slug,
    id,
    draft: true,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return (found as Draft | null) ?? refuse('NOT_FOUND')
}

const byId = async <T>(req: PayloadRequest, collection: string, id: string | null | undefined) =>
  id
    ? (await rowsOf<T>(req.payload, collection, { where: { id: { equals: id } }, limit: 1, req }))[0]
    : undefined

export const hotlineOf = (req: PayloadRequest, draft: Draft) =>
  byId<HotlineRow>(req, 'hotlines', draft.hotline)
export const photoOf = (req: PayloadRequest, draft: Draft) => byId<MediaRow>(req, 'media', draft.photo)
