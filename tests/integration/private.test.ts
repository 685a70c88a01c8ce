/** What a town keeps from other accounts of its machine. */
import { chmodSync, lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../e2e/api.ts'
import { firstPeople, openTown, type Town } from './town.ts'

let town: Town

beforeAll(async () => {
  town = await openTown({ seed: 'demo' })
})
afterAll(() => town?.close())

const everything = (folder: string): readonly string[] => [
  folder,
  ...readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return lstatSync(path).isDirectory() ? everything(path) : [path]
  }),
]

const modes = (): readonly string[] =>
  everything(town.dataDir).map((path) => {
    const found = lstatSync(path)
    return `${found.isDirectory() ? 'folder' : 'file'} ${(found.mode & 0o777).toString(8)} ${path}`
  })
const open = (): readonly string[] => modes().filter((line) => !/^(?:folder 700|file 600) /.test(line))

describe.runIf(process.platform !== 'win32')('ADP-30 the data folder', () => {
  it('ADP-30 a town makes every folder and file for its owner alone', () => {
    expect(open()).toEqual([])
    const names = modes().join('\n')
    for (const name of ['keys/town.pem', '/uploads/', '/postings/', '/objects/', 'first-passwords.txt'])
      expect(names).toContain(name)
    if (!town.mongodb) expect(names).toContain('silver-shield.db-wal')
  })

  it('ADP-30 a folder of an older version is mended at the start, and what is not ours is left', async () => {
    await town.stop()
    for (const path of everything(town.dataDir))
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644)
    const foreign = join(town.dataDir, 'backup.tar')
    writeFileSync(foreign, 'theirs')
    chmodSync(foreign, 0o640)
    expect(open().length).toBeGreaterThan(20)
    await town.start()
    expect(open()).toEqual([`file 640 ${foreign}`])
    rmSync(foreign)
    const { administrator } = firstPeople(town.dataDir)
    await signIn(town.origin, administrator ?? { email: '', password: '' })
    expect(open()).toEqual([])
  })

  it.runIf(!process.env['TEST_MONGODB_URI'])(
    'ADP-30 a database file that lies elsewhere is closed too',
    async () => {
      await town.stop()
      const folder = `${town.dataDir}-elsewhere`
      const there = `${folder}.db`
      renameSync(join(town.dataDir, 'silver-shield.db'), there)
      chmodSync(there, 0o644)
      const other = await openTown({ file: true, env: { DATABASE_URI: `file:${there}` } })
      const seen = ['', '-wal', '-shm'].map((end) => (lstatSync(there + end).mode & 0o777).toString(8))
      await other.close()
      renameSync(there, join(town.dataDir, 'silver-shield.db'))
      await town.start()
      expect(seen).toEqual(['600', '600', '600'])
    },
  )
})
