import { fileURLToPath } from 'node:url'
import { openDictionary } from '../../src/adapters/disk/dictionary.ts'
import { lettersBy } from '../../src/poster/clauses.ts'

/** The shipped one. */
export const DICTIONARY = openDictionary(fileURLToPath(new URL('../../media/words', import.meta.url)))

/** What sheets are judged by. */
export const LETTERS = lettersBy(DICTIONARY)
