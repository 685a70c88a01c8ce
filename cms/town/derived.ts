import type { Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { Sha256, SubmissionId } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { DIGESTED, digestedText } from '../../src/programme/digest.ts'
import { ports } from '../base/ports.ts'
import type { Assets } from '../grids/paginate.ts'
import { rowsOf } from '../records/rows.ts'
import { assetsFor } from './frozen.ts'
import { signatureHolds } from '../records/signatures.ts'

export type DerivationRow = {
  readonly id: string
  readonly submission: string
  readonly grid: string
  readonly pages: string
  readonly assets: string
  readonly digest: string
  readonly signature: string
}

type Later = { pages: Record<string, readonly Page[]>; assets: Assets }
type Derived = { readonly bySubmission: ReadonlyMap<string, Later>; readonly refusals: readonly Refusal[] }

/** The stored text is canonical and its members' names in order, so it is hashed as it stands (see decision-seals.ts). */
const digestOfText = (row: DerivationRow): string =>
  ports().sha256(
    digestedText(
      DIGESTED.derivation,
      `{"grid":${JSON.stringify(row.grid)},"pages":${row.pages},"submission":${JSON.stringify(String(row.submission))}}`,
    ),
  )

/** `of`: the digest that the release of the submission signed; pages of other words do not pass. */
export const derivationHolds = (row: DerivationRow, of: string): boolean =>
  digestOfText(row) === row.digest &&
  signatureHolds(
    'derivation',
    {
      submission: String(row.submission) as SubmissionId,
      of: of as Sha256,
      grid: row.grid,
      digest: row.digest as Sha256,
    },
    row.signature ?? '',
    null,
  )

/**
 * Pages laid out after approval, by submission and grid; those whose seal does not hold are left out. `digests`: what
 * the release of each submission signed.
 */
export const derivedPages = async (
  payload: Payload,
  digests: ReadonlyMap<string, string>,
): Promise<Derived> => {
  const rows =
    digests.size > 0
      ? await rowsOf<DerivationRow>(payload, 'derivations', {
          where: { submission: { in: [...digests.keys()] } },
        })
      : []
  const refusals: Refusal[] = []
  const bySubmission = new Map<string, Later>()
  for (const row of rows) {
    const id = String(row.submission)
    const holds = derivationHolds(row, digests.get(id) ?? '')
    const pages = holds ? (JSON.parse(row.pages) as Page[]) : []
    const assets = holds ? assetsFor(row.assets, pages) : null
    if (!assets) {
      refusals.push(refusal('SUBMISSION_TAMPERED', { hint: row.id }))
      continue
    }
    const later = bySubmission.get(id) ?? { pages: {}, assets: {} }
    later.pages[row.grid] = pages
    later.assets = { ...later.assets, ...assets }
    bySubmission.set(id, later)
  }
  return { bySubmission, refusals }
}
