/** Notices over the life of a process: what happened is read, what is due is sent, what is old goes. */
import type { Payload } from 'payload'
import type { Instant } from '../../src/model/ids.ts'
import { DAY_MS } from '../../src/time/index.ts'
import { ports } from '../base/ports.ts'
import { isTimeToTell, tellWhatGoesOn } from './going-on.ts'
import { learn, readTo } from './happened.ts'
import { mendQueue, openLines } from './lines.ts'
import { DELIVERIES } from './rows.ts'

const LOOK_MS = 2_000
const HOURLY_MS = 3_600_000
const KEPT_DAYS = 30
/** What is being sent when the town stops is waited for so long; after that it is sent once more at the next start. */
const STOP_MS = 1_500

export type Notices = {
  /** One look at all there is to do; sending goes on after it. */
  readonly look: () => Promise<void>
  /** The same, until nothing is on the way any more. */
  readonly settled: () => Promise<void>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

type Tools = {
  readonly payload: Payload
  readonly after: (ms: number, act: () => void) => () => void
  /** Whether this process leads the town at the moment; another sends nothing. */
  readonly leads: () => boolean
}

const trim = (payload: Payload, now: Instant): Promise<unknown> =>
  payload.db.deleteMany({
    collection: DELIVERIES,
    where: { at: { less_than: new Date(now - KEPT_DAYS * DAY_MS).toISOString() } },
  } as Parameters<Payload['db']['deleteMany']>[0])

/** What is done once an hour, first at a start. */
const hourly = async (payload: Payload, isIdle: boolean): Promise<void> => {
  const now = ports().now()
  if (isIdle) await mendQueue(payload)
  await trim(payload, now)
  if (isTimeToTell(now)) await tellWhatGoesOn(payload)
}

export const openNotices = ({ payload, after, leads }: Tools): Notices => {
  const lines = openLines(payload)
  let read: number | null = null
  let nextHour = Number.NEGATIVE_INFINITY
  let isOver = false
  let cancel = (): void => undefined
  const look = async (): Promise<void> => {
    if (!leads()) return
    read = await learn(payload, read ?? (await readTo(payload)))
    const now = ports().now()
    // The hours of telling begin on the hour, so that a town is told in the morning, not at whatever minute it started.
    if (now >= nextHour) {
      await hourly(payload, lines.isIdle())
      nextHour = (Math.floor(now / HOURLY_MS) + 1) * HOURLY_MS
    }
    await lines.begin()
  }
  const turn = async (): Promise<void> => {
    // A database that is busy or full this time: what is not put down is found again.
    await look().catch((error: unknown) =>
      payload.logger.error({ err: error }, 'notices were not looked after'),
    )
    if (!isOver) cancel = after(LOOK_MS, () => void turn())
  }
  return {
    look,
    settled: async () => {
      await look()
      await lines.settled()
    },
    start: () => void (cancel = after(LOOK_MS, () => void turn())),
    stop: async () => {
      isOver = true
      cancel()
      lines.stop()
      await Promise.race([lines.settled(), new Promise<void>((done) => void after(STOP_MS, done))])
    },
  }
}
