import type { Payload } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { Sha256, SubmissionId } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { DOMAINS, derivationBody, sealedText } from '../../src/programme/digest.ts'
import { ports } from '../ports.ts'
import type { Assets } from '../workflow/paginate.ts'
import { rowsOf } from '../workflow/rows.ts'
import { sealHolds } from './seals.ts'

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

/** The stored text is canonical and its members' names in order, so it is hashed as it stands (see evidence.ts). */
const digestOfText = (row: DerivationRow): string =>
  ports().sha256(
    sealedText(
      DOMAINS.derivation,
      `{"grid":${JSON.stringify(row.grid)},"pages":${row.pages},"submission":${JSON.stringify(String(row.submission))}}`,
    ),
  )

export const derivationHolds = (row: DerivationRow): boolean =>
  digestOfText(row) === row.digest &&
  sealHolds(
    DOMAINS.derivation,
    derivationBody({
      submission: String(row.submission) as SubmissionId,
      grid: row.grid,
      digest: row.digest as Sha256,
    }),
    row.signature,
  )

/** Pages laid out after approval, by submission and grid; those whose seal does not hold are left out. */
export const derivedPages = async (payload: Payload, submissions: readonly string[]): Promise<Derived> => {
  const rows =
    submissions.length > 0
      ? await rowsOf<DerivationRow>(payload, 'derivations', {
          where: { submission: { in: [...submissions] } },
        })
      : []
  const refusals: Refusal[] = []
  const bySubmission = new Map<string, Later>()
  for (const row of rows) {
    if (!derivationHolds(row)) {
      refusals.push(refusal('SUBMISSION_TAMPERED', { hint: row.id }))
      continue
    }
    const id = String(row.submission)
    const later = bySubmission.get(id) ?? { pages: {}, assets: {} }
    later.pages[row.grid] = JSON.parse(row.pages) as Page[]
    later.assets = { ...later.assets, ...(JSON.parse(row.assets) as Assets) }
    bySubmission.set(id, later)
  }
  return { bySubmission, refusals }
}
