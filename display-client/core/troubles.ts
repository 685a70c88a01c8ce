import { refusal, type Refusal } from '../../src/errors/refusal.ts'

/** What a server may turn a device away with. */
const HEARD = [
  'SCREEN_REPLACED',
  'SCREEN_UNKNOWN',
  'PROOF_INVALID',
  'VERSION_UNSUPPORTED',
  'VIEWER_NOT_ALLOWED',
] as const

/**
 * A refusal is not signed: only its code is kept, and only where the player knows that code; never its words, names
 * or numbers (PLY-31).
 */
export const heardTrouble = (code: string): Refusal =>
  refusal(HEARD.filter((known) => known === code)[0] || 'SERVER_REFUSED')
