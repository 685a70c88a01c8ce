/** Days and times of the town where Payload draws and takes them: it knows only the zone of the browser (TIM-5). */
import type { I18n } from '@payloadcms/translations'
import type { CivilDate } from '../../src/model/town.ts'
import { civilOf, formatChinese, TOWN_ZONE } from '../../src/time/index.ts'

/** What Payload draws by these patterns is told in the town's zone, by `inTownsTime`. */
export const DAY_PATTERN = 'yyyy年M月d日'
export const MINUTE_PATTERN = 'yyyy年M月d日 HH:mm'

/** The calendar's own: the same to a reader, but a day that was moved for the calendar is not moved again. */
export const CALENDAR_PATTERN = 'y年M月d日'

const timeIn = (at: Date): string => formatChinese(at.getTime(), TOWN_ZONE)
const dayIn = (at: Date): string => timeIn(at).split(' ')[0] ?? ''

const TOLD: Readonly<Record<string, (at: Date) => string>> = {
  [DAY_PATTERN]: dayIn,
  [MINUTE_PATTERN]: timeIn,
}

type Localize = I18n['dateFNS']['localize']

/**
 * Makes a language of date-fns tell the town's time. It may look at a date and its pattern before they become words
 * (`preprocessor`); this is the one door by which lists, the head of a form and versions can be reached: each formats
 * by `admin.dateFormat` in the browser's zone and takes no component in its place.
 */
export const inTownsTime = (locale: { readonly localize: Localize }): void => {
  locale.localize.preprocessor = (date, parts) => {
    const told = TOLD[parts.map(({ value }) => value).join('')]
    return told ? [{ isToken: false, value: told(date) }] : parts
  }
}

/** The day a stored instant falls on in the town; nothing for what is no instant. */
export const townDay = (stored: unknown): CivilDate | undefined => {
  const at = typeof stored === 'string' && stored !== '' ? Date.parse(stored) : Number.NaN
  return Number.isNaN(at) ? undefined : civilOf(at, TOWN_ZONE).date
}

/**
 * An instant that lies on the town's day in the zone of this machine, for a calendar that knows no other. Noon: there
 * are zones where a midnight is left out, none where a noon is.
 */
export const inCalendar = (stored: unknown): string | undefined => {
  const [year, month, day] = (townDay(stored) ?? '').split('-').map(Number)
  if (!year || !month || !day) return undefined
  const noon = new Date(2000, month - 1, day, 12)
  noon.setFullYear(year, month - 1, day)
  return noon.toISOString()
}

/**
 * What is stored for a day picked in Payload's calendar, which gives noon UTC of that day (half an hour off where
 * clocks are): evening in the town, the same day.
 */
export const fromCalendar = (picked: unknown): string | null =>
  typeof picked === 'string' && picked !== '' ? picked.replace(/T.*$/, 'T12:00:00.000Z') : null
