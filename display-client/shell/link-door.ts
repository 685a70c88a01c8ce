import type { LinkDock, OpenLink } from '../core/link-port.ts'

/** Longer than this nobody waits for an answer that does not come. */
const PATIENCE_MS = 20_000

/**
 * Asks for the second script once; null where it does not come. The browser runs it only if its bytes are those this
 * script was built with: the two are one shell (PLY-33).
 */
export const loadLink = (after: (ms: number, then: () => void) => () => void): Promise<OpenLink | null> =>
  new Promise((resolve) => {
    const script = document.createElement('script')
    const over = (): void => {
      cancel()
      script.onload = null
      script.onerror = null
      document.body.removeChild(script)
      resolve((window as typeof window & LinkDock).silverShieldLink || null)
    }
    const cancel = after(PATIENCE_MS, over)
    script.onload = over
    script.onerror = over
    script.integrity = LINK_INTEGRITY
    script.src = LINK_URL
    document.body.appendChild(script)
  })
