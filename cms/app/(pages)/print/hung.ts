import type { CollectionSlug, Payload } from 'payload'
import type { User } from '../../../payload-types.ts'

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

export type HungIn = { readonly name: string; readonly postings: readonly Hung[] }

type Named = { readonly name?: string | null }
type Row = {
  readonly id: string
  readonly title?: string | null
  readonly code?: string | null
  readonly unit?: Named | string | null
  readonly place?: Named | string | null
  readonly photo?: { readonly url?: string | null } | string | null
  readonly postedAt?: string | null
  readonly until?: string | null
  readonly takenDownAt?: string | null
}

/** More than this on one page nobody reads; the desk's list has the rest. */
const MOST = 500

const nameOf = (link: Named | string | null | undefined): string =>
  typeof link === 'object' && link !== null ? (link.name ?? '') : ''

const hungOf = (row: Row): Hung => ({
  id: row.id,
  title: row.title ?? '',
  code: row.code ?? '',
  place: nameOf(row.place),
  photo: typeof row.photo === 'object' && row.photo !== null ? (row.photo.url ?? null) : null,
  postedAt: row.postedAt ?? '',
  until: row.until ?? '',
  takenDownAt: row.takenDownAt ?? null,
})

/** By village, newest first, what still hangs before what came down (PPG-8). */
export const byVillage = (rows: readonly Row[]): readonly HungIn[] => {
  const villages = new Map<string, Hung[]>()
  const newest = rows.toSorted((a, b) => (b.postedAt ?? '').localeCompare(a.postedAt ?? ''))
  for (const row of newest) {
    const name = nameOf(row.unit)
    villages.set(name, [...(villages.get(name) ?? []), hungOf(row)])
  }
  return [...villages]
    .map(([name, postings]) => ({
      name,
      postings: [
        ...postings.filter(({ takenDownAt }) => takenDownAt === null),
        ...postings.filter(({ takenDownAt }) => takenDownAt !== null),
      ],
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

/** The postings this person may see. */
export const readHung = async (payload: Payload, user: User): Promise<readonly HungIn[]> => {
  const { docs } = await payload.find({
    collection: 'postings' as CollectionSlug,
    user: { ...user, collection: 'users' },
    overrideAccess: false,
    // Who may see none has none on his list.
    disableErrors: true,
    depth: 1,
    limit: MOST,
    sort: '-postedAt',
  })
  return byVillage(docs as unknown as readonly Row[])
}
