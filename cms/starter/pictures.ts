import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pictures } from './links.ts'

/** Those that are shipped beside the server. */
export const shippedPictures: Pictures = (name) =>
  readFile(path.resolve(/*turbopackIgnore: true*/ 'media', 'pictures', `${name}.png`))
