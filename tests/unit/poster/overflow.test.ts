import { describe, expect, it } from 'vitest'
import { countedOverflow, overflowFault } from '../../../src/poster/overflow.ts'
import { sheetData } from '../../../src/poster/sheet-data.ts'
import { buildOrder, buildSchema, PRINT_NOW } from '../../builders/print.ts'

const card = buildSchema({ id: 'card', fields: { title: { max: 10 }, lines: { max: 20 } } })
const poster = buildSchema({ id: 'poster', name_zh: '大海报', fields: { title: { max: 30 } } })
const strip = buildSchema({ id: 'strip', kinds: ['slogan'], fields: { text: { max: 40 } } })

describe('overflow', () => {
  it('PRT-5 what a template found too long names field, limit and length, and roomier templates', () => {
    const fault = overflowFault(card, [card, poster, strip], { field: 'title', length: 14 })
    expect(fault).toMatchObject({
      code: 'PRINT_OVERFLOW',
      field: 'title',
      limit: 10,
      got: 14,
      hint: 'poster strip',
    })
    expect([fault.message_zh, fault.message_en]).toEqual([
      expect.stringMatching(/^标题放不下/),
      expect.stringMatching(/^title: /),
    ])
    expect(overflowFault(card, [], { field: 'lines.2', length: 30 }).message_zh).toMatch(/^正文第3条放不下/)
    expect(overflowFault(card, [], { field: 'issuer', length: 30 }).message_zh).toMatch(/^单位名称放不下/)
    expect(overflowFault(card, [], { field: 'own', length: 30 }).message_zh).toMatch(/^own放不下/)
  })

  it('PRT-5 a text the schema lets through but the sheet does not has less room than it takes', () => {
    expect(overflowFault(card, [], { field: 'lines.2', length: 18 })).toMatchObject({
      limit: 17,
      got: 18,
      hint: '',
    })
    expect(overflowFault(card, [], { field: 'lines', length: 18 }).message_zh).toContain('请改短')
    expect(overflowFault(card, [], { field: 'contact', length: 0 })).toMatchObject({ limit: 0 })
  })

  it('PRT-5 a line that was not counted is counted from the words of the sheet', () => {
    const contact = { name: '王芳', number: '13812345678' }
    const data = sheetData(buildOrder({ contact }), poster, {
      code: '7K3D92MQ',
      qr: null,
      photoPath: null,
      now: PRINT_NOW,
      palette: 'rgb',
    })
    expect(countedOverflow({ field: 'contact', length: 0 }, data).length).toBe('下溪村王芳13812345678'.length)
    expect(countedOverflow({ field: 'title', length: 9 }, data).length).toBe(9)
    expect(countedOverflow({ field: 'unknown', length: 0 }, data).length).toBe(0)
  })
})
