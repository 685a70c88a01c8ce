import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsIn, nameIn, warningsIn } from '../../../cms/web/answer.ts'
import {
  firstUnit,
  templatesFor,
  villagesOf,
  type PosterTemplate,
  type Printable,
} from '../../../cms/app/(pages)/print/catalogue.ts'
import { readContact } from '../../../cms/app/(pages)/print/contact.ts'
import { dayField, dayWords, lastDayWords } from '../../../cms/web/days.ts'
import { byVillage } from '../../../cms/app/(pages)/print/hung.ts'
import { joiningsOf, settle, sizesOf, waysOf } from '../../../cms/app/(pages)/print/offers.ts'
import { readChosen, searchOf, stepOf } from '../../../cms/app/(pages)/print/steps.ts'
import { joinWords } from '../../../cms/app/(pages)/print/tiles.ts'
import { pauseAfter } from '../../../cms/app/(pages)/print/useSettled.ts'
import { printWords } from '../../../cms/app/(pages)/print/words.ts'
import { codeInAddress } from '../../../cms/code-page/browser/square.ts'
import { LONGEST_PX, shrunkSize } from '../../../cms/web/shrink.ts'
import { lastDay } from '../../../cms/code-page/until.ts'
import { refusal } from '../../../src/errors/refusal.ts'
import type { PrintWay, TemplateSize } from '../../../src/poster/template.ts'
import { tilingsOf, type Join } from '../../../src/poster/tilings.ts'

const size = (id: string, widthMm: number, heightMm: number, ways: readonly PrintWay[]): TemplateSize => ({
  id,
  name_zh: id,
  name_en: id,
  widthMm,
  heightMm,
  scale: 1,
  ways,
})

const A4 = size('a4', 210, 297, ['office', 'shop'])
const LYING = size('fold', 297, 210, ['office', 'shop'])
const A3 = size('a3', 297, 420, ['office', 'shop'])
const ROLL = size('roll', 800, 1800, ['shop'])
const JOIN: Join = {
  sheets: 4,
  pages: 1,
  columns: 2,
  rows: 2,
  widthMm: 297,
  heightMm: 420,
  percent: 100,
}
const sized = (...sizes: readonly TemplateSize[]) => ({ sizes })

