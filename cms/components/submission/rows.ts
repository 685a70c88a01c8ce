import type { Payload, TypedUser } from 'payload'
import type { Decision, Role, SubmissionState } from '../../../src/model/people.ts'
import { isVillageOnly } from '../../access/roles.ts'
import { approvalBy, stateOf, type Standing } from '../../workflow/policy.ts'

/** A relation as Payload gives it at depth 0 or 1. */
type Relation = string | { readonly id: string; readonly name?: string | null } | null | undefined

export const idOf = (relation: Relation): string =>
  relation == null ? '' : typeof relation === 'string' ? relation : relation.id

export const nameOf = (relation: Relation): string =>
  relation != null && typeof relation === 'object' ? (relation.name ?? '') : ''

type Approval = {
  readonly submission: Relation
  readonly decision: Decision
  readonly by: Relation
  readonly at: string
  readonly comment?: string | null
}

type Release = { readonly id: string; readonly submission: Relation; readonly releasedAt: string }

export type Submission = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly content: { readonly value: Relation }
  readonly authors?: readonly Relation[] | null
  readonly submittedBy: Relation
  readonly submittedAt: string
}

/** One submission with all that was decided on it. */
export type Told = {
  readonly submission: Submission
  readonly approvals: readonly Approval[]
  readonly release: Release | undefined
  readonly state: SubmissionState
}

type Asking = { readonly payload: Payload; readonly user: TypedUser | null }

/** More than waits in any town; older ones are found in the lists. */
const RECENT = 200

const find = async <Row>(
  { payload, user }: Asking,
  collection: 'submissions' | 'approvals' | 'releases',
  where: Record<string, unknown>,
  sort: string,
  depth: 0 | 1,
): Promise<readonly Row[]> => {
  const { docs } = await payload.find({
    collection,
    where: where as never,
    sort,
    depth,
    limit: collection === 'submissions' ? RECENT : 0,
    pagination: false,
    overrideAccess: false,
    user,
    // The frozen text and pages of hundreds of rows are megabytes nobody reads here.
    ...(collection === 'submissions' && {
      select: { frozen: false, pages: false, assets: false, state: false } as never,
    }),
  })
  return docs as unknown as readonly Row[]
}

const tell = (
  submission: Submission,
  approvals: readonly Approval[],
  releases: readonly Release[],
  withdrawals: readonly Approval[],
): Told => {
  const mine = approvals.filter((row) => idOf(row.submission) === submission.id)
  const release = releases.find((row) => idOf(row.submission) === submission.id)
  const ended = release !== undefined && withdrawals.some(({ at }) => at >= release.releasedAt)
  const state = ended ? 'withdrawn' : stateOf(mine.map(({ decision, by }) => ({ decision, by: idOf(by) })))
  return { submission, approvals: mine, release, state }
}

/** The newest submissions that fit `where`, newest first, each with where it stands. */
export const readSubmissions = async (
  asking: Asking,
  where: Record<string, unknown> = {},
): Promise<readonly Told[]> => {
  // A village may not read them, and has nothing to do with any (PST-1).
  if (isVillageOnly(asking.user)) return []
  const submissions = await find<Submission>(asking, 'submissions', where, '-submittedAt', 1)
  if (submissions.length === 0) return []
  const contents = [...new Set(submissions.map(({ content }) => idOf(content.value)))]
  const ofContents = { 'content.value': { in: contents } }
  const [approvals, releases] = await Promise.all([
    find<Approval & { content: { value: Relation } }>(asking, 'approvals', ofContents, 'at', 1),
    find<Release>(asking, 'releases', ofContents, '-releasedAt', 0),
  ])
  return submissions.map((submission) => {
    const content = idOf(submission.content.value)
    const withdrawals = approvals.filter(
      (a) => a.decision === 'withdraw' && idOf(a.content.value) === content,
    )
    return tell(submission, approvals, releases, withdrawals)
  })
}

type Person = { readonly id: string; readonly roles?: readonly Role[] | null }

const standingOf = ({ submission, approvals }: Told): Standing => ({
  authors: [...(submission.authors ?? []), submission.submittedBy].map(idOf),
  rows: approvals.map(({ decision, by }) => ({ decision, by: idOf(by) })),
})

/** What `person` may do now, by the same policy the server decides with: the step, or its refusal. */
export const stepFor = (told: Told, person: Person) =>
  approvalBy({ id: person.id, roles: person.roles ?? [] }, standingOf(told))

export const waitsFor = (told: Told, person: Person): boolean => typeof stepFor(told, person) === 'string'

/** Given back to those who wrote it, and not sent in again since: `all` is newest first. */
export const returnedTo = (all: readonly Told[], person: Person): readonly Told[] => {
  const newest = new Map<string, Told>()
  for (const told of all) {
    const content = idOf(told.submission.content.value)
    if (!newest.has(content)) newest.set(content, told)
  }
  return [...newest.values()].filter(
    (told) => told.state === 'returned' && standingOf(told).authors.includes(person.id),
  )
}
