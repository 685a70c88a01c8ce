import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

/** Draws the engine's own vector format: all pages under one another, or one of them, from 1. */
export type Drawer = (vector: Uint8Array, page: number | undefined) => string

// Of four parts: what is drawn and what it is drawn of, no sheet of styles and no script.
const BODY_AND_DEFINITIONS = 3

const PAGE = /(?=<g class="typst-page")/
const PLACE = /^<g class="typst-page" transform="translate\(([\d.]+), ?([\d.]+)\)"/
const BOX = /viewBox="[^"]*" width="[^"]*" height="[^"]*"/
// Words laid over the drawing so that they can be selected; in a picture they would be seen.
const SELECTED = /<g transform="scale\([^)]*\)"><foreignObject[^>]*>.*?<\/foreignObject><\/g>/gs
const OUTLINE = /<path id="([^"]+)" class="outline_glyph"[^>]*\/>/g

type Size = { readonly width: number; readonly height: number }

/** Page `page` of the renderer's drawing with the glyphs it has; `size` in points. */
export const pageOf = (svg: string, page: number, size: Size): string => {
  const [head = '', ...pages] = svg.replace(/<\/svg>\s*$/, '').split(PAGE)
  const one = pages[Math.min(Math.max(1, Math.trunc(page)), pages.length) - 1] ?? ''
  const [, x = '0', y = '0'] = PLACE.exec(one) ?? []
  const used = new Set([...one.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name))
  const box = `viewBox="${x} ${y} ${size.width} ${size.height}" width="${size.width}pt" height="${size.height}pt"`
  const defined = head
    .replace(BOX, box)
    .replace(OUTLINE, (glyph, name: string) => (used.has(name) ? glyph : ''))
  return `${defined}${one}</svg>`
}

/** The renderer of the vector format, a package of its own beside the WASM compiler; 20 ms and a megabyte. */
export const openDrawer = async (): Promise<Drawer> => {
  const renderer = await import('@myriaddreamin/typst-ts-renderer')
  const file = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-renderer/wasm')
  await renderer.default({ module_or_path: readFileSync(file) })
  const typst = new renderer.TypstRenderer()
  return (vector, page) => {
    const session = typst.session_from_artifact(vector, 'vector')
    try {
      const svg = typst.svg_data(session, BODY_AND_DEFINITIONS).replace(SELECTED, '')
      if (page === undefined) return svg
      const pages = session.pages_info
      const at = Math.min(Math.max(1, Math.trunc(page)), pages.page_count)
      const info = pages.page(at - 1)
      return pageOf(svg, at, { width: info.width_pt, height: info.height_pt })
    } finally {
      session.free()
    }
  }
}
