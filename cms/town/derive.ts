import { LRUCache } from 'lru-cache'
import type { Payload, Where } from 'payload'
import type { ErrorCode } from '../../src/errors/codes.ts'
import { refusal, RefusalError, refuse } from '../../src/errors/refusal.ts'
import type { Instant, Sha256, SubmissionId } from '../../src/model/ids.ts'
import { gridKey, type ScreenProfile } from '../../src/model/screen.ts'
import type { Town, TownRelease } from '../../src/model/town.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { digestOfDerivation } from '../../src/programme/digest.ts'
import { appendRow } from '../records/append.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { keptOn } from '../base/kept-on.ts'
import { ports } from '../base/ports.ts'
import { turn } from '../base/turn.ts'
import { layOut } from '../grids/paginate.ts'
import { releaseById, rowsOf } from '../records/rows.ts'
import { pictureMissing } from './pictures.ts'
import { releaseHolds } from './trusted.ts'

/** The signed row of a verified release; refused where it is no longer what was verified. */
const signedRowOf = async (payload: Payload, release: TownRelease) => {
  const row = (await releaseById(await localRequest(payload), release.id)) ?? refuse('NOT_FOUND')
  const same =
    releaseHolds(row) &&
    String(row.content.value) === release.content &&
    Date.parse(row.releasedAt) === release.releasedAt
  return same ? row : refuse('RELEASE_TAMPERED', { hint: row.id })
}

/**
 * 派生: lays out the words of a release for a grid that was not in use when they were sent, and appends the pages with
 * a seal of their own. The words are those verified in memory, never read again: a row edited in between gets no pages
 * sealed. A grid that has pages is never laid out again. Answers whether a row was added.
 */
export const derivePages = async (
  payload: Payload,
  release: TownRelease,
  profile: ScreenProfile,
): Promise<boolean> => {
  const grid = gridKey(profile)
  if (grid in release.pages) return false
  const row = await signedRowOf(payload, release)
  const submission = String(row.submission) as SubmissionId
  const made = await layOut(release.frozen, new Map([[grid, profile]]))
  const [fault, ...faults] = made.faults
  if (fault) throw new RefusalError(fault, ...faults)
  const pages = made.pages[grid] ?? []
  const digest: Sha256 = digestOfDerivation(submission, grid, pages, ports().sha256)
  const body = { submission, of: row.digest as Sha256, grid, digest }
  const req = await localRequest(payload)
  return inTransaction(req, async () => {
    const where: Where = { and: [{ submission: { equals: submission } }, { grid: { equals: grid } }] }
    if ((await rowsOf(payload, 'derivations', { where, limit: 1, req })).length > 0) return false
    await appendRow(req, 'derivations', {
      submission,
      grid,
      pages: canonicalJson(pages),
      assets: canonicalJson(made.assets),
      digest,
      signature: ports().sign('derivation', body),
      at: new Date(ports().now()).toISOString(),
    })
    await appendAudit(req, {
      action: 'submission.derive',
      subject: `submissions/${submission}`,
      detail: `派生 ${grid} ${digest}`,
    })
    return true
  })
}

type Unfit = { readonly error: RefusalError; readonly until: Instant }
/** Remembers contents that do not fit a grid, so that each publish does not spend time to find that out again. */
const unfitIn = (payload: Payload) =>
  keptOn(payload, 'unfit', () => new LRUCache<string, Unfit>({ max: 500 }))
/** Refusals that the same words on the same grid will meet every time; any other may be gone at the next reading. */
const FOR_EVER: readonly ErrorCode[] = ['TEXT_DOES_NOT_FIT', 'GLYPH_NOT_ON_SCREEN', 'LAYOUT_VERSION_GONE']
/**
 * Refusals that are tried again once an hour: a missing picture does not come back by itself, but somebody may put it
 * back.
 */
const ONCE_AN_HOUR: readonly ErrorCode[] = ['CONTENT_PICTURE_MISSING']
const HOUR_MS = 3_600_000

/** Until when asking again is in vain; null for what may pass at the next reading. */
const vainUntil = ({ refusals }: RefusalError, now: Instant): Instant | null => {
  const all = (codes: readonly ErrorCode[]) => refusals.every(({ code }) => codes.includes(code))
  if (all(FOR_EVER)) return Number.POSITIVE_INFINITY
  return all(ONCE_AN_HOUR) ? now + HOUR_MS : null
}

/** The picture is named with the content it belongs to: nobody knows it by its hash. */
const told = (cause: unknown, release: TownRelease, name: string): RefusalError => {
  if (!(cause instanceof RefusalError)) return new RefusalError(refusal('INTERNAL', { hint: name }))
  const isGone = cause.refusals.some(({ code }) => code === 'IMAGE_SOURCE_MISSING')
  return isGone ? new RefusalError(pictureMissing(ports().kinds, release)) : cause
}

export type Derivation = {
  readonly added: number
  /** Contents that will never have pages for a grid. */
  readonly refused: readonly RefusalError[]
  /** What went wrong this time and is worth another try: a busy database, a picture that was not cut. */
  readonly failed: readonly RefusalError[]
}

/**
 * Derives what the screens of `town` lack. A content that gets no pages for a new grid is left out of it and told, the
 * others go on. A turn of the event loop passes between contents.
 */
export const deriveMissing = async (payload: Payload, town: Town): Promise<Derivation> => {
  const grids = new Map(town.screens.map(({ profile }) => [gridKey(profile), profile] as const))
  const unfit = unfitIn(payload)
  const refused: RefusalError[] = []
  const failed: RefusalError[] = []
  let added = 0
  for (const release of town.releases) {
    for (const [grid, profile] of grids) {
      if (grid in release.pages) continue
      const name = `${release.id} ${grid}`
      const known = unfit.get(name)
      if (known && ports().now() < known.until) {
        refused.push(known.error)
        continue
      }
      await turn()
      try {
        if (await derivePages(payload, release, profile)) added++
      } catch (cause) {
        const error = told(cause, release, name)
        const until = vainUntil(error, ports().now())
        if (until === null) {
          failed.push(error)
          continue
        }
        unfit.set(name, { error, until })
        refused.push(error)
      }
    }
  }
  return { added, refused, failed }
}
