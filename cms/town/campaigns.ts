import type { Campaign, Goal } from '../../src/campaign/index.ts'
import { PLACE_TYPES, STAGES, THEMES } from '../../src/model/taxonomy.ts'
import { civilOf, TOWN_ZONE } from '../../src/time/index.ts'
import { rowsOf, type Reader } from '../records/rows.ts'

/** A row as a form or a database has it: any of it may be missing. */
export type CampaignRow = {
  readonly id?: string
  readonly name?: string | null
  readonly stages?: readonly Readonly<Record<string, unknown>>[] | null
  readonly themes?: readonly string[] | null
  readonly goals?: readonly Readonly<Record<string, unknown>>[] | null
}

/** The civil day of the town a stored date stands for; what is no date stays as it was written, to be refused. */
const dayOf = (stored: unknown): string => {
  const written = stored instanceof Date ? stored.toISOString() : typeof stored === 'string' ? stored : ''
  const instant = Date.parse(written)
  return Number.isNaN(instant) ? written : civilOf(instant, TOWN_ZONE).date
}

const oneOf = <T extends string>(all: readonly T[], value: unknown, otherwise: T): T =>
  all.find((one) => one === value) ?? otherwise

/** In the order of the form; null for one that lacks its theme or its kind of place. */
export const goalsIn = ({ goals }: CampaignRow): readonly (Goal | null)[] =>
  (goals ?? []).map((row) => {
    const theme = THEMES.find((one) => one === row['theme'])
    const placeType = PLACE_TYPES.find((one) => one === row['placeType'])
    return theme && placeType ? { theme, placeType, minutes: Number(row['minutes']) } : null
  })

/** The plan a row stands for; a stage of no kind is another one, what names no theme is passed over. */
export const campaignOf = ({ id = '', name, stages, themes, goals }: CampaignRow): Campaign => ({
  id,
  name: name ?? '',
  stages: (stages ?? []).map((row) => ({
    stage: oneOf(STAGES, row['stage'], 'other'),
    name: typeof row['name'] === 'string' ? row['name'] : '',
    fromDate: dayOf(row['fromDate']),
    untilDate: dayOf(row['untilDate']),
  })),
  themes: THEMES.filter((theme) => (themes ?? []).includes(theme)),
  goals: goalsIn({ goals: goals ?? null }).flatMap((goal) => goal ?? []),
})

/** All plans of the town, the newest first. */
export const readCampaigns = async (req: Reader): Promise<readonly Campaign[]> =>
  (await rowsOf<CampaignRow>(req.payload, 'campaigns', { sort: '-createdAt', req })).map(campaignOf)
