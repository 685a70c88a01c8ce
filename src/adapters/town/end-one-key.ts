import type { Payload } from 'payload'
import { rowsOf } from '../../../cms/records/rows.ts'
import type { Instant } from '../../model/ids.ts'
import type { RecordsKey } from '../disk/records-key.ts'

/** Dated rows that are signed. */
const DATED = [
  ['releases', 'releasedAt'],
  ['approvals', 'at'],
  ['audit', 'at'],
] as const

/** A clock may have run ahead, but not for longer than somebody would notice. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1000

const newestOf = async (payload: Payload, [collection, field]: (typeof DATED)[number]): Promise<Instant> => {
  const [row] = await rowsOf<Record<string, unknown>>(payload, collection, {
    sort: `-${field}`,
    limit: 1,
    only: [field],
  })
  return Date.parse(String(row?.[field] ?? '')) || 0
}

/**
 * PRG-10: at the first start with two keys, what the one key signed is over: its rows are all dated before now, or before
 * the newest of them where the clock had run ahead.
 */
export const endOneKey = async (payload: Payload, records: RecordsKey, now: Instant): Promise<void> => {
  if (records.begun()) return
  const newest: Instant[] = []
  for (const dated of DATED) newest.push(await newestOf(payload, dated))
  records.begin(Math.min(Math.max(now, ...newest.map((at) => at + 1)), now + MOST_AHEAD_MS))
}
