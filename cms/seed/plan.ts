import { addDays, civilOf, TOWN_ZONE } from '../../src/time/index.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { PlaceType, Stage, Theme } from '../../src/model/taxonomy.ts'
import type { CivilDate, CivilTime } from '../../src/model/town.ts'

/** A seeded content by kind and place in its list. */
/** The kinds of the starter library, and the collections they are rows of. */
export const COLLECTION_OF_KIND = { case: 'cases', technique: 'techniques', slogan: 'slogans' } as const

export type ContentRef = { readonly kind: keyof typeof COLLECTION_OF_KIND; readonly index: number }

const cases = (...index: number[]): ContentRef[] => index.map((i) => ({ kind: 'case', index: i }))
const techniques = (...index: number[]): ContentRef[] => index.map((i) => ({ kind: 'technique', index: i }))
const slogans = (...index: number[]): ContentRef[] => index.map((i) => ({ kind: 'slogan', index: i }))

/** How far a seeded content goes: the last two wait for the visitor's own hand. */
export type Reach = 'submitted' | 'reviewed' | 'released'

export const reachOf = (ref: ContentRef): Reach => {
  if (ref.kind === 'case' && ref.index === 5) return 'reviewed'
  if (ref.kind === 'technique' && ref.index === 3) return 'submitted'
  return 'released'
}

export type PlaylistSeed = { readonly name: string; readonly entries: readonly ContentRef[] }

/** A slogan between two longer pieces: somebody who walks past reads at least that. */
export const PLAYLISTS: readonly PlaylistSeed[] = [
  {
    name: '宣传发动：以案说法',
    entries: [
      ...slogans(0),
      ...cases(0),
      ...techniques(0),
      ...slogans(5),
      ...cases(1),
      ...techniques(1),
      ...slogans(3),
      ...cases(2),
      ...techniques(2),
      ...slogans(10),
      ...cases(3),
      ...techniques(3),
      ...slogans(7),
      ...cases(4),
      ...cases(5),
    ],
  },
  { name: '日常：标语轮播', entries: slogans(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) },
  { name: '垫片：拿不准先打电话', entries: slogans(3, 4, 10) },
]

export type ScheduleSeed = {
  readonly name: string
  readonly playlist: string
  readonly level: 'campaign' | 'daily' | 'filler'
  readonly fromDate: CivilDate
  readonly untilDate: CivilDate | null
  readonly fromTime: CivilTime
  readonly untilTime: CivilTime
}

/** The notice's first stage takes about half a month; the demo starts in its fourth day. */
const CAMPAIGN_BEGAN_DAYS_AGO = 3
const CAMPAIGN_DAYS = 180
const CONTENT_DAYS = 365

const dayOf = (now: Instant): CivilDate => civilOf(now, TOWN_ZONE).date

/** All on all four screens; the campaign hides the rest while it lasts, the others catch the screen when it ends. */
export const schedulesFor = (now: Instant): readonly ScheduleSeed[] => {
  const today = dayOf(now)
  const wholeDay = { fromTime: '00:00', untilTime: '24:00' }
  return [
    {
      ...wholeDay,
      name: '打击整治养老诈骗专项行动',
      playlist: '宣传发动：以案说法',
      level: 'campaign',
      fromDate: addDays(today, -CAMPAIGN_BEGAN_DAYS_AGO),
      untilDate: addDays(today, CAMPAIGN_DAYS),
    },
    {
      ...wholeDay,
      name: '每天播标语',
      playlist: '日常：标语轮播',
      level: 'daily',
      fromDate: addDays(today, -CAMPAIGN_BEGAN_DAYS_AGO),
      untilDate: null,
    },
    {
      ...wholeDay,
      name: '空档垫片',
      playlist: '垫片：拿不准先打电话',
      level: 'filler',
      fromDate: addDays(today, -CAMPAIGN_BEGAN_DAYS_AGO),
      untilDate: null,
    },
  ]
}

export type CampaignSeed = {
  readonly name: string
  readonly documentNo: string
  readonly units: readonly string[]
  readonly stages: readonly {
    readonly stage: Stage
    readonly fromDate: CivilDate
    readonly untilDate: CivilDate
  }[]
  readonly themes: readonly Theme[]
  readonly goals: readonly {
    readonly theme: Theme
    readonly placeType: PlaceType
    readonly minutes: number
  }[]
}

/** After the notice: half a month, five months, half a month; the crackdown runs from the first day into the last stage. */
export const campaignFor = (now: Instant): CampaignSeed => {
  const from = addDays(dayOf(now), -CAMPAIGN_BEGAN_DAYS_AGO)
  const day = (n: number): CivilDate => addDays(from, n)
  return {
    name: '打击整治养老诈骗专项行动',
    documentNo: `演示〔${from.slice(0, 4)}〕1号`,
    units: ['平安办（镇专项办）', '派出所', '司法所'],
    stages: [
      { stage: 'mobilise', fromDate: day(0), untilDate: day(15) },
      { stage: 'crack-down', fromDate: day(0), untilDate: day(165) },
      { stage: 'consolidate', fromDate: day(160), untilDate: day(CAMPAIGN_DAYS) },
    ],
    themes: ['care-investment', 'care-product', 'care-aid', 'fake-police', 'ai-voice'],
    goals: [
      { theme: 'care-product', placeType: 'market', minutes: 30 },
      { theme: 'care-investment', placeType: 'square', minutes: 20 },
      { theme: 'ai-voice', placeType: 'community', minutes: 20 },
    ],
  }
}

export const validUntilFor = (now: Instant): CivilDate => addDays(dayOf(now), CONTENT_DAYS)

export type PostingSeed = {
  readonly content: ContentRef
  readonly unit: string
  readonly place: string
  /** Name of the drawing in media/pictures, without `.png`. */
  readonly photo: string
  /** Days from the seeding day to the last day it may hang. */
  readonly days: number
}

/** Hung by the village's clerk on the seeding day; the last one is to come down the next morning, so that the list is seen. */
export const POSTINGS: readonly PostingSeed[] = [
  {
    content: { kind: 'case', index: 0 },
    unit: '石桥村',
    place: '石桥村活动室',
    photo: 'posted-hall',
    days: CAMPAIGN_DAYS,
  },
  {
    content: { kind: 'slogan', index: 3 },
    unit: '石桥村',
    place: '石桥村公告栏',
    photo: 'posted-board',
    days: CAMPAIGN_DAYS,
  },
  {
    content: { kind: 'technique', index: 0 },
    unit: '石桥村',
    place: '惠民超市',
    photo: 'posted-shop',
    days: 0,
  },
]

export const postedUntil = ({ days }: PostingSeed, now: Instant): CivilDate => addDays(dayOf(now), days)
