/** The bodies of signed rows. Each names its kind inside its own bytes, so that bytes alone say what they are. */
import type { ContentId, Instant, Sha256, SubmissionId } from '../model/ids.ts'
import { canonicalJson } from '../programme/canonical.ts'
import { RECORDS, type RecordKind } from './list.ts'
import { signedText } from './wire.ts'

type Values = Readonly<Record<string, string | number | null | undefined>>

/** What a signature of each kind covers. Instants in milliseconds, days as `2026-11-29`. */
export type RecordBodies = {
  readonly release: {
    readonly content: ContentId
    readonly digest: Sha256
    readonly releasedAt: Instant
    readonly submission: SubmissionId
  }
  /** `digest` is that of the submission on the table; `at` as ISO 8601. */
  readonly approval: {
    readonly submission: string
    readonly content: string
    readonly decision: string
    readonly by: string
    readonly at: string
    readonly comment: string
    readonly digest: string
    /** Canonical JSON of what the person answered for (CHK-15). */
    readonly confirmed?: string
    /** Comments pinned to places of the words, as stored; null for none. */
    readonly pins?: string | null
    /** Whom it was handed to; null for nobody. */
    readonly to?: string | null
  }
  /** `digest` is `digestOfDerivation`, `of` the digest of the submission whose words were laid out. */
  readonly derivation: {
    readonly submission: SubmissionId
    readonly of: Sha256
    readonly grid: string
    readonly digest: Sha256
  }
  readonly hotline: {
    readonly number: string
    readonly label: string
    readonly prompt: string
    readonly scope: string
    readonly source: string
    readonly verifiedOn: string
  }
  readonly unit: { readonly name: string; readonly kind: string; readonly fullName: string }
  readonly town: { readonly name: string }
  /** `secret` as the database holds it, encrypted; `events` sorted, with a blank between. */
  readonly webhook: {
    readonly name: string
    readonly kind: string
    readonly address: string
    readonly secret: string
    readonly events: string
    readonly active: 'on' | 'off'
  }
  /** The hash of the row, which covers all of it and the hash of the row before. */
  readonly audit: { readonly hash: string }
  /**
   * An export of the audit. `pdf`: SHA-256 of the file before its last line; `rows`: digest of the rows it tells; `head` and
   * `headHash`: the last row of the chain then; `at` as ISO 8601; `asked`: the question as an address says it.
   */
  readonly report: {
    readonly code: string
    readonly pdf: string
    readonly rows: string
    readonly count: string
    readonly head: string
    readonly headHash: string
    readonly at: string
    readonly asked: string
    readonly by: string
    readonly name: string
  }
}

const covered = (kind: RecordKind, row: Values): Values => {
  const { fields, later } = RECORDS[kind]
  const has = later.filter((field) => row[field] != null)
  return Object.fromEntries([...fields, ...has].map((field) => [field, row[field] ?? null]))
}

/** The bytes of a record: what its signature covers, and its kind, as canonical JSON. */
export const recordBody = <Kind extends RecordKind>(kind: Kind, row: RecordBodies[Kind]): string =>
  canonicalJson({ ...covered(kind, row), is: RECORDS[kind].domain })

/** The exact text that is signed for a record. */
export const recordText = <Kind extends RecordKind>(kind: Kind, row: RecordBodies[Kind]): string =>
  signedText(RECORDS[kind].domain, recordBody(kind, row))

/** The text as it was signed while there was one key: without the kind inside, an audit row by its bare hash. */
export const firstRecordText = <Kind extends RecordKind>(kind: Kind, row: RecordBodies[Kind]): string =>
  signedText(RECORDS[kind].before, 'hash' in row ? row.hash : canonicalJson(covered(kind, row)))
