import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FontName, Page } from '../../model/page.ts'
import type { FontEntry } from '../../model/programme.ts'
import type { Coverage, Ranges } from '../../page/index.ts'
import type { Objects } from './objects.ts'

export type Fonts = {
  /** Which characters the shipped fonts have. */
  readonly coverage: Coverage
  /** Characters of `text` no shipped font can draw, each once. */
  readonly missing: (text: string, font: FontName) => readonly string[]
  /** Subsets for what pages need beyond the base fonts of the shell. Empty for nearly all programmes. */
  readonly extras: (characters: Readonly<Record<FontName, string>>) => Promise<readonly FontEntry[]>
}

const FONT_NAMES = ['sans', 'pixel'] as const satisfies readonly FontName[]

const sourceOf = (font: FontName, folder: string): string =>
  font === 'pixel'
    ? join(folder, 'pixel-wide.otf')
    : createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')

const setOf = (ranges: Ranges): ReadonlySet<number> =>
  new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)))

const outside = (text: string, known: ReadonlySet<number>): readonly string[] =>
  [...new Set(text)].filter((c) => !known.has(c.codePointAt(0) ?? 0)).toSorted()

/** `folder` is media/fonts. A ttf of 300 characters loads ten times faster than its woff2 (docs/facts.md#fonts). */
export const openFonts = (folder: string, objects: Objects): Fonts => {
  const coverage = JSON.parse(readFileSync(join(folder, 'coverage.json'), 'utf8')) as Coverage
  const base = { sans: setOf(coverage.sans.base), pixel: setOf(coverage.pixel.base) }
  const available = { sans: setOf(coverage.sans.available), pixel: setOf(coverage.pixel.available) }
  const made = new Map<string, Promise<FontEntry>>()

  const subset = async (font: FontName, characters: string): Promise<FontEntry> => {
    const { default: subsetFont } = await import('subset-font')
    const bytes = await subsetFont(await readFile(sourceOf(font, folder)), characters, {
      targetFormat: 'sfnt',
    })
    return { font, sha256: await objects.put(bytes) }
  }

  const extra = async (font: FontName, characters: string): Promise<FontEntry> => {
    const key = `${font} ${characters}`
    const known = made.get(key)
    if (known && (await objects.has((await known).sha256))) return known
    const entry = subset(font, characters)
    made.set(key, entry)
    entry.catch(() => made.delete(key))
    return entry
  }

  return {
    coverage,
    missing: (text, font) => outside(text, available[font]),
    extras: (characters) =>
      Promise.all(
        FONT_NAMES.map((font) => ({ font, beyond: outside(characters[font], base[font]).join('') }))
          .filter(({ beyond }) => beyond !== '')
          .map(({ font, beyond }) => extra(font, beyond)),
      ),
  }
}

/** Every character the text of `pages` uses, by font. */
export const charactersByFont = (pages: readonly Page[]): Readonly<Record<FontName, string>> => {
  const found = { sans: new Set<string>(), pixel: new Set<string>() }
  for (const op of pages.flatMap((page) => page.ops)) {
    if (op.op === 'text') for (const character of op.text) found[op.font].add(character)
  }
  return { sans: [...found.sans].join(''), pixel: [...found.pixel].join('') }
}
