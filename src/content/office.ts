import { refuse } from '../errors/refusal.ts'
import {
  headingsIn,
  understand,
  understandDocument,
  type OfficeFile,
  type Understood,
} from '../intake/index.ts'
import type { ContentKind } from './kind.ts'
import type { ContentKinds } from './registry.ts'

/** More than a town writes in a year; longer lists are parted. */
export const MOST_ROWS = 1_000

/** What a file says of one kind of content. */
export type BroughtIn = {
  readonly collection: string
  readonly understood: Understood
  /** Pictures of a document, which are left out. */
  readonly pictures: number
}

type Found = { readonly kind: ContentKind; readonly understood: Understood }

/** Kinds that are imported, the wanted one first: where two understand as much, it is meant. */
const kindsFor = (kinds: ContentKinds, wanted: string): readonly ContentKind[] =>
  kinds.all
    .filter(({ columns }) => columns)
    .toSorted((a, b) => Number(b.collection === wanted) - Number(a.collection === wanted))

const refuseLong = (got: number): void => {
  if (got > MOST_ROWS) refuse('IMPORT_TOO_MANY_ROWS', { field: 'file', limit: MOST_ROWS, got })
}

/** The sheet and the kind of which most headings are known. */
const inSheets = (kinds: readonly ContentKind[], { sheets }: OfficeFile & { as: 'sheets' }): Found | null => {
  let best: {
    kind: ContentKind
    cells: (typeof sheets)[number]['cells']
    head: number
    count: number
  } | null = null
  for (const { cells } of sheets)
    for (const kind of kinds) {
      const { head, places } = headingsIn(kind.columns ?? [], cells)
      const hasTitle = places.some(({ column }) => column.required)
      if (hasTitle && places.length > (best?.count ?? 0)) best = { kind, cells, head, count: places.length }
    }
  if (!best) return null
  const { kind, cells, head } = best
  refuseLong(cells.slice(head + 1).filter((row) => row.some((cell) => cell !== null && cell !== '')).length)
  return { kind, understood: understand(kind.columns ?? [], cells) }
}

const inDocument = ([kind]: readonly ContentKind[], file: OfficeFile & { as: 'document' }): Found | null => {
  if (!kind) return null
  const propose = kind.propose?.bind(kind)
  return { kind, understood: understandDocument(kind.columns ?? [], file.blocks, propose) }
}

/**
 * What a file of an office would become. `wanted` is the collection it is brought to; a table whose headings are those of
 * another kind is of that. Refuses IMPORT_NOTHING_FOUND, IMPORT_TOO_MANY_ROWS.
 */
export const broughtIn = (kinds: ContentKinds, wanted: string, file: OfficeFile): BroughtIn => {
  const imported = kindsFor(kinds, wanted)
  const found = file.as === 'sheets' ? inSheets(imported, file) : inDocument(imported, file)
  if (!found || found.understood.rows.length === 0) return refuse('IMPORT_NOTHING_FOUND', { field: 'file' })
  const { kind, understood } = found
  refuseLong(understood.rows.length)
  return { collection: kind.collection, understood, pictures: file.as === 'document' ? file.pictures : 0 }
}
