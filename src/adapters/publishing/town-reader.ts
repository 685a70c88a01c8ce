import type { Payload } from 'payload'
import { deriveMissing } from '../../../cms/town/derive.ts'
import { loadTown, type TownReading } from '../../../cms/town/read.ts'
import { loadWithdrawals } from '../../../cms/town/releases.ts'
import { noteTampering } from '../../../cms/audit/tampering.ts'
import { refusal, type Refusal } from '../../errors/refusal.ts'
import type { ReleaseId } from '../../model/ids.ts'
import { gridKey } from '../../model/screen.ts'
import type { Town, TownRelease } from '../../model/town.ts'
import { releaseStatus } from '../../review/release-status.ts'
import type { Log } from '../process/log.ts'
import type { Pictured } from './town-pictures.ts'

export type TownReader = {
  readonly read: () => Promise<TownReading>
  /**
   * Lays out what a grid lacks that came into use after submit, by the frozen words (CMS-17). It may take seconds,
   * so it comes after publishing. Answers how many contents got pages.
   */
  readonly derive: (town: Town) => Promise<number>
  /** Releases that signed heads have revoked: never shown again, whatever the rows say by now (I7). */
  readonly revoke: (releases: readonly ReleaseId[]) => void
  /** Withdrawals alone, for when the rest of the town cannot be read. */
  readonly withdrawals: () => Promise<Town['withdrawals']>
}

type World = {
  readonly payload: Payload
  readonly log: Log
  /** Leaves out the pictures that are gone, and names them. */
  readonly pictured: (town: Town) => Promise<Pictured>
}

type Remembered = { readonly release: TownRelease; readonly assets: Town['assets'] }

const lacksPages = ({ screens, releases }: Town): boolean => {
  const grids = new Set(screens.map(({ profile }) => gridKey(profile)))
  return releases.some(({ pages }) => [...grids].some((grid) => !(grid in pages)))
}

/**
 * A release whose row was edited behind the product is refused, but what was verified before goes on unchanged: an
 * edited row changes no screen, neither by showing nor by hiding (I8).
 */
const verifiedReleases = () => {
  const verified = new Map<ReleaseId, Remembered>()
  const remember = (town: Town): void => {
    verified.clear()
    for (const release of town.releases) verified.set(release.id, { release, assets: town.assets })
  }
  return {
    keep: (reading: TownReading): TownReading => {
      const { town, refusals } = reading
      if (!refusals.some(({ code }) => code === 'RELEASE_TAMPERED' || code === 'SUBMISSION_TAMPERED')) {
        remember(town)
        return reading
      }
      const known = [...verified.values()].map(({ release }) => release)
      const { standing } = releaseStatus([...known, ...town.releases], town.withdrawals)
      // A content that can be read again counts as it is read now, whatever was verified before.
      const read = new Set(town.releases.map(({ content }) => content))
      const kept = [...verified.values()].filter(
        ({ release }) => !read.has(release.content) && standing.get(release.content) === release,
      )
      const whole: Town = {
        ...town,
        releases: [...town.releases, ...kept.map(({ release }) => release)].toSorted(
          (a, b) => a.releasedAt - b.releasedAt,
        ),
        assets: Object.assign({}, ...kept.map(({ assets }) => assets), town.assets) as Town['assets'],
      }
      remember(whole)
      return { ...reading, town: whole }
    },
    /** One that was verified is withdrawn by its id, also where its row cannot be read any more (PUB-7). */
    named: (withdrawals: Town['withdrawals']): Town['withdrawals'] =>
      withdrawals.map((one) => {
        const { endOf } = releaseStatus<TownRelease>([], [one])
        const ended = [...verified.values()]
          .filter(({ release }) => endOf(release) !== null)
          .map(({ release }) => release.id)
        return { ...one, releases: [...new Set([...ended, ...one.releases])] }
      }),
  }
}

/** A withdrawal is for ever: one struck from the database goes on, and is told as tampering (I7, I8). */
const withdrawnForEver = (payload: Payload) => {
  const revoked = new Set<ReleaseId>()
  return {
    add: (releases: readonly ReleaseId[]): void => {
      for (const id of releases) revoked.add(id)
    },
    strike: async (reading: TownReading): Promise<TownReading> => {
      const { town, refusals } = reading
      for (const { releases } of town.withdrawals) for (const id of releases) revoked.add(id)
      const returned = town.releases.filter(({ id }) => revoked.has(id))
      if (returned.length === 0) return reading
      const struck = returned.map(({ id }) => refusal('APPROVAL_TAMPERED', { hint: id }))
      await noteTampering(payload, struck)
      const again = returned.map(({ id, content, releasedAt }) => ({
        content,
        at: releasedAt,
        releases: [id],
      }))
      const releases = town.releases.filter(({ id }) => !revoked.has(id))
      return {
        ...reading,
        town: { ...town, releases, withdrawals: [...town.withdrawals, ...again] },
        refusals: [...refusals, ...struck],
      }
    },
  }
}

/** Reads the town for the publisher: verified, what is withdrawn for ever left out, pictures that are gone left out. */
export const townReader = ({ payload, log, pictured }: World): TownReader => {
  const verified = verifiedReleases()
  const revoked = withdrawnForEver(payload)
  let last: Town | undefined
  /** Pictures that were missed when pages were laid out last. */
  let missed: readonly Refusal[] = []

  const readNamed = async (): Promise<TownReading> => {
    const reading = await loadTown(payload, last)
    const { town } = reading
    return { ...reading, town: { ...town, withdrawals: verified.named(town.withdrawals) } }
  }

  return {
    read: async () => {
      const reading = verified.keep(await revoked.strike(await readNamed()))
      last = reading.town
      const { town, refusals } = await pictured(reading.town)
      const gone = [...new Map([...missed, ...refusals].map((one) => [one.hint, one])).values()]
      await noteTampering(payload, gone)
      return { ...reading, town, refusals: [...reading.refusals, ...gone] }
    },
    derive: async (town) => {
      missed = []
      if (!lacksPages(town)) return 0
      const { added, refused, failed } = await deriveMissing(payload, town)
      missed = refused
        .flatMap(({ refusals }) => refusals)
        .filter(({ code }) => code === 'CONTENT_PICTURE_MISSING')
      for (const { refusals } of [...refused, ...failed])
        log.warn({ refusal: refusals[0] }, 'no pages for a grid')
      return added
    },
    revoke: revoked.add,
    withdrawals: async () => verified.named(await loadWithdrawals(payload)),
  }
}
