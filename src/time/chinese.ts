import type { Instant } from '../model/ids.ts'
import { civilOf } from './civil.ts'

/** `2026年11月3日 08:00`: the way dates are written to people here, without leading zeros in month and day. */
export const formatChinese = (instant: Instant, zone: string): string => {
  const { date, time } = civilOf(instant, zone)
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日 ${time}`
}
