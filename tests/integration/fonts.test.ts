import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fontkit from 'fontkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFonts, type Fonts } from '../../src/adapters/disk/fonts.ts'
import { openObjects, type Objects } from '../../src/adapters/disk/objects.ts'

let folder: string
let objects: Objects
let fonts: Fonts

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  objects = openObjects(folder)
  fonts = openFonts('media/fonts', objects)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('FNT-1 what no shipped font has is named before it reaches a square', () => {
  it('FNT-1 names rare hanzi and emoji once, passes common text', () => {
    expect(fonts.missing('警惕骗局，先打96110！', 'sans')).toEqual([])
    expect(fonts.missing('😀骗😀', 'sans')).toEqual(['😀'])
    expect(fonts.missing('😀骗', 'pixel')).toEqual(['😀'])
    expect(fonts.missing('𬭊㙍ǚ', 'sans')).toEqual([])
    expect(fonts.missing('𬭊㙍ǚ', 'pixel')).toEqual(['𬭊'])
  })
})

describe('FNT-2 characters beyond the base fonts travel as a ttf subset named by hash', () => {
  it('FNT-2 makes none when the base fonts suffice', async () => {
    expect(await fonts.extras({ sans: '警惕骗局', pixel: '先打96110' })).toEqual([])
  })

  it('FNT-2 makes one that has the character, the same each time', async () => {
    const wanted = { sans: '骗垚', pixel: '' }
    const [entry] = await fonts.extras(wanted)
    const again = await openFonts('media/fonts', objects).extras(wanted)
    expect(again).toEqual([entry])
    const bytes = entry && (await objects.get(entry.sha256))
    const font = fontkit.create(Buffer.from(bytes ?? []))
    expect(font.characterSet).toContain('垚'.codePointAt(0))
    expect(bytes?.byteLength).toBeLessThan(100_000)
  })

  it('FNT-2 sends what lies in another part of the pixel font as a subset of its own', async () => {
    const made = await fonts.extras({ sans: '㙍𬭊', pixel: '警犇㙍ǚ✓☎⑳' })
    expect(made.map(({ font }) => font)).toEqual(['sans', 'pixel', 'pixel'])
    const sets = await Promise.all(
      made.map(async ({ sha256 }) => {
        const font = fontkit.create(Buffer.from((await objects.get(sha256)) ?? []))
        return font.characterSet
          .filter((code) => code !== 0xffff)
          .map((code) => String.fromCodePoint(code))
          .join('')
      }),
    )
    expect(sets).toEqual(['㙍𬭊', '犇', 'ǚ⑳☎✓㙍'])
  })
})
