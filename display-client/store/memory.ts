import type { Backend, StoreName } from './backend.ts'

/** Where there is no usable disk: plays on, but forgets at the next start. */
export const memoryBackend = (): Backend => {
  const stores: { readonly [S in StoreName]: Map<string, unknown> } = {
    objects: new Map(),
    records: new Map(),
  }
  return {
    get: (store, key) => Promise.resolve(stores[store].get(key)),
    keys: (store) => Promise.resolve(Array.from(stores[store].keys())),
    write: (puts, removals = []) => {
      for (const { store, key, value } of puts) stores[store].set(key, value)
      for (const { store, key } of removals) stores[store].delete(key)
      return Promise.resolve()
    },
  }
}
