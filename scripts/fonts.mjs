/**
 * Makes media/fonts and src/page/metrics.generated.ts: `node scripts/fonts.mjs`.
 * Needs Debian's fonts-unifont 1:15.0.01-2 (or UNIFONT=<path to that unifont.otf>); Noto Sans SC comes from npm.
 * Same inputs give the same bytes (docs/decisions/0003-fonts.md).
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import subsetFont from 'subset-font'
import { FIRST_IDEOGRAPHS, GB2312_LEVEL_1, GB2312_LEVEL_2, SIGNS, WRITTEN } from './fonts/characters.mjs'
import { metricsSource, stripMetricsSource } from './fonts/metrics.mjs'
import { nameTable, readTables, renameCff, writeTables } from './fonts/sfnt.mjs'

const require = createRequire(import.meta.url)
const OUT = new URL('../media/fonts/', import.meta.url)
const NOTO = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')
const UNIFONT = process.env.UNIFONT ?? '/usr/share/fonts/opentype/unifont/unifont.otf'
const MAX_BYTES = 3_000_000

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const unique = (list) => [...new Set(list)].sort((a, b) => a.codePointAt(0) - b.codePointAt(0))

const RIGHTS = {
  sans: {
    0: '(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name Source',
    13: 'SIL Open Font License 1.1; subset of Noto Sans SC Bold 2.004',
    14: 'https://scripts.sil.org/OFL',
  },
  pixel: {
    0: 'Copyright (c) 1998-2022 Roman Czyborra, Paul Hardy, Qianqian Fang, Andrew Miller, Johnnie Weaver, David Corbett, Nils Moskopp, Rebecca Bettencourt, et al.',
    13: 'SIL Open Font License 1.1 or GNU GPL 2+ with the GNU Font Embedding Exception; subset of GNU Unifont 15.0.01',
    14: 'https://scripts.sil.org/OFL',
  },
}

const names = (font, family) => ({
  ...RIGHTS[font],
  1: family,
  2: 'Regular',
  3: `${family} subset`,
  4: family,
  5: 'Version 1.0',
  6: family.replaceAll(' ', ''),
})

/** Glyphs are drawn one by one at positions of ours, so layout features and vertical metrics are dead weight. */
const cut = async (source, font, family, characters) => {
  const subset = await subsetFont(source, characters.join(''), {
    targetFormat: 'sfnt',
    keepFeatures: [],
    noLayoutClosure: true,
    dropTables: ['vhea', 'vmtx', 'VORG', 'BASE', 'STAT', 'GSUB', 'GPOS', 'GDEF', 'DSIG'],
  })
  const sfnt = readTables(subset)
  sfnt.tables.set('name', new Uint8Array(nameTable(names(font, family))))
  if (sfnt.tables.has('CFF '))
    sfnt.tables.set('CFF ', renameCff(sfnt.tables.get('CFF '), 'Unifont', 'SSPixel'))
  return writeTables(sfnt)
}

const ranges = (codes) => {
  const out = []
  for (const code of codes) {
    const last = out.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else out.push([code, code])
  }
  return out
}

const make = async ({ font, family, source, file, base, shipped }) => {
  const bytes = readFileSync(source)
  const known = new Set(fontkit.create(bytes).characterSet)
  const characters = unique(base).filter((c) => known.has(c.codePointAt(0)))
  const made = await cut(bytes, font, family, characters)
  if (made.length > MAX_BYTES) throw new Error(`${file} has ${made.length} bytes`)
  writeFileSync(new URL(file, OUT), made)
  const available = unique(shipped ?? [...known].map((c) => String.fromCodePoint(c)))
    .map((c) => c.codePointAt(0))
    .filter((c) => known.has(c))
  console.log(`${file}: ${characters.length} characters, ${made.length} bytes, ${sha256(made).slice(0, 12)}`)
  return {
    family,
    file,
    bytes: made.length,
    sha256: sha256(made),
    sourceSha256: sha256(bytes),
    base: ranges(characters.map((c) => c.codePointAt(0))),
    available: ranges(available),
  }
}

mkdirSync(OUT, { recursive: true })
const sans = await make({
  font: 'sans',
  family: 'SilverShield Sans',
  source: NOTO,
  file: 'sans-base.ttf',
  base: [...GB2312_LEVEL_1, ...SIGNS],
})
const pixel = await make({
  font: 'pixel',
  family: 'SilverShield Pixel',
  source: UNIFONT,
  file: 'pixel-base.otf',
  base: [...GB2312_LEVEL_1, ...GB2312_LEVEL_2, ...SIGNS],
  shipped: [...FIRST_IDEOGRAPHS, ...SIGNS, ...WRITTEN],
})
// Two files, since one cmap of this many characters out of glyph order grows beyond what the format can say.
const first = new Set([...FIRST_IDEOGRAPHS, ...SIGNS])
const parts = []
for (const [file, characters] of [
  ['pixel-wide.otf', [...first]],
  ['pixel-more.otf', WRITTEN.filter((c) => !first.has(c))],
]) {
  const { base } = await make({
    font: 'pixel',
    family: 'SilverShield Pixel',
    source: UNIFONT,
    file,
    base: characters,
  })
  parts.push({ file, holds: base })
}

writeFileSync(new URL('coverage.json', OUT), JSON.stringify({ sans, pixel: { ...pixel, parts } }) + '\n')
writeFileSync(
  new URL('../src/page/metrics.generated.ts', import.meta.url),
  metricsSource({
    sans: fontkit.create(readFileSync(NOTO)),
    pixel: fontkit.create(readFileSync(UNIFONT)),
    pixelWide: [...first, ...WRITTEN],
  }),
)
// The face itself is made by scripts/fonts/strip.py.
writeFileSync(
  new URL('../src/page/strip.generated.ts', import.meta.url),
  stripMetricsSource(fontkit.create(readFileSync(new URL('strip.otf', OUT)))),
)
