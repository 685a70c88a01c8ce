import { fileURLToPath } from 'node:url'
import { openDictionary } from '../../src/adapters/disk/dictionary.ts'

/** The shipped one. */
export const DICTIONARY = openDictionary(fileURLToPath(new URL('../../media/words', import.meta.url)))
