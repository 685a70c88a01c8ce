import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SLOGANS } from '../../../cms/starter/slogans.ts'
import { stripsOf } from '../../../src/poster/clauses.ts'
import { fitsTemplate } from '../../../src/poster/fits.ts'
import { tooLongTexts } from '../../../src/poster/places.ts'
import type { Place } from '../../../src/poster/template.ts'
import { buildCase, buildSlogan, buildTechnique, buildWords } from '../../builders/content.ts'
import { LETTERS } from '../../builders/dictionary.ts'
import { markedText } from '../../builders/marked.ts'
import { buildSchema } from '../../builders/print.ts'

const schemaOf = (places: Readonly<Record<string, Place>>) =>
  buildSchema({
    id: 'strip',
    kinds: ['case', 'technique', 'slogan'],
    fields: Object.fromEntries(Object.entries(places).map(([field, place]) => [field, { max: 1, place }])),
  })
const HEADLINE: Place = { by: 'headline', ems: [6], lines: [2] }
const titled = (title: string) => buildWords(buildCase({ title, accent: '', lines: ['好'], lesson: '' }))
const long = (place: Place, title: string) =>
  tooLongTexts(schemaOf({ title: place }), titled(title), LETTERS).map(({ limit, got }) => [limit, got])

describe('PRT-26 words are judged as they are set', () => {
  it('PRT-26 a headline by its lines: each pause begins one, and the mark before it takes no room', () => {
    expect(long(HEADLINE, '先挂断电话，再问问儿女')).toEqual([])
    expect(long(HEADLINE, '先挂断，再问，别转')).toEqual([[7, 9]])
    expect(long(HEADLINE, '天上不会掉馅饼')).toEqual([])
  })

  it('PRT-26 by widths and not by characters: Latin letters and digits are narrower', () => {
    const row: Place = { by: 'row', ems: [6] }
    expect(long(row, '先问儿女吗')).toEqual([])
    expect(long(row, '打96110和110')).toEqual([[8, 10]])
    expect(long(row, '钱'.repeat(7))).toEqual([[6, 7]])
  })

  it('PRT-26 what stays whole is not cut to fit', () => {
    expect(long({ by: 'headline', ems: [4], lines: [3] }, '打4008123456问')).toEqual([[7, 12]])
  })

  it('PRT-26 a list in one column shares its lines, in halves where it stands on two sheets', () => {
    const lines = ['先问儿女吗', '先挂断电话', '好']
    const words = buildWords(buildCase({ title: '好', accent: '', lines, lesson: '' }))
    const at = (place: Place) =>
      tooLongTexts(schemaOf({ lines: place }), words, LETTERS).map(({ item }) => item)
    expect(at({ by: 'column', ems: [3], lines: [5] })).toEqual([])
    expect(at({ by: 'column', ems: [3], lines: [4] })).toEqual([0, 1])
    expect(at({ by: 'column', ems: [3], lines: [3, 4], parts: 2 })).toEqual([])
    expect(at({ by: 'column', ems: [3], lines: [1, 3], parts: 2 })).toEqual([0, 1])
  })

  it('PRT-26 each half of a step has lines of its own, his with the quotation marks the library adds', () => {
    const words = buildWords(
      buildTechnique({ title: '好', accent: '', steps: [{ heSays: '先问儿女', youDo: '先问儿女' }] }),
    )
    const place: Place = { by: 'each', ems: [4], lines: [1] }
    expect(tooLongTexts(schemaOf({ steps: place }), words, LETTERS)).toMatchObject([
      { isSaid: true, limit: 2 },
    ])
  })

  it('PRT-26 a tent card sets the last beat where there is no lesson, and no other', () => {
    const place: Place = { by: 'row', ems: [3], only: 'last' }
    const at = (lines: readonly string[], lesson: string) =>
      tooLongTexts(
        schemaOf({ lines: place }),
        buildWords(buildCase({ title: '好', accent: '', lines, lesson })),
        LETTERS,
      ).map(({ item }) => item)
    expect(at(['先问儿女', '好'], '')).toEqual([])
    expect(at(['好', '先问儿女'], '')).toEqual([1])
    expect(at(['好', '先问儿女'], '记住')).toEqual([])
  })

  it('PRT-26 so much of a text as is told to go does go', () => {
    fc.assert(
      fc.property(
        markedText(40, 12),
        fc.constantFrom<Place>(HEADLINE, { by: 'row', ems: [7] }, { by: 'each', ems: [5], lines: [2] }),
        (title, place) => {
          for (const [limit = 0] of long(place, title))
            if (limit > 0) expect(long(place, Array.from(title).slice(0, limit).join(''))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('TPL-17 the pair of strips is two halves of one length', () => {
  const strip = schemaOf({ text: { by: 'upright', ems: [12.95] } })
  const told = (text: string) =>
    fitsTemplate(strip, buildWords(buildSlogan({ text, accent: '' })), LETTERS).map(({ code, got }) => [
      code,
      got,
    ])

  it('TPL-17 uneven halves are refused by what each counts; even ones and a word on both strips go', () => {
    expect(told('天上不会掉馅饼 先问儿女')).toEqual([['PRINT_HALVES_UNEVEN', '7 4']])
    expect(told('天上不会掉馅饼 高息背后有圈套')).toEqual([])
    expect(told('报警')).toEqual([])
    expect(told('钱'.repeat(27))).toMatchObject([
      ['PRINT_OVERFLOW', 27],
      ['PRINT_HALVES_UNEVEN', '13 14'],
    ])
  })

  it('TPL-17 a number counts as it is set: across one place, or digit by digit where only that is even', () => {
    expect(told('先问问家人 要打96110')).toEqual([['PRINT_HALVES_UNEVEN', '5 7']])
    expect(told('陌生来电先挂断 要打96110')).toEqual([])
    expect(told('钱转走了 打110吧')).toEqual([['PRINT_HALVES_UNEVEN', '4 3']])
    expect(stripsOf(LETTERS('钱转走了别慌张 马上拨打110')).map(({ places }) => places)).toEqual([7, 7])
    expect(stripsOf(LETTERS('马上打报警 快打110吧')).map(({ places }) => places)).toEqual([5, 4])
  })

  it('TPL-17 every slogan of the starter library hangs as a pair', () => {
    const slogans = Object.values(SLOGANS)
    expect(slogans.length).toBe(67)
    expect(slogans.flatMap(({ text }) => told(text))).toEqual([])
  })
})
