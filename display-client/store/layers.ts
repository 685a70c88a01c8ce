import type { Sha256 } from '../../src/model/ids.ts'
import { isQuotaError, type Backend, type Put, type Removal, type StoreName } from './backend.ts'
import { memoryBackend } from './memory.ts'

/** Disk behind memory: what the disk refuses lives in memory, so playing goes on whatever the disk does (I4). */
export type Layers = {
  readonly durable: () => boolean
  readonly find: (store: StoreName, key: string) => Promise<unknown>
  readonly write: (puts: readonly Put[], removals?: readonly Removal[]) => Promise<void>
  /** Drops every object that nothing names; resolves even when the disk fails. */
  readonly sweep: () => Promise<void>
}

/**
 * Which objects are named is asked in the same turn in which the rest is dropped, so that a programme hinted
 * meanwhile keeps its bytes (I4).
 */
const loose = (backend: Backend, named: () => readonly string[]): Promise<void> =>
  backend.keys('objects').then((keys) => {
    const kept = named()
    const gone = keys.filter((key) => kept.indexOf(key) < 0)
    if (gone.length > 0)
      return backend.write(
        [],
        gone.map((key) => ({ store: 'objects' as const, key })),
      )
    return undefined
  })

/** `disk`: null where it could not be opened. `named`: what must not be evicted. */
export const layered = (disk: Backend | null, named: () => readonly Sha256[]): Layers => {
  const memory = memoryBackend()
  let durable = disk !== null

  const fromDisk = <T>(ask: (backend: Backend) => Promise<T>, otherwise: T): Promise<T> =>
    disk
      ? ask(disk).catch(() => {
          durable = false
          return otherwise
        })
      : Promise.resolve(otherwise)

  /** A full disk makes room once by letting go of what nobody names (I10). */
  const toDisk = (backend: Backend, puts: readonly Put[], removals: readonly Removal[]): Promise<void> =>
    backend.write(puts, removals).catch((error: unknown) => {
      if (!isQuotaError(error)) throw error
      return loose(backend, named).then(() => backend.write(puts, removals))
    })

  return {
    durable: () => durable,
    find: (store, key) =>
      memory
        .get(store, key)
        .then((value) =>
          value === undefined ? fromDisk((backend) => backend.get(store, key), undefined) : value,
        ),
    write: (puts, removals = []) => {
      if (!disk) return memory.write(puts, removals)
      const stored = puts.map(({ store, key }) => ({ store, key }))
      return toDisk(disk, puts, removals).then(
        () => memory.write([], stored.concat(removals)),
        () => {
          durable = false
          return memory.write(puts, removals)
        },
      )
    },
    sweep: () => loose(memory, named).then(() => fromDisk((backend) => loose(backend, named), undefined)),
  }
}
