import type { Payload } from 'payload'
import { deriveMissing } from '../../cms/town/derive.ts'
import { loadTown, type TownReading } from '../../cms/town/read.ts'
import { noteTampering } from '../../cms/town/tampering.ts'
import { refusal } from '../errors/refusal.ts'
import type { ReleaseId } from '../model/ids.ts'
import { gridKey } from '../model/screen.ts'
import type { Town, TownRelease } from '../model/town.ts'
import type { Log } from './log.ts'

export type TownReader = {
  readonly read: () => Promise<TownReading>
  /**
   * Lays out what a grid lacks that came into use after submit, by the frozen words (design 5.3). It may take seconds,
   * so it comes after publishing. Answers how many contents got pages.
   */
  readonly derive: (town: Town) => Promise<number>
  /** Releases that signed heads have revoked: never shown again, whatever the rows say by now (I7). */
  readonly revoke: (releases: readonly ReleaseId[]) => void
}

type Remembered = { readonly release: TownRelease; readonly assets: Town['assets'] }

const lacksPages = ({ screens, releases }: Town): boolean => {
  const grids = new Set(screens.map(({ profile }) => gridKey(profile)))
  return releases.some(({ pages }) => [...grids].some((grid) => !(grid in pages)))
}

/** Still wanted: no newer release of its content stands, and no withdrawal came after it. */
const stillWanted = (town: Town, { id, content, releasedAt }: TownRelease): boolean =>
  !town.releases.some((other) => other.content === content) &&
  !town.withdrawals.some(
    (one) => one.releases.includes(id) || (one.content === content && one.at >= releasedAt),
  )

/**
 * Reads the town for the publisher. A release whose row was edited behind the product is refused, but what was verified
 * before goes on unchanged: an edited row changes no screen, neither by showing nor by hiding (I8).
 */
export const townReader = (payload: Payload, log: Log): TownReader => {
  const verified = new Map<ReleaseId, Remembered>()
  const revoked = new Set<ReleaseId>()

  const remember = (town: Town): void => {
    verified.clear()
    for (const release of town.releases) verified.set(release.id, { release, assets: town.assets })
  }

  const keepVerified = ({ town, refusals }: TownReading): TownReading => {
    if (!refusals.some(({ code }) => code === 'RELEASE_TAMPERED' || code === 'SUBMISSION_TAMPERED')) {
      remember(town)
      return { town, refusals }
    }
    const kept = [...verified.values()].filter(({ release }) => stillWanted(town, release))
    const whole: Town = {
      ...town,
      releases: [...town.releases, ...kept.map(({ release }) => release)].toSorted(
        (a, b) => a.releasedAt - b.releasedAt,
      ),
      assets: Object.assign({}, ...kept.map(({ assets }) => assets), town.assets) as Town['assets'],
    }
    remember(whole)
    return { town: whole, refusals }
  }

  /** A withdrawal is for ever: one struck from the database goes on, and is told as tampering (I7, I8). */
  const withoutRevoked = async ({ town, refusals }: TownReading): Promise<TownReading> => {
    for (const { releases } of town.withdrawals) for (const id of releases) revoked.add(id)
    const returned = town.releases.filter(({ id }) => revoked.has(id))
    if (returned.length === 0) return { town, refusals }
    const struck = returned.map(({ id }) => refusal('APPROVAL_TAMPERED', { hint: id }))
    await noteTampering(payload, struck)
    const again = returned.map(({ id, content, releasedAt }) => ({ content, at: releasedAt, releases: [id] }))
    const releases = town.releases.filter(({ id }) => !revoked.has(id))
    return {
      town: { ...town, releases, withdrawals: [...town.withdrawals, ...again] },
      refusals: [...refusals, ...struck],
    }
  }

  return {
    read: async () => keepVerified(await withoutRevoked(await loadTown(payload))),
    derive: async (town) => {
      if (!lacksPages(town)) return 0
      const { added, refused, failed } = await deriveMissing(payload, town)
      for (const { refusals } of [...refused, ...failed])
        log.warn({ refusal: refusals[0] }, 'no pages for a grid')
      return added
    },
    revoke: (releases) => {
      for (const id of releases) revoked.add(id)
    },
  }
}
