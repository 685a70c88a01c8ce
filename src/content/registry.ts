import { refuse } from '../errors/refusal.ts'
import type { ContentBody } from '../model/content.ts'
import { caseKind } from './case/index.ts'
import type { ContentKind } from './kind.ts'
import { sloganKind } from './slogan/index.ts'
import { techniqueKind } from './technique/index.ts'

/** The kinds of content a town writes. */
export type ContentKinds = {
  /** In the order people see them. */
  readonly all: readonly ContentKind[]
  readonly named: (kind: string) => ContentKind | undefined
  /** The kind whose drafts are rows of this collection. */
  readonly writtenIn: (collection: string) => ContentKind | undefined
  /** Of a body that was read or made here; refuses CONTENT_UNKNOWN where no kind answers for it. */
  readonly of: (body: ContentBody) => ContentKind
}

/** Throws where two kinds have one name or one collection: that is a mistake of who adds one. */
export const contentKinds = (all: readonly ContentKind[]): ContentKinds => {
  const byName = new Map(all.map((one) => [one.kind, one]))
  const byCollection = new Map(all.map((one) => [one.collection, one]))
  if (byName.size < all.length || byCollection.size < all.length)
    throw new Error('two kinds of content have one name or one collection')
  return {
    all,
    named: (kind) => byName.get(kind),
    writtenIn: (collection) => byCollection.get(collection),
    of: ({ kind }) => byName.get(kind) ?? refuse('CONTENT_UNKNOWN', { got: kind }),
  }
}

/** The registry: a new kind is a line here. */
export const KINDS = contentKinds([caseKind, techniqueKind, sloganKind])
