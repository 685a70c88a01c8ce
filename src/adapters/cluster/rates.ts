import type { Rates } from '../../model/cluster.ts'
import type { Instant } from '../../model/ids.ts'
import type { Clock } from '../process/clock.ts'

type Bucket = { readonly left: number; readonly at: Instant }

/** Buckets of this process: names are those of the code, or of a person of the town, never what strangers say (I10). */
export const openRates = (clock: Clock): Rates => {
  const buckets = new Map<string, Bucket>()
  return {
    take: async (name, { burst, perSecond }) => {
      const now = clock()
      const held = buckets.get(name) ?? { left: burst, at: now }
      // A clock set back must not stop the bucket from filling.
      const passed = Math.max(0, now - held.at) / 1000
      const left = Math.min(burst, held.left + passed * perSecond)
      buckets.set(name, { left: left < 1 ? left : left - 1, at: now })
      return left < 1 ? now + Math.ceil(((1 - left) / perSecond) * 1000) : null
    },
  }
}
