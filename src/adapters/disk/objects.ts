import { readdirSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isSha256, type Sha256 } from '../../model/ids.ts'
import { writeDurably } from './durable-file.ts'
import { sha256Hex } from './keys.ts'
import { makeFolder } from './make-folder.ts'

/** Bytes under the name of their hash: programmes, renditions, font subsets. Never changed; a damaged file is written anew. */
export type Objects = {
  readonly put: (bytes: Uint8Array) => Promise<Sha256>
  readonly get: (sha: Sha256) => Promise<Uint8Array | null>
  /** Whether it is here, whole. */
  readonly has: (sha: Sha256) => Promise<boolean>
  /** Where the bytes lie, for a server that streams files with Range. */
  readonly path: (sha: Sha256) => string
}

/**
 * A crash while writing leaves a `.part` file; one older than this belongs to no writing that still goes on (I10).
 */
const UNFINISHED_MS = 3_600_000

const dropUnfinished = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (name.endsWith('.part') && Date.now() - statSync(file).mtimeMs > UNFINISHED_MS) rmSync(file)
  }
}

export const openObjects = (folder: string): Objects => {
  makeFolder(folder)
  dropUnfinished(folder)
  const path = (sha: Sha256): string => {
    if (!isSha256(sha)) throw new Error('not a hash')
    return join(folder, sha)
  }
  const get: Objects['get'] = async (sha) => {
    const bytes = await readFile(path(sha)).catch(() => null)
    // A file changed behind our back is as good as missing (I8).
    return bytes && sha256Hex(bytes) === sha ? bytes : null
  }
  const has: Objects['has'] = async (sha) => (await get(sha)) !== null
  return {
    path,
    has,
    put: async (bytes) => {
      const sha = sha256Hex(bytes)
      if (!(await has(sha))) await writeDurably(path(sha), bytes)
      return sha
    },
    get,
  }
}
