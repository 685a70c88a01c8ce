import { refusal, RefusalError } from '../../errors/refusal.ts'
import type { OfficeJob, OfficeAnswer } from './office-jobs.ts'
import { openParts } from './open-parts.ts'

/** Each reader is loaded with the first file of its kind. */
export const readOffice = async ({ bytes, name }: OfficeJob): Promise<OfficeAnswer> => {
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
