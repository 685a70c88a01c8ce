import type { CivilDate } from '../model/town.ts'
import type { PlaceType, Stage, Theme } from '../model/taxonomy.ts'

/** From the first day to the last, both included. */
export type CampaignStage = {
  readonly stage: Stage
  /** What the town calls it; empty for the name of its kind. */
  readonly name: string
  readonly fromDate: CivilDate
  readonly untilDate: CivilDate
}

/** So many minutes a day, on each place of that kind, that speak of the theme. */
export type Goal = { readonly theme: Theme; readonly placeType: PlaceType; readonly minutes: number }

/** As a town plans it; its stages may overlap. */
export type Campaign = {
  readonly id: string
  readonly name: string
  readonly stages: readonly CampaignStage[]
  /** What must be spoken of while it runs; those of its goals count too. */
  readonly themes: readonly Theme[]
  readonly goals: readonly Goal[]
}

/** What a content says of itself: the campaign it is for, and in which stages; none for all of them. */
export type Tag = { readonly campaign: string | null; readonly stages: readonly Stage[] }

export const MINUTES_A_DAY = 1_440
