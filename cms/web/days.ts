import type { DeskLanguage } from './language.ts'

const ZONE = 'Asia/Shanghai'

/** Made once: a list of thousands of days is told with them. */
const CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
const ENGLISH = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

const partsOf = (at: string | number): Record<'year' | 'month' | 'day', string> | null => {
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime())) return null
  const parts = CALENDAR.formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return { year: part('year'), month: part('month'), day: part('day') }
}

/** `2027年2月28日`, the day of the town whatever the phone's zone is; empty for what is no instant. */
export const dayWords = (at: string | number, language: DeskLanguage): string => {
  const parts = partsOf(at)
  if (!parts) return ''
  if (language === 'zh') return `${parts.year}年${Number(parts.month)}月${Number(parts.day)}日`
  return ENGLISH.format(new Date(at))
}

/** `2027-02-28` for a date field. */
export const dayField = (at: string | number): string => {
  const parts = partsOf(at)
  return parts ? `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}` : ''
}

/** A validity ends with an instant; people count by the last day before it. */
export const lastDayWords = (end: string | number, language: DeskLanguage): string =>
  dayWords(new Date(end).getTime() - 1, language)
