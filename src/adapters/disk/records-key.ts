import { createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../model/ids.ts'
import type { RecordKind } from '../../signed/list.ts'
import { firstRecordText, recordText, type RecordBodies } from '../../signed/records.ts'
import { writeDurablySync } from './durable-file.ts'
import { signWith, verifyWith } from './ed25519.ts'

/** Signs rows, and says whether what is in them is what was signed. */
export type RecordsKey = {
  readonly sign: <Kind extends RecordKind>(kind: Kind, body: RecordBodies[Kind]) => string
  /** `at` is the time the row claims, null where it has none. */
  readonly holds: <Kind extends RecordKind>(
    kind: Kind,
    body: RecordBodies[Kind],
    signature: string,
    at: Instant | null,
  ) => boolean
  /**
   * Ends the time of one key for both: rows dated at `at` or later must be signed by the records key. Said once, at the
   * first start with two keys; later it does nothing.
   */
  readonly begin: (at: Instant) => void
  /** Whether that was said. */
  readonly begun: () => boolean
}

/** When the records key began; undefined while nobody has said so. */
export type Since = { readonly read: () => Instant | undefined; readonly write: (at: Instant) => void }

/** It lies beside the key, for a copied database must not say which key its rows need. */
export const sinceIn = (folder: string): Since => {
  const path = join(folder, 'records-since')
  let at: Instant | undefined
  return {
    read: () => {
      if (at === undefined && existsSync(path)) at = Number(readFileSync(path, 'utf8')) || 0
      return at
    },
    write: (begun) => {
      writeDurablySync(path, String(begun), 0o600)
      at = begun
    },
  }
}

type Parts = {
  readonly key: KeyObject
  /** The key that signed everything before, and now signs heads. */
  readonly first: KeyObject
  readonly since: Since
}

/**
 * What the one old key signed stays valid by its date; rows without a date (hotlines, units, the town's name, pages for
 * a later grid) stay valid until they are saved again.
 */
export const recordsKeyOf = ({ key, first, since }: Parts): RecordsKey => {
  const [open, openFirst] = [createPublicKey(key), createPublicKey(first)]
  const isOld = (at: Instant | null): boolean => {
    const begun = since.read()
    return at === null || begun === undefined || at < begun
  }
  return {
    sign: (kind, body) => signWith(key, recordText(kind, body)),
    holds: (kind, body, signature, at) =>
      verifyWith(open, recordText(kind, body), signature) ||
      (since.read() !== 0 && isOld(at) && verifyWith(openFirst, firstRecordText(kind, body), signature)),
    begun: () => since.read() !== undefined,
    begin: (at) => {
      if (since.read() === undefined) since.write(at)
    },
  }
}
