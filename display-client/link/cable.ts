/** Stands for the network cable: cut, nothing of this page reaches the network (the demo's 拔网线). */
export type Cable = {
  readonly cut: () => boolean
  readonly set: (cut: boolean) => void
  /** Told at every change. */
  readonly watch: (watcher: (cut: boolean) => void) => void
}

export const openCable = (): Cable => {
  let cut = false
  const watchers: ((cut: boolean) => void)[] = []
  return {
    cut: () => cut,
    set: (wanted) => {
      if (wanted === cut) return
      cut = wanted
      watchers.forEach((watcher) => watcher(cut))
    },
    watch: (watcher) => {
      watchers.push(watcher)
    },
  }
}
