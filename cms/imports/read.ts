import type { PayloadRequest } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import { refuse } from '../../src/errors/refusal.ts'
import {
  headingsIn,
  understand,
  understandDocument,
  type OfficeFile,
  type Understood,
} from '../../src/intake/index.ts'
import { ports } from '../base/ports.ts'
import { draftsOf, type ImportRow } from './drafts.ts'

/** More than a town writes in a year; longer lists are parted. */
export const MOST_ROWS = 1_000

export type Brought = { readonly bytes: Uint8Array; readonly name: string }

export type Looked = {
  readonly kind: ContentKind
  /** Of the bytes: who says yes says it to this file. */
  readonly digest: string
  readonly used: Understood['used']
  readonly unused: readonly string[]
  /** Rows that explain or show, and are not taken. */
  readonly passedOver: number
  readonly pictures: number
  readonly rows: readonly ImportRow[]
}

type Found = { readonly kind: ContentKind; readonly understood: Understood }

/** Kinds that are imported, the wanted one first: where two understand as much, it is meant. */
const kindsFor = (wanted: string): readonly ContentKind[] =>
  ports()
    .kinds.all.filter(({ columns }) => columns)
    .toSorted((a, b) => Number(b.collection === wanted) - Number(a.collection === wanted))

/** The sheet and the kind of which most headings are known. */
const inSheets = (kinds: readonly ContentKind[], { sheets }: OfficeFile & { as: 'sheets' }): Found | null => {
  let best: (Found & { readonly count: number }) | null = null
  for (const { cells } of sheets)
    for (const kind of kinds) {
      const { places } = headingsIn(kind.columns ?? [], cells)
      const hasTitle = places.some(({ column }) => column.required)
      if (!hasTitle || places.length <= (best?.count ?? 0)) continue
      best = { kind, understood: understand(kind.columns ?? [], cells), count: places.length }
    }
  return best
}

const inDocument = (kinds: readonly ContentKind[], file: OfficeFile & { as: 'document' }): Found | null => {
  const [kind] = kinds
  if (!kind) return null
  const propose = kind.propose?.bind(kind)
  return { kind, understood: understandDocument(kind.columns ?? [], file.blocks, propose) }
}

/**
 * What a file would become, row by row; stores nothing. `wanted` is the collection it is brought to.
 * Refuses IMPORT_FILE_*, IMPORT_NOTHING_FOUND, IMPORT_TOO_MANY_ROWS.
 */
export const lookAt = async (
  req: PayloadRequest,
  wanted: string,
  { bytes, name }: Brought,
): Promise<Looked> => {
  const { readOffice, sha256 } = ports()
  const file = await readOffice(bytes, name, String(req.user?.id ?? ''))
  const kinds = kindsFor(wanted)
  const found = file.as === 'sheets' ? inSheets(kinds, file) : inDocument(kinds, file)
  if (!found || found.understood.rows.length === 0) return refuse('IMPORT_NOTHING_FOUND', { field: 'file' })
  const { kind, understood } = found
  const got = understood.rows.length
  if (got > MOST_ROWS) refuse('IMPORT_TOO_MANY_ROWS', { field: 'file', limit: MOST_ROWS, got })
  return {
    kind,
    digest: sha256(Buffer.from(bytes).toString('base64')),
    used: understood.used,
    unused: understood.unused,
    passedOver: understood.passedOver.length,
    pictures: file.as === 'document' ? file.pictures : 0,
    rows: await draftsOf(req, kind, understood),
  }
}
