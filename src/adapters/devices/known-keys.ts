import type { Payload } from 'payload'
import { pairedKeys, screenByKey } from '../../../cms/playback/devices.ts'
import type { Change } from '../../../cms/base/ports.ts'
import type { ScreenId } from '../../model/ids.ts'

/** Which screen a device key is, kept in memory: a fleet that comes back asks the database nothing. */
export type KnownKeys = {
  /** Whether a screen has this key, without asking the database. */
  readonly has: (key: string) => boolean
  readonly count: () => number
  /**
   * The screen of a key. A key that is not known here is looked up in the database, for another process may have
   * paired it.
   */
  readonly screenOf: (key: string) => Promise<ScreenId | null>
  /** What the desk committed. */
  readonly changed: (change: Change) => void
}

export const openKnownKeys = async (payload: Payload): Promise<KnownKeys> => {
  const screens = new Map<string, ScreenId>(await pairedKeys(payload))
  const drop = (screen: ScreenId): void => {
    for (const [key, one] of screens) if (one === screen) screens.delete(key)
  }
  return {
    has: (key) => screens.has(key),
    count: () => screens.size,
    screenOf: async (key) => {
      const known = screens.get(key)
      if (known) return known
      const row = await screenByKey(payload, key)
      if (!row) return null
      screens.set(key, row.id as ScreenId)
      return row.id as ScreenId
    },
    changed: (change) => {
      if (change.kind === 'town') return
      drop(change.screen)
      if (change.kind === 'paired') screens.set(change.key, change.screen)
    },
  }
}
