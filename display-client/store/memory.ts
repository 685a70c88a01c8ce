import type { Backend, Shelf } from './backend.ts'

/** Where there is no usable disk: plays on, but forgets at the next start. */
export const memoryBackend = (): Backend => {
  const shelves: { readonly [S in Shelf]: Map<string, unknown> } = { objects: new Map(), records: new Map() }
  return {
    get: (shelf, key) => Promise.resolve(shelves[shelf].get(key)),
    keys: (shelf) => Promise.resolve(Array.from(shelves[shelf].keys())),
    write: (puts, removals = []) => {
      for (const { shelf, key, value } of puts) shelves[shelf].set(key, value)
      for (const { shelf, key } of removals) shelves[shelf].delete(key)
      return Promise.resolve()
    },
  }
}
