import type { PayloadRequest, TypedUser } from 'payload'
import { formatCode } from '../../src/poster/check-code.ts'
import { mayAct, mayActForAll, unitOf } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { rowsOf, type ReleaseRow } from '../records/rows.ts'
import { endOfPosting, type PostingRow } from './postings.ts'
import {
  endingNow,
  readVerifiedReleases,
  type Ending,
  type VerifiedReleases,
} from '../town/release-status.ts'

export type RecallItem = {
  readonly posting: string
  readonly code: string
  readonly title: string
  readonly release: string
  readonly edition: number
  readonly place: string
  readonly unit: string
  readonly postedAt: string
  readonly why: Ending['why']
  readonly since: string
}

type Named = { readonly id: string; readonly name: string }
type Asking = { readonly payload: PayloadRequest['payload']; readonly user: TypedUser | null | undefined }

/** Whoever looks after sheets, reviews or releases of the town sees what hangs in all of it; others their own unit's. */
const seesAll = (user: Asking['user']): boolean => mayActForAll(user ?? null, 'posting.recall')

const FACTS = ['code', 'title', 'release', 'unit', 'place', 'postedAt', 'until'] as const

const hanging = async ({ payload, user }: Asking): Promise<readonly PostingRow[]> => {
  if (!mayAct(user ?? null, 'posting.recall')) return []
  const up = { takenDownAt: { exists: false } }
  const unit = unitOf(user ?? null)
  if (!seesAll(user) && unit === null) return []
  const where = seesAll(user) ? up : { and: [up, { unit: { equals: unit } }] }
  return rowsOf<PostingRow>(payload, 'postings', { where, sort: 'postedAt', only: FACTS })
}

/** One sheet at one place is one thing to take down, by its newest record: two clerks saw it, or it was hung anew. */
const newestAtPlace = (oldestFirst: readonly PostingRow[]): readonly PostingRow[] => [
  ...new Map(oldestFirst.map((posting) => [`${posting.code} ${String(posting.place)}`, posting])).values(),
]

const namesIn = async (
  payload: Asking['payload'],
  collection: 'places' | 'units',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const where = { id: { in: [...new Set(ids)] } }
  const rows = await rowsOf<Named>(payload, collection, { where, only: ['name'] })
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}

/** Verified as for printing, but only the contents that hang: the rest of the releases is not read. */
const verifiedOf = async (
  payload: Asking['payload'],
  postings: readonly PostingRow[],
): Promise<VerifiedReleases> => {
  const ids = [...new Set(postings.map(({ release }) => String(release)))]
  const hung = await rowsOf<ReleaseRow>(payload, 'releases', {
    where: { id: { in: ids } },
    only: ['content'],
  })
  const contents = [...new Set(hung.map(({ content }) => String(content?.value ?? '')))]
  return readVerifiedReleases(payload, { contents })
}

/** A sheet that hangs, and where. */
export type HangingSheet = { readonly posting: string; readonly title: string; readonly place: string }

/** What hangs of any release of a content, in the order in which it was put up: what a 撤下 brings down. */
export const readSheetsOf = async (asking: Asking, content: string): Promise<readonly HangingSheet[]> => {
  const { payload } = asking
  const rows = await rowsOf<Pick<ReleaseRow, 'id'>>(payload, 'releases', {
    where: { 'content.value': { equals: content } },
    only: ['releasedAt'],
  })
  const releases = new Set(rows.map(({ id }) => String(id)))
  const up = newestAtPlace(await hanging(asking)).filter(({ release }) => releases.has(String(release)))
  const places = await namesIn(
    payload,
    'places',
    up.map(({ place }) => String(place)),
  )
  return up.map(({ id, title, place }) => ({
    posting: String(id),
    title,
    place: places.get(String(place)) ?? '',
  }))
}

const endingFor = (
  releases: VerifiedReleases,
  rows: ReadonlyMap<string, ReleaseRow>,
  posting: PostingRow,
): Ending | null => {
  const row = rows.get(String(posting.release))
  // Nobody can say what the sheet of an edited content should say, so it must come down.
  const ending: Ending | null = row
    ? releases.endingOf(row)
    : { why: 'withdrawn', since: Date.parse(posting.postedAt) }
  return endingNow(ending, endOfPosting(posting), ports().now())
}

/**
 * PST-10: what hangs where and should not any more, oldest ending first: withdrawn, replaced by a newer edition, or past
 * its last day. Derived from the rows each time; ticking off is the posting's own takedown.
 */
export const readRecall = async (asking: Asking): Promise<readonly RecallItem[]> => {
  const postings = newestAtPlace(await hanging(asking))
  if (postings.length === 0) return []
  const { payload } = asking
  const releases = await verifiedOf(payload, postings)
  const rows = new Map(releases.rows.map((row) => [String(row.id), row]))
  const down = postings.flatMap((posting) => {
    const ending = endingFor(releases, rows, posting)
    return ending ? [{ posting, ending }] : []
  })
  if (down.length === 0) return []
  const [places, units] = [
    await namesIn(
      payload,
      'places',
      down.map(({ posting }) => String(posting.place)),
    ),
    await namesIn(
      payload,
      'units',
      down.map(({ posting }) => String(posting.unit)),
    ),
  ]
  const items = down.map(({ posting, ending }): RecallItem => {
    const row = rows.get(String(posting.release))
    return {
      posting: String(posting.id),
      code: formatCode(posting.code),
      title: posting.title,
      release: String(posting.release),
      edition: row ? releases.editionOf(row) : 0,
      place: places.get(String(posting.place)) ?? '',
      unit: units.get(String(posting.unit)) ?? '',
      postedAt: new Date(posting.postedAt).toISOString(),
      why: ending.why,
      since: new Date(ending.since).toISOString(),
    }
  })
  return items.toSorted((a, b) => a.since.localeCompare(b.since))
}
