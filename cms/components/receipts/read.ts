import type { Payload, TypedUser } from 'payload'
import type { Instant, ReleaseId, Sha256 } from '../../../src/model/ids.ts'
import { ports } from '../../base/ports.ts'
import {
  newestHeads,
  reachedBy,
  progressOf,
  screensOf,
  type HeadRow,
  type Reached,
  type Receipt,
} from './progress.ts'

export type Asking = { readonly payload: Payload; readonly user: TypedUser | null }

/** Newest heads to read. Heads are renewed and published anew, so the newest one of every screen is among them. */
const NEWEST_HEADS = 300

const find = async <Row>(
  { payload, user }: Asking,
  collection: 'heads' | 'receipts' | 'screens',
  query: { readonly where?: Record<string, unknown>; readonly sort: string; readonly limit: number },
): Promise<readonly Row[]> => {
  const { docs } = await payload.find({
    collection,
    where: (query.where ?? {}) as never,
    sort: query.sort,
    limit: query.limit,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user,
  })
  return docs as unknown as readonly Row[]
}

/** The newest heads since a release, and those programmes of them that play it. */
const carriedSince = async (
  asking: Asking,
  release: { readonly id: string; readonly releasedAt: Instant },
) => {
  const heads = await find<HeadRow>(asking, 'heads', {
    where: { activateAt: { greater_than_equal: new Date(release.releasedAt).toISOString() } },
    sort: '-sequence',
    limit: NEWEST_HEADS,
  })
  const programmes = [
    ...new Set([...newestHeads(heads).values(), ...heads].map(({ programme }) => programme)),
  ]
  const { plays } = ports()
  const told = await Promise.all(
    programmes.map(async (name) => ((await plays(name as Sha256, release.id as ReleaseId)) ? [name] : [])),
  )
  return { heads, carrying: new Set(told.flat()) }
}

export type Line = { readonly name: string; readonly reached: Reached | undefined }

/** How far every screen that is to play a release came with it, in the order of their names. */
export const readReleaseLines = async (
  asking: Asking,
  release: { readonly id: string; readonly releasedAt: Instant },
): Promise<readonly Line[]> => {
  const { heads, carrying } = await carriedSince(asking, release)
  const receipts = await find<Receipt>(asking, 'receipts', {
    where: {
      sequence: { in: heads.filter((h) => carrying.has(h.programme)).map(({ sequence }) => sequence) },
    },
    sort: '-sequence',
    limit: 0,
  })
  const progress = progressOf(heads, receipts, carrying)
  const screens = await find<{ readonly id: string; readonly name: string }>(asking, 'screens', {
    sort: 'name',
    limit: 0,
  })
  return screens.flatMap(({ id, name }) => (progress.has(id) ? [{ name, reached: progress.get(id) }] : []))
}

/**
 * The screens that were told to play a release that ended, in the order of their names, and whether each has told since
 * that it is ready with a programme without it.
 */
export const readTakenOff = async (
  asking: Asking,
  release: { readonly id: string; readonly releasedAt: Instant },
): Promise<readonly { readonly name: string; readonly isOff: boolean }[]> => {
  const { heads, carrying } = await carriedSince(asking, release)
  const newest = newestHeads(heads)
  const played = new Set(
    heads.filter(({ programme }) => carrying.has(programme)).flatMap((head) => screensOf(head)),
  )
  const free = [...newest.values()].filter(({ programme }) => !carrying.has(programme))
  const receipts = await find<Receipt>(asking, 'receipts', {
    where: { sequence: { in: free.map(({ sequence }) => sequence) } },
    sort: '-sequence',
    limit: 0,
  })
  const screens = await find<{ readonly id: string; readonly name: string }>(asking, 'screens', {
    sort: 'name',
    limit: 0,
  })
  const isOff = (screen: string): boolean =>
    receipts.some(
      (row) =>
        row.screen === screen && row.sequence === newest.get(screen)?.sequence && Boolean(row.showingAt),
    )
  return screens.flatMap(({ id, name }) => (played.has(id) ? [{ name, isOff: isOff(id) }] : []))
}

/** The last thing a screen told of the programmes sent to it. */
export const readLastStage = async (asking: Asking, screen: string): Promise<Reached | undefined> => {
  const [row] = await find<Receipt>(asking, 'receipts', {
    where: { screen: { equals: screen } },
    sort: '-sequence',
    limit: 1,
  })
  return row && reachedBy(row)
}
