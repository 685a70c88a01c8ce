import type { Payload } from 'payload'
import { noteSeen, screenByKey } from '../../cms/append/devices.ts'
import { putReceipt } from '../../cms/append/receipts.ts'
import { appendAudit } from '../../cms/audit/append.ts'
import { localRequest } from '../../cms/append/transaction.ts'
import type { Instant, ScreenId } from '../model/ids.ts'
import type { FoundScreen } from '../session/state.ts'
import type { Clock } from './clock.ts'
import type { DemoFeed } from './demo-feed.ts'
import type { TownKey } from './keys.ts'
import type { Log } from './log.ts'
import { pairingOffers } from './pairing-offers.ts'
import type { Publisher } from './publisher.ts'
import type { DeviceDesk } from './sockets.ts'

type Options = {
  readonly payload: Payload
  readonly publisher: Publisher
  readonly key: TownKey
  readonly clock: Clock
  readonly log: Log
  readonly feed: Pick<DemoFeed, 'screen'>
  readonly demo: boolean
}

/** A screen that tells more often than this is heard, not written down again. */
const REPORT_EVERY_MS = 5_000

/** Answers what sessions of devices ask; the database is told, never asked, while a screen plays. */
export const deviceDesk = (options: Options): DeviceDesk => {
  const { payload, publisher, key, clock, log, feed, demo } = options
  const quietly = (work: Promise<unknown>, what: string): void => {
    work.catch((error: unknown) => log.warn({ err: error }, `${what} was not written`))
  }
  const offers = pairingOffers(payload, key.publicKey, clock)
  const reported = new Map<ScreenId, Instant>()
  const town = () => ({ name: publisher.townName(), key: key.publicKey })

  const find = (id: ScreenId): FoundScreen | null => {
    const found = publisher.screen(id)
    if (!found) return null
    const { screen, group, current } = found
    const { width, height } = screen.profile
    return { screen: { id, name: screen.name, width, height }, town: town(), group, current, now: clock() }
  }
  const nameOf = (id: ScreenId): string => publisher.screen(id)?.screen.name ?? ''

  return {
    screen: async (id) => find(id),
    screenOfKey: async (device) => {
      const row = await screenByKey(payload, device)
      if (!row) return null
      offers.close(device)
      const id = row.id as ScreenId
      // Paired a moment ago: the publisher has not read the town since.
      if (!publisher.screen(id)) await publisher.refresh('paired')
      return find(id)
    },
    currentOf: (id) => publisher.screen(id)?.current ?? null,
    mayView: async (headers) => {
      if (demo) return true
      const { user } = await payload.auth({ headers: new Headers(headers as Record<string, string>) })
      return user !== null
    },
    openPairing: async (device) => ({ ...(await offers.offer(device)), town: town() }),
    receipt: (screen, sequence, stage, at) => {
      if (stage === 'ready') publisher.event({ type: 'ready', screen, sequence, now: clock() })
      quietly(putReceipt(payload, screen, sequence, stage, at), 'a receipt')
    },
    report: (screen, report, now) => {
      if (now - (reported.get(screen) ?? 0) < REPORT_EVERY_MS) return
      reported.set(screen, now)
      quietly(noteSeen(payload, screen, now, report), 'a report')
    },
    online: (screen) => {
      publisher.event({ type: 'online', screen, now: clock() })
      feed.screen('screen-online', nameOf(screen))
    },
    offline: (screen) => {
      publisher.event({ type: 'offline', screen, now: clock() })
      quietly(noteSeen(payload, screen, clock()), 'a departure')
      feed.screen('screen-offline', nameOf(screen))
    },
    replaced: (screen) => {
      log.warn({ screen }, 'one key on two connections')
      const told = localRequest(payload).then((req) =>
        appendAudit(req, { action: 'screen.replaced', subject: `screens/${screen}`, onceInARow: true }),
      )
      quietly(told, 'an alarm')
    },
  }
}
