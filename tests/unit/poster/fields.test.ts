import { describe, expect, it } from 'vitest'
import { isFieldName, lengthOf, limitOf, textsOf } from '../../../src/poster/fields.ts'
import { buildCase, buildSlogan, buildTechnique, buildWords } from '../../builders/content.ts'
import { buildSchema } from '../../builders/print.ts'

describe('fields', () => {
  it('PRT-5 every text of every kind of content is looked at', () => {
    expect(
      textsOf(buildWords(buildCase({ lines: ['一', '二'] }))).map(
        ({ field, item }) => `${field}${item ?? ''}`,
      ),
    ).toEqual(['title', 'accent', 'lines0', 'lines1', 'lesson'])
    expect(textsOf(buildWords(buildTechnique())).map(({ field, item }) => `${field}${item ?? ''}`)).toEqual([
      'title',
      'accent',
      'steps0',
      'steps0',
      'steps1',
      'steps1',
    ])
    expect(textsOf(buildWords(buildSlogan())).map(({ text }) => text)).toEqual(['天上不会 掉馅饼', '馅饼'])
  })

  it('PRT-5 a slogan in a template for titles has the title’s limit, and no field is inherited from objects', () => {
    const titles = buildSchema({ fields: { title: { max: 12 } } })
    expect(limitOf(titles, 'text')).toEqual({ max: 12 })
    expect(limitOf(titles, 'lines')).toBeUndefined()
    expect(isFieldName('toString')).toBe(false)
    expect(lengthOf('𠮷😱a')).toBe(3)
  })
})
