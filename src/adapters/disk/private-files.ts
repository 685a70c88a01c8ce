import { chmodSync, existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** Owner alone: folders 0700, files 0600. */
const NOBODY_ELSE = 0o077
const FOLDER = 0o700
const FILE = 0o600
const STICKY = 0o1000

/**
 * Names the product itself makes in DATA_DIR. Other files somebody put there are protected by the mode of the folder.
 */
const FOLDERS = ['keys', 'objects', 'uploads', 'postings', 'templates', 'lease', 'packs', 'print-jobs']
const FILES = /^(?:silver-shield(?:-dev)?\.db|audit-tail\.(?:json|lines)|first-passwords\.txt)/

/** The database file may lie elsewhere; the journals beside it hold the same rows. */
const databaseFiles = (uri: string): readonly string[] => {
  const [, file = ''] = /^file:(?:\/\/(?=\/))?([^?]+)/.exec(uri) ?? []
  return file ? ['', '-wal', '-shm', '-journal'].map((end) => file + end) : []
}

type OnFailure = (path: string, error: unknown) => void

/**
 * One file or folder; answers the names in it. Links are left alone, for what they lead to is not ours, and so is a
 * folder that all may write to, as /tmp.
 */
const close = (path: string, told: OnFailure): readonly string[] => {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isDirectory() && !found?.isFile()) return []
    const mode = found.isDirectory() ? FOLDER : FILE
    if ((found.mode & 0o777) !== mode && !(found.mode & STICKY)) chmodSync(path, mode)
    return found.isDirectory() ? readdirSync(path) : []
  } catch (error) {
    told(path, error)
    return []
  }
}

const closeTree = (path: string, told: OnFailure): void => {
  for (const name of close(path, told)) closeTree(join(path, name), told)
}

const isOurs = (name: string): boolean => FOLDERS.includes(name) || FILES.test(name)

type DataConfig = { readonly dataDir: string; readonly databaseUri: string }

/**
 * Keeps what the town has from other accounts of the machine (ADP-30): from here on this process and its children make
 * folders and files for their owner alone, SQLite's journals too, and what an older version made more openly is mended.
 * `told` hears of what the system will not change, which stops no start. Windows has other rights and is passed over.
 */
export const keepPrivate = ({ dataDir, databaseUri }: DataConfig, told: OnFailure): void => {
  if (process.platform === 'win32') return
  process.umask(NOBODY_ELSE)
  for (const file of databaseFiles(databaseUri)) close(file, told)
  if (!existsSync(dataDir)) return
  const folder = realpathSync(dataDir)
  for (const name of close(folder, told).filter(isOurs)) closeTree(join(folder, name), told)
}
