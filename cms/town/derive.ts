import type { Payload, Where } from 'payload'
import { RefusalError, refuse } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import type { Sha256, SubmissionId } from '../../src/model/ids.ts'
import { gridKey, type ScreenProfile } from '../../src/model/screen.ts'
import type { Town } from '../../src/model/town.ts'
import { canonicalJson } from '../../src/programme/canonical.ts'
import { DOMAINS, derivationBody, digestOfDerivation } from '../../src/programme/digest.ts'
import { appendRow } from '../append/append.ts'
import { inTransaction, localRequest } from '../append/transaction.ts'
import { appendAudit } from '../audit/append.ts'
import { ports } from '../ports.ts'
import { submissionHolds } from '../workflow/evidence.ts'
import { layOut } from '../workflow/paginate.ts'
import { releaseById, rowsOf, submissionById } from '../workflow/rows.ts'

/**
 * 派生: lays out the frozen words of a submission for a grid that was not in use when it was sent, and appends the
 * pages with a seal of their own. A grid that has pages is never laid out again. Answers whether a row was added.
 */
export const derivePages = async (
  payload: Payload,
  submission: string,
  profile: ScreenProfile,
): Promise<boolean> => {
  const req = await localRequest(payload)
  const row = (await submissionById(req, submission)) ?? refuse('NOT_FOUND')
  if (!submissionHolds(row)) refuse('SUBMISSION_TAMPERED', { hint: row.id })
  const grid = gridKey(profile)
  if (grid in (JSON.parse(row.pages) as object)) return false
  const made = await layOut(JSON.parse(row.frozen) as FrozenContent, new Map([[grid, profile]]))
  const [fault, ...faults] = made.faults
  if (fault) throw new RefusalError(fault, ...faults)
  const pages = made.pages[grid] ?? []
  const id = submission as SubmissionId
  const digest: Sha256 = digestOfDerivation(id, grid, pages, ports().sha256)
  return inTransaction(req, async () => {
    const where: Where = { and: [{ submission: { equals: submission } }, { grid: { equals: grid } }] }
    if ((await rowsOf(payload, 'derivations', { where, limit: 1, req })).length > 0) return false
    await appendRow(req, 'derivations', {
      submission,
      grid,
      pages: canonicalJson(pages),
      assets: canonicalJson(made.assets),
      digest,
      signature: ports().seal(DOMAINS.derivation, derivationBody({ submission: id, grid, digest })),
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

/** Contents that do not fit a grid: laid out again at each change they would cost each publish their time. */
const unfit = new Map<string, RefusalError>()
const MOST_UNFIT = 500

/**
 * Derives what the screens of `town` lack. Answers how many rows were added; a content that does not fit a new grid
 * is left out of it and told in `refused`, the others go on.
 */
export const deriveMissing = async (
  payload: Payload,
  town: Town,
): Promise<{ readonly added: number; readonly refused: readonly RefusalError[] }> => {
  const req = await localRequest(payload)
  const grids = new Map(town.screens.map(({ profile }) => [gridKey(profile), profile] as const))
  const refused: RefusalError[] = []
  let added = 0
  for (const release of town.releases) {
    for (const [grid, profile] of grids) {
      if (grid in release.pages) continue
      const name = `${release.id} ${grid}`
      const known = unfit.get(name)
      if (known) {
        refused.push(known)
        continue
      }
      const row = await releaseById(req, release.id)
      try {
        if (row && (await derivePages(payload, String(row.submission), profile))) added++
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error
        if (unfit.size >= MOST_UNFIT) unfit.clear()
        unfit.set(name, error)
        refused.push(error)
      }
    }
  }
  return { added, refused }
}
