import type { Payload } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import { ports } from '../ports.ts'
import { isSigned } from '../town/releases.ts'
import type { Scope } from '../town/told.ts'
import { releaseById, rowsOf, type ReleaseRow, type SubmissionRow } from '../workflow/rows.ts'
import { endingNow, readStandings, refuseEnded, type Standings } from './standings.ts'

/** A release whose signature and digest were checked just now, with the words that were signed. */
export type Verified = {
  readonly row: ReleaseRow
  readonly frozen: FrozenContent
  readonly standings: Standings
}

/** The signed words of each row, by release; a row of other words than were signed is left out. */
export const frozenOf = async (
  payload: Payload,
  rows: readonly ReleaseRow[],
  req?: Scope['req'],
): Promise<ReadonlyMap<string, FrozenContent>> => {
  if (rows.length === 0) return new Map()
  const submissions = await rowsOf<SubmissionRow>(payload, 'submissions', {
    where: { id: { in: rows.map((row) => String(row.submission)) } },
    ...(req && { req }),
  })
  const byId = new Map(submissions.map((row) => [String(row.id), row]))
  const found = new Map<string, FrozenContent>()
  for (const row of rows) {
    const submission = byId.get(String(row.submission))
    if (isSigned(row, submission)) found.set(row.id, JSON.parse(submission.frozen) as FrozenContent)
  }
  return found
}

/** PST-3: refuses PRINT_NOT_RELEASED, RELEASE_TAMPERED, SUBMISSION_TAMPERED. */
export const readVerified = async (
  payload: Payload,
  release: string,
  req?: Scope['req'],
): Promise<Verified> => {
  const stored = await releaseById(req ?? { payload }, release)
  if (!stored) return refuse('PRINT_NOT_RELEASED', { field: 'release' })
  const content = String(stored.content?.value ?? '')
  const standings = await readStandings(payload, { content, ...(req && { req }) })
  const row = standings.rows.find(({ id }) => id === release)
  if (!row) return refuse('RELEASE_TAMPERED', { field: 'release', hint: release })
  const frozen = (await frozenOf(payload, [row], req)).get(row.id)
  if (!frozen) return refuse('SUBMISSION_TAMPERED', { field: 'release', hint: String(row.submission) })
  return { row, frozen, standings }
}

/** PST-4: of a release that is in force at this moment; refuses PRINT_WITHDRAWN, PRINT_REPLACED, PRINT_EXPIRED beside those. */
export const readInForce = async (
  payload: Payload,
  release: string,
  req?: Scope['req'],
): Promise<Verified> => {
  const verified = await readVerified(payload, release, req)
  const { row, frozen, standings } = verified
  refuseEnded(endingNow(standings.endingOf(row), frozen.validUntil, ports().now()))
  return verified
}
