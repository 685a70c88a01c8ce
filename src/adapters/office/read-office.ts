import { refusal, RefusalError } from '../../errors/refusal.ts'
import { broughtIn, KINDS } from '../../content/index.ts'
import type { OfficeFile } from '../../intake/index.ts'
import type { OfficeAnswer, OfficeJob } from './office-jobs.ts'
import { openParts } from './open-parts.ts'

/** What stands in a file. Each reader is loaded with the first file of its kind. */
export const readFile = async ({ bytes, name }: Pick<OfficeJob, 'bytes' | 'name'>): Promise<OfficeFile> => {
  const { as, parts, pictures } = await openParts(bytes, name)
  try {
    if (as === 'sheets') return await (await import('./sheets.ts')).readSheets(parts)
    return await (await import('./document.ts')).readDocument(parts, pictures)
  } catch (error) {
    // A reader's own words are of no use to who sent the file.
    throw error instanceof RefusalError
      ? error
      : new RefusalError(refusal('IMPORT_FILE_DAMAGED', { field: 'file' }))
  }
}

/** What a file says of the kinds of content a town writes. */
export const readOffice = async (job: OfficeJob): Promise<OfficeAnswer> =>
  broughtIn(KINDS, job.wanted, await readFile(job))
