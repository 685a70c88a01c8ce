import { readFrozen } from '../../src/content/index.ts'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import type { FrozenContent } from '../../src/model/content.ts'
import type { Page } from '../../src/model/page.ts'
import type { TownRelease } from '../../src/model/town.ts'
import { ports } from '../base/ports.ts'
import type { Assets } from '../grids/paginate.ts'
import type { SubmissionRow } from '../records/rows.ts'

export type Parsed = {
  readonly frozen: FrozenContent
  readonly pages: TownRelease['pages']
  readonly assets: Assets
}

const TYPES: readonly unknown[] = ['image/jpeg', 'image/png', 'image/webp']

/** Picture names on the pages: the only assets they need. */
const picturesOf = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'image' ? [op.asset] : [])))

const entryIn = (all: unknown, name: string): Assets[string] | undefined => {
  if (typeof all !== 'object' || all === null || !Object.hasOwn(all, name)) return undefined
  const { bytes, type } = ((all as Record<string, unknown>)[name] ?? {}) as {
    bytes?: unknown
    type?: unknown
  }
  return Number.isSafeInteger(bytes) && Number(bytes) > 0 && TYPES.includes(type)
    ? { bytes: Number(bytes), type: String(type) }
    : undefined
}

/**
 * The entries of the pictures on `pages`, or null where one is missing or makes no sense: the text lies outside the
 * digests, so nothing in it is taken on trust, and what no page draws is passed over.
 */
export const assetsFor = (text: string, pages: readonly Page[]): Assets | null => {
  let all: unknown
  try {
    all = JSON.parse(text)
  } catch {
    return null
  }
  const entries = picturesOf(pages).map((name) => [name, entryIn(all, name)] as const)
  return entries.every(([, entry]) => entry) && typeof all === 'object' && all !== null
    ? (Object.fromEntries(entries) as Assets)
    : null
}

/** Parsed texts by digest and assets: equal text, equal value, so nothing here can go stale. */
const parsed = new Map<string, Parsed>()

/**
 * The value of a submission whose digest was checked; SUBMISSION_TAMPERED where its assets do not fit its pages,
 * CONTENT_UNKNOWN where this version cannot read its words.
 */
export const parsedOf = (row: SubmissionRow): Parsed | Refusal => {
  const key = `${row.digest} ${row.assets}`
  const found = parsed.get(key)
  if (found) return found
  const pages = JSON.parse(row.pages) as Record<string, Page[]>
  const assets = assetsFor(row.assets, Object.values(pages).flat())
  if (!assets) return refusal('SUBMISSION_TAMPERED', { hint: row.id })
  const frozen = readFrozen(ports().kinds, row.frozen)
  if ('code' in frozen) return { ...frozen, hint: row.id }
  const made: Parsed = { frozen, pages, assets }
  parsed.set(key, made)
  return made
}

/** Forgets all but the submissions in use (I10). */
export const keepParsed = (rows: readonly SubmissionRow[]): void => {
  const used = new Set(rows.map((row) => `${row.digest} ${row.assets}`))
  for (const key of parsed.keys()) if (!used.has(key)) parsed.delete(key)
}
