/** Lists of contents as their readers are told them, and the same reckoned the slow way: from whole rows, one by one. */
import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { readListing, type Listed, type Told } from '../../../cms/overview/contents.ts'
import { rowsOf, type ApprovalRow, type SubmissionRow } from '../../../cms/records/rows.ts'
import type { ContentKind } from '../../../src/content/index.ts'
import type { Desk } from './desk.ts'
import { expectedStates } from './histories.ts'

type Asking = { readonly payload: Payload; readonly user: TypedUser }
type Row = {
  readonly id: string
  readonly updatedAt: string
  readonly validUntil?: string | null
  readonly contributors?: readonly string[] | null
}

/** All pages of a list together. */
export const toldList = async (asking: Asking, kind: ContentKind): Promise<readonly Told[]> => {
  const { all, tell } = await readListing(asking, kind)
  return tell(all)
}

const HOUR = 3_600_000
/** China keeps one hour of the clock all year. */
const townDay = (instant: number): number => Math.floor((instant + 8 * HOUR) / (24 * HOUR))

/** Of who may see all: which contents there are, those saved last first, and of each all but what is due of who reviews. */
export const expectedList = async (
  desk: Desk,
  { collection }: ContentKind,
  user: TypedUser,
): Promise<readonly Omit<Listed, 'task'>[]> => {
  const { ofSubmissions } = await expectedStates(desk)
  const sent = await rowsOf<SubmissionRow>(desk.payload, 'submissions', { sort: 'submittedAt' })
  const decided = await rowsOf<ApprovalRow>(desk.payload, 'approvals', { sort: 'at' })
  const { docs } = await desk.payload.find({
    collection: collection as CollectionSlug,
    draft: true,
    depth: 0,
    limit: 0,
    sort: '-updatedAt',
    overrideAccess: true,
  })
  return (docs as unknown as readonly Row[]).map(({ id, updatedAt, validUntil, contributors }) => {
    const newest = sent.findLast(({ content }) => content.value === id)
    const step = decided.findLast(
      ({ submission, decision }) =>
        String(submission) === newest?.id && decision !== 'hand-over' && decision !== 'remind',
    )
    const authors = [...(contributors ?? []), ...(newest?.authors ?? []), newest?.submittedBy].map(String)
    return {
      id,
      stage: (ofSubmissions.get(newest?.id ?? '') ?? 'draft') as Listed['stage'],
      daysLeft:
        newest && validUntil ? townDay(Date.parse(validUntil)) - townDay(desk.ports.clock.now()) : null,
      isMine: authors.includes(user.id),
      at: Date.parse(step?.at ?? newest?.submittedAt ?? updatedAt),
    }
  })
}
