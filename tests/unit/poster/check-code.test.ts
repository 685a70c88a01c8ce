import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReleaseId, Sha256, UnitId } from '../../../src/model/ids.ts'
import { CHECK_ALPHABET, checkCode, formatCode, parseCode } from '../../../src/poster/check-code.ts'
import { anyText } from '../../builders/text.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256
const code = (release: string, template: string, version: number, unit: string) =>
  checkCode(release as ReleaseId, template, version, unit as UnitId, hash)

const anyCode = fc
  .array(fc.constantFrom(...CHECK_ALPHABET), { minLength: 8, maxLength: 8 })
  .map((letters) => letters.join(''))

describe('check code', () => {
  it('PRT-1 is eight unambiguous characters, the same for the same sheet', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.string(), (release, template, version, unit) => {
        const first = code(release, template, version, unit)
        expect(first).toMatch(/^[2-9CDFHJKMNPQRTVWXY]{8}$/)
        expect(code(release, template, version, unit)).toBe(first)
      }),
    )
  })

  it('PRT-1 differs by release, template, version and unit, and no two parts run together', () => {
    const codes = [
      code('r', 't', 1, 'u'),
      code('s', 't', 1, 'u'),
      code('r', 'v', 1, 'u'),
      code('r', 't', 2, 'u'),
      code('r', 't', 1, 'w'),
      code('r', 't1', 1, 'u'),
      code('rt', '', 1, 'u'),
    ]
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('PRT-1 every character comes about equally often', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 3_000; i += 1)
      for (const c of code(`release-${i}`, 'case-a3', 1, 'unit')) counts.set(c, (counts.get(c) ?? 0) + 1)
    expect(counts.size).toBe(CHECK_ALPHABET.length)
    expect(Math.min(...counts.values())).toBeGreaterThan(850)
    expect(Math.max(...counts.values())).toBeLessThan(1_150)
  })

  it('PRT-1 is read back from what people type', () => {
    fc.assert(
      fc.property(anyCode, (one) => {
        expect(parseCode(formatCode(one))).toBe(one)
      }),
    )
    for (const typed of ['7k3d-92mq', ' 7K3D 92MQ ', '７Ｋ３Ｄ－９２ＭＱ', '7K3D—92MQ', '7K3D.92MQ'])
      expect(parseCode(typed)).toBe('7K3D92MQ')
    expect(parseCode('ZSB6-UGCC')).toBe('2586V6CC')
  })

  it('PRT-1 what is no code is null', () => {
    for (const typed of [
      '',
      '7K3D',
      '7K3D-92MQ2',
      '7K3D-92M0',
      '7K3D-92MO',
      '张阿姨的海报编号',
      'x'.repeat(9_999),
    ])
      expect(parseCode(typed)).toBeNull()
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseCode(text)
        expect(parsed === null || /^[2-9CDFHJKMNPQRTVWXY]{8}$/.test(parsed)).toBe(true)
      }),
    )
  })
})
