import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'
import { posterFonts } from '../../src/adapters/typst/index.ts'
import { holds, type Coverage } from '../../src/page/coverage.ts'

type Entry = {
  family: string
  file: string
  bytes: number
  sha256: string
  base: readonly (readonly [number, number])[]
}
type Part = { file: string; holds: readonly (readonly [number, number])[] }
const fonts = (name: string): URL => new URL(`../../media/fonts/${name}`, import.meta.url)
const coverage = JSON.parse(readFileSync(fonts('coverage.json'), 'utf8')) as Coverage & {
  readonly sans: Entry
  readonly pixel: Entry & { readonly parts: readonly Part[] }
}

const LISTED = readFileSync(
  new URL('../fixtures/standard-characters/characters.txt', import.meta.url),
  'utf8',
).trim()
const TABLE = [...LISTED.replaceAll('\n', '')]
/** What GNU Unifont 15.0 lacks of the table: all of it outside the first plane. */
const WITHOUT_DOTS = 196
const SIGNS = [...'✓☎⑳℃㎡№℡★●■→①㈠Ⅻ', ...'üǖǘǚǜāáǎàēéěèīíǐìōóǒòūúǔùńňǹḿêÜ']

const charactersOf = (file: string | URL): ReadonlySet<string> =>
  new Set(
    (fontkit.create(readFileSync(file)) as { characterSet: readonly number[] }).characterSet.map((code) =>
      String.fromCodePoint(code),
    ),
  )

describe('FONT-1 the shipped fonts are the ones described', () => {
  it.each([coverage.sans, coverage.pixel])('FONT-1 $file', ({ family, file, bytes, sha256, base }) => {
    const made = readFileSync(fonts(file))
    expect(made.length).toBe(bytes)
    expect(made.length).toBeLessThan(3_000_000)
    expect(createHash('sha256').update(made).digest('hex')).toBe(sha256)
    const font = fontkit.create(made) as { familyName: string; characterSet: readonly number[] }
    expect(font.familyName).toBe(family)
    expect(font.familyName).not.toMatch(/Source|Noto|Unifont/)
    const characters = new Set(font.characterSet)
    for (const [from, to] of base) for (let c = from; c <= to; c++) expect(characters.has(c)).toBe(true)
  })

  it('FONT-2 the licences lie beside them', () => {
    for (const file of ['LICENSE-sans.txt', 'LICENSE-pixel.txt'])
      expect(readFileSync(fonts(file), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})

describe('FONT-3 every character of 通用规范汉字表 can be written', () => {
  const sendable = (character: string, font: 'sans' | 'pixel') =>
    holds(coverage[font].available, character.codePointAt(0) ?? 0)

  it('FONT-3 the list is the whole table, in its three levels', () => {
    expect(LISTED.split('\n').map((level) => [...level].length)).toEqual([3500, 3000, 1605])
    expect(new Set(TABLE).size).toBe(8105)
  })

  it.each(posterFonts())('FONT-3 paper has all of it, and the signs: %#', (file) => {
    const has = charactersOf(file)
    expect([...TABLE, ...SIGNS].filter((character) => !has.has(character))).toEqual([])
  })

  it('FONT-3 full-colour panels are sent whatever the shell lacks of it', () => {
    expect([...TABLE, ...SIGNS].filter((character) => !sendable(character, 'sans'))).toEqual([])
  })

  it('FONT-3 dots exist for all that GNU Unifont has; what it lacks is known to be missing', () => {
    const lacking = TABLE.filter((character) => !sendable(character, 'pixel'))
    expect(lacking).toHaveLength(WITHOUT_DOTS)
    expect(lacking.filter((character) => character.length === 1)).toEqual([])
    expect(SIGNS.filter((character) => !sendable(character, 'pixel'))).toEqual([])
  })

  it('FONT-3 each part of the pixel font holds what is said of it, and together they hold all', () => {
    const parts = coverage.pixel.parts.map(({ file, holds: ranges }) => ({
      has: charactersOf(fonts(file)),
      ranges,
    }))
    for (const { has, ranges } of parts)
      for (const [from, to] of ranges)
        for (let code = from; code <= to; code++) expect(has.has(String.fromCodePoint(code))).toBe(true)
    const count = (ranges: Part['holds']) => ranges.reduce((n, [from, to]) => n + to - from + 1, 0)
    expect(parts.reduce((n, { ranges }) => n + count(ranges), 0)).toBe(count(coverage.pixel.available))
  })
})
