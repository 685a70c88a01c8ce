import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { FONT_NAMES, type FontName, type Page } from '../../model/page.ts'
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

const NOTO = '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'

/** A whole font, with the characters that subsets of it are cut for. */
type Source = { readonly file: string; readonly holds: ReadonlySet<number> }

/** media/fonts/coverage.json: the pixel font lies in parts, each with its own characters. */
type Shipped = Coverage & {
  readonly pixel: { readonly parts: readonly { readonly file: string; readonly holds: Ranges }[] }
}

const setOf = (ranges: Ranges): ReadonlySet<number> =>
  new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)))

const outside = (text: string, known: ReadonlySet<number>): readonly string[] =>
  [...new Set(text)].filter((c) => !known.has(c.codePointAt(0) ?? 0)).toSorted()

/** `folder` is media/fonts. A ttf of 300 characters loads ten times faster than its woff2 (docs/facts.md#fonts). */
export const openFonts = (folder: string, objects: Objects): Fonts => {
  const coverage = JSON.parse(readFileSync(join(folder, 'coverage.json'), 'utf8')) as Shipped
  const base = { sans: setOf(coverage.sans.base), pixel: setOf(coverage.pixel.base) }
  const available = { sans: setOf(coverage.sans.available), pixel: setOf(coverage.pixel.available) }
  const sources: Readonly<Record<FontName, readonly Source[]>> = {
    sans: [{ file: createRequire(import.meta.url).resolve(NOTO), holds: available.sans }],
    pixel: coverage.pixel.parts.map(({ file, holds }) => ({ file: join(folder, file), holds: setOf(holds) })),
  }
  const made = new Map<string, Promise<FontEntry>>()

  const subset = async (font: FontName, file: string, characters: string): Promise<FontEntry> => {
    const { default: subsetFont } = await import('subset-font')
    const bytes = await subsetFont(await readFile(file), characters, {
      targetFormat: 'sfnt',
    })
    return { font, sha256: await objects.put(bytes) }
  }

  const extra = async (font: FontName, file: string, characters: string): Promise<FontEntry> => {
    const key = `${font} ${characters}`
    const known = made.get(key)
    if (known && (await objects.has((await known).sha256))) return known
    const entry = subset(font, file, characters)
    made.set(key, entry)
    entry.catch(() => made.delete(key))
    return entry
  }

  /** One subset from each file that holds some of what a font needs. */
  const extrasOf = (font: FontName, characters: string): readonly Promise<FontEntry>[] => {
    const beyond = outside(characters, base[font])
    return sources[font].flatMap(({ file, holds }) => {
      const here = beyond.filter((c) => holds.has(c.codePointAt(0) ?? 0)).join('')
      return here === '' ? [] : [extra(font, file, here)]
    })
  }

  return {
    coverage,
    missing: (text, font) => outside(text, available[font]),
    extras: (characters) => Promise.all(FONT_NAMES.flatMap((font) => extrasOf(font, characters[font]))),
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
