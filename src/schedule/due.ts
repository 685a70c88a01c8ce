import type { Instant } from '../model/ids.ts'
import { levelRank, type Level } from '../model/level.ts'
import type { ScheduleReason, ScheduleVerdict } from '../model/programme.ts'
import type { TownRelease } from '../model/town.ts'
import { isDue, playableAt, type Offer } from './offer.ts'

/** What is due at an instant and why. `releases` is empty when the fallback plays or the screen is dark. */
export type Due = {
  readonly level: Level | null
  readonly dark: boolean
  readonly releases: readonly TownRelease[]
  readonly winners: readonly Offer[]
  /** Due schedules at least as strong as the winners, theirs included: what their people did could change the loop. */
  readonly heard: readonly Offer[]
  readonly why: readonly ScheduleVerdict[]
}

const verdict = ({ schedule }: Offer, reason: ScheduleReason): ScheduleVerdict => ({
  schedule: schedule.id,
  playlist: schedule.playlist,
  won: reason === 'HIGHEST_LEVEL',
  reason,
})

/** SCH-5: joined in the order of the schedules, each content once. */
const joined = (winners: readonly Offer[], t: Instant): readonly TownRelease[] => [
  ...new Set(winners.flatMap((offer) => playableAt(offer, t))),
]

/**
 * SCH-1: the strongest level with anything playable wins; all its due schedules are joined. SCH-6: while the screen is
 * closed nothing plays. Every due schedule is told why; those not due are not mentioned.
 */
export const dueAt = (offers: readonly Offer[], t: Instant, open: boolean): Due => {
  const due = offers.filter((offer) => isDue(offer, t))
  if (!open) {
    const why = due.map((offer) => verdict(offer, 'CLOSED'))
    return { level: null, dark: true, releases: [], winners: [], heard: [], why }
  }
  const able = due.filter((offer) => playableAt(offer, t).length > 0)
  const best = Math.min(...able.map((offer) => levelRank(offer.schedule.level)))
  const winners = able.filter((offer) => levelRank(offer.schedule.level) === best)
  const reason = (offer: Offer): ScheduleReason =>
    winners.includes(offer) ? 'HIGHEST_LEVEL' : able.includes(offer) ? 'LOWER_LEVEL' : 'NOTHING_RELEASED'
  return {
    level: winners[0]?.schedule.level ?? null,
    dark: false,
    releases: joined(winners, t),
    winners,
    heard: due.filter((offer) => levelRank(offer.schedule.level) <= best),
    why: due.map((offer) => verdict(offer, reason(offer))),
  }
}
