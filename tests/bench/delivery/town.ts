/** A demo town whose wall has a thousand twins: paired rows as pairing would have left them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signIn, type Api, type Found } from '../../e2e/api.ts'
import { firstPeople } from '../../integration/server.ts'
import { openFile } from '../../integration/intruder.ts'
import { addTwins } from '../../integration/twins.ts'
import { startChild, type Child } from './child.ts'

/** The square's wall of the demo town. */
const WIDTH = 1280

type Entry = { readonly relationTo: string; readonly value: string | { readonly id: string } }
type Playlist = { readonly id: string; readonly name: string; readonly entries: readonly Entry[] }

export type BenchTown = {
  readonly origin: () => string
  readonly server: () => Child
  /** Stops it, pairs these keys with screens of their own, starts it again. */
  readonly pair: (keys: readonly string[]) => Promise<void>
  /** One edit of the operator: the entries of the playlist turned by one. Resolves when it is answered. */
  readonly edit: () => Promise<void>
  readonly storedSince: (sequence: number) => number
  /** Screens of that number on which all five stages are on record. */
  readonly wholeAt: (sequence: number) => number
  readonly lastSequence: () => number
  readonly newestProgramme: () => string
  readonly destroy: () => Promise<void>
}

const operatorOf = (origin: string, dataDir: string): Promise<Api> => {
  const operator = firstPeople(dataDir)['operator']
  if (!operator) throw new Error('the demo town has no operator')
  return signIn(origin, operator)
}

export const openBenchTown = async (): Promise<BenchTown> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'silver-shield-delivery-'))
  const env = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', SEED: 'demo' }
  let server = await startChild('server.ts', env, true)
  let origin = ''
  let operator: Api | null = null
  const settle = async (): Promise<void> => {
    origin = `http://127.0.0.1:${await server.ask<number>({ ask: 'port' })}`
    operator = await operatorOf(origin, dataDir)
  }
  await settle()
  let file = openFile({ dataDir })
  let paired = 0
  const wall = String(file.prepare(`SELECT id FROM screens WHERE width = ${WIDTH}`).get()?.['id'])
  const count = (sql: string, ...values: readonly number[]): number =>
    Number(file.prepare(sql).get(...values)?.['n'] ?? 0)
  return {
    origin: () => origin,
    server: () => server,
    pair: async (keys) => {
      file.close()
      await server.ask({ ask: 'stop' }).catch(() => undefined)
      await server.end()
      await addTwins({ dataDir, mongodb: null }, wall, keys.slice(paired))
      paired = keys.length
      server = await startChild('server.ts', env, true)
      await settle()
      file = openFile({ dataDir })
    },
    edit: async () => {
      if (!operator) throw new Error('nobody is signed in')
      const { docs } = await operator.get<Found<Playlist>>('/api/playlists?depth=0&limit=20')
      const list = docs.find(({ name }) => name.startsWith('宣传发动'))
      const [first, ...rest] = list?.entries ?? []
      await operator.patch(`/api/playlists/${list?.id}`, { entries: [...rest, first] })
    },
    storedSince: (sequence) =>
      count('SELECT count(*) AS n FROM receipts WHERE sequence > ? AND showing_at IS NOT NULL', sequence),
    wholeAt: (sequence) =>
      count(
        `SELECT count(*) AS n FROM receipts WHERE sequence > ? AND notified_at IS NOT NULL AND fetched_at IS NOT NULL
         AND verified_at IS NOT NULL AND ready_at IS NOT NULL AND showing_at IS NOT NULL`,
        sequence,
      ),
    lastSequence: () => count('SELECT max(sequence) AS n FROM heads'),
    newestProgramme: () =>
      String(
        file
          .prepare('SELECT programme FROM heads ORDER BY length(screens) DESC, sequence DESC LIMIT 1')
          .get()?.['programme'],
      ),
    destroy: async () => {
      file.close()
      await server.end()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
