import type { Payload } from 'payload'
import { appendAudit } from '../../../cms/audit/append.ts'
import { localRequest } from '../../../cms/records/transaction.ts'
import type { ScreenId } from '../../model/ids.ts'
import type { FoundScreen } from '../../session/state.ts'
import type { Clock } from '../process/clock.ts'
import type { DemoFeed } from '../demo/demo-feed.ts'
import type { DeviceRecords } from '../devices/device-records.ts'
import { ownGroup } from '../../protocol/fingerprint.ts'
import { sha256Hex, type HeadsKey } from '../disk/keys.ts'
import type { KnownKeys } from '../devices/known-keys.ts'
import type { Log } from '../process/log.ts'
import { pairingOffers } from '../devices/pairing-offers.ts'
import type { Publisher } from '../publishing/publisher.ts'
import type { DeviceBackend } from '../devices/sockets.ts'

type Options = {
  readonly payload: Payload
  readonly publisher: Publisher
  readonly keys: Omit<KnownKeys, 'changed'>
  readonly records: Omit<DeviceRecords, 'stop'>
  readonly key: HeadsKey
  readonly clock: Clock
  readonly log: Log
  readonly feed: Pick<DemoFeed, 'screen'>
  readonly demo: boolean
}

/** The room and the head of a device that lost its screen (docs/decisions/0005-unpaired.md). */
const revocationHeadOf = ({ key, publisher }: Options, device: string) => {
  const group = ownGroup(device, key.publicKey, sha256Hex)
  return group ? { own: { group, current: publisher.headOf(group) } } : {}
}

/** Goes into the audit, and from there onto the screen's page. */
const alarm = async (payload: Payload, screen: ScreenId): Promise<void> => {
  const entry = { action: 'screen.replaced', subject: `screens/${screen}`, onceInARow: true }
  await appendAudit(await localRequest(payload), entry)
}

/** Answers what sessions of devices ask; the database is neither asked when a known screen comes nor while it plays. */
export const deviceBackend = (options: Options): DeviceBackend => {
  const { payload, publisher, keys, records, key, clock, log, feed } = options
  const offers = pairingOffers(payload, key.publicKey, clock)
  const town = () => ({ name: publisher.town().name, key: key.publicKey })

  const find = (id: ScreenId): FoundScreen | null => {
    const found = publisher.screen(id)
    if (!found) return null
    const { screen, group, current } = found
    const { width, height } = screen.profile
    return { screen: { id, name: screen.name, width, height }, town: town(), group, current, now: clock() }
  }
  const tell = (type: 'online' | 'offline', screen: ScreenId): void => {
    publisher.event({ type, screens: [screen], now: clock() })
    feed.screen(`screen-${type}`, publisher.screen(screen)?.screen.name ?? '')
  }

  return {
    screen: async (id) => find(id),
    screenOfKey: async (device) => {
      const id = await keys.screenOf(device)
      if (!id) return null
      offers.close(device)
      // Paired a moment ago: the publisher has not read the town since.
      if (!publisher.screen(id)) await publisher.refresh('paired')
      return find(id)
    },
    currentOf: (id) => publisher.screen(id)?.current ?? null,
    knows: keys.has,
    knownKeys: keys.count,
    viewerOf: async (headers, address) => {
      if (options.demo) return address
      const { user } = await payload.auth({ headers: new Headers(headers as Record<string, string>) })
      return user ? String(user.id) : null
    },
    openPairing: async (device) => {
      const offer = await offers.offer(device)
      return { ...offer, town: town(), ...revocationHeadOf(options, device) }
    },
    receipt: (screen, sequence, stage, at) => {
      if (stage === 'ready') publisher.event({ type: 'ready', screens: [screen], sequence, now: clock() })
      records.receipt(screen, sequence, stage, at)
    },
    report: (screen, report, now) => records.seen(screen, now, report),
    saw: (sequence) => publisher.event({ type: 'saw', sequence, now: clock() }),
    online: (screen) => tell('online', screen),
    offline: (screen) => {
      tell('offline', screen)
      records.seen(screen, clock())
    },
    replaced: (screen) => {
      log.warn({ screen }, 'one key on two connections')
      alarm(payload, screen).catch((error: unknown) => log.warn({ err: error }, 'an alarm was not written'))
    },
  }
}
