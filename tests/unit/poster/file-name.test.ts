import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bulkName, fileName } from '../../../src/poster/file-name.ts'
import { buildCase, buildSlogan, buildWords } from '../../builders/content.ts'
import { buildOrder, buildSchema, buildSize, buildSource } from '../../builders/print.ts'
import { anyText } from '../../builders/text.ts'

const named = (title: string, choice = {}) =>
  fileName(buildOrder(choice, { words: buildWords(buildCase({ title })) }), buildSchema())

describe('file names', () => {
  it('PRT-8 say content, template, village and how it is made', () => {
    expect(named('高息返利是鱼饵')).toBe('高息返利是鱼饵-A3案例海报-下溪村.pdf')
    expect(named('高息返利是鱼饵', { tiling: 'fill' })).toBe('高息返利是鱼饵-A3案例海报-下溪村-A4拼贴.pdf')
    expect(named('高息返利是鱼饵', { way: 'shop' })).toBe('高息返利是鱼饵-A3案例海报-下溪村-打印店.pdf')
    expect(fileName(buildOrder({}, { words: buildWords(buildSlogan()) }), buildSchema())).toBe(
      '天上不会 掉馅饼-A3案例海报-下溪村.pdf',
    )
  })

  it('PRT-8 say the size where there are several, and the scale of a tenth', () => {
    const sizes = [buildSize({ id: 'a', name_zh: '四开' }), buildSize({ id: 'b', name_zh: '60×90厘米' })]
    const chart = buildSchema({ name_zh: '挂图', sizes })
    expect(fileName(buildOrder({ size: 'b' }), chart)).toContain('-挂图60×90厘米-下溪村')
    const iso = buildSchema({
      name_zh: '案例海报',
      sizes: [buildSize({ name_zh: 'A3 海报（297×420 毫米）' })],
    })
    expect(fileName(buildOrder(), iso)).toContain('-A3案例海报-下溪村')
    const banner = buildSchema({ name_zh: '横幅', sizes: [buildSize({ id: '6m', scale: 0.1 })] })
    expect(fileName(buildOrder({ size: '6m' }), banner)).toContain('-横幅-比例1比10-下溪村')
  })

  it('PRT-8 many villages are counted in the name', () => {
    expect(bulkName([buildOrder(), buildOrder()], buildSchema(), 'zip')).toContain('-A3案例海报-2个村.zip')
    expect(bulkName([], buildSchema(), 'pdf')).toBe('海报.pdf')
  })

  it('PRT-8 are names Windows and every zip take, whatever the words', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, unit) => {
        const source = buildSource()
        const name = fileName(
          buildOrder({}, { words: buildWords(buildCase({ title })), unit: { ...source.unit, name: unit } }),
          buildSchema(),
        )
        expect(name).toMatch(/^[^\p{C}\\/:*?"<>|]+\.pdf$/u)
        expect(name.startsWith('.')).toBe(false)
        expect(Buffer.byteLength(name)).toBeLessThan(250)
      }),
    )
    const long = buildOrder(
      { way: 'shop' },
      {
        words: buildWords(buildCase({ title: '𠮷'.repeat(60) })),
        unit: { ...buildSource().unit, name: '村'.repeat(60) },
      },
    )
    const wordy = buildSchema({ name_zh: '海'.repeat(60) })
    const name = fileName(long, wordy)
    expect(Buffer.byteLength(name)).toBeLessThan(250)
    expect([name.startsWith('𠮷'.repeat(18)), name.endsWith(`${'村'.repeat(24)}-打印店.pdf`)]).toEqual([
      true,
      true,
    ])
    expect(Buffer.byteLength(bulkName(Array(500).fill(long), wordy, 'zip'))).toBeLessThan(250)
    expect(named('../../etc/passwd')).toBe('etcpasswd-A3案例海报-下溪村.pdf')
  })
})
