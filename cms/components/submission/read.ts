import type { Payload, TypedUser } from 'payload'
import { readFrozen as readWords } from '../../../src/content/index.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import type { Page } from '../../../src/model/page.ts'
import { gridKey } from '../../../src/model/screen.ts'
import { profileOf, type ScreenRow } from '../../grids/grids.ts'
import { pictureFaults } from '../../grids/picture-faults.ts'
import { rareOf } from '../../grids/rare.ts'
import type { GridPages } from './Pages.tsx'
import { ports } from '../../base/ports.ts'

type Asking = { readonly payload: Payload; readonly user: TypedUser | null }

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

/** No content: words that this version cannot read. */
export type Frozen = { readonly content: FrozenContent | null; readonly grids: readonly GridPages[] }

/** What a submission froze, exactly as stored: the words, and its pages by grid, largest grid first. */
export const readFrozen = async (
  asking: Asking,
  row: { readonly frozen: string; readonly pages: string },
): Promise<Frozen> => {
  const names = await screenNames(asking)
  const coverage = ports().coverage()
  const pages = JSON.parse(row.pages) as Readonly<Record<string, readonly Page[]>>
  const { kinds } = ports()
  const content = readWords(kinds, row.frozen)
  const pictures = 'code' in content ? [] : kinds.of(content.body).pictures(content.body)
  const grids = Object.entries(pages).map(([key, list]) => ({
    key,
    screens: names.get(key) ?? [],
    pages: list,
    rare: list.map((page) => rareOf(page, coverage)),
    faults: list.map((page) => pictureFaults(page, pictures)),
  }))
  const area = ({ pages: [first] }: GridPages) => (first ? first.width * first.height : 0)
  return {
    content: 'code' in content ? null : content,
    grids: grids.toSorted((a, b) => area(b) - area(a)),
  }
}
