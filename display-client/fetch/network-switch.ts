import type { Plug } from '../core/link-port.ts'

/** Stands for the network cable: switched off (`cut`), nothing of this page reaches the network (the demo's 拔网线). */
export type NetworkSwitch = Plug & { readonly set: (cut: boolean) => void }

export const openNetworkSwitch = (): NetworkSwitch => {
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
