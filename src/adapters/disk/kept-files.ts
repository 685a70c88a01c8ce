import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptFiles } from '../../model/cluster.ts'
import { writeDurably } from './durable-file.ts'
import { makeFolder } from './make-folder.ts'

/** Ids come from the database, yet no name may lead out of the folder. */
const ID = /^[\w-]{1,64}$/

export const openKeptFiles = (folder: string): KeptFiles => {
  makeFolder(folder)
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new Error('not the id of a kept file')
    return join(folder, id)
  }
  return {
    put: (id, bytes) => writeDurably(pathOf(id), bytes),
    get: async (id) => readFile(pathOf(id)).catch(() => null),
    drop: (id) => rm(pathOf(id), { force: true }),
    ids: async () => readdir(folder),
  }
}
