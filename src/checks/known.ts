import type { WordList } from './terms.ts'

/** What of a town its words are checked against. */
export type Town = {
  /** Numbers of its hotlines, digits only. */
  readonly hotlines: readonly string[]
  /** Its words over those the product brings. */
  readonly words: WordList
  /** Hosts that an address may lead to, beside those of the state. */
  readonly hosts: readonly string[]
  /** Whether the case has a final judgment; missing: not. */
  readonly judged?: boolean
}

/** Emergency and public service numbers that are the same all over China. */
const PUBLIC_NUMBERS = new Set(
  (
    '110 112 114 119 120 122 999 10000 10001 10010 10086 10099 11183 11185 12110 12117 12119 12121 12123 12301 ' +
    '12305 12306 12309 12310 12312 12313 12314 12315 12316 12317 12318 12319 12320 12321 12322 12323 12324 12325 ' +
    '12328 12329 12331 12333 12335 12336 12337 12338 12339 12340 12345 12348 12350 12351 12355 12356 12358 12360 ' +
    '12361 12363 12365 12366 12367 12368 12369 12371 12377 12378 12379 12380 12381 12385 12386 12388 12389 12390 ' +
    '12393 12395 12396 12398 16123 96110 95078 95079 95105 95110 95119'
  ).split(' '),
)

/** Area code and 96110 is how that number calls. */
const withoutArea = (digits: string): string =>
  digits.replace(/^0(?:10|2\d|[3-9]\d{2})(?=(?:96110|12345)$)/, '')

/** Whether a number may stand anywhere: the town's, or one that is everybody's. */
export const isKnownNumber = (digits: string, { hotlines }: Pick<Town, 'hotlines'>): boolean =>
  hotlines.includes(digits) || PUBLIC_NUMBERS.has(withoutArea(digits))

/** Words right before a number that make it one to call. */
export const LOCAL_CUE =
  /(?:电话|手机|热线|专线|号码|致电|拨打|拨通|拨|联系|咨询|求助|举报|客服|传真|座机|[打找])[是为:“"'\s（(请]{0,3}/
