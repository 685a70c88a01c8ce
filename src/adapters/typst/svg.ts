import { PER_POINT, whole, wholeOutline } from './outline.ts'

/**
 * Pages are groups of the outermost level, by the engine's own indentation. A page with a ground has it before its group,
 * where the grounds of later pages would cover it.
 */
const PAGES = /(^ {4}<path [^>]*\/>\n)?(^ {4}<g(?: [^>]*)?>\n)([\s\S]*?^ {4}<\/g>\n)/gm
const BOX = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="([\d.]+)([a-z]*)" height="([\d.]+)([a-z]*)"/

/** Cuts a drawing of `pages` equal pages under one another down to page `page`, from 1; without one it stays whole. */
export const onePage = (svg: string, pages: number, page: number | undefined): string => {
  if (pages <= 1 || page === undefined) return svg
  const at = Math.min(Math.max(1, Math.trunc(page)), pages) - 1
  let seen = -1
  return svg
    .replace(PAGES, (_, ground: string | undefined, open: string, rest: string) => {
      seen += 1
      return seen === at ? open + (ground ?? '') + rest : ''
    })
    .replace(
      BOX,
      (_, width: string, height: string, outer: string, unit: string, tall: string, tallUnit: string) => {
        const one = Number(height) / pages
        return `viewBox="0 ${at * one} ${width} ${one}" width="${outer}${unit}" height="${Number(tall) / pages}${tallUnit}"`
      },
    )
}

/** Outlines by the names the engine gives them, which are digests of what they draw. */
export type Outlines = Map<string, string>

/** A sheet has some 200, of a kilobyte each. */
const MOST_OUTLINES = 4_000

// Outlines of another make (with absolute steps) are left as they are.
const SYMBOL = /<symbol id="(\w+)"[^>]*>\s*<path d="M 0 0([^"A-Y]*)"\/>\s*<\/symbol>/g
const GLYPH = '<use xlink:href="#(\\w+)" x="([^"]*)" y="([^"]*)" fill="(#\\w+)" fill-rule="nonzero"/>'
const RUN = new RegExp(`(?:${GLYPH}\\s*)+`, 'g')

/** Each glyph's outline in whole hundredths, made once and kept in `known`. */
const learn = (svg: string, known: Outlines): void => {
  if (known.size > MOST_OUTLINES) known.clear()
  for (const [, name = '', path = ''] of svg.matchAll(SYMBOL))
    // A name cut out of the drawing would keep all of the drawing in memory.
    if (!known.has(name)) known.set(Buffer.from(name).toString(), wholeOutline(path))
}

/** One path for the glyphs of a line that stand beside each other in one colour. */
const joined = (run: string, known: Outlines): string => {
  let [out, colour, path] = ['', '', '']
  const end = (): void => {
    if (path) out += `<path transform="scale(${1 / PER_POINT})" fill="${colour}" d="${path}"/>`
    path = ''
  }
  for (const [use, name = '', x, y, fill = ''] of run.matchAll(new RegExp(GLYPH, 'g'))) {
    const outline = known.get(name)
    if (outline === undefined || fill !== colour) end()
    colour = fill
    if (outline === undefined) out += use
    else path += `M${whole(Number(x))} ${whole(Number(y))}${outline}`
  }
  end()
  return out
}

/**
 * The same drawing at a third of a browser's time: it is elements and digits that cost there. The engine writes each
 * glyph as an element that points to another one, with eight decimals, on a line of its own.
 */
export const lightened = (svg: string, known: Outlines): string => {
  learn(svg, known)
  const light = svg.replace(RUN, (run) => joined(run, known))
  const bare = light.includes('<use ') ? light : light.replace(SYMBOL, '')
  return bare.replace(/>\s+</g, '><')
}
