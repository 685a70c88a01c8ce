import type { ContentId, Instant, PlaylistId } from '../model/ids.ts'
import type { Town, TownPlaylist, TownRelease } from '../model/town.ts'

/** What stands of a town's rows: one release a content at most, and which contents were taken off when. */
export type Standing = {
  readonly releases: ReadonlyMap<ContentId, TownRelease>
  /** Contents whose newest release was withdrawn. */
  readonly withdrawnAt: ReadonlyMap<ContentId, Instant>
  readonly playlists: ReadonlyMap<PlaylistId, TownPlaylist>
}

const isNewer = (a: TownRelease, b: TownRelease): boolean =>
  a.releasedAt > b.releasedAt || (a.releasedAt === b.releasedAt && a.id > b.id)

/** SCH-4: a withdrawal ends every release of its content up to then, named in it or not (design 5.2, I7). */
export const standingOf = (town: Pick<Town, 'releases' | 'withdrawals' | 'playlists'>): Standing => {
  const ended = new Set(town.withdrawals.flatMap((w) => w.releases))
  const lastWithdrawn = new Map<ContentId, Instant>()
  for (const { content, at } of town.withdrawals) {
    lastWithdrawn.set(content, Math.max(at, lastWithdrawn.get(content) ?? at))
  }
  const releases = new Map<ContentId, TownRelease>()
  for (const release of town.releases) {
    if (ended.has(release.id) || release.releasedAt <= (lastWithdrawn.get(release.content) ?? -Infinity))
      continue
    const known = releases.get(release.content)
    if (!known || isNewer(release, known)) releases.set(release.content, release)
  }
  return {
    releases,
    withdrawnAt: new Map([...lastWithdrawn].filter(([content]) => !releases.has(content))),
    playlists: new Map(town.playlists.map((p) => [p.id, p])),
  }
}
