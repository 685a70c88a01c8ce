import { refuse } from '../../src/errors/refusal.ts'
import { ports } from '../base/ports.ts'

/**
 * Look-ups of all strangers together, in one bucket that fills evenly, so that no address is kept. At this rate
 * somebody who tries codes needs days to meet one of ten thousand sheets, and years to meet a certain one (24^8
 * codes).
 */
const LOOKUPS = { burst: 120, perSecond: 20 }

/** PST-8: takes one, or refuses PRINT_CODE_TOO_MANY. */
export const takeLookup = async (): Promise<void> => {
  if (await ports().rates.take('code-lookups', LOOKUPS)) refuse('PRINT_CODE_TOO_MANY')
}
