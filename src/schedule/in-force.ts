import type { ContentId, Instant, PlaylistId } from '../model/ids.ts'
import type { Town, TownPlaylist, TownRelease } from '../model/town.ts'
import { releaseStatus } from '../review/release-status.ts'

/** What of a town's rows is in force: one release a content at most, and which contents were taken off when. */
export type InForce = {
  readonly releases: ReadonlyMap<ContentId, TownRelease>
  /** Contents whose newest release was withdrawn. */
  readonly withdrawnAt: ReadonlyMap<ContentId, Instant>
  readonly playlists: ReadonlyMap<PlaylistId, TownPlaylist>
}

/** SCH-4, by the one rule (I7). */
export const inForceOf = (town: Pick<Town, 'releases' | 'withdrawals' | 'playlists'>): InForce => {
  const { standing, withdrawnAt } = releaseStatus(town.releases, town.withdrawals)
  return {
    releases: standing,
    withdrawnAt,
    playlists: new Map(town.playlists.map((p) => [p.id, p])),
  }
}
