import { refusal, RefusalError } from '../../src/errors/refusal.ts'

type Chain = { code?: unknown; codeName?: unknown; message?: unknown; cause?: unknown; errorLabels?: unknown }

const BUSY =
  /SQLITE_(BUSY|LOCKED)|database (table )?is locked|WriteConflict|TransientTransactionError|LockTimeout|MongoNetwork|MongoServerSelection|NoSuchTransaction/i
const READ_ONLY =
  /SQLITE_(READONLY|FULL|IOERR|CANTOPEN|PERM)|readonly database|disk is full|NotWritablePrimary|NotPrimary|\b(ENOSPC|EDQUOT|EROFS)\b/i

const words = (error: unknown, depth = 0): string => {
  if (typeof error !== 'object' || error === null || depth > 4) return ''
  const e = error as Chain & { name?: unknown }
  return [e.name, e.code, e.codeName, e.message, e.errorLabels, words(e.cause, depth + 1)]
    .map(String)
    .join(' ')
}

/**
 * The refusal that stands for an error of a driver, or of the disk the database is on; undefined for any other error
 * (a validation error, a bug).
 */
export const faultOfDatabase = (error: unknown, dataDir: string): RefusalError | undefined => {
  if (error instanceof RefusalError) return error
  const said = words(error)
  if (READ_ONLY.test(said)) return new RefusalError(refusal('DATABASE_READ_ONLY', { hint: dataDir }))
  if (BUSY.test(said)) return new RefusalError(refusal('DATABASE_BUSY'))
  return undefined
}
