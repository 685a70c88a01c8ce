import { describe, expect, it } from 'vitest'
import { NO_QR, sheetData, type Prepared } from '../../../src/poster/sheet-data.ts'
import { buildCase, buildSlogan, buildTechnique, buildWords } from '../../builders/content.ts'
import { buildOrder, buildSchema, buildSize, PRINT_NOW } from '../../builders/print.ts'

const prepared: Prepared = {
  code: '7K3D92MQ',
  qr: { path: '/job/qr.svg', words: 'https://shield.example.cn/v/7K3D-92MQ' },
  photoPath: '/job/photo.jpg',
  now: PRINT_NOW,
  palette: 'rgb',
}
const dataOf = (order = buildOrder(), changes: Partial<Prepared> = {}, schema = buildSchema()) =>
  sheetData(order, schema, { ...prepared, ...changes })

describe('sheet data', () => {
  it('PRT-11 a case is all on the sheet, dates in Chinese, the last day is the one before midnight', () => {
    const data = dataOf()
    expect(data).toMatchObject({
      kind: 'case',
      title: buildCase().title,
      lesson: buildCase().lesson,
      steps: [],
      fraudClass: '投资理财',
      campaign: '五间镇打击整治养老诈骗专项行动',
      photo: { path: '/job/photo.jpg', alt: '鱼钩钩着钞票' },
      hotline: { prompt: '拿不准？先打', number: '96110' },
      emergency: { prompt: '已交钱？马上打', number: '110' },
      issuer: '五间镇平安办',
      unit: '下溪村',
      date: '2026年11月20日',
      validUntil: '2027年2月28日',
      code: '7K3D-92MQ',
      edition: 3,
      noQr: '',
      contact: null,
      made: [2026, 11, 23],
    })
    expect(data.hotline).not.toHaveProperty('verifiedAt')
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  it('PRT-11 technique and slogan fill the same sheet', () => {
    expect(dataOf(buildOrder({}, { words: buildWords(buildTechnique()) }))).toMatchObject({
      kind: 'technique',
      steps: buildTechnique().steps,
      lines: [],
      photo: null,
    })
    expect(dataOf(buildOrder({}, { words: buildWords(buildSlogan()) }))).toMatchObject({
      kind: 'slogan',
      title: '天上不会 掉馅饼',
      accent: '馅饼',
      fraudClass: '',
    })
  })

  it('PRT-11 no QR code says why, no end says nothing', () => {
    expect(dataOf(buildOrder(), { qr: null })).toMatchObject({ qr: null, noQr: NO_QR })
    expect(dataOf(buildOrder({}, { validUntil: null })).validUntil).toBe('')
    expect(dataOf(buildOrder({}, { words: buildWords(buildCase({ photo: null })) })).photo).toBeNull()
    expect(dataOf(buildOrder(), { photoPath: null }).photo).toBeNull()
  })

  it('PRT-11 the office keeps inside its margins, the shop gets bleed and marks', () => {
    expect(dataOf().sheet).toEqual({
      size: 'a3',
      width: 297,
      height: 420,
      scale: 1,
      bleed: 0,
      marks: false,
      margin: 5,
      palette: 'rgb',
    })
    expect(dataOf(buildOrder({ way: 'shop' }), { palette: 'cmyk' }).sheet).toMatchObject({
      bleed: 3,
      marks: true,
      palette: 'cmyk',
    })
  })

  it('PRT-11 a banner is set at a tenth of its size', () => {
    const banner = buildSchema({ sizes: [buildSize({ widthMm: 6_000, heightMm: 700, scale: 0.1 })] })
    expect(dataOf(buildOrder(), {}, banner).sheet).toMatchObject({ width: 6_000, height: 700, scale: 0.1 })
  })

  it('PRT-3 the contact is printed tidy, and only where the template has a place for it', () => {
    const order = buildOrder({ contact: { name: ' 王芳 ', number: '138-1234-5678' } })
    expect(dataOf(order).contact).toEqual({ name: '王芳', number: '13812345678' })
    expect(dataOf(order, {}, buildSchema({ contact: false })).contact).toBeNull()
  })

  it('PRT-6 a size the template lacks never gets so far', () => {
    expect(() => dataOf(buildOrder({ size: 'a0' }))).toThrow(RangeError)
  })
})
