import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptFiles } from '../../model/cluster.ts'
import { writeDurably } from './durable-file.ts'
import { makeFolder } from './make-folder.ts'

/** Ids come from the database, yet no name may lead out of the folder. */
const ID = /^[\w-]{1,64}$/
/** A folder beside the file, whose name no id has. */
const PARTS = '.parts'

export const openKeptFiles = (folder: string): KeptFiles => {
  makeFolder(folder)
  const pathIn = (inside: string, id: string): string => {
    if (!ID.test(id)) throw new Error('not the id of a kept file')
    return join(inside, id)
  }
  const pathOf = (id: string): string => pathIn(folder, id)
  const partsOf = (id: string): string => `${pathOf(id)}${PARTS}`
  const read = async (path: string): Promise<Uint8Array | null> => readFile(path).catch(() => null)
  const dropParts = (id: string): Promise<void> => rm(partsOf(id), { recursive: true, force: true })
  return {
    put: async (id, bytes) => {
      await writeDurably(pathOf(id), bytes)
      await dropParts(id)
    },
    get: (id) => read(pathOf(id)),
    drop: async (id) => {
      await rm(pathOf(id), { force: true })
      await dropParts(id)
    },
    ids: async () => [
      ...new Set(
        (await readdir(folder)).map((name) => (name.endsWith(PARTS) ? name.slice(0, -PARTS.length) : name)),
      ),
    ],
    parts: (id) => ({
      put: async (name, bytes) => {
        makeFolder(partsOf(id))
        await writeDurably(pathIn(partsOf(id), name), bytes)
      },
      get: (name) => read(pathIn(partsOf(id), name)),
    }),
  }
}
