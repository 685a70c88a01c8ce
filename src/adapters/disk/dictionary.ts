import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDictionary, type Dictionary } from '../../text/dictionary.ts'

/** `folder` is media/words. */
export const openDictionary = (folder: string): Dictionary =>
  readDictionary(readFileSync(join(folder, 'zh.txt'), 'utf8'))
