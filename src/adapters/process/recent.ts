/** A cache of the values asked for last: as many as weigh `most` together; older ones are forgotten (I10). */
export type Recent<Key, Value> = {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => Value
  readonly delete: (key: Key) => void
  readonly values: () => IterableIterator<Value>
}

/** Without `weigh` each counts one. */
export const openRecent = <Key, Value>(
  most: number,
  weigh: (value: Value) => number = () => 1,
): Recent<Key, Value> => {
  const kept = new Map<Key, Value>()
  let weight = 0
  const drop = (key: Key): void => {
    const value = kept.get(key)
    if (value !== undefined) weight -= weigh(value)
    kept.delete(key)
  }
  const set = (key: Key, value: Value): Value => {
    drop(key)
    kept.set(key, value)
    weight += weigh(value)
    for (const oldest of kept.keys()) {
      if (weight <= most) break
      drop(oldest)
    }
    return value
  }
  return {
    set,
    get: (key) => {
      const value = kept.get(key)
      return value === undefined ? undefined : set(key, value)
    },
    delete: drop,
    values: () => kept.values(),
  }
}
