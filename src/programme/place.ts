import type { ReleaseId, Sha256 } from '../model/ids.ts'
import type { Programme } from '../model/programme.ts'

/**
 * Which page of its content a page is: `{ page: 2, of: 4 }`, counted from 1; null for the fallback. When a content
 * has two equal pages, the first is named.
 */
export const placeInContent = (
  programme: Programme,
  shown: { readonly release: ReleaseId | null; readonly page: Sha256 },
): { readonly page: number; readonly of: number } | null => {
  for (const loop of programme.loops) {
    const pages = loop.filter((item) => item.release === shown.release).map((item) => item.page)
    const index = pages.indexOf(shown.page)
    if (index >= 0) return { page: index + 1, of: pages.length }
  }
  return null
}
