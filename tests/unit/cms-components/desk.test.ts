import { describe, expect, test } from 'vitest'
import type { ClientField } from 'payload'
import { labelOf } from '../../../cms/components/writing/labels.ts'
import { dayAndTime } from '../../../cms/web/language.ts'
import { readReport, sentencesOf } from '../../../cms/components/screens/health.ts'
import { captionOf, gridWords, parseGridKey } from '../../../cms/components/submission/caption.ts'
import { gridKey, type ScreenProfile } from '../../../src/model/screen.ts'
import type { Page, TextOp } from '../../../src/model/page.ts'

const profile: ScreenProfile = {
  width: 640,
  height: 32,
  pitchMm: 10,
  colour: 'mono',
  ink: 'red',
  distance: { near: 4, typical: 10, far: 20 },
  roadFacing: false,
  indoor: false,
}

const text = (size: number, quiet?: true): TextOp => ({
  op: 'text',
  font: 'sans',
  size,
  y: size,
  xs: [0],
  text: '字',
  fill: '#F2EFE8',
  ...(quiet && { quiet }),
})

const page = (...ops: TextOp[]): Page => ({
  width: 1280,
  height: 720,
  ground: '#000000',
  dwellMs: 15_000,
  template: 'case@1',
  ops,
})

describe('DESK-1 a frozen page is told in words', () => {
  test('DESK-1 a grid key is read back', () => {
    expect(gridWords(parseGridKey(gridKey(profile))!, 'zh')).toBe('640×32 单红 P10')
    expect(gridWords(parseGridKey(gridKey({ ...profile, colour: 'full', pitchMm: 2.5 }))!, 'zh')).toBe(
      '640×32 全彩 P2.5',
    )
    expect(parseGridKey('something else')).toBeUndefined()
  })

  test('DESK-1 height and distance are those of the smallest writing that is there to be read', () => {
    expect(captionOf(page(text(112), text(92), text(46, true)), 0, 4, 4, 'zh')).toBe(
      '第 1 页，共 4 页 · 字高 368 毫米，30 米外看得清 · 停 15 秒',
    )
    expect(captionOf(page(text(46, true)), 1, 2, 4, 'en')).toBe('Page 2 of 2 · stays 15 s')
  })
})

describe('DESK-2 a fault names the field as the form does', () => {
  const fields = [
    { type: 'row', fields: [{ name: 'title', type: 'text', label: '标题' }] },
    {
      name: 'steps',
      type: 'array',
      label: '步骤',
      fields: [{ name: 'heSays', type: 'text', label: '他说' }],
    },
  ] as unknown as readonly ClientField[]
  const i18n = { language: 'zh', fallbackLanguage: 'zh' } as never

  test.each([
    ['title', '标题'],
    ['steps.1.heSays', '步骤 2 · 他说'],
    ['nothing', ''],
  ])('DESK-2 %s is called %s', (path, label) => expect(labelOf(fields, path, i18n)).toBe(label))
})

describe('DESK-3 what an installer must know of a screen is a sentence', () => {
  const report = {
    userAgent: 'x',
    canvas: { width: 640, height: 32 },
    window: { width: 640, height: 32 },
    devicePixelRatio: 1,
    secureContext: true,
    storageBytes: null,
  }

  test('DESK-3 a sound screen has nothing amiss', () => {
    expect(sentencesOf(report, profile, 'zh').map(({ tone }) => tone)).toEqual(['done'])
  })

  test('DESK-3 plain http, scaling and a small window are told', () => {
    const poor = {
      ...report,
      secureContext: false,
      devicePixelRatio: 1.25,
      window: { width: 400, height: 20 },
    }
    const told = sentencesOf(poor, profile, 'zh')
    expect(told.map(({ tone }) => tone)).toEqual(['care', 'care', 'care'])
    expect(told[1]?.text).toContain('1.25')
    expect(told[2]?.text).toContain('400×20')
  })

  test.each([undefined, '', '{', '[]', '{"devicePixelRatio":"2"}'])('DESK-3 report %j is none', (stored) => {
    expect(readReport(stored)).toBeUndefined()
  })

  test('DESK-3 a stored report is read back', () => {
    expect(readReport(JSON.stringify(report))).toEqual(report)
  })
})

test('DESK-4 times are told in the zone of the town', () => {
  expect(dayAndTime('2026-11-23T00:05:00.000Z', 'zh')).toBe('2026年11月23日 08:05')
  expect(dayAndTime('2026-11-23T16:05:00.000Z', 'en')).toBe('24 Nov 2026, 00:05')
  expect(dayAndTime('never', 'zh')).toBe('')
})
