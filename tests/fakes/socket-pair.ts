/** Two ends of one line that carries JSON, in order, one message a microtask; either end can be cut. */
export type LineEnd = {
  readonly send: (message: unknown) => void
  readonly hear: (listener: (message: unknown) => void) => void
}

export type SocketPair = {
  readonly device: LineEnd
  readonly server: LineEnd
  /** Nothing passes any more, in either direction; what was on its way is lost. */
  readonly cut: () => void
  /** Resolves when nothing is on its way. */
  readonly quiet: () => Promise<void>
}

export const socketPair = (): SocketPair => {
  let open = true
  let underWay = 0
  const end = (): { ears: ((message: unknown) => void)[] } => ({ ears: [] })
  const [a, b] = [end(), end()]
  const line = (from: typeof a, to: typeof a): LineEnd => ({
    hear: (listener) => {
      from.ears.push(listener)
    },
    send: (message) => {
      const text = JSON.stringify(message)
      underWay += 1
      queueMicrotask(() => {
        underWay -= 1
        if (open) for (const ear of to.ears) ear(JSON.parse(text))
      })
    },
  })
  return {
    device: line(a, b),
    server: line(b, a),
    cut: () => {
      open = false
    },
    quiet: async () => {
      do await Promise.resolve()
      while (underWay > 0)
    },
  }
}
