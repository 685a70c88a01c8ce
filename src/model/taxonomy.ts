/**
 * What contents are sorted by, beside their class of fraud: lists that people choose from, names in `src/lexicon`. Values
 * stand in frozen words, so one is added and never renamed (docs/facts.md#classes-of-fraud, #how-contents-are-sorted).
 */

/** Official classes: the six of the campaign, then the ten of telecom fraud that the police count by. */
export const OFFICIAL_CLASSES = [
  'care-service',
  'care-investment',
  'care-product',
  'house-pension',
  'pension-agent',
  'care-aid',
  'task-rebate',
  'fake-investment',
  'fake-shopping',
  'fake-service',
  'fake-loan',
  'fake-credit',
  'acquaintance',
  'fake-police',
  'romance',
  'game-trade',
] as const
export type OfficialClass = (typeof OFFICIAL_CLASSES)[number]

/** Newer methods against old people. One of the name of an official class is that class. */
export const METHODS = [
  'ai-voice',
  'health-live',
  'fake-anti-fraud',
  'poster-code',
  'virtual-card',
  'fake-police',
  'task-rebate',
  'prize-subsidy',
  'cheap-travel',
  'collectibles',
  'acquaintance',
  'screen-share',
] as const
export type Method = (typeof METHODS)[number]

/** What a campaign may ask to be spoken of. */
export const THEMES = [
  ...OFFICIAL_CLASSES,
  'ai-voice',
  'health-live',
  'fake-anti-fraud',
  'poster-code',
  'virtual-card',
  'prize-subsidy',
  'cheap-travel',
  'collectibles',
  'screen-share',
] as const satisfies readonly (OfficialClass | Method)[]
export type Theme = (typeof THEMES)[number]

/** How the swindler comes to the old person. */
export const CHANNELS = [
  'phone',
  'sms',
  'wechat',
  'app',
  'live-room',
  'door',
  'meeting',
  'street-code',
  'mail',
] as const
export type Channel = (typeof CHANNELS)[number]

/** Where people are, and screens or posters hang. */
export const PLACE_TYPES = [
  'community',
  'village-hall',
  'supermarket',
  'market',
  'park',
  'square',
  'elder-care',
  'clinic',
  'bank',
  'station',
  'home-visit',
  'other',
] as const
export type PlaceType = (typeof PLACE_TYPES)[number]

/** What was lost, in yuan: a band says enough and leads to nobody. */
export const AMOUNT_BANDS = ['none', 'to-3000', 'to-10000', 'to-50000', 'to-200000', 'over-200000'] as const
export type AmountBand = (typeof AMOUNT_BANDS)[number]

export const OUTCOMES = ['prevented', 'recovered', 'part-recovered', 'not-recovered'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How far the law has come with a case; `composite`: put together from several, no person of it is a real one. */
export const CASE_STATUSES = ['reported', 'investigated', 'in-court', 'judged', 'composite'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** Why a case needs more care than another: a word too much harms somebody, or the case. */
export const SENSITIVITIES = ['identifiable', 'many-victims', 'recovering', 'watched'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** The part a sentence has in the whole of a fraud. */
export const STEP_PARTS = ['hook', 'trust', 'pressure', 'payment', 'cover-up'] as const
export type StepPart = (typeof STEP_PARTS)[number]

/** What gives a swindler away. */
export const RED_FLAGS = [
  'secrecy',
  'haste',
  'pay-first',
  'safe-account',
  'screen-share',
  'code-asked',
  'high-return',
  'free-gift',
  'cash-courier',
  'app-install',
  'false-friend',
] as const
export type RedFlag = (typeof RED_FLAGS)[number]

/** When a slogan is in its place; none: on any day. */
export const OCCASIONS = [
  'market-day',
  'spring-festival',
  'consumer-day',
  'fund-raising-month',
  'anti-fraud-month',
  'seniors-day',
] as const
export type Occasion = (typeof OCCASIONS)[number]

/** Stages of a campaign as the notice has them; they may overlap. */
export const STAGES = ['mobilise', 'crack-down', 'consolidate', 'other'] as const
export type Stage = (typeof STAGES)[number]
