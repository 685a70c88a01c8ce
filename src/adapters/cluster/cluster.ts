import type { Change } from '../../../cms/base/ports.ts'
import type { Changes, Jobs, Presence, Rates } from '../../model/cluster.ts'
import type { ScreenId } from '../../model/ids.ts'
import type { Clock } from '../process/clock.ts'
import type { Log } from '../process/log.ts'
import { openChanges } from './changes.ts'
import { openJobs } from './jobs.ts'
import { openPresence } from './presence.ts'
import { openRates } from './rates.ts'

/** What the parts of one process share in its memory. */
export type Cluster = {
  readonly changes: Changes<Change>
  readonly presence: Presence<ScreenId>
  readonly rates: Rates
  readonly jobs: Jobs<AbortSignal>
}

export const openCluster = (clock: Clock, log: Log): Cluster => ({
  changes: openChanges(log),
  presence: openPresence(),
  rates: openRates(clock),
  jobs: openJobs(),
})
