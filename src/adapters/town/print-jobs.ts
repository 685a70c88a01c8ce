import type { Payload } from 'payload'
import { putDownJobs, resumeJobs } from '../../../cms/print/run-jobs.ts'
import type { Log } from '../process/log.ts'

/** Bulk jobs over the life of this process (PST-15); what fails there stops no town, and is tried again at the next start. */
export const printJobs = (payload: Payload, log: Log) => {
  const failed = (what: string) => (error: unknown) =>
    log.error({ err: error }, `print jobs were not ${what}`)
  return {
    resume: (): Promise<void> => resumeJobs(payload).catch(failed('resumed')),
    putDown: (): Promise<void> => putDownJobs(payload).catch(failed('put down')),
  }
}
