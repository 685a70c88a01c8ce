import type { Sha256 } from '../../src/model/ids.ts'
import type { Backend } from './backend.ts'
import { layered } from './layers.ts'

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

/** Objects by hash and small records, on disk where there is one. */
export const openStore = ({ disk, hash, named }: Setting): Store => {
  const layers = layered(disk, named)
  /** Bytes hashed in this run; a picture is drawn far more often than a disk rots. */
  const verified = new Set<string>()

  const object = (name: Sha256): Promise<StoredObject | null> =>
    layers.find('objects', name).then((value) => {
      if (!isObject(value)) return null
      if (!verified.has(name) && hash(value.bytes) !== name) return null
      verified.add(name)
      return value
    })

  return {
    durable: layers.durable,
    object,
    has: (name) => object(name).then((found) => found !== null),
    keepObject: (name, { bytes, type }) => {
      if (hash(bytes) !== name) return Promise.resolve(false)
      verified.add(name)
      return layers.write([{ store: 'objects', key: name, value: { bytes, type } }]).then(() => true)
    },
    record: (name) => layers.find('records', name).then((value) => (value === undefined ? null : value)),
    keep: (records) => {
      const names = Object.keys(records)
      const put = names.filter((name) => records[name] !== null)
      const gone = names.filter((name) => records[name] === null)
      return layers.write(
        put.map((key) => ({ store: 'records' as const, key, value: records[key] })),
        gone.map((key) => ({ store: 'records' as const, key })),
      )
    },
    tidy: () => {
      const keep = named() as readonly string[]
      Array.from(verified).forEach((name) => keep.indexOf(name) < 0 && verified.delete(name))
      return layers.sweep()
    },
  }
}
