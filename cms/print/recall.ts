import type { PayloadRequest, TypedUser } from 'payload'
import { formatCode } from '../../src/poster/check-code.ts'
import { hasRole, unitOf } from '../access/roles.ts'
import { ROLES } from '../../src/model/people.ts'
import { ports } from '../ports.ts'
import { rowsOf, type ReleaseRow } from '../workflow/rows.ts'
import { endOfPosting, type PostingRow } from './postings.ts'
import type { PlaceRow } from './places.ts'
import { printsForAll } from './who.ts'
import { endingNow, readStandings, type Ending, type Standings } from './standings.ts'

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

/** Who answers for the whole town sees all of it; everybody else what his own unit hung. */
const seesAll = (user: Asking['user']): boolean =>
  printsForAll(user ?? null) || hasRole(user ?? null, 'issuer', 'reviewer')

const hanging = async ({ payload, user }: Asking): Promise<readonly PostingRow[]> => {
  if (!hasRole(user ?? null, ...ROLES)) return []
  const up = { takenDownAt: { exists: false } }
  const unit = unitOf(user ?? null)
  if (!seesAll(user) && unit === null) return []
  const where = seesAll(user) ? up : { and: [up, { unit: { equals: unit } }] }
  return rowsOf<PostingRow>(payload, 'postings', { where, sort: 'postedAt' })
}

/** One sheet at one place is one thing to take down, by its newest record: two clerks saw it, or it was hung anew. */
const newestAtPlace = (oldestFirst: readonly PostingRow[]): readonly PostingRow[] => [
  ...new Map(oldestFirst.map((posting) => [`${posting.code} ${String(posting.place)}`, posting])).values(),
]

const namesIn = async (payload: Asking['payload'], collection: 'places' | 'units') =>
  new Map((await rowsOf<PlaceRow & Named>(payload, collection)).map(({ id, name }) => [String(id), name]))

const endingFor = (
  standings: Standings,
  rows: ReadonlyMap<string, ReleaseRow>,
  posting: PostingRow,
): Ending | null => {
  const row = rows.get(String(posting.release))
  // Of a content that was edited behind the product nobody can say what the sheet should say: it is no reason to hang on.
  const ending: Ending | null = row
    ? standings.endingOf(row)
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
  const standings = await readStandings(payload)
  const rows = new Map(standings.rows.map((row) => [String(row.id), row]))
  const [places, units] = [await namesIn(payload, 'places'), await namesIn(payload, 'units')]
  const items = postings.flatMap((posting): RecallItem[] => {
    const ending = endingFor(standings, rows, posting)
    if (!ending) return []
    const row = rows.get(String(posting.release))
    return [
      {
        posting: String(posting.id),
        code: formatCode(posting.code),
        title: posting.title,
        release: String(posting.release),
        edition: row ? standings.editionOf(row) : 0,
        place: places.get(String(posting.place)) ?? '',
        unit: units.get(String(posting.unit)) ?? '',
        postedAt: new Date(posting.postedAt).toISOString(),
        why: ending.why,
        since: new Date(ending.since).toISOString(),
      },
    ]
  })
  return items.toSorted((a, b) => a.since.localeCompare(b.since))
}
