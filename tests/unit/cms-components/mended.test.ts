import { describe, expect, it } from 'vitest'
import { mendedWords, putBackWords } from '../../../cms/components/writing/mended-words.ts'
import { fieldsLeft, noteMending, placesLeft, putBack } from '../../../cms/components/writing/mendings.ts'
import { fieldAt } from '../../../cms/components/writing/labels.ts'
import { shapeOf } from '../../../cms/writing/shape.ts'
import { mend } from '../../../src/text/mend.ts'

describe('what a form says it put right', () => {
  it('MEND-6 says how many places and which, in both languages', () => {
    const { mends } = mend('• 钱!!\u200b', 'line')
    expect(mendedWords(mends, 'zh')).toBe('已替您改了 3 处：删去“•”；!! → ！！；删去看不见的字符')
    expect(mendedWords(mends, 'en')).toBe(
      '3 places put right: “•” taken out; !! → ！！; characters nobody sees taken out',
    )
    expect(mendedWords(mend('  钱', 'line').mends, 'en')).toBe(
      '1 place put right: blanks before a line taken out',
    )
    const many = mend('钱!!包...快,问:谁;那(里)"好"', 'line').mends
    expect(mendedWords(many, 'zh')).toMatch(/^已替您改了 9 处：.* 等$/)
  })

  it('MEND-4 putting back leaves those places alone from then on, and says what had to be put right', () => {
    const row = 'cases/1'
    const typed = '钱!!\u200b'
    const { text, mends } = mend(typed, 'line')
    noteMending(row, 'steps.0.heSays', { typed, stands: text, mends })
    expect(placesLeft(row, 'steps.0.heSays')).toEqual([])
    expect(putBack(row, 'steps.0.heSays', 'line')).toBe('钱!!')
    expect(mend('钱!!包,好', 'line', placesLeft(row, 'steps.0.heSays')).text).toBe('钱!!包，好')
    expect(fieldsLeft(row)).toEqual(['steps'])
    expect(fieldsLeft('cases/11')).toEqual([])
    expect(putBackWords(mends, 'zh')).toBe('已放回您写的样子，只有 1 处必须改：删去看不见的字符')
    expect(putBackWords(mend('钱!!', 'line').mends, 'zh')).toBe('已放回您写的样子')
    expect(putBack(row, 'title', 'line')).toBe('')
  })

  it('MEND-6 a field is mended as its kind asks; what people do not write is not', () => {
    const step = { name: 'heSays', type: 'text' as const }
    const fields = [
      { name: 'steps', type: 'array' as const, fields: [step] },
      { name: 'text', type: 'text' as const, admin: { custom: { halves: true } } },
    ]
    expect(fieldAt(fields as never, 'steps.3.heSays')).toBe(step)
    expect(fieldAt(fields as never, 'steps.3.gone')).toBeUndefined()
    expect(shapeOf(step)).toBe('line')
    expect(shapeOf(fields[1]!)).toBe('halves')
    expect(shapeOf({ type: 'textarea' })).toBe('lines')
    expect(shapeOf({ type: 'date' })).toBeUndefined()
    expect(shapeOf({ type: 'text', admin: { readOnly: true } })).toBeUndefined()
  })
})
