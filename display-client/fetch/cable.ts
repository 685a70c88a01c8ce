import type { Plug } from '../core/link-port.ts'

/** Stands for the network cable: cut, nothing of this page reaches the network (the demo's 拔网线). */
export type Cable = Plug & { readonly set: (cut: boolean) => void }

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
