export type FairQueue<T> = {
  /** false: this owner, or everybody together, has as many waiting as may wait. */
  readonly push: (owner: string, item: T) => boolean
  readonly take: () => T | undefined
  /** false: it is not waiting here. */
  readonly remove: (owner: string, item: T) => boolean
  readonly size: () => number
  /** Takes all, in the order they would have been served. */
  readonly drain: () => readonly T[]
}

/**
 * One line for each owner, and the lines are served in turns: a person with one poster does not wait behind the 200
 * of another. Within a line, first come first served.
 */
export const fairQueue = <T>(limit: { readonly perOwner: number; readonly total: number }): FairQueue<T> => {
  // The order of the map is the order of turns: who was served goes to its end.
  const lines = new Map<string, T[]>()
  let size = 0

  const take = (): T | undefined => {
    const next = lines.entries().next()
    if (next.done) return undefined
    const [owner, line] = next.value
    const item = line.shift()
    lines.delete(owner)
    if (line.length > 0) lines.set(owner, line)
    size -= 1
    return item
  }

  return {
    push: (owner, item) => {
      const line = lines.get(owner) ?? []
      if (size >= limit.total || line.length >= limit.perOwner) return false
      line.push(item)
      lines.set(owner, line)
      size += 1
      return true
    },
    take,
    remove: (owner, item) => {
      const line = lines.get(owner) ?? []
      const at = line.indexOf(item)
      if (at < 0) return false
      line.splice(at, 1)
      if (line.length === 0) lines.delete(owner)
      size -= 1
      return true
    },
    size: () => size,
    drain: () => Array.from({ length: size }, () => take() as T),
  }
}
