import { readdirSync } from 'node:fs'
import { isAbsolute, join, normalize } from 'node:path'
import { TypstError } from './faults.ts'
import type { TypstFile, TypstJob } from './jobs.ts'

const MOST_ENTRIES = 5_000

/**
 * The engine keeps templates inside their folder but follows a symlink out of it (docs/decisions/0006), so a folder
 * that holds one, or anything that is neither file nor folder, is refused whole.
 */
export const checkWorkspace = (folder: string): void => {
  let seen = 0
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      seen += 1
      if (seen > MOST_ENTRIES) throw new TypstError([{ message: 'too many files in the template folder' }])
      if (entry.isDirectory()) walk(join(at, entry.name))
      else if (!entry.isFile()) throw new TypstError([{ message: `not a plain file: ${entry.name}` }])
    }
  }
  walk(folder)
}

/** A path of a job, below the workspace; throws for one that leads out of it. */
export const inWorkspace = (folder: string, path: string): string => {
  const inside = normalize(path.replace(/^\/+/, ''))
  if (isAbsolute(inside) || inside.split(/[\\/]/).includes('..') || path.includes('\0')) {
    throw new TypstError([{ message: 'a path leads out of the template folder' }])
  }
  return join(folder, inside)
}

/**
 * All that lies over the workspace for one job, at absolute paths. Words come as files: given as `sys.inputs` they
 * would make the engine evaluate every module of the library anew for each sheet, half of all it does.
 */
export const overlayOf = ({ workspace, inputs, files }: TypstJob): readonly TypstFile[] => {
  const words = Object.entries(inputs).map(([name, text]) => ({
    path: `job/${name}.json`,
    bytes: new TextEncoder().encode(text),
  }))
  return [...words, ...files].map(({ path, bytes }) => ({ path: inWorkspace(workspace, path), bytes }))
}
