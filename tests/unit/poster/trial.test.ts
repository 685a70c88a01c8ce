import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../../src/poster/fields.ts'
import { sampleData, thumbData, trialChoices, trialData } from '../../../src/poster/trial.ts'
import { buildSchema, buildSize, CASE_ON_PAPER, KINDS_ON_PAPER, PRINT_NOW } from '../../builders/print.ts'

const schema = buildSchema({
  kinds: ['case', 'technique', 'slogan'],
  sizes: [buildSize(), buildSize({ id: 'a4', ways: ['office'] })],
})
const choice = { kind: CASE_ON_PAPER, size: 'a3', way: 'shop' } as const

describe('trials', () => {
  it('TPL-22 every kind is tried at every size, each way it leaves the house', () => {
    expect(trialChoices(schema, KINDS_ON_PAPER)).toHaveLength(3 * 3)
  })

  it('TPL-22 the longest words are as long as the schema allows, the emptiest as short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 12 }), (max, maxItems) => {
        const tight = buildSchema({ fields: { title: { max }, lines: { max, maxItems }, lesson: { max } } })
        const full = trialData(tight, choice, 'longest', PRINT_NOW)
        expect(lengthOf(full.title)).toBe(max)
        expect(full.lines.map(lengthOf)).toEqual(Array.from({ length: maxItems }, () => max))
        const bare = trialData(tight, choice, 'empty', PRINT_NOW)
        expect(bare.lines).toHaveLength(1)
      }),
    )
    expect(trialData(schema, choice, 'empty', PRINT_NOW)).toMatchObject({
      accent: '',
      lesson: '',
      photo: null,
      qr: null,
      contact: null,
      validUntil: '',
    })
  })

  it('TPL-22 the sheet is as asked, with photo, contact and code at their largest', () => {
    const data = trialData(schema, choice, 'longest', PRINT_NOW)
    expect(data.sheet).toMatchObject({ width: 297, bleed: 3, marks: true })
    expect(lengthOf(data.contact?.name ?? '')).toBe(10)
    expect(data.contact?.number).toHaveLength(12)
    expect(data.photo).not.toBeNull()
    expect(data.qr?.words).toContain('/v/WWWW-MMMM')
  })

  it('TPL-22 a sample lends its words only: size, code and files stay those of the trial', () => {
    const base = trialData(schema, choice, 'longest', PRINT_NOW)
    const sample = { ...base, title: '样例', sheet: { width: 1 }, qr: { path: '/etc/passwd', words: 'x' } }
    const data = sampleData(base, JSON.parse(JSON.stringify(sample)))
    expect(data).toEqual({ ...base, title: '样例' })
    for (const none of [null, 1, 'x', {}, { ...sample, kind: 'slogan' }, { ...sample, lines: '一行' }])
      expect(sampleData(base, none)).toBeNull()
  })

  it('TPL-25 a thumbnail shows the sample as a village prints it, cut to the paper', () => {
    const sample = { ...trialData(schema, choice, 'empty', PRINT_NOW), title: '高息是饵' }
    const data = thumbData(schema, KINDS_ON_PAPER, sample, PRINT_NOW)
    expect(data).toMatchObject({ title: '高息是饵', demo: false, contact: null, photo: null })
    expect(data).toMatchObject({ hotline: { number: '96110' }, sheet: { bleed: 0, marks: false } })
    expect(data?.qr).not.toBeNull()
    expect(thumbData(schema, KINDS_ON_PAPER, { kind: 'poem' }, PRINT_NOW)).toBeNull()
  })
})
