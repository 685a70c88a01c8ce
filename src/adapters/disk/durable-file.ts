import { closeSync, constants, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a whole file or nothing (I9): temporary name, fsync, rename, fsync of the folder. A rename without fsync
 * left an empty file after a power cut.
 */
export const writeDurably = async (path: string, bytes: Uint8Array, mode = 0o600): Promise<void> => {
  const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}.part`
  const file = await open(temporary, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  const folder = await open(dirname(path), constants.O_RDONLY)
  await folder.sync().finally(() => folder.close())
}

/** The same for the few files of the first start, before anything else may run. */
export const writeDurablySync = (path: string, text: string, mode: number): void => {
  const temporary = `${path}.${process.pid}.part`
  const file = openSync(temporary, 'w', mode)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}
