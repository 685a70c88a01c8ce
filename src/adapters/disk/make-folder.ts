import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and what is missing above it, one at a time: Node's own recursive way spins for ever where the system
 * answers ENOENT to making a folder in one that exists (seen under /proc). Throws the system's error.
 */
export const makeFolder = (folder: string, mode = 0o700): void => {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent, mode)
  mkdirSync(folder, { mode })
}
