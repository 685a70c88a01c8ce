import type { PayloadRequest } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import { refuse } from '../../src/errors/refusal.ts'
import type { Understood } from '../../src/intake/index.ts'
import { ports } from '../base/ports.ts'
import { draftsOf, type ImportRow } from './drafts.ts'

/** A file as it came, with the name it had on the sender's machine. */
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

/**
 * What a file would become, row by row; stores nothing. `wanted` is the collection it is brought to.
 * Refuses IMPORT_FILE_*, IMPORT_NOTHING_FOUND, IMPORT_TOO_MANY_ROWS.
 */
export const lookAt = async (
  req: PayloadRequest,
  wanted: string,
  { bytes, name }: Brought,
): Promise<Looked> => {
  const { kinds, readOffice, sha256 } = ports()
  const owner = String(req.user?.id ?? '')
  const { collection, understood, pictures } = await readOffice({ bytes, name, wanted }, owner)
  const kind = kinds.writtenIn(collection) ?? refuse('IMPORT_NOTHING_FOUND', { field: 'file' })
  return {
    kind,
    digest: sha256(Buffer.from(bytes).toString('base64')),
    used: understood.used,
    unused: understood.unused,
    passedOver: understood.passedOver.length,
    pictures,
    rows: await draftsOf(req, kind, understood),
  }
}
