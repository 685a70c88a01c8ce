import type { IncomingMessage } from 'node:http'

/**
 * Whether a request came from a page of ours, or from no page at all. SameSite cookies go along from another port or a
 * sibling name of the same site, so what changes something looks at the origin too. `publicUrl` counts behind a proxy.
 */
export const fromOurPages = (req: IncomingMessage, publicUrl: string | null): boolean => {
  const { origin, host } = req.headers
  if (origin === undefined) return true
  if (publicUrl !== null && origin === publicUrl) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
