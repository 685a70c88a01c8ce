import type { Instant } from '../model/ids.ts'

const SLOT_MS = 900_000
const SLOTS_KEPT = 20_000
// Since 1973 every zone changes on a quarter of an hour; before, only on its own second.
const QUARTERS_SINCE = Date.UTC(1973, 0, 1)

type Zone = { readonly format: Intl.DateTimeFormat; readonly slots: Map<number, number> }
/** Making a formatter costs as much as hundreds of calls; zones are few and their rules do not change while we run. */
const zones = new Map<string, Zone>()

const zoneNamed = (name: string): Zone => {
  const known = zones.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone = { format, slots: new Map<number, number>() }
  zones.set(name, zone)
  return zone
}

const measure = (instant: Instant, format: Intl.DateTimeFormat): number => {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second)
  return local.getTime() - Math.floor(instant / 1000) * 1000
}

/** Milliseconds that civil time in `zone` (IANA name) is ahead of UTC at `instant`. Throws RangeError on an unknown zone. */
export const offsetAt = (instant: Instant, zone: string): number => {
  const { format, slots } = zoneNamed(zone)
  if (instant < QUARTERS_SINCE) return measure(instant, format)
  const slot = Math.floor(instant / SLOT_MS)
  const known = slots.get(slot)
  if (known !== undefined) return known
  if (slots.size >= SLOTS_KEPT) slots.clear()
  const offset = measure(slot * SLOT_MS, format)
  slots.set(slot, offset)
  return offset
}
