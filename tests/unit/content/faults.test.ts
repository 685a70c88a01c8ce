import { describe, expect, it } from 'vitest'
import { contentFaults, glyphFaults, KINDS, type Missing } from '../../../src/content/index.ts'
import type { ContentBody } from '../../../src/model/content.ts'
import { buildCase, buildSlogan, buildTechnique, laidOut } from '../../builders/content.ts'
import { DEMO_SCREENS } from '../../builders/screen.ts'

const codes = (body: ContentBody) =>
  contentFaults(KINDS, { body }, (text) => [...text].filter((c) => c === '㘄')).map(
    (f) => `${f.code} ${f.field}`,
  )

describe('content faults', () => {
  it('I14 nothing is wrong with good content', () => {
    for (const body of [buildCase(), buildTechnique(), buildSlogan()]) expect(codes(body)).toEqual([])
    expect(codes(buildCase({ lesson: '', accent: '' }))).toEqual([])
  })

  it('I14 every fault has its field', () => {
    expect(codes(buildCase({ title: '  ', accent: '' }))).toEqual(['TEXT_EMPTY title'])
    expect(codes(buildCase({ title: '字'.repeat(5000), accent: '' }))).toEqual(['TEXT_TOO_LONG title'])
    expect(codes(buildCase({ lines: ['好', 'a\u0007b'] }))).toEqual(['TEXT_CONTROL_CHAR story'])
    expect(codes(buildCase({ lesson: 'x\ud800y' }))).toEqual(['TEXT_NOT_UNICODE lesson'])
    expect(codes(buildCase({ lines: [] }))).toEqual(['TEXT_EMPTY story'])
    expect(codes(buildCase({ lines: Array.from({ length: 13 }, () => '好人') }))).toEqual([
      'TOO_MANY_ITEMS story',
    ])
    expect(codes(buildTechnique({ steps: [{ heSays: '', youDo: '不' }] }))).toEqual([
      'TEXT_EMPTY steps.0.heSays',
    ])
    expect(codes(buildTechnique({ steps: [] }))).toEqual(['TEXT_EMPTY steps'])
    expect(codes(buildSlogan({ text: '天㘄', accent: '' }))).toEqual(['GLYPH_MISSING text'])
    expect(codes(buildSlogan({ accent: '地下' }))).toEqual(['ACCENT_NOT_IN_TEXT accent'])
  })

  it('I14 says what and how much', () => {
    expect(
      contentFaults(KINDS, { body: buildSlogan({ text: '一'.repeat(41), accent: '' }) })[0],
    ).toMatchObject({
      limit: 40,
      got: 41,
      message_zh: '文字太长：最多 40 个字，现在 41 个字',
    })
    expect(
      contentFaults(KINDS, { body: buildSlogan({ text: '天\u200b上\u202e', accent: '' }) })[0]?.got,
    ).toBe('U+200B U+202E')
  })

  it.each(['！！！', '……', '。', '？！ ：，', '!!', '“”', '—— ……', '·'])(
    'CMS-38 %j alone is nothing to read, in any field',
    (marks) => {
      expect(codes(buildSlogan({ text: marks, accent: '' }))).toEqual(['TEXT_WITHOUT_WORDS text'])
      expect(codes(buildCase({ title: marks, accent: '', lines: ['好', marks], lesson: marks }))).toEqual([
        'TEXT_WITHOUT_WORDS title',
        'TEXT_WITHOUT_WORDS story',
        'TEXT_WITHOUT_WORDS lesson',
      ])
      const steps = [
        { heSays: marks, youDo: '不听' },
        { heSays: '快交钱', youDo: marks },
      ]
      expect(codes(buildTechnique({ title: marks, accent: '', steps }))).toEqual([
        'TEXT_WITHOUT_WORDS title',
        'TEXT_WITHOUT_WORDS steps.0.heSays',
        'TEXT_WITHOUT_WORDS steps.1.youDo',
      ])
      expect(contentFaults(KINDS, { body: buildCase({ lines: ['好', marks] }) })[0]).toMatchObject({
        hint: 'line 2',
      })
    },
  )

  it('CMS-38 what no font draws is told by its name', () => {
    expect(codes(buildSlogan({ text: '㘄！', accent: '' }))).toEqual(['GLYPH_MISSING text'])
  })

  it('counts by code point, spaces tidied', () => {
    expect(codes(buildSlogan({ text: '𠮷'.repeat(40), accent: '' }))).toEqual([])
    expect(codes(buildSlogan({ text: `  ${'一'.repeat(40)}  `, accent: '' }))).toEqual([])
  })
})

describe('FNT-3 what only the pixel font lacks is a fault of the panels that need it', () => {
  const rare: Missing = (text, font) => [...text].filter((c) => font === 'pixel' && '㸌𬭊'.includes(c))
  const body = buildCase({ title: '㸌家坝的骗局', accent: '', lines: ['𬭊和㸌'], lesson: '先问儿女' })
  const on = (screen: keyof typeof DEMO_SCREENS) =>
    glyphFaults(KINDS, { body }, laidOut(body, DEMO_SCREENS[screen]).pages, rare)

  it('FNT-3 the words themselves are no fault', () => {
    expect(contentFaults(KINDS, { body }, rare)).toEqual([])
  })

  it('FNT-3 a full-colour panel shows them; a strip names each field, the characters and itself', () => {
    expect(on('wall')).toEqual([])
    expect(on('strip').map(({ code, field, got, hint }) => [code, field, got, hint])).toEqual([
      ['GLYPH_NOT_ON_SCREEN', 'title', '㸌', '640×32'],
      ['GLYPH_NOT_ON_SCREEN', 'story', '㸌𬭊', '640×32'],
    ])
  })

  it('FNT-3 what stands in no field, as in the hotline, is named all the same', () => {
    const { pages } = laidOut(body, DEMO_SCREENS.strip, { hotline: { prompt: '𬭊', number: '110' } })
    expect(glyphFaults(KINDS, { body: buildSlogan() }, pages, rare)).toMatchObject([{ got: '㸌𬭊' }])
  })
})
