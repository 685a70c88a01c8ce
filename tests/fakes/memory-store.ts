import type { Backend, Put, Removal, StoreName } from '../../display-client/store/backend.ts'
import { memoryBackend } from '../../display-client/store/memory.ts'

/** A disk for the player that can be made to fail. */
export type FakeDisk = Backend & {
  /** From now on every read and write is refused. */
  readonly die: () => void
  /** Room for so many objects; writing more is a quota error. */
  readonly limit: (objects: number) => void
  /** Changes what is kept behind the player's back. */
  readonly corrupt: (store: StoreName, key: string, value: unknown) => Promise<void>
}

const quota = (): Error => Object.assign(new Error('full'), { name: 'QuotaExceededError' })

export const fakeDisk = (): FakeDisk => {
  const inner = memoryBackend()
  let dead = false
  let room = Infinity
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    dead ? Promise.reject(new Error('dead disk')) : work()
  const grown = async (puts: readonly Put[], removals: readonly Removal[]): Promise<number> => {
    const keys = new Set(await inner.keys('objects'))
    for (const { store, key } of puts) if (store === 'objects') keys.add(key)
    for (const { store, key } of removals) if (store === 'objects') keys.delete(key)
    return keys.size
  }
  return {
    get: (store, key) => alive(() => inner.get(store, key)),
    keys: (store) => alive(() => inner.keys(store)),
    write: (puts, removals = []) =>
      alive(async () => {
        const grows = puts.some(({ store }) => store === 'objects')
        if (grows && (await grown(puts, removals)) > room) throw quota()
        await inner.write(puts, removals)
      }),
    die: () => {
      dead = true
    },
    limit: (objects) => {
      room = objects
    },
    corrupt: (store, key, value) => inner.write([{ store, key, value }]),
  }
}