describe('PPG-2 three choices, no settings', () => {
  test('PPG-2 an office prints one sheet of A4, and larger sizes on several, in three ways', () => {
    expect(joiningsOf(A4, 'office', undefined)).toEqual(['none'])
    expect(joiningsOf(LYING, 'office', undefined)).toEqual(['none'])
    expect(joiningsOf(A3, 'office', undefined)).toEqual(['true-size', 'two-sheets', 'fill'])
    expect(joiningsOf(A3, 'shop', undefined)).toEqual(['none'])
  })

  test('PRT-17 what filling brings for this sheet decides whether it is offered, once it is known', () => {
    const all = { 'true-size': JOIN, 'two-sheets': JOIN, fill: JOIN }
    expect(joiningsOf(A3, 'office', all)).toEqual(['true-size', 'two-sheets', 'fill'])
    expect(joiningsOf(A3, 'office', { ...all, fill: null })).toEqual(['true-size', 'two-sheets'])
    expect(joiningsOf(A3, 'office', { ...all, 'two-sheets': null })).toEqual(['true-size', 'fill'])
    const huge = size('huge', 3_000, 3_000, ['office', 'shop'])
    expect(settle(sized(huge), { way: 'office' })).toEqual({ way: 'shop', size: 'huge', tiling: 'none' })
  })

  test('PPG-2 what is wanted is taken as far as the template can be made so', () => {
    expect(settle(sized(A4, A3), {})).toEqual({ way: 'office', size: 'a4', tiling: 'none' })
    expect(settle(sized(A4, A3), { size: 'a3', tiling: 'fill' })).toEqual({
      way: 'office',
      size: 'a3',
      tiling: 'fill',
    })
    expect(settle(sized(A4, A3), { way: 'shop', size: 'a3', tiling: 'fill' })).toEqual({
      way: 'shop',
      size: 'a3',
      tiling: 'none',
    })
    expect(settle(sized(ROLL), { way: 'office' })).toEqual({ way: 'shop', size: 'roll', tiling: 'none' })
    expect(settle(sized(), {})).toBeNull()
  })

  test('PPG-2 whatever is settled can be made', () => {
    const anySize = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      widthMm: fc.integer({ min: 50, max: 2000 }),
      heightMm: fc.integer({ min: 50, max: 2000 }),
      ways: fc.subarray<PrintWay>(['office', 'shop']),
    })
    const wanted = fc.record(
      { way: fc.constantFrom<PrintWay>('office', 'shop'), size: fc.constantFrom('a', 'b', 'z') },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.uniqueArray(anySize, { selector: ({ id }) => id }), wanted, (sizes, wish) => {
        const template = sized(...sizes.map((one) => ({ ...A4, ...one })))
        const made = settle(template, wish)
        const chosen = made && sizesOf(template, made.way).find(({ id }) => id === made.size)
        expect(Boolean(chosen)).toBe(waysOf(template).length > 0)
        if (made && chosen) expect(tilingsOf(chosen, made.way)).toContain(made.tiling)
      }),
    )
  })

  test('PPG-2 sheets are told by their number and what they make together', () => {
    expect(joinWords(JOIN, printWords('zh'))).toBe('4 张 A4，拼成 297×420 毫米')
    const larger = { ...JOIN, widthMm: 390, heightMm: 551.5, percent: 131 }
    expect(joinWords(larger, printWords('zh'))).toBe('4 张 A4，拼成 390×552 毫米（131%）')
    const two = { ...JOIN, sheets: 2, widthMm: 267.3, heightMm: 378, percent: 90 }
    expect(joinWords(two, printWords('zh'))).toBe('2 张 A4，拼成 267×378 毫米（90%）')
    const set = { ...JOIN, sheets: 16, pages: 4 }
    expect(joinWords(set, printWords('zh'))).toBe('16 张 A4，每面 4 张拼成 297×420 毫米')
    expect(joinWords(set, printWords('en'))).toBe('16 A4 sheets, 4 to a page of 297×420 mm')
  })

  test('PPG-2 templates that do not fit stand last, each with its reason', () => {
    const content = {
      templates: [
        { id: 'x', fits: false, why_zh: '放不下' },
        { id: 'y', fits: true },
      ],
    } as unknown as Printable
    const templates = ['x', 'y', 'z'].map((id) => ({
      id,
      kinds: ['case'],
      sizes: [A4],
    })) as unknown as PosterTemplate[]
    const told = templatesFor({ templates }, content)
    expect(told.map(({ template }) => template.id)).toEqual(['y', 'x'])
    expect(told.at(-1)?.fit.why_zh).toBe('放不下')
  })

  test('PPG-2 what an office can print is offered first, and of that what was made for this kind', () => {
    const made = (id: string, kinds: readonly string[], ...sizes: readonly TemplateSize[]) => ({
      id,
      kinds,
      sizes,
    })
    const templates = [
      made('roll', ['case', 'slogan'], ROLL),
      made('notice', ['case', 'slogan'], A4),
      made('poster', ['case'], A3, A4),
      made('strips', ['case'], A3),
    ] as unknown as PosterTemplate[]
    const content = { templates: templates.map(({ id }) => ({ id, fits: true })) } as unknown as Printable
    expect(templatesFor({ templates }, content).map(({ template }) => template.id)).toEqual([
      'poster',
      'notice',
      'strips',
      'roll',
    ])
  })

  test('PPG-2 a clerk prints for his own unit unless he says otherwise; all villages means villages', () => {
    const units = [
      { id: 't', name: '平安办', kind: 'department' },
      { id: 'v', name: '长山村', kind: 'village' },
    ]
    expect(firstUnit({ own: 'v', units })).toBe('v')
    expect(firstUnit({ own: null, units })).toBe('t')
    expect(villagesOf({ units }).map(({ id }) => id)).toEqual(['v'])
  })
})

describe('PPG-1 the address remembers the step', () => {
  test('PPG-1 back and forth between address and choice nothing is lost', () => {
    const text = fc.option(fc.string({ minLength: 1 }), { nil: null })
    fc.assert(
      fc.property(fc.record({ release: text, template: text, made: fc.boolean() }), (chosen) => {
        expect(readChosen(searchOf(chosen))).toEqual(chosen)
      }),
    )
  })

  test('PPG-1 a step that rests on what is gone falls back', () => {
    const chosen = { release: 'r', template: 't', made: true }
    const all = { content: true, template: true, made: true }
    expect(stepOf(chosen, all)).toBe('made')
    expect(stepOf(chosen, { ...all, made: false })).toBe('printer')
    expect(stepOf(chosen, { ...all, template: false })).toBe('template')
    expect(stepOf(chosen, { ...all, content: false })).toBe('content')
  })
})

describe('PPG-3 the one typed field', () => {
  test.each([
    ['', '', null],
    ['陈桂芳', '13800000000', { name: '陈桂芳', number: '13800000000' }],
    [' 陈桂芳 ', '138 0000-0000', { name: '陈桂芳', number: '13800000000' }],
    ['陈桂芳', '０５７１８', { name: '陈桂芳', number: '05718' }],
  ])('PPG-3 %j %j is taken', (name, number, contact) => {
    expect(readContact({ name, number })).toEqual({ ok: true, contact })
  })

  test.each([
    ['陈桂芳', '', 'number', 'number-missing'],
    ['', '110', 'name', 'name-missing'],
    ['一二三四五六七八九十百', '110', 'name', 'name-long'],
    ['陈😱', '110', 'name', 'name-odd'],
    ['陈桂芳', '12', 'number', 'number-wrong'],
    ['陈桂芳', '1380000000x', 'number', 'number-wrong'],
  ])('PPG-3 %j %j is told at its field', (name, number, field, fault) => {
    expect(readContact({ name, number })).toEqual({ ok: false, field, fault })
  })
})

