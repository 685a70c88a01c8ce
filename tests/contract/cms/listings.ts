/** Lists of contents as their readers are told them, and the same reckoned the slow way: from whole rows, one by one. */
import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { readListing, type Listed, type Listing, type Told } from '../../../cms/overview/contents.ts'
import { CHIPS, SCOPES, shownOf, type Shown, type Wanted } from '../../../cms/overview/list.ts'
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

/** All that nobody sent in, those saved last first. */
const NEVER_SENT = { whose: 'all', order: 'newest', offset: 0, limit: 0 } as const

/** All contents of a list, by id. */
export const allOf = async ({ sent, find }: Listing): Promise<readonly Listed[]> => {
  const { read } = await find(null)
  return [...sent, ...(await read(NEVER_SENT))].toSorted((a, b) => a.id.localeCompare(b.id))
}

/** All pages of a list together. */
export const toldList = async (asking: Asking, kind: ContentKind): Promise<readonly Told[]> => {
  const listing = await readListing(asking, kind)
  return listing.tell(await allOf(listing))
}

/** Every page of every chip that a list offers. */
export const everyPage = async (listing: Listing): Promise<readonly (readonly [Wanted, Shown])[]> => {
  const found = await listing.find(null)
  const pages: (readonly [Wanted, Shown])[] = []
  for (const scope of SCOPES)
    for (const chip of [null, ...CHIPS]) {
      let [page, last] = [1, 1]
      for (; page <= last; page += 1) {
        const wanted: Wanted = { scope, chip, words: '', page }
        const shown = await shownOf(listing, wanted, found)
        last = shown.pages
        pages.push([wanted, shown])
      }
    }
  return pages
}

const HOUR = 3_600_000
/** China keeps one hour of the clock all year. */
const townDay = (instant: number): number => Math.floor((instant + 8 * HOUR) / (24 * HOUR))

/** Of who may see all: which contents there are, by id, and of each all but what is due of who reviews. */
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
    overrideAccess: true,
  })
  const rows = (docs as unknown as readonly Row[]).toSorted((a, b) => a.id.localeCompare(b.id))
  return rows.map(({ id, updatedAt, validUntil, contributors }) => {
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
