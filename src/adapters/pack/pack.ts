import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, readdirSync, rmSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { PackPort } from '../../../cms/base/ports.ts'
import { refuse } from '../../errors/refusal.ts'
import type { Instant } from '../../model/ids.ts'
import { packPlan, type PackSource } from '../../pack/index.ts'
import { civilOf, TOWN_ZONE } from '../../time/index.ts'
import { sha256Hex } from '../disk/keys.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { pictureOf, type PictureTools } from './pictures.ts'

/** Packs in the making or on their way at once; each holds a file on the disk (I10). */
const MOST_AT_ONCE = 8

/**
 * Noon of the day of the issue by whatever clock this machine has: a zip holds civil time, and equal releases give equal
 * bytes on every machine (PACK-3).
 */
const fixedTime = (at: Instant): Date => {
  const [year = 1980, month = 1, day = 1] = civilOf(at, TOWN_ZONE).date.split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

type Entry = { readonly path: string; readonly bytes: Uint8Array }

/** Writes entries to a file as they come: what is held is one of them. */
const zipInto = async (file: FileHandle, mtime: Date, entries: AsyncIterable<Entry>) => {
  const hash = createHash('sha256')
  const chunks: Uint8Array[] = []
  let bytes = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const flush = async (): Promise<void> => {
    for (const chunk of chunks.splice(0)) {
      hash.update(chunk)
      bytes += chunk.byteLength
      await file.writeFile(chunk)
    }
  }
  for await (const { path, bytes: content } of entries) {
    // Pictures do not shrink any more.
    const entry = /\.(?:txt|html)$/.test(path) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
    entry.mtime = mtime
    zip.add(entry)
    entry.push(content, true)
    await flush()
  }
  zip.end()
  await flush()
  return { sha256: hash.digest('hex'), bytes }
}

/** Every file of the pack, made one after another; the last tells the names and hashes of all before it. */
async function* entriesOf(tools: PictureTools, source: PackSource): AsyncGenerator<Entry> {
  const { texts, pictures, provenance } = packPlan(source)
  const made: { path: string; sha256: string }[] = []
  const noted = (entry: Entry): Entry => {
    made.push({ path: entry.path, sha256: sha256Hex(entry.bytes) })
    return entry
  }
  for (const { path, text } of texts) yield noted({ path, bytes: new TextEncoder().encode(text) })
  for (const { path, picture } of pictures) {
    const { bytes, extension } = await pictureOf(tools, source, picture)
    yield noted({ path: `${path}${extension}`, bytes })
  }
  const last = provenance(made)
  yield { path: last.path, bytes: new TextEncoder().encode(last.text) }
}

export type PackTools = PictureTools & {
  /** Absolute; holds packs while they are made and sent, and nothing across a start. */
  readonly folder: string
}

/** Whatever a process that died left there. */
const cleared = (folder: string): void => {
  makeFolder(folder)
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Packs of releases (PACK-1 to PACK-5), each as a file that is sent while it is read and then gone. */
export const openPack = ({ folder, ...tools }: PackTools): PackPort => {
  cleared(folder)
  let running = 0
  return async (source) => {
    if (running >= MOST_AT_ONCE) refuse('PRINT_BUSY')
    running += 1
    const path = join(folder, `${randomUUID()}.zip`)
    let dropped = false
    const drop = async (): Promise<void> => {
      if (dropped) return
      dropped = true
      running -= 1
      await rm(path, { force: true })
    }
    try {
      const file = await open(path, 'wx', 0o600)
      const { sha256, bytes } = await zipInto(
        file,
        fixedTime(source.releasedAt),
        entriesOf(tools, source),
      ).finally(() => file.close())
      return { name: packPlan(source).name, sha256, bytes, read: () => readAndDrop(path, drop), drop }
    } catch (error) {
      await drop()
      throw error
    }
  }
}

const readAndDrop = (path: string, drop: () => Promise<void>): ReadableStream<Uint8Array> => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array
  }
  const stream = Readable.from(chunks(), { objectMode: false })
  // Sent whole, broken off, or never begun.
  stream.once('close', () => void drop())
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
