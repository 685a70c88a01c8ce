import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionAfterChangeHook, Payload, SanitizedCollectionConfig } from 'payload'
import { atEnd } from '../database/endings.ts'
import { rowsOf } from '../records/rows.ts'

/**
 * Suffix of a marker beside a file whose row is not committed yet; the next start looks at what a crash left under
 * it.
 */
const UNDECIDED = '.part'

const folderOf = ({ slug, upload }: Pick<SanitizedCollectionConfig, 'slug' | 'upload'>): string =>
  upload.staticDir ?? slug

/** Whether it is gone. */
const drop = (file: string): Promise<boolean> =>
  rm(file, { force: true }).then(
    () => true,
    () => false,
  )

/**
 * Whether the file holds exactly these bytes. Its kind and length are looked at before it is read: what is no plain
 * file may have no end.
 */
const holds = async (file: string, data: Uint8Array): Promise<boolean> => {
  const found = await lstat(file).catch(() => null)
  if (!found?.isFile() || found.size !== data.byteLength) return false
  return (await readFile(file)).equals(data)
}

/**
 * The last of a picture's way in: the row is written and the file follows within the same transaction. However that
 * ends, no file stays that no row names; bytes that were there before stay (CMS-81). Payload itself would write it ahead
 * of the row, and say of a full disk only that something failed (CMS-63).
 */
export const keepFile: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation !== 'create' || !req.file) return doc
  const { data } = req.file
  const file = path.join(folderOf(collection), String((doc as { filename?: unknown }).filename))
  const undecided = `${file}${UNDECIDED}`
  const shared = await holds(file, data)
  const end = async (committed: boolean): Promise<void> => {
    const decided = committed || shared || (await drop(file))
    if (decided) await drop(undecided)
  }
  const waits = await atEnd(req, end)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(undecided, '')
    if (!shared) await writeFile(file, data, { flush: true })
  } catch (error) {
    if (!waits) await end(false)
    throw error
  }
  if (!waits) await end(true)
  return doc
}

const undecidedIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith(UNDECIDED)).map((name) => name.slice(0, -UNDECIDED.length))
}

/** What a crash left between row and file is decided by the rows (I9). At the start, before anybody writes. */
export const decideFiles = async (payload: Payload): Promise<void> => {
  for (const { config } of Object.values(payload.collections)) {
    if (!config.upload) continue
    const folder = folderOf(config)
    for (const filename of await undecidedIn(folder)) {
      const rows = await rowsOf(payload, config.slug, { where: { filename: { equals: filename } }, limit: 1 })
      const file = path.join(folder, filename)
      // A file that cannot be removed must not stop the start; the next start tries again.
      const dropped = rows.length > 0 || (await drop(file))
      if (dropped) await drop(`${file}${UNDECIDED}`)
    }
  }
}
