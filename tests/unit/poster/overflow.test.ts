import { describe, expect, it } from 'vitest'
import { overflowFault } from '../../../src/poster/overflow.ts'
import { buildSchema } from '../../builders/print.ts'

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
    expect(
      overflowFault(card, [card, poster, strip], { field: 'title', length: 14 }, { kind: 'case' }).hint,
    ).toBe('poster')
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
})
