/** Keeps the `most` values asked for last and forgets the others (I10). */
export type Recent<Key, Value> = {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => Value
  readonly delete: (key: Key) => void
  readonly values: () => IterableIterator<Value>
}

export const openRecent = <Key, Value>(most: number): Recent<Key, Value> => {
  const kept = new Map<Key, Value>()
  const set = (key: Key, value: Value): Value => {
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
  return {
    set,
    get: (key) => {
      const value = kept.get(key)
      return value === undefined ? undefined : set(key, value)
    },
    delete: (key) => void kept.delete(key),
    values: () => kept.values(),
  }
}
