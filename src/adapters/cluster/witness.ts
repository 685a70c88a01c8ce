import { constants } from 'node:fs'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Witness } from '../../model/cluster.ts'
import { writeDurably } from '../disk/durable-file.ts'
import { inTurn } from '../process/in-turn.ts'

const OWNER_ONLY = 0o600

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return ''
    throw error
  })

const wholeLines = (text: string): readonly string[] => text.split('\n').slice(0, -1)

const synced = async (path: string, write: (file: FileHandle) => Promise<unknown>): Promise<void> => {
  const file = await open(path, constants.O_CREAT | constants.O_RDWR, OWNER_ONLY)
  try {
    await write(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A file of lines at `path`; one writer, as there is one process. */
export const openWitness = (path: string): Witness => {
  const turn = inTurn()
  let isNew = true
  const append = async (line: string): Promise<void> => {
    if (line.includes('\n')) throw new Error('a line of a witness holds no line break')
    // Behind the last whole line: what a power cut left of another must not become the beginning of this one.
    const text = await textOf(path)
    const end = Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1))
    await synced(path, async (file) => {
      await file.truncate(end)
      await file.write(Buffer.from(`${line}\n`), 0, null, end)
    })
    if (isNew) {
      const folder = await open(dirname(path), constants.O_RDONLY)
      await folder.sync().finally(() => folder.close())
    }
    isNew = false
  }
  return {
    append: (line) => turn(() => append(line)),
    replay: () => turn(async () => wholeLines(await textOf(path))),
    restart: (lines) =>
      turn(() => writeDurably(path, Buffer.from(lines.map((line) => `${line}\n`).join('')), OWNER_ONLY)),
  }
}
