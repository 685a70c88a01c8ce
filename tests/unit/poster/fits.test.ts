import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsTemplate, suggestTemplates } from '../../../src/poster/fits.ts'
import { buildCase, buildSlogan, buildTechnique, buildWords } from '../../builders/content.ts'
import { LETTERS } from '../../builders/dictionary.ts'
import { buildSchema } from '../../builders/print.ts'

const poster = buildSchema()
const banner = buildSchema({
  id: 'banner',
  name_zh: '横幅',
  name_en: 'Banner',
  kinds: ['slogan', 'case'],
  fields: { title: { max: 12 } },
  photo: null,
})
const steps = buildSchema({
  id: 'steps',
  kinds: ['technique'],
  fields: { title: { max: 30 }, steps: { max: 20, maxItems: 4, required: true } },
})
const all = [poster, banner, steps]

describe('fits', () => {
  it('PRT-5 a content its template takes has no fault', () => {
    expect(fitsTemplate(poster, buildWords(buildCase()), LETTERS, all)).toEqual([])
    expect(fitsTemplate(banner, buildWords(buildSlogan()), LETTERS, all)).toEqual([])
    expect(fitsTemplate(steps, buildWords(buildTechnique()), LETTERS, all)).toEqual([])
  })

  it('PRT-5 another kind of content is refused as that, whatever its lengths', () => {
    expect(
      fitsTemplate(poster, buildWords(buildSlogan({ text: '长'.repeat(99) })), LETTERS, all),
    ).toMatchObject([{ code: 'PRINT_TEMPLATE_UNFIT', field: 'template' }])
  })

  it('PRT-5 lengths are counted in characters, not in units of memory', () => {
    const thirty = '𠮷'.repeat(30)
    expect(fitsTemplate(poster, buildWords(buildCase({ title: thirty, accent: '' })), LETTERS)).toEqual([])
    expect(
      fitsTemplate(poster, buildWords(buildCase({ title: `${thirty}啊`, accent: '' })), LETTERS),
    ).toMatchObject([{ code: 'PRINT_OVERFLOW', field: 'title', limit: 30, got: 31 }])
  })

  it('PRT-5 says which field, its limit and length, and where it would fit', () => {
    const long = buildWords(buildCase({ lines: [], title: '高息返了两个月第三个月人去楼空', accent: '' }))
    const [fault] = fitsTemplate(banner, long, LETTERS, [
      banner,
      buildSchema({ id: 'wide', name_zh: '长横幅', name_en: 'Long banner', fields: { title: { max: 20 } } }),
    ])
    expect(fault).toMatchObject({ code: 'PRINT_OVERFLOW', field: 'title', limit: 12, got: 15, hint: 'wide' })
    expect(fault?.message_zh).toBe('标题放不下：最多12个字，现在15个字。可以改用：长横幅')
    expect(fault?.message_en).toContain('Long banner')
  })

  it('PRT-5 5,000 characters are an overflow of their line', () => {
    expect(
      fitsTemplate(poster, buildWords(buildCase({ lines: ['好', '字'.repeat(5_000)] })), LETTERS),
    ).toMatchObject([{ code: 'PRINT_OVERFLOW', field: 'lines.1', limit: 60, got: 5_000 }])
  })

  it('PRT-5 a missing field is named in both languages, too many entries are counted', () => {
    const [gone] = fitsTemplate(poster, buildWords(buildCase({ lines: [] })), LETTERS)
    expect(gone).toMatchObject({ code: 'PRINT_FIELD_MISSING', field: 'lines' })
    expect(gone?.message_zh).toContain('正文')
    expect(gone?.message_en).toContain('story')
    const step = { heSays: '一', youDo: '二' }
    expect(
      fitsTemplate(
        steps,
        buildWords(buildTechnique({ steps: Array.from({ length: 5 }, () => step) })),
        LETTERS,
      ),
    ).toMatchObject([{ code: 'TOO_MANY_ITEMS', field: 'steps', limit: 4, got: 5 }])
    const withPhoto = buildSchema({ fields: { ...poster.fields, photo: { max: 0, required: true } } })
    expect(fitsTemplate(withPhoto, buildWords(buildCase({ photo: null })), LETTERS)).toMatchObject([
      { code: 'PRINT_FIELD_MISSING', field: 'photo' },
    ])
  })

  it('PRT-5 what is suggested fits, what is not suggested does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 12 }), (length, lines) => {
        const body = buildWords(
          buildCase({
            title: '字'.repeat(length),
            accent: '',
            lines: Array.from({ length: lines }, () => '一行'),
          }),
        )
        const suggested = suggestTemplates(all, body, LETTERS)
        for (const schema of all)
          expect(suggested.includes(schema.id)).toBe(fitsTemplate(schema, body, LETTERS, all).length === 0)
      }),
    )
  })
})
