import { THEMES, type Stage, type Theme } from '../model/taxonomy.ts'
import type { CivilDate } from '../model/town.ts'
import type { Campaign, CampaignStage, Goal, Tag } from './campaign.ts'

/** The stages that run on a day of the town, in the order of the plan; several where they overlap. */
export const stagesOn = ({ stages }: Pick<Campaign, 'stages'>, day: CivilDate): readonly CampaignStage[] =>
  stages.filter(({ fromDate, untilDate }) => fromDate <= day && day <= untilDate)

/** Whether any of its stages does. */
export const runsOn = (campaign: Pick<Campaign, 'stages'>, day: CivilDate): boolean =>
  stagesOn(campaign, day).length > 0

/** Its first day and its last; null where it has no stage. */
export const spanOf = ({
  stages,
}: Pick<Campaign, 'stages'>): { readonly fromDate: CivilDate; readonly untilDate: CivilDate } | null => {
  const fromDate = stages.map((one) => one.fromDate).toSorted()[0]
  const untilDate = stages
    .map((one) => one.untilDate)
    .toSorted()
    .at(-1)
  return fromDate !== undefined && untilDate !== undefined ? { fromDate, untilDate } : null
}

/** What is asked for on a day, by all campaigns that run then. */
export type Required = { readonly themes: readonly Theme[]; readonly goals: readonly Goal[] }

/**
 * Of one theme at one kind of place the highest goal: a minute that speaks of it counts for every campaign that asks for it.
 * Themes are in the order of their list, goals in that of the plans.
 */
export const requiredOn = (campaigns: readonly Campaign[], day: CivilDate): Required => {
  const running = campaigns.filter((campaign) => runsOn(campaign, day))
  const goals = new Map<string, Goal>()
  for (const goal of running.flatMap((one) => one.goals)) {
    const key = `${goal.theme} ${goal.placeType}`
    const before = goals.get(key)
    if (!before || before.minutes < goal.minutes) goals.set(key, goal)
  }
  const named = new Set([
    ...running.flatMap(({ themes }) => themes),
    ...[...goals.values()].map(({ theme }) => theme),
  ])
  return { themes: THEMES.filter((theme) => named.has(theme)), goals: [...goals.values()] }
}

/** A goal that was not met, with the minutes that were. */
export type Short = Goal & { readonly played: number }

/**
 * Goals that were missed, in their order. The minutes a day a theme had at places of a kind are for who knows what played to
 * say ("On air"); nothing here reckons them.
 */
export const shortOf = (
  goals: readonly Goal[],
  played: (theme: Theme, placeType: Goal['placeType']) => number,
): readonly Short[] =>
  goals.flatMap((goal) => {
    const had = played(goal.theme, goal.placeType)
    return had < goal.minutes ? [{ ...goal, played: had }] : []
  })

/** Whether a content is meant for what runs of a campaign on a day: tagged with it, and with a running stage or none. */
export const isMeantOn = ({ campaign, stages }: Tag, plan: Campaign, day: CivilDate): boolean => {
  const running: readonly Stage[] = stagesOn(plan, day).map(({ stage }) => stage)
  return campaign === plan.id && running.some((stage) => stages.length === 0 || stages.includes(stage))
}
