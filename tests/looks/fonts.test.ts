import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'

type Entry = {
  family: string
  file: string
  bytes: number
  sha256: string
  base: readonly (readonly number[])[]
}
const fonts = (name: string): URL => new URL(`../../media/fonts/${name}`, import.meta.url)
const coverage = JSON.parse(readFileSync(fonts('coverage.json'), 'utf8')) as Record<'sans' | 'pixel', Entry>

describe('FONT-1 the shipped fonts are the ones described', () => {
  it.each(Object.values(coverage))('FONT-1 $file', ({ family, file, bytes, sha256, base }) => {
    const made = readFileSync(fonts(file))
    expect(made.length).toBe(bytes)
    expect(made.length).toBeLessThan(3_000_000)
    expect(createHash('sha256').update(made).digest('hex')).toBe(sha256)
    const font = fontkit.create(made) as { familyName: string; characterSet: readonly number[] }
    expect(font.familyName).toBe(family)
    expect(font.familyName).not.toMatch(/Source|Noto|Unifont/)
    const characters = new Set(font.characterSet)
    for (const [from, to] of base)
      for (let c = from ?? 0; c <= (to ?? 0); c++) expect(characters.has(c)).toBe(true)
  })

  it('FONT-2 the licences lie beside them', () => {
    for (const file of ['LICENSE-sans.txt', 'LICENSE-pixel.txt'])
      expect(readFileSync(fonts(file), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})
