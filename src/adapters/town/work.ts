import type { Payload } from 'payload'
import type { Log } from '../process/log.ts'
import { townNotices } from './notices.ts'
import { printJobs } from './print-jobs.ts'

/** What a town does by itself beside answering: bulk jobs of before, and notices. It holds up neither start nor stop. */
export const townWork = (payload: Payload, leads: () => boolean, log: Log) => {
  const jobs = printJobs(payload, log)
  const notices = townNotices(payload, leads)
  return {
    begin: (): void => {
      void jobs.resume()
      notices.start()
    },
    putDown: async (): Promise<void> => {
      await Promise.all([jobs.putDown(), notices.stop()])
    },
  }
}
