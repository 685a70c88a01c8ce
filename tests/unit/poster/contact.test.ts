import { isRefusal } from '../../../src/errors/is-refusal.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkContact } from '../../../src/poster/contact.ts'
import { anyText } from '../../builders/text.ts'

describe('contact', () => {
  it('PRT-3 forgives spaces, hyphens and full-width digits', () => {
    expect(checkContact({ name: ' 网格员  王芳 ', number: '138 1234-5678' })).toEqual({
      name: '网格员 王芳',
      number: '13812345678',
    })
    expect(checkContact({ name: '村委会', number: '０２３—４９８１' })).toEqual({
      name: '村委会',
      number: '0234981',
    })
    expect(checkContact({ name: '阿依古丽·买买提', number: '110' })).toEqual({
      name: '阿依古丽·买买提',
      number: '110',
    })
  })

  it.each([
    ['', '110'],
    ['一二三四五六七八九十一', '110'],
    ['<b>王</b>', '110'],
    ['#read("x")', '110'],
    ['*王芳*', '110'],
    ['王\u202e芳', '110'],
    ['王\u0000', '110'],
    ['王😱', '110'],
    ['\ud842', '110'],
    ['·', '110'],
    ['（ ）', '110'],
    ['()', '110'],
    ['138', '110'],
    ['\u3164', '110'],
  ])('PRT-3 refuses the name %j', (name, number) => {
    expect(checkContact({ name, number })).toMatchObject({
      code: 'PRINT_CONTACT_INVALID',
      field: 'contact.name',
      limit: 10,
    })
  })

  it.each(['', '11', '1234567890123', '138x', '138+1', '一一〇', '+8613812345678'])(
    'PRT-3 refuses the number %j',
    (number) => {
      expect(checkContact({ name: '王芳', number })).toMatchObject({
        code: 'PRINT_CONTACT_INVALID',
        field: 'contact.number',
      })
    },
  )

  it('PRT-3 what passes is clean, whatever was typed, and passes again unchanged', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, number) => {
        const checked = checkContact({ name, number })
        if (isRefusal(checked)) return
        expect(checked.number).toMatch(/^\d{3,12}$/)
        expect(Array.from(checked.name).length).toBeLessThanOrEqual(10)
        expect(checked.name).not.toMatch(/[\p{C}<>&#*$_`@\\]/u)
        expect(checkContact(checked)).toEqual(checked)
      }),
    )
  })
})
