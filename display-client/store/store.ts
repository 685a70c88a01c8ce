import type { Sha256 } from '../../src/model/ids.ts'
import { isQuotaError, type Backend, type Put } from './backend.ts'
import { memoryBackend } from './memory.ts'

export type StoredObject = { readonly bytes: Uint8Array; readonly type: string }

export type Store = {
  /** false once the disk failed: what plays is then forgotten at the next start. */
  readonly durable: () => boolean
  /** Bytes that hash to their name, or null: damaged ones are as good as absent. */
  readonly object: (name: Sha256) => Promise<StoredObject | null>
  /** Hashes first, stores after; false when the bytes are not what their name says. */
  readonly keepObject: (name: Sha256, object: StoredObject) => Promise<boolean>
  readonly has: (name: Sha256) => Promise<boolean>
  readonly record: (name: string) => Promise<unknown>
  /** In one transaction; null removes a record. */
  readonly keep: (records: Readonly<Record<string, unknown>>) => Promise<void>
  /** Drops every object that nothing names any more. */
  readonly tidy: () => Promise<void>
}

type Setting = {
  /** null where the disk could not be opened. */
  readonly disk: Backend | null
  readonly hash: (bytes: Uint8Array) => string
  /** What must not be evicted: the playing programme and the coming one, with all they name. */
  readonly named: () => readonly Sha256[]
}

const isObject = (value: unknown): value is StoredObject =>
  typeof value === 'object' && value !== null && (value as StoredObject).bytes instanceof Uint8Array

/** Disk with memory before it: what the disk refused lives in memory, so playing goes on whatever the disk does (I4). */
export const openStore = ({ disk, hash, named }: Setting): Store => {
  const memory = memoryBackend()
  const verified = new Set<string>()
  let durable = disk !== null

  const fromDisk = <T>(ask: (backend: Backend) => Promise<T>, otherwise: T): Promise<T> =>
    disk
      ? ask(disk).catch(() => {
          durable = false
          return otherwise
        })
      : Promise.resolve(otherwise)

  const sweep = (backend: Backend): Promise<void> =>
    backend.keys('objects').then((keys) => {
      const keep = named() as readonly string[]
      const loose = keys.filter((key) => keep.indexOf(key) < 0)
      loose.forEach((key) => verified.delete(key))
      return loose.length
        ? backend.write(
            [],
            loose.map((key) => ({ shelf: 'objects' as const, key })),
          )
        : undefined
    })

  const toDisk = (
    backend: Backend,
    puts: readonly Put[],
    removals: readonly { shelf: 'records'; key: string }[],
  ) =>
    backend.write(puts, removals).catch((error: unknown) => {
      if (!isQuotaError(error)) throw error
      return sweep(backend).then(() => backend.write(puts, removals))
    })

  const write = (
    puts: readonly Put[],
    removals: readonly { shelf: 'records'; key: string }[] = [],
  ): Promise<void> => {
    const forget = puts.map(({ shelf, key }) => ({ shelf, key }))
    if (!disk) return memory.write(puts, removals)
    return toDisk(disk, puts, removals).then(
      () => memory.write([], forget.concat(removals)),
      () => {
        durable = false
        return memory.write(puts, removals)
      },
    )
  }

  const find = (shelf: 'objects' | 'records', key: string): Promise<unknown> =>
    memory
      .get(shelf, key)
      .then((value) =>
        value === undefined ? fromDisk((backend) => backend.get(shelf, key), undefined) : value,
      )

  const object = (name: Sha256): Promise<StoredObject | null> =>
    find('objects', name).then((value) => {
      if (!isObject(value)) return null
      if (!verified.has(name)) {
        if (hash(value.bytes) !== name) return null
        verified.add(name)
      }
      return value
    })

  return {
    durable: () => durable,
    object,
    has: (name) => object(name).then((found) => found !== null),
    keepObject: (name, { bytes, type }) => {
      if (hash(bytes) !== name) return Promise.resolve(false)
      verified.add(name)
      return write([{ shelf: 'objects', key: name, value: { bytes, type } }]).then(() => true)
    },
    record: (name) => find('records', name).then((value) => (value === undefined ? null : value)),
    keep: (records) => {
      const names = Object.keys(records)
      const puts = names.filter((name) => records[name] !== null)
      const gone = names.filter((name) => records[name] === null)
      return write(
        puts.map((key) => ({ shelf: 'records' as const, key, value: records[key] })),
        gone.map((key) => ({ shelf: 'records' as const, key })),
      )
    },
    tidy: () => sweep(memory).then(() => fromDisk(sweep, undefined)),
  }
}
