import type { Payload } from 'payload'
import { readFrozen as readWords } from '../../../src/content/index.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import type { Page } from '../../../src/model/page.ts'
import { gridKey } from '../../../src/model/screen.ts'
import { profileOf, type ScreenRow } from '../../grids/grids.ts'
import { pictureFaults } from '../../grids/picture-faults.ts'
import { rareOf } from '../../grids/rare.ts'
import { ports } from '../../base/ports.ts'
import { rowsOf } from '../../records/rows.ts'
import { changesSince, type Change } from './changes.ts'
import { readLastEdition, type LastEdition } from './last-edition.ts'
import { looksOf, type Look } from './looks.ts'
import type { GridPages, ShownLook } from './shown.ts'

/** Names of screens by grid: whoever may read the pages is told whose they are, as he was when he wrote them (PPL-21). */
const screenNames = async (payload: Payload): Promise<ReadonlyMap<string, readonly string[]>> => {
  const names = new Map<string, readonly string[]>()
  for (const row of await rowsOf<ScreenRow>(payload, 'screens')) {
    const key = gridKey(profileOf(row))
    names.set(key, [...(names.get(key) ?? []), row.name])
  }
  return names
}

/** No content: words that this version cannot read. */
export type Frozen = {
  readonly content: FrozenContent | null
  readonly grids: readonly GridPages[]
  readonly looks: readonly ShownLook[]
  /** The edition before this one, from 1; 0 for a first. */
  readonly lastEdition: number
  /** Looks of it that nothing of this one came from. */
  readonly gone: number
}

/** The page of the last edition beside which a look stands: of the same grid where that was there then. */
const pageBefore = (last: LastEdition, look: number, key: string | undefined): Page | null => {
  const shown = last.looks[look]?.pages ?? []
  const same = last.grids.findIndex((grid, i) => grid.key === key && (shown[i]?.length ?? 0) > 0)
  const at = same >= 0 ? same : shown.findIndex((pages) => pages.length > 0)
  const page = shown[at]?.[0]
  return (page !== undefined && last.grids[at]?.pages[page]) || null
}

const shownLook = (
  look: Look,
  change: Change | undefined,
  last: LastEdition | null,
  grids: readonly GridPages[],
): ShownLook => {
  if (!change) return look
  if (change.is === 'new' || !last) return { ...look, change: { is: 'new' } }
  const key = grids[look.pages.findIndex((pages) => pages.length > 0)]?.key
  return { ...look, change: { ...change, page: pageBefore(last, change.before, key) } }
}

/** What a submission froze, exactly as stored: the words, and its pages by grid, largest grid first. */
export const readFrozen = async (
  payload: Payload,
  row: { readonly frozen: string; readonly pages: string },
  of: { readonly content: string; readonly submittedAt: string },
): Promise<Frozen> => {
  const names = await screenNames(payload)
  const coverage = ports().coverage()
  const stored = JSON.parse(row.pages) as Readonly<Record<string, readonly Page[]>>
  const { kinds } = ports()
  const read = readWords(kinds, row.frozen)
  const content = 'code' in read ? null : read
  const kind = content && kinds.of(content.body)
  const pictures = content && kind ? kind.pictures(content.body) : []
  const area = ({ pages: [first] }: GridPages) => (first ? first.width * first.height : 0)
  const grids = Object.entries(stored)
    .map(([key, list]) => ({
      key,
      screens: names.get(key) ?? [],
      pages: list,
      rare: list.map((page) => rareOf(page, coverage)),
      faults: list.map((page) => pictureFaults(page, pictures)),
    }))
    .toSorted((a, b) => area(b) - area(a))
  const looks = looksOf(
    content && kind ? kind.texts(content.body) : [],
    content?.hotline ?? null,
    grids.map(({ pages }) => pages),
  )
  const last = await readLastEdition(payload, of)
  const now = { looks, grids, pictures: pictures.map(({ sha256 }) => sha256) }
  const changes = last ? changesSince(last, now) : []
  const kept = changes.filter((change) => change?.is !== 'new').length
  return {
    content,
    grids,
    looks: looks.map((look, at) => shownLook(look, changes[at], last, grids)),
    lastEdition: last?.number ?? 0,
    gone: last ? last.looks.length - kept : 0,
  }
}
