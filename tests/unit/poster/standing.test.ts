import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strangeWords } from '../../../src/poster/standing.ts'
import { trialData } from '../../../src/poster/trial.ts'
import { CASE_ON_PAPER, buildSchema, PRINT_NOW } from '../../builders/print.ts'

const data = {
  ...trialData(buildSchema(), { kind: CASE_ON_PAPER, size: 'a3', way: 'office' }, 'longest', PRINT_NOW),
  title: '高息返利是鱼饵',
  lesson: '保本高息，都是骗。',
}

describe('standing words', () => {
  it('TPL-26 words of release and records are known however their lines break, and in parts', () => {
    expect(strangeWords(['高息返利', '是鱼饵', '保本高息', '都是骗', '1', '96110'], data, [])).toEqual([
      '96110',
    ])
    expect(strangeWords(['高息返利', '印制', '是鱼饵'], data, ['印制'])).toEqual([])
    expect(strangeWords([data.hotline.number, data.emergency.number, data.code], data, [])).toEqual([])
  })

  it('TPL-26 what a template adds is named, whole, until it is written down', () => {
    const runs = ['高息返利是鱼饵', '请记住，', '先问家里人', '内容第', '999', '版']
    expect(strangeWords(runs, data, [])).toEqual(['请记住先问家里人内容第', '版'])
    expect(strangeWords(runs, data, ['请记住', '先问家里人', '内容第…版'])).toEqual([])
    expect(strangeWords(['打', '13800001111', '110'], data, ['打'])).toEqual(['13800001111'])
    expect(strangeWords([data.hotline.number.slice(1)], data, [])).toHaveLength(1)
  })

  it('TPL-26 nothing that is written down is strange, whatever it is and wherever it breaks', () => {
    const words = fc.stringMatching(/^[一-龥，。！]{1,20}$/)
    fc.assert(
      fc.property(words, fc.nat(20), (phrase, at) => {
        expect(strangeWords([phrase.slice(0, at), phrase.slice(at)], data, [phrase])).toEqual([])
      }),
    )
  })
})
