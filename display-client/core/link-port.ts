import type { FromDevice, FromServer } from '../../src/protocol/messages.ts'

/** May this page reach the network? `watch`: told at every change. */
export type Plug = {
  readonly cut: () => boolean
  readonly watch: (watcher: (cut: boolean) => void) => void
}

/** The line to the server; what is said while it is down is lost. */
export type Link = { readonly send: (message: FromDevice) => void }

export type LinkListener = {
  readonly online: (online: boolean) => void
  readonly message: (message: FromServer) => void
}

/** Opens the line and keeps it open from then on. */
export type OpenLink = (plug: Plug, listener: LinkListener) => Link

/** Where the second script lays what it brings, and the first finds it. */
export type LinkDock = { silverShieldLink?: OpenLink }
