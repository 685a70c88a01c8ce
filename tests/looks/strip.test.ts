import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { holds, type Ranges } from '../../src/page/coverage.ts'
import { advanceOf } from '../../src/page/metrics.ts'
import { STRIP_CELL } from '../../src/page/strip.ts'
import { STRIP_METRICS } from '../../src/page/strip.generated.ts'
import { coloursOf, differenceFrom } from './compare.ts'

const fonts = (name: string): string => fileURLToPath(new URL(`../../media/fonts/${name}`, import.meta.url))
const STRIP = JSON.parse(readFileSync(fonts('strip.json'), 'utf8')) as {
  readonly family: string
  readonly ascent: number
  readonly holds: Ranges
}
GlobalFonts.registerFromPath(fonts('strip.otf'), 'ss-strip')
const TABLE = readFileSync(
  new URL('../fixtures/standard-characters/characters.txt', import.meta.url),
  'utf8',
).replaceAll('\n', '')

const INK = '#FF2A1A'
/** One line of words, each glyph at its place, at a whole multiple of the cell. */
const drawn = (text: string, times = 1) => {
  const size = STRIP_CELL * times
  const xs: number[] = []
  let width = 0
  for (const character of text) {
    xs.push(width)
    width += (advanceOf(STRIP_METRICS, character) * size) / 1000
  }
  const canvas = createCanvas(Math.ceil(width), size)
  const context = canvas.getContext('2d')
  context.fillStyle = '#000000'
  context.fillRect(0, 0, canvas.width, size)
  context.fillStyle = INK
  context.font = `${size}px ss-strip`
  ;[...text].forEach((character, i) => context.fillText(character, xs[i] ?? 0, STRIP.ascent * times))
  return canvas
}

/** Lengths of the upright or level runs of ink through a glyph, by row or by column. */
const runs = (character: string, along: 'row' | 'column'): readonly number[] => {
  const { data } = drawn(character).getContext('2d').getImageData(0, 0, STRIP_CELL, STRIP_CELL)
  const lit = (x: number, y: number) => (data[4 * (y * STRIP_CELL + x)] ?? 0) > 0
  const found: number[] = []
  for (let a = 0; a < STRIP_CELL; a += 1) {
    let length = 0
    for (let b = 0; b <= STRIP_CELL; b += 1) {
      if (b < STRIP_CELL && (along === 'row' ? lit(b, a) : lit(a, b))) length += 1
      else if (length > 0) {
        found.push(length)
        length = 0
      }
    }
  }
  return found
}
const most = (lengths: readonly number[]): number => {
  const count = (length: number) => lengths.filter((other) => other === length).length
  return [...new Set(lengths)].toSorted((a, b) => count(b) - count(a))[0] ?? 0
}

describe('FONT-4 the 32-dot face', () => {
  it('FONT-4 has all of 通用规范汉字表 and a neutral name', () => {
    const font = fontkit.create(readFileSync(fonts('strip.otf'))) as {
      familyName: string
      characterSet: readonly number[]
    }
    expect(font.familyName).toBe(STRIP.family)
    expect(font.familyName).not.toMatch(/Source|Noto|Unifont/)
    const characters = new Set(font.characterSet)
    const lacking = [...TABLE, ...'✓☎⑳ǚ0？：'].filter((character) => {
      const code = character.codePointAt(0) ?? 0
      return !characters.has(code) || !holds(STRIP.holds, code)
    })
    expect(lacking).toEqual([])
  })

  it.each([1, 2])('FONT-4 no half-lit lamp at %i times 32', (times) => {
    const colours = coloursOf(drawn('拿不准？先打96110：籍囊鼎𬭊ǚ', times))
    expect([...colours.keys()].toSorted()).toEqual(['#000000', INK])
  })

  it('FONT-4 level stems have two dots, upright ones two or three, those of digits and of ？ four and more', () => {
    for (const character of '国口日目中田籍囊警赢') expect([2, 3]).toContain(most(runs(character, 'row')))
    for (const character of '一二三工') expect(most(runs(character, 'column'))).toBe(2)
    for (const character of '0189') expect(most(runs(character, 'row'))).toBeGreaterThanOrEqual(4)
    for (const character of '：？') expect(most(runs(character, 'row'))).toBeGreaterThanOrEqual(4)
  })

  it('FONT-4 looks as somebody looked at it', async () => {
    const words = '拿不准？先打96110：签了一叠纸，籍囊赢警惕诈骗养老钱借走12.5万元'
    expect(await differenceFrom('strip-face', drawn(words))).toBe(0)
  })
})
