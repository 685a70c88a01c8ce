import { refusal, type Refusal } from '../errors/refusal.ts'
import { isCivilDate } from '../time/index.ts'
import { MINUTES_A_DAY, type Campaign, type CampaignStage, type Goal } from './campaign.ts'

const stageFaults = ({ fromDate, untilDate }: CampaignStage, i: number): readonly Refusal[] => {
  const wrong = (['fromDate', 'untilDate'] as const)
    .map((field) => ({ field: `stages.${i}.${field}`, got: field === 'fromDate' ? fromDate : untilDate }))
    .filter(({ got }) => !isCivilDate(got))
  if (wrong.length > 0) return wrong.map((where) => refusal('DATE_INVALID', where))
  return untilDate < fromDate
    ? [refusal('CAMPAIGN_STAGE_REVERSED', { field: `stages.${i}.untilDate`, got: untilDate })]
    : []
}

const isSame = (a: Goal, b: Goal): boolean => a.theme === b.theme && a.placeType === b.placeType

const goalFaults = (goal: Goal | null, i: number, all: readonly (Goal | null)[]): readonly Refusal[] => {
  if (!goal) return []
  const { minutes } = goal
  const isWhole = Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_A_DAY
  return [
    ...(isWhole
      ? []
      : [
          refusal('CAMPAIGN_MINUTES_INVALID', {
            field: `goals.${i}.minutes`,
            limit: MINUTES_A_DAY,
            got: String(minutes),
          }),
        ]),
    ...(all.findIndex((one) => one !== null && isSame(one, goal)) < i
      ? [refusal('CAMPAIGN_GOAL_TWICE', { field: `goals.${i}.theme` })]
      : []),
  ]
}

/** A plan while it is typed: null for a goal that is not filled in yet, which keeps the place of the others. */
export type Typed = Pick<Campaign, 'stages'> & { readonly goals: readonly (Goal | null)[] }

/** All that is wrong with a plan, each fault at its field of the form (CMP-1). Stages may overlap, and leave days between. */
export const campaignFaults = ({ stages, goals }: Typed): readonly Refusal[] => [
  ...stages.flatMap(stageFaults),
  ...goals.flatMap(goalFaults),
]
