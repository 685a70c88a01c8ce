import { isRefusal } from '../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSchema } from '../../../src/poster/schema.ts'
import { KIND_NAMES, buildSchema, buildSize } from '../../builders/print.ts'

const gotOf = (value: unknown): string => {
  const parsed = parseSchema(value, KIND_NAMES)
  expect(parsed).toMatchObject({ code: 'TEMPLATE_SCHEMA_INVALID' })
  return String((parsed as { got?: string }).got)
}

describe('schema.json', () => {
  it('PRT-10 a right one comes through as it is', () => {
    const schema = JSON.parse(JSON.stringify(buildSchema())) as unknown
    expect(parseSchema(schema, KIND_NAMES)).toEqual(schema)
    expect(parseSchema(buildSchema({ photo: null, contact: false, fields: {} }), KIND_NAMES)).toMatchObject({
      photo: null,
    })
  })

  it.each([
    ['id', { id: 'Case A3' }],
    ['id', { id: '../case' }],
    ['version', { version: 0 }],
    ['version', { version: 1.5 }],
    ['name_zh', { name_zh: '' }],
    ['name_en', { name_en: 'a\u0000b' }],
    ['kinds', { kinds: [] }],
    ['kinds[0]', { kinds: ['poem'] }],
    ['kinds', { kinds: ['case', 'case'] }],
    ['sizes', { sizes: [] }],
    ['sizes', { sizes: [buildSize(), buildSize()] }],
    ['sizes[0].widthMm', { sizes: [buildSize({ widthMm: Number.NaN })] }],
    ['sizes[0].heightMm', { sizes: [buildSize({ heightMm: 99_999 })] }],
    ['sizes[0].scale', { sizes: [{ ...buildSize(), scale: 0.5 }] }],
    ['sizes[0].ways[0]', { sizes: [{ ...buildSize(), ways: ['fax'] }] }],
    ['sizes[0].ways', { sizes: [buildSize({ scale: 0.1 })] }],
    ['pages', { pages: 0 }],
    ['fields.titel', { fields: { titel: { max: 3 } } }],
    ['fields.title.max', { fields: { title: { max: -1 } } }],
    ['fields.title.requird', { fields: { title: { max: 3, requird: true } } }],
    ['photo.a9', { photo: { a9: { widthMm: 10, heightMm: 10 } } }],
    ['photo.a3.heightMm', { photo: { a3: { widthMm: 10 } } }],
    ['required[0]', { required: ['logo'] }],
    ['contact', { contact: 'yes' }],
    ['colour', { colour: 'red' }],
  ])('PRT-10 the refusal names %s', (path, changes) => {
    expect(gotOf({ ...buildSchema(), ...changes }).split(' ')[0]).toBe(path)
  })

  it('PRT-10 every member is needed', () => {
    for (const name of Object.keys(buildSchema())) {
      const { [name]: _, ...rest } = buildSchema() as Record<string, unknown>
      expect(gotOf(rest).split(' ')[0]).toBe(name)
    }
  })

  it('PRT-10 never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parseSchema(value, KIND_NAMES)
        expect(isRefusal(parsed)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(buildSchema())), fc.jsonValue(), (name, value) => {
        expect(typeof parseSchema({ ...buildSchema(), [name]: value }, KIND_NAMES)).toBe('object')
      }),
    )
  })
})
