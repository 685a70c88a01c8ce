import { refusal, type Refusal } from '../../src/errors/refusal.ts'

/** What a server may turn a device away with. */
const HEARD = [
  'SCREEN_REPLACED',
  'SCREEN_UNKNOWN',
  'PROOF_INVALID',
  'VERSION_UNSUPPORTED',
  'VIEWER_NOT_ALLOWED',
] as const

/** A refusal is nobody's word: of all it says only a code that is known here is kept, never words, names or numbers. */
export const heardTrouble = (code: string): Refusal =>
  refusal(HEARD.filter((known) => known === code)[0] || 'SERVER_REFUSED')
