/** Starting where something is wrong: a code for who installs, and everything as it was. */
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../src/adapters/process/env.ts'
import { makeLog } from '../../src/adapters/process/log.ts'
import { RefusalError, type Refusal } from '../../src/errors/refusal.ts'
import { start } from '../../src/main.ts'
import { stopProcess } from '../templates/serving.ts'
import { openFile } from './intruder.ts'
import { ownProcesses } from './processes.ts'
import { freePort, refusedWith } from './server.ts'

const { folder, begin } = ownProcesses()
/** The codes of a start that came to nothing. */
const refused = async (env: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { said, log } = await begin(env)
  expect(said.type, `${JSON.stringify(said)}\n${log()}`).toBe('refused')
  return refusedWith(said)
}
/** What is refused before any database is opened needs no process of its own. */
const refusals = async (env: Readonly<Record<string, string>>): Promise<readonly Refusal[]> => {
  try {
    await start(readEnv({ PORT: '0', SEED: 'none', ...env }, process.cwd()), makeLog('silent'), {
      pages: false,
    })
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals
    throw error
  }
  throw new Error('it started')
}
const codes = async (env: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await refusals(env)).map(({ code }) => code)

const asFile = (): string => {
  const path = join(folder(), 'file')
  writeFileSync(path, '')
  return path
}

describe('ADP-9 a start that cannot be says why, by code, and leaves everything as it was', () => {
  it('ADP-9 all faults of the environment are told together', async () => {
    const told = await refusals({
      PORT: 'http',
      PUBLIC_URL: 'ftp://town',
      DATABASE_URI: 'postgres://db',
      SEED: 'maybe',
      ADMIN_EMAIL: 'chief',
      ADMIN_PASSWORD: 'short',
    })
    expect(told.map(({ code, field }) => `${code} ${field}`).toSorted()).toEqual(
      ['ADMIN_EMAIL', 'ADMIN_PASSWORD', 'DATABASE_URI', 'PORT', 'PUBLIC_URL', 'SEED'].map(
        (field) => `ENV_INVALID ${field}`,
      ),
    )
  })

  it.each(['a@b.c', 'chief@town', 'a..b@town.example', '"chief"@town.example', '长官@town.example'])(
    'ADP-9 an address that nobody could sign in with (%s) is a fault of the environment',
    async (email) => {
      const dataDir = join(folder(), 'town')
      const env = { DATA_DIR: dataDir, ADMIN_EMAIL: email, ADMIN_PASSWORD: 'correct horse battery' }
      expect(await codes(env)).toEqual(['ENV_INVALID'])
      expect(existsSync(dataDir)).toBe(false)
    },
  )

  it('ADP-9 a port that is taken is told before anything is made', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const dataDir = join(folder(), 'town')
    expect(await codes({ DATA_DIR: dataDir, PORT: String(port) })).toEqual(['PORT_TAKEN'])
    // A first administrator made here would have a password that nobody was told.
    expect(existsSync(dataDir)).toBe(false)
    other.close()
    await once(other, 'close')
  })

  it.each([
    ['under a file', () => join(asFile(), 'data')],
    ['that is a file', () => asFile()],
    ['where the system makes no folders', () => '/proc/silver-shield/data'],
  ])('ADP-9 a DATA_DIR %s is DATA_DIR_UNUSABLE', async (_, path) => {
    expect(await codes({ DATA_DIR: path() })).toEqual(['DATA_DIR_UNUSABLE'])
  })

  it.each([
    ['town.pem', ''],
    ['town.pem', 'not a key'],
    ['session-secret', ''],
  ])('ADP-9 a damaged key (%s: "%s") is told, and not written over', async (name, text) => {
    const dataDir = folder()
    mkdirSync(join(dataDir, 'keys'))
    const file = join(dataDir, 'keys', name)
    writeFileSync(file, text)
    expect(await refusals({ DATA_DIR: dataDir })).toMatchObject([{ code: 'DATA_DIR_UNUSABLE', got: file }])
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('ADP-9 a database file that is none, that stands in no folder, a MongoDB that is not there', async () => {
    const dataDir = folder()
    const letter = 'a letter to my aunt, who lives in the country. '.repeat(100)
    writeFileSync(join(dataDir, 'silver-shield.db'), letter)
    const mongodb = `mongodb://chief:secret@127.0.0.1:${await freePort()}/town?serverSelectionTimeoutMS=500`
    const starts = await Promise.all([
      begin({ DATA_DIR: dataDir }),
      begin({ DATA_DIR: folder(), DATABASE_URI: 'file:/nowhere/at/all/town.db' }),
      begin({ DATA_DIR: folder(), DATABASE_URI: mongodb }),
    ])
    expect(new Set(starts.flatMap(({ said }) => refusedWith(said)))).toEqual(new Set(['DATABASE_UNUSABLE']))
    expect(JSON.stringify(starts.map(({ said }) => said))).not.toContain('secret')
    expect(readFileSync(join(dataDir, 'silver-shield.db'), 'utf8')).toBe(letter)
  })

  it('ADP-9 a database that another process holds is DATABASE_BUSY, and starts when it is let go', async () => {
    const dataDir = folder()
    const first = await begin({ DATA_DIR: dataDir })
    await stopProcess(first.child)
    const file = openFile({ dataDir })
    file.exec('PRAGMA locking_mode = EXCLUSIVE')
    file.exec('BEGIN EXCLUSIVE')
    expect(await refused({ DATA_DIR: dataDir })).toEqual(['DATABASE_BUSY'])
    file.exec('ROLLBACK')
    file.close()
    expect((await begin({ DATA_DIR: dataDir })).said.type).toBe('started')
  })
})
