import { dayField } from '../web/days.ts'

const DAY_MS = 86_400_000
/**
 * A content may have no end, but its sheets have one, since paper fades: half a year unless somebody says otherwise,
 * a year at most.
 */
const USUAL_DAYS = 180
const LONGEST_DAYS = 365

/** The day a posting is offered to end on, and the last it may; `2027-02-28`. */
export const lastDay = (
  today: number,
  validUntil: string | null,
): { readonly chosen: string; readonly latest: string } => {
  // The content ends at an instant; its last day is the one before that.
  const end = validUntil === null ? null : Date.parse(validUntil) - 1
  const latest = end ?? today + LONGEST_DAYS * DAY_MS
  return { chosen: dayField(Math.min(latest, today + USUAL_DAYS * DAY_MS)), latest: dayField(latest) }
}
