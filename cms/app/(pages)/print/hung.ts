import type { Payload, TypedUser, Where } from 'payload'
import { accessTo, unitOf } from '../../../access/roles.ts'
import type { User } from '../../../payload-types.ts'
import type { PostingRow } from '../../../postings/postings.ts'
import { rowsOf } from '../../../records/rows.ts'

export type Hung = {
  readonly id: string
  readonly title: string
  readonly code: string
  readonly place: string
  /** Address of the photo, or null. */
  readonly photo: string | null
  readonly postedAt: string
  readonly until: string
  readonly takenDownAt: string | null
}

export type HungIn = {
  readonly unit: string
  readonly name: string
  /** Whether it is the reader's own. */
  readonly own: boolean
  /** How many still hang; they stand before those that came down. */
  readonly hanging: number
  readonly postings: readonly Hung[]
}

type Row = Omit<PostingRow, 'print' | 'release'>
type Names = ReadonlyMap<string, string>
type Beside = {
  readonly units: Names
  readonly places: Names
  readonly photos: Names
  readonly own: string | null
}

/**
 * More postings that came down than this are not shown; the list of the desk has the rest. What hangs is all shown.
 */
export const MOST_TAKEN_DOWN = 100
/** Names asked for in one query: SQLite takes some ten thousands, MongoDB sixteen megabytes. */
const AT_ONCE = 5000

const hungOf = (row: Row, { places, photos }: Beside): Hung => ({
  id: String(row.id),
  title: row.title,
  code: row.code,
  place: places.get(String(row.place)) ?? '',
  photo: photos.get(String(row.photo)) ?? null,
  postedAt: row.postedAt,
  until: row.until,
  takenDownAt: row.takenDownAt ?? null,
})

/** By village, the own before the others, newest first, what still hangs before what came down (PPG-8). */
export const byVillage = (rows: readonly Row[], beside: Beside): readonly HungIn[] => {
  const newest = rows.toSorted((a, b) => b.postedAt.localeCompare(a.postedAt))
  const villages = new Map<string, Row[]>()
  for (const row of newest) {
    const unit = String(row.unit)
    const found = villages.get(unit) ?? []
    found.push(row)
    villages.set(unit, found)
  }
  return [...villages]
    .map(([unit, found]) => {
      const all = found.map((row) => hungOf(row, beside))
      const hanging = all.filter(({ takenDownAt }) => takenDownAt === null)
      const down = all.filter(({ takenDownAt }) => takenDownAt !== null)
      const own = unit === beside.own
      const name = beside.units.get(unit) ?? ''
      return { unit, name, own, hanging: hanging.length, postings: [...hanging, ...down] }
    })
    .toSorted((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name, 'zh-CN'))
}

const namesIn = async (payload: Payload, collection: 'units' | 'places'): Promise<Names> =>
  new Map(
    (await rowsOf<{ id: string; name: string }>(payload, collection)).map(({ id, name }) => [
      String(id),
      name,
    ]),
  )

const photosOf = async (payload: Payload, rows: readonly Row[]): Promise<Names> => {
  const ids = rows.flatMap(({ photo }) => (photo ? [photo] : []))
  const found = new Map<string, string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const where = { id: { in: ids.slice(from, from + AT_ONCE) } }
    for (const { id, filename } of await rowsOf<{ id: string; filename: string }>(payload, 'posting-photos', {
      where,
    }))
      found.set(String(id), `/api/posting-photos/file/${encodeURIComponent(filename)}`)
  }
  return found
}

/** The postings this person may see: all that hang, and the latest that came down. */
export const readHung = async (payload: Payload, user: User): Promise<readonly HungIn[]> => {
  const may = await accessTo('postings', 'read')({ req: { user } as never })
  if (may === false) return []
  const find = (taken: boolean, query: { readonly sort: string; readonly limit?: number }) => {
    const where: Where = { takenDownAt: { exists: taken } }
    return rowsOf<Row>(payload, 'postings', { where: may === true ? where : { and: [where, may] }, ...query })
  }
  const rows = [
    ...(await find(false, { sort: '-postedAt' })),
    ...(await find(true, { sort: '-takenDownAt', limit: MOST_TAKEN_DOWN })),
  ]
  const beside = {
    units: await namesIn(payload, 'units'),
    places: await namesIn(payload, 'places'),
    photos: await photosOf(payload, rows),
    own: unitOf(user as TypedUser),
  }
  return byVillage(rows, beside)
}
