import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, paperNotes, sheetWordsOf } from '../../../src/content/index.ts'
import { fitsTemplate } from '../../../src/poster/fits.ts'
import { buildCase, buildSlogan, buildTechnique } from '../../builders/content.ts'
import { DICTIONARY, LETTERS } from '../../builders/dictionary.ts'
import { buildSchema } from '../../builders/print.ts'

const NOTICE = buildSchema({
  id: 'notice',
  name_zh: 'A4通知',
  name_en: 'A4 notice',
  kinds: ['case', 'technique', 'slogan'],
  fields: {
    title: { max: 12, required: true },
    accent: { max: 4 },
    lines: { max: 10, maxItems: 2 },
    lesson: { max: 8 },
    steps: { max: 6, maxItems: 2 },
    text: { max: 10, required: true },
  },
})
const LARGE = buildSchema({
  id: 'large',
  name_zh: '大海报',
  name_en: 'Large poster',
  fields: { title: { max: 30 } },
})
const SCHEMAS = [NOTICE, LARGE]

const notes = (body: Parameters<typeof paperNotes>[1]['body']) =>
  paperNotes(KINDS, { body }, SCHEMAS, DICTIONARY).map(({ code, field, hint, limit, got }) => ({
    code,
    field,
    hint,
    limit,
    got,
  }))

describe('PRT-22 what will not go on paper', () => {
  it('PRT-22 each text and list at its field of the form, with what would go and on what it does not', () => {
    const body = buildCase({
      title: '一二三四五六七八九十一二三',
      accent: '一二三四五',
      lines: ['短', '一二三四五六七八九十一', '短'],
      lesson: '一二三四五六七八九',
      photo: null,
    })
    expect(notes(body)).toEqual([
      { code: 'TEXT_NOT_ON_PAPER', field: 'title', hint: undefined, limit: 12, got: 'notice' },
      { code: 'TEXT_NOT_ON_PAPER', field: 'story', hint: 'line 2', limit: 10, got: 'notice' },
      { code: 'TEXT_NOT_ON_PAPER', field: 'lesson', hint: undefined, limit: 8, got: 'notice' },
      { code: 'TEXT_NOT_ON_PAPER', field: 'accent', hint: undefined, limit: 4, got: 'notice' },
      { code: 'LIST_NOT_ON_PAPER', field: 'story', hint: undefined, limit: 2, got: 'notice' },
    ])
    const [title] = paperNotes(KINDS, { body }, SCHEMAS, DICTIONARY)
    expect(title?.message_zh).toBe('屏上能播，“A4通知”上放不下；照这样写，前 12 个字都放得下')
    expect(title?.message_en).toBe(
      'Screens show it, but it does not go on: A4 notice. Its first 12 characters go on all of them',
    )
    const technique = buildTechnique({
      title: '短',
      accent: '',
      steps: Array.from({ length: 3 }, () => ({ heSays: '一二三四五六七', youDo: '短' })),
    })
    expect(notes(technique).map(({ field }) => field)).toEqual([
      ...[0, 1, 2].map((i) => `steps.${i}.heSays`),
      'steps',
    ])
    const [slogan] = paperNotes(
      KINDS,
      { body: buildSlogan({ text: '一'.repeat(12), accent: '' }) },
      SCHEMAS,
      DICTIONARY,
    )
    expect(slogan?.message_zh).toBe('屏上能播，每一种海报上放不下；照这样写，前 10 个字都放得下')
  })

  it('PRT-22 what is not told is taken by every template of its kind, by length and number', () => {
    const text = fc.integer({ min: 1, max: 16 }).map((most) => '钱'.repeat(most))
    const bodies = fc.oneof(
      fc
        .tuple(text, fc.array(text, { minLength: 1, maxLength: 4 }), text)
        .map(([title, lines, lesson]) => buildCase({ title, accent: '', lines, lesson, photo: null })),
      fc
        .tuple(text, fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }))
        .map(([title, steps]) =>
          buildTechnique({ title, accent: '', steps: steps.map(([heSays, youDo]) => ({ heSays, youDo })) }),
        ),
      text.map((words) => buildSlogan({ text: words, accent: '' })),
    )
    fc.assert(
      fc.property(bodies, (body) => {
        const words = sheetWordsOf(KINDS, { body })
        const own = SCHEMAS.filter(({ kinds }) => kinds.includes(words.kind))
        const named = paperNotes(KINDS, { body }, SCHEMAS, DICTIONARY).flatMap(({ got }) =>
          String(got).split(' '),
        )
        for (const schema of own)
          expect(fitsTemplate(schema, words, LETTERS).length > 0).toBe(named.includes(schema.id))
      }),
      { numRuns: 1000 },
    )
  })
})
