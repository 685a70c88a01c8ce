import type { Changes } from '../../model/cluster.ts'
import type { Log } from '../process/log.ts'

/** Within one process: who listens is told before `publish` resolves. */
export const openChanges = <Change>(log: Pick<Log, 'error'>): Changes<Change> => {
  const listeners = new Set<(change: Change) => void>()
  return {
    publish: async (change) => {
      for (const hear of listeners)
        try {
          hear(change)
        } catch (error) {
          log.error({ err: error }, 'a change was not heard')
        }
    },
    listen: (hear) => {
      // One that listens twice is two listeners.
      const own = (change: Change): void => hear(change)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}
