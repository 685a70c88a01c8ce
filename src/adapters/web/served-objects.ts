import { LRUCache } from 'lru-cache'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Sha256 } from '../../model/ids.ts'
import type { Objects } from '../disk/objects.ts'

/** An object as it goes out; `bytes` is null where it is too large to be held in memory. */
export type Served = {
  /** Media type by the first byte; `font/ttf` where it is no picture. */
  readonly type: string
  readonly bytes: Uint8Array | null
  /** The same in gzip, made once; null where it would not be smaller. */
  readonly gzip: Uint8Array | null
}

export type ServedObjects = {
  /** null when it is not here or its bytes are not what the hash says. */
  readonly open: (sha: Sha256) => Promise<Served | null>
}

/** Larger ones are streamed from the disk. */
const LARGEST_HELD = 1024 * 1024
/** Held at most, both forms of each: the newest programmes of a town with hundreds of groups (I10). */
const MOST_BYTES = 64 * 1024 * 1024
/** Pictures are packed already; a tenth less is not worth unpacking on a slow screen. */
const WORTH_IT = 0.9
/** What it costs to remember one whose bytes are not held. */
const ENTRY_BYTES = 1024

const squeeze = promisify(gzip)

type Held = Served & { readonly state: string }

const sniff = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x89) return 'image/png'
  return 'font/ttf'
}

const weightOf = ({ bytes, gzip: compressed }: Served): number =>
  ENTRY_BYTES + (bytes?.byteLength ?? 0) + (compressed?.byteLength ?? 0)

/** A file that changed behind our back has another state, and is judged anew (I8). */
const stateOf = async (path: string): Promise<string | null> => {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found?.isFile() ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : null
}

/** Objects for a fleet that asks for the same few at one instant: read, hashed and gzipped once for each state of the file. */
export const openServedObjects = (objects: Objects): ServedObjects => {
  const held = new LRUCache<Sha256, Held>({ maxSize: MOST_BYTES, sizeCalculation: weightOf })
  const opening = new Map<Sha256, Promise<Held | null>>()

  const keep = (sha: Sha256, one: Held): Held => {
    held.set(sha, one)
    return one
  }

  const read = async (sha: Sha256, state: string): Promise<Held | null> => {
    const bytes = await objects.get(sha)
    if (!bytes) return null
    const type = sniff(bytes)
    if (bytes.byteLength > LARGEST_HELD) return keep(sha, { state, type, bytes: null, gzip: null })
    const compressed = await squeeze(bytes)
    const smaller = compressed.byteLength < bytes.byteLength * WORTH_IT
    return keep(sha, { state, type, bytes, gzip: smaller ? compressed : null })
  }

  const look = async (sha: Sha256): Promise<Held | null> => {
    const state = await stateOf(objects.path(sha))
    if (state === null) return null
    const known = held.get(sha)
    return known?.state === state ? known : read(sha, state)
  }

  return {
    open: (sha) => {
      // A thousand requests at one instant share one look at the disk.
      const mine = opening.get(sha) ?? look(sha).finally(() => opening.delete(sha))
      opening.set(sha, mine)
      return mine
    },
  }
}