describe('PPG-4 the preview follows the typing', () => {
  test('PPG-4 a lone key asks at once, a run of them when it stands still', () => {
    expect(pauseAfter(Number.POSITIVE_INFINITY, 50)).toBe(0)
    expect(pauseAfter(120, 50)).toBe(0)
    expect(pauseAfter(30, 50)).toBe(50)
  })
})

describe('PPG-5 every fault and warning is a sentence', () => {
  test('PPG-5 refusals come bare or in a list, in the reader’s language', () => {
    const refused = refusal('PRINT_GLYPH_MISSING', { got: '𠮷' })
    expect(faultsIn(refused, 'zh')[0]?.message).toBe('字库里没有这个字：𠮷')
    expect(faultsIn({ errors: [refused] }, 'en')[0]?.message).toContain('𠮷')
    expect(faultsIn(null, 'zh')[0]?.message).toMatch(/连不上/)
  })

  test('PPG-5 warnings ride in a header; a broken one is none', () => {
    const told = encodeURIComponent(JSON.stringify([refusal('PRINT_NO_QR')]))
    expect(warningsIn(new Headers({ 'x-print-warnings': told }), 'zh')[0]?.code).toBe('PRINT_NO_QR')
    expect(warningsIn(new Headers({ 'x-print-warnings': '%' }), 'zh')).toEqual([])
  })

  test('PPG-5 a file keeps its Chinese name', () => {
    const name = encodeURIComponent('长山村_海报.pdf')
    const disposition = `attachment; filename="_.pdf"; filename*=UTF-8''${name}`
    expect(nameIn(new Headers({ 'content-disposition': disposition }))).toBe('长山村_海报.pdf')
    expect(nameIn(new Headers())).toBeNull()
  })
})

describe('PPG-6 a photo of the square', () => {
  test('PPG-6 only the code is taken from what a square says', () => {
    expect(codeInAddress('https://led.example/v/7K3D-92MQ')).toBe('7K3D-92MQ')
    expect(codeInAddress('http://10.0.0.2:3000/v/7k3d92mq')).toBe('7K3D-92MQ')
  })

  test.each([
    'https://led.example/win',
    'https://led.example/v/7K3D',
    'javascript:alert(1)',
    '7K3D-92MQ',
    '',
  ])('PPG-6 %j leads nowhere', (words) => {
    expect(codeInAddress(words)).toBeNull()
  })
})

describe('PPG-7 a posting takes a photo, a place and a day', () => {
  test('PPG-7 a photo is made small, never enlarged, and keeps its shape', () => {
    expect(shrunkSize(4000, 3000)).toEqual({ width: LONGEST_PX, height: 1500 })
    expect(shrunkSize(640, 480)).toEqual({ width: 640, height: 480 })
  })

  test('PPG-7 the day offered is half a year on, or the last the content is valid', () => {
    const today = Date.parse('2026-11-23T02:00:00Z')
    expect(lastDay(today, null)).toEqual({ chosen: '2027-05-22', latest: '2027-11-23' })
    expect(lastDay(today, '2027-02-28T16:00:00Z')).toEqual({ chosen: '2027-02-28', latest: '2027-02-28' })
  })

  test('PPG-7 days are the town’s, whatever the phone’s zone', () => {
    expect(dayWords('2026-11-22T17:00:00Z', 'zh')).toBe('2026年11月23日')
    expect(dayWords('2027-02-27T17:00:00Z', 'en')).toBe('28 Feb 2027')
    expect(dayField('2027-02-04T17:00:00Z')).toBe('2027-02-05')
    expect(dayWords('soon', 'zh')).toBe('')
    expect(lastDayWords('2027-02-28T16:00:00Z', 'zh')).toBe('2027年2月28日')
  })
})

describe('PPG-8 what hangs where', () => {
  test('PPG-8 by village, the own first, newest first, what came down last', () => {
    const row = (id: string, unit: string, postedAt: string, takenDownAt: string | null = null) => ({
      id,
      unit,
      postedAt,
      takenDownAt,
      place: 'p',
      title: '甲',
      code: 'ABCDEFGH',
      until: '2026-12-31',
    })
    const units = new Map([
      ['c', '长山村'],
      ['h', '河西村'],
    ])
    const rows = [
      row('1', 'h', '2026-01-01'),
      row('2', 'c', '2026-01-02', '2026-02-01'),
      row('3', 'c', '2026-01-01'),
      row('4', 'c', '2026-01-03'),
    ]
    const beside = { units, places: new Map([['p', '村口']]), photos: new Map(), own: null }
    const villages = byVillage(rows, beside)
    expect(villages.map(({ name }) => name)).toEqual(
      ['长山村', '河西村'].toSorted((a, b) => a.localeCompare(b, 'zh-CN')),
    )
    for (const own of ['c', 'h'])
      expect(byVillage(rows, { ...beside, own }).map(({ unit }) => unit)[0]).toBe(own)
    const changshan = villages.find(({ name }) => name === '长山村')
    expect(changshan?.hanging).toBe(2)
    expect(changshan?.postings.map(({ id }) => id)).toEqual(['4', '3', '2'])
    expect(changshan?.postings[0]?.place).toBe('村口')
  })
})
