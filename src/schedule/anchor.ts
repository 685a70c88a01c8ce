import type { Instant } from '../model/ids.ts'
import type { TownRelease } from '../model/town.ts'
import type { Window } from '../time/index.ts'
import type { Due } from './due.ts'
import { flatten } from './flatten.ts'
import type { Offer } from './offer.ts'
import type { InForce } from './in-force.ts'

/** A person's act and the place in the loop of what it put there. */
type Act = { readonly at: Instant; readonly first: number }

/** Place of the first of `contents` that is in the loop; 0 when none is. */
const firstOf = (contents: readonly TownRelease['content'][], releases: readonly TownRelease[]): number => {
  const wanted = new Set(contents)
  return Math.max(
    0,
    releases.findIndex((release) => wanted.has(release.content)),
  )
}

const actsOf = (due: Due, inForce: InForce): readonly Act[] => {
  const { releases, winners, heard } = due
  const scheduled = (offer: Offer): Act => ({
    at: offer.schedule.changedAt,
    first: firstOf(offer.contents, releases),
  })
  return [
    ...releases.map((release, first) => ({ at: release.releasedAt, first })),
    ...winners.map(scheduled),
    ...winners.flatMap((offer) =>
      offer.playlists.map((list) => ({
        at: list.changedAt,
        first: firstOf(flatten(list.id, inForce.playlists).contents, releases),
      })),
    ),
    ...heard.flatMap((offer) =>
      offer.contents.flatMap((content) => {
        const at = inForce.withdrawnAt.get(content)
        return at === undefined ? [] : [{ at, first: 0 }]
      }),
    ),
  ]
}

/**
 * SCH-8: where a loop begins to turn. The latest act inside the window (a release, a saved schedule or playlist, a
 * withdrawal) anchors it, with what the act put there first; without one the window's start does, in the plain order.
 * Only rows decide, never the time of compiling, so equal towns give equal bytes (PUB-2).
 */
export const anchorOf = (
  due: Due,
  inForce: InForce,
  window: Window,
): { readonly anchor: Instant; readonly releases: readonly TownRelease[] } => {
  let latest: Act | null = null
  for (const act of due.releases.length > 0 ? actsOf(due, inForce) : []) {
    // Of acts at one instant the first listed counts: a release before what merely arranges it.
    if (act.at >= window.from && act.at < window.until && act.at > (latest?.at ?? -Infinity)) latest = act
  }
  if (!latest) return { anchor: window.from, releases: due.releases }
  const { at, first } = latest
  return { anchor: at, releases: [...due.releases.slice(first), ...due.releases.slice(0, first)] }
}
