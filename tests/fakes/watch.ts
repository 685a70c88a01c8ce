/** Waiting for something to be so, without looking again and again: every change is announced. */
export type Watch = {
  readonly changed: () => void
  /** Resolves as soon as `holds`; rejects with what `why` says by then. */
  readonly until: (why: () => string, holds: () => boolean, withinMs: number) => Promise<void>
}

export const watch = (): Watch => {
  const waiting = new Set<() => void>()
  return {
    changed: () => {
      for (const look of waiting) look()
    },
    until: (why, holds, withinMs) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer)
          waiting.delete(look)
        }
        const look = (): void => {
          if (!holds()) return
          end()
          resolve()
        }
        const timer = setTimeout(() => {
          end()
          reject(new Error(why()))
        }, withinMs)
        waiting.add(look)
        look()
      }),
  }
}
