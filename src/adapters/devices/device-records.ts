import type { Payload } from 'payload'
import { noteSeen } from '../../../cms/playback/devices.ts'
import { putReceipts, RECEIPTS_KEPT } from '../../../cms/playback/receipts.ts'
import type { Instant, ScreenId } from '../../model/ids.ts'
import type { ReceiptStage } from '../../model/receipt.ts'
import type { DeviceReport } from '../../protocol/messages.ts'
import type { After } from '../process/clock.ts'
import type { Log } from '../process/log.ts'
import { writeBehind } from '../process/write-behind.ts'

/** What screens tell, put on record a moment later, so that a thousand of them are not in the way of a head. */
export type DeviceRecords = {
  readonly receipt: (screen: ScreenId, sequence: number, stage: ReceiptStage, at: Instant) => void
  readonly seen: (screen: ScreenId, at: Instant, report?: DeviceReport) => void
  /** Writes what waits. */
  readonly stop: () => Promise<void>
}

const RECEIPTS_EVERY_MS = 250
const SEEN_EVERY_MS = 1_000

/** The last instant a calendar has; a screen whose clock is beyond it is a broken one. */
const LAST_INSTANT: Instant = 8.64e15

type Stages = { readonly [Stage in ReceiptStage]?: Instant }
type Publishes = ReadonlyMap<number, Stages>
type Seen = { readonly at: Instant; readonly report?: DeviceReport }

/** Of each stage the first time counts; of each screen as many publishes are kept as the table keeps (I10). */
const mergedPublishes = (older: Publishes, newer: Publishes): Publishes => {
  const both = new Map(older)
  for (const [sequence, stages] of newer) {
    const known = both.get(sequence)
    const earliest = Object.entries(stages).map(([stage, at]) => [
      stage,
      Math.min(at, known?.[stage as ReceiptStage] ?? at),
    ])
    both.set(sequence, { ...known, ...(Object.fromEntries(earliest) as Stages) })
  }
  if (both.size <= RECEIPTS_KEPT) return both
  return new Map([...both].toSorted(([a], [b]) => b - a).slice(0, RECEIPTS_KEPT))
}

export const openDeviceRecords = (payload: Payload, after: After, log: Log): DeviceRecords => {
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, `${what} wait to be written`)
  const receipts = writeBehind<ScreenId, Publishes>({
    everyMs: RECEIPTS_EVERY_MS,
    merge: mergedPublishes,
    write: (part) =>
      putReceipts(
        payload,
        part.flatMap(([screen, publishes]) =>
          [...publishes].map(([sequence, stages]) => ({ screen, sequence, stages })),
        ),
      ),
    after,
    failed: failed('receipts'),
  })
  const seen = writeBehind<ScreenId, Seen>({
    everyMs: SEEN_EVERY_MS,
    merge: (older, newer) => ({ ...older, ...newer, at: Math.max(older.at, newer.at) }),
    write: (part) =>
      noteSeen(
        payload,
        part.map(([screen, value]) => ({ screen, ...value })),
      ),
    after,
    failed: failed('reports'),
  })
  return {
    receipt: (screen, sequence, stage, at) => {
      if (at <= LAST_INSTANT) receipts.put(screen, new Map([[sequence, { [stage]: at }]]))
    },
    seen: (screen, at, report) => seen.put(screen, { at, ...(report && { report }) }),
    stop: async () => {
      await Promise.all([receipts.stop(), seen.stop()])
    },
  }
}
