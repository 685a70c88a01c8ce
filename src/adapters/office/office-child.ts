/** Runs in a process of its own: a file that breaks its reader breaks nothing else, and a long one holds nobody up. */
import { RefusalError } from '../../errors/refusal.ts'
import { serveJobs } from '../pool/child.ts'
import type { OfficeAnswer, OfficeJob } from './office-jobs.ts'
import { readOffice } from './read-office.ts'

serveJobs<OfficeJob, OfficeAnswer>({
  as: 'office',
  work: readOffice,
  faultOf: (error) => {
    const [first] = error instanceof RefusalError ? error.refusals : []
    if (!first) return { code: 'IMPORT_FILE_DAMAGED', detail: { field: 'file' } }
    const { code, field, limit, got } = first
    return {
      code,
      detail: {
        ...(field !== undefined && { field }),
        ...(limit !== undefined && { limit }),
        ...(got !== undefined && { got }),
      },
    }
  },
})
