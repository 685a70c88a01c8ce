import type { CollectionBeforeDeleteHook, CollectionSlug, PayloadRequest, Where } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import { ports } from '../base/ports.ts'
import { endingNow, readVerifiedReleases } from '../town/release-status.ts'
import { isOpen, submissionState } from '../../src/review/submission-state.ts'
import { decisionsOn, rowsOf, type SubmissionRow } from '../records/rows.ts'

/** A draft saved over an older one lies among the versions only. */
const inNewestDrafts = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  path: string,
  id: number | string,
): Promise<number> => {
  if (!req.payload.collections[collection].config.versions) return 0
  const where: Where = { and: [{ latest: { equals: true } }, { [`version.${path}`]: { equals: id } }] }
  return (await req.payload.db.countVersions({ collection, where, req })).totalDocs
}

/**
 * Refuses to delete what other rows point at: SQLite would empty the link, MongoDB leave it dangling, and both would
 * change rows that say who approved what. `where` pairs a collection with the path of its link.
 */
export const refuseIfUsed =
  (...uses: readonly (readonly [collection: string, path: string])[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    for (const [collection, path] of uses) {
      const slug = collection as CollectionSlug
      const where: Where = { [path]: { equals: id } }
      const { totalDocs } = await req.payload.db.count({ collection: slug, where, req })
      const got = totalDocs || (await inNewestDrafts(req, slug, path, id))
      if (got > 0) refuse('IN_USE', { got, hint: collection })
    }
  }

const validUntilIn = (frozen: string): number | null => {
  try {
    return (JSON.parse(frozen) as FrozenContent).validUntil
  } catch {
    return null
  }
}

/** Whether people still decide on the submission, or its release is in force. */
const isNeeded = async (req: PayloadRequest, submission: SubmissionRow): Promise<boolean> => {
  const state = submissionState(await decisionsOn(req, submission.id))
  if (isOpen(state)) return true
  if (state !== 'released') return false
  const releases = await readVerifiedReleases(req.payload, {
    contents: [String(submission.content.value)],
    req,
  })
  const row = releases.rows.find((one) => String(one.submission) === submission.id)
  return !row || !endingNow(releases.endingOf(row), validUntilIn(submission.frozen), ports().now())
}

/**
 * Refuses to delete what frozen words name: they keep an id, no link, so no draft need point at it any more. `nameOf`
 * says how canonical JSON writes it; null for a row that can be named by none.
 */
export const refuseIfFrozen =
  (nameOf: (row: Readonly<Record<string, unknown>>) => string | null): CollectionBeforeDeleteHook =>
  async ({ collection, id, req }) => {
    const where: Where = { id: { equals: id } }
    const [row] = await rowsOf<Record<string, unknown>>(req.payload, collection.slug, {
      where,
      limit: 1,
      req,
    })
    const name = row ? nameOf(row) : null
    if (name === null) return
    const frozen = await rowsOf<SubmissionRow>(req.payload, 'submissions', {
      where: { frozen: { contains: name } },
      req,
    })
    for (const submission of frozen)
      if (await isNeeded(req, submission)) refuse('IN_USE', { got: 1, hint: `submissions/${submission.id}` })
  }
