import { describe, expect, it } from 'vitest'
import { hasLetter, isReadable } from '../../../src/model/letter.ts'

describe('letter', () => {
  it.each(['石桥村', '3组', 'A', '〇·', 'é', '𠮷'])('PST-14 %j names something', (name) => {
    expect(hasLetter(name)).toBe(true)
  })

  it.each(['', ' ', '\u3000', '·', '……', '（）', '()', '110', '\u3164', '\u115f', '\u0301', '\u200b', '😀'])(
    'PST-14 %j names nothing',
    (name) => {
      expect(hasLetter(name)).toBe(false)
    },
  )

  it.each(['打96110', '110', 'A！', '〇', '①'])('I14 %j can be read', (text) => {
    expect(isReadable(text)).toBe(true)
  })

  it.each(['', ' ', '！！！', '……', '。', '？！ ：，', '!!', '“”', '\u3164', '\u200b', '😀', '～·%'])(
    'I14 %j cannot',
    (text) => {
      expect(isReadable(text)).toBe(false)
    },
  )
})
