import type { Instant } from '../model/ids.ts'
import type { CivilDate, CivilTime, Weekday } from '../model/town.ts'
import { offsetAt } from './offset.ts'

/** The one zone of the product; every function takes it as an argument all the same. */
export const TOWN_ZONE = 'Asia/Shanghai'
export const DAY_MS = 86_400_000

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/
const FIRST_YEAR = 1

/** A civil date counted as if its days were UTC days, so that adding days never meets a clock change. */
const utcOf = (date: CivilDate): number => {
  const [, year, month, day] = DATE.exec(date) ?? []
  const utc = new Date(0)
  utc.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return utc.getTime()
}

const dateOfUtc = (utc: number): CivilDate => new Date(utc).toISOString().slice(0, 10)

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, years 0001 to 9999; `2026-02-30` is not. */
export const isCivilDate = (text: unknown): text is CivilDate => {
  if (typeof text !== 'string' || !DATE.test(text)) return false
  return Number(text.slice(0, 4)) >= FIRST_YEAR && dateOfUtc(utcOf(text)) === text
}

/** `HH:mm`, `24:00` allowed. */
export const isCivilTime = (text: unknown): text is CivilTime => typeof text === 'string' && TIME.test(text)

const needDate = (date: CivilDate): CivilDate => {
  if (!isCivilDate(date)) throw new RangeError(`No civil date: ${String(date)}`)
  return date
}

/** Minutes since midnight; `24:00` is 1440. Throws RangeError on what is no civil time. */
export const minutesOf = (time: CivilTime): number => {
  if (!isCivilTime(time)) throw new RangeError(`No civil time: ${String(time)}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** `n` calendar days later; `n` may be negative. Throws RangeError on what is no civil date. */
export const addDays = (date: CivilDate, n: number): CivilDate =>
  dateOfUtc(utcOf(needDate(date)) + n * DAY_MS)

/** 1 Monday … 7 Sunday. Throws RangeError on what is no civil date. */
export const weekdayOf = (date: CivilDate): Weekday =>
  (new Date(utcOf(needDate(date))).getUTCDay() || 7) as Weekday

/** What a clock and a calendar on the wall of `zone` say at `instant`; seconds are dropped. */
export const civilOf = (
  instant: Instant,
  zone: string,
): { readonly date: CivilDate; readonly time: CivilTime; readonly weekday: Weekday } => {
  const local = new Date(instant + offsetAt(instant, zone)).toISOString()
  const date = local.slice(0, 10)
  return { date, time: local.slice(11, 16), weekday: weekdayOf(date) }
}

/**
 * The instant at which `zone` has this date and time. A time that comes twice (clocks set back) is the first of the
 * two; a time that never comes (clocks set forward) is that much after the jump. `24:00` is the next midnight.
 * Throws RangeError on what is no civil date or time.
 */
export const instantOf = (date: CivilDate, time: CivilTime, zone: string): Instant => {
  const local = utcOf(needDate(date)) + minutesOf(time) * 60_000
  const before = offsetAt(local - DAY_MS, zone)
  const after = offsetAt(local + DAY_MS, zone)
  const found = [local - before, local - after].filter((t) => t + offsetAt(t, zone) === local)
  return found.length > 0 ? Math.min(...found) : local - before
}
