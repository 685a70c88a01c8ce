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
  const hopeless = new Set<string>()
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

  /** A grid that came into use after submit gets its pages now, by the frozen words (design 5.3). */
  const withDerived = async (reading: TownReading): Promise<TownReading> => {
    const key = [
      ...reading.town.releases.map(({ id }) => id),
      ...reading.town.screens.map(({ profile }) => gridKey(profile)),
    ].join()
    if (!lacksPages(reading.town) || hopeless.has(key)) return reading
    const { added, refused } = await deriveMissing(payload, reading.town)
    for (const error of refused)
      log.warn({ code: error.refusals[0]?.code, hint: error.refusals[0]?.hint }, 'no pages for a grid')
    if (refused.length && !added) hopeless.add(key)
    return added ? loadTown(payload) : reading
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
    read: async () => keepVerified(await withoutRevoked(await withDerived(await loadTown(payload)))),
    revoke: (releases) => {
      for (const id of releases) revoked.add(id)
    },
  }
}
