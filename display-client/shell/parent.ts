import type { PlayerState } from '../core/state.ts'
import type { View } from '../core/view.ts'

/** What the page around this player (`/demo`) is told whenever it changes. */
export type StateMessage = {
  readonly type: 'silver-shield:state'
  readonly screen: string | null
  readonly name: string | null
  readonly online: boolean
  readonly cut: boolean
  readonly kind: View['kind']
  readonly sequence: number | null
  /** Digest of the page on the canvas. */
  readonly page: string | null
  readonly release: string | null
  readonly content: string | null
  readonly level: string | null
  readonly dark: boolean
  readonly until: number | null
}

export const stateMessage = (state: PlayerState, view: View, cut: boolean): StateMessage => {
  const shown = view.kind === 'page' ? view : null
  return {
    type: 'silver-shield:state',
    screen: state.identity.role === 'viewer' ? state.identity.screen : state.screen && state.screen.id,
    name: state.screen && state.screen.name,
    online: state.online && state.screen !== null,
    cut,
    kind: view.kind,
    sequence: shown && shown.sequence,
    page: shown && shown.showing.page,
    release: shown && shown.showing.release,
    content: shown && shown.showing.content,
    level: shown && shown.showing.level,
    dark: shown !== null && shown.showing.dark,
    until: shown && isFinite(shown.showing.until) ? shown.showing.until : null,
  }
}

/** A parent that began to listen late hears the last state again after so long. */
const REPEAT_MS = 2_000

/** Tells the parent page, if there is one of our own origin, every change, and the last state now and then. */
export const tellParent = (): ((message: StateMessage) => void) => {
  if (window.parent === window) return () => {}
  let last: StateMessage | null = null
  const post = (): void => {
    if (last) window.parent.postMessage(last, location.origin)
  }
  window.setInterval(post, REPEAT_MS)
  return (message) => {
    if (JSON.stringify(message) === JSON.stringify(last)) return
    last = message
    post()
  }
}

/** `{type: 'silver-shield:cable', cut}` from the same-origin parent pulls or plugs the cable; all else is ignored. */
export const hearParent = (setCut: (cut: boolean) => void): void => {
  window.addEventListener('message', (event) => {
    if (event.origin !== location.origin || event.source !== window.parent) return
    const { type, cut } = (event.data || {}) as { readonly type?: unknown; readonly cut?: unknown }
    if (type === 'silver-shield:cable' && typeof cut === 'boolean') setCut(cut)
  })
}
