import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { readFrozen } from '../../src/content/index.ts'
import { refuse, RefusalError, type Refusal } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import { keptOn } from '../base/kept-on.ts'
import { ports } from '../base/ports.ts'
import { isSigned } from './releases.ts'
import type { Scope } from '../audit/decisions.ts'
import { turn } from '../base/turn.ts'
import { releaseById, rowsOf, type ReleaseRow, type SubmissionRow } from '../records/rows.ts'
import { endingNow, readVerifiedReleases, refuseEnded, type VerifiedReleases } from './release-status.ts'

/** A release whose signature and digest were checked just now, with the words that were signed. */
export type Verified = {
  readonly row: ReleaseRow
  /** The signed submission it is a release of. */
  readonly submission: SubmissionRow
  readonly frozen: FrozenContent
  readonly releases: VerifiedReleases
}

type Signed = { readonly row: SubmissionRow; readonly frozen: FrozenContent | Refusal }

/** The signed submission of each row, by release; a row of other words than were signed is left out. */
const verifiedIn = async (
  payload: Payload,
  rows: readonly ReleaseRow[],
  req?: Scope['req'],
): Promise<ReadonlyMap<string, Signed>> => {
  const submissions = await rowsOf<SubmissionRow>(payload, 'submissions', {
    where: { id: { in: rows.map((row) => String(row.submission)) } },
    ...(req && { req }),
  })
  const byId = new Map(submissions.map((row) => [String(row.id), row]))
  const found = new Map<string, Signed>()
  for (const row of rows) {
    const submission = byId.get(String(row.submission))
    if (isSigned(row, submission))
      found.set(row.id, { row: submission, frozen: readFrozen(ports().kinds, submission.frozen) })
  }
  return found
}

/** More than the contents of a town in use; then those asked for last stay (I10). */
const MOST_KNOWN = 5000
/** Hashes of words that were verified whole under the digest beside them: equal bytes, and so for ever. */
const knownIn = (payload: Payload) =>
  keptOn(payload, 'verified-words', () => new LRUCache<string, true>({ max: MOST_KNOWN }))
/** Submissions with all their pages verified between two turns of the event loop. */
const PART = 10

const nameOf = ({ digest, frozen }: Pick<SubmissionRow, 'digest' | 'frozen'>): string =>
  ports().sha256(`${digest}\n${frozen}`)

/**
 * The signed words of each row, by release, for a list of all there is to print. Their pages, megabytes, are read and
 * verified with them once; later the words alone, as long as not a byte of them or of the digest has changed. Nothing
 * is printed by this: each sheet is verified whole (PST-3).
 */
export const wordsOf = async (
  payload: Payload,
  rows: readonly ReleaseRow[],
  req?: Scope['req'],
): Promise<ReadonlyMap<string, FrozenContent>> => {
  const stored = await rowsOf<SubmissionRow>(payload, 'submissions', {
    where: { id: { in: rows.map((row) => String(row.submission)) } },
    only: ['frozen', 'digest'],
    ...(req && { req }),
  })
  const byId = new Map(stored.map((row) => [String(row.id), row]))
  const known = knownIn(payload)
  const found = new Map<string, FrozenContent>()
  /** What this version cannot read is no content it may print. */
  const keep = (id: string, text: string): void => {
    const frozen = readFrozen(ports().kinds, text)
    if (!('code' in frozen)) found.set(id, frozen)
  }
  const unknown: ReleaseRow[] = []
  for (const row of rows) {
    const words = byId.get(String(row.submission))
    if (words?.digest === row.digest && known.get(nameOf(words))) keep(row.id, words.frozen)
    else unknown.push(row)
  }
  for (let from = 0; from < unknown.length; from += PART) {
    const part = unknown.slice(from, from + PART)
    for (const [id, { row }] of await verifiedIn(payload, part, req)) {
      known.set(nameOf(row), true)
      keep(id, row.frozen)
    }
    await turn()
  }
  return found
}

/** PST-3: refuses PRINT_NOT_RELEASED, RELEASE_TAMPERED, SUBMISSION_TAMPERED, CONTENT_UNKNOWN. */
export const readVerified = async (
  payload: Payload,
  release: string,
  req?: Scope['req'],
): Promise<Verified> => {
  const stored = await releaseById(req ?? { payload }, release)
  if (!stored) return refuse('PRINT_NOT_RELEASED', { field: 'release' })
  const content = String(stored.content?.value ?? '')
  const releases = await readVerifiedReleases(payload, { contents: [content], ...(req && { req }) })
  const row = releases.rows.find(({ id }) => id === release)
  if (!row) return refuse('RELEASE_TAMPERED', { field: 'release', hint: release })
  const signed = (await verifiedIn(payload, [row], req)).get(row.id)
  if (!signed) return refuse('SUBMISSION_TAMPERED', { field: 'release', hint: String(row.submission) })
  if ('code' in signed.frozen) throw new RefusalError(signed.frozen)
  return { row, submission: signed.row, frozen: signed.frozen, releases }
}

/** PST-4: of a release that is in force at this moment; refuses PRINT_WITHDRAWN, PRINT_REPLACED, PRINT_EXPIRED beside those. */
export const readInForce = async (
  payload: Payload,
  release: string,
  req?: Scope['req'],
): Promise<Verified> => {
  const verified = await readVerified(payload, release, req)
  const { row, frozen, releases } = verified
  refuseEnded(endingNow(releases.endingOf(row), frozen.validUntil, ports().now()))
  return verified
}
