import type { Payload, TypedUser } from 'payload'
import type { FrozenContent } from '../../../src/model/content.ts'
import type { Page } from '../../../src/model/page.ts'
import { gridKey, type ScreenProfile } from '../../../src/model/screen.ts'
import type { GridPages } from './Pages.tsx'

type Asking = { readonly payload: Payload; readonly user: TypedUser | null }

type ScreenRow = Omit<ScreenProfile, 'distance'> & {
  readonly name: string
  readonly distanceNear: number
  readonly distanceTypical: number
  readonly distanceFar: number
}

const profileOf = (row: ScreenRow): ScreenProfile => ({
  ...row,
  distance: { near: row.distanceNear, typical: row.distanceTypical, far: row.distanceFar },
})

const screenNames = async ({ payload, user }: Asking): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { docs } = await payload.find({
    collection: 'screens',
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
    user,
  })
  const names = new Map<string, readonly string[]>()
  for (const row of docs as unknown as readonly ScreenRow[]) {
    const key = gridKey(profileOf(row))
    names.set(key, [...(names.get(key) ?? []), row.name])
  }
  return names
}

export type Frozen = { readonly content: FrozenContent; readonly grids: readonly GridPages[] }

/** What a submission froze, exactly as stored: the words, and its pages by grid, largest grid first. */
export const readFrozen = async (
  asking: Asking,
  row: { readonly frozen: string; readonly pages: string },
): Promise<Frozen> => {
  const names = await screenNames(asking)
  const pages = JSON.parse(row.pages) as Readonly<Record<string, readonly Page[]>>
  const grids = Object.entries(pages).map(([key, list]) => ({
    key,
    screens: names.get(key) ?? [],
    pages: list,
  }))
  const area = ({ pages: [first] }: GridPages) => (first ? first.width * first.height : 0)
  return {
    content: JSON.parse(row.frozen) as FrozenContent,
    grids: grids.toSorted((a, b) => area(b) - area(a)),
  }
}
