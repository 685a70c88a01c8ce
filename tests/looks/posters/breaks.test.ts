import { describe, expect, it } from 'vitest'
import { sheetBreaks } from '../../../src/poster/index.ts'
import { breaksOf, IN_WORD, NEVER } from '../../../src/text/breaks.ts'
import { codePoints } from '../../../src/text/characters.ts'
import { DICTIONARY } from '../../builders/dictionary.ts'
import { cutsIn, textsOf } from './cuts.ts'
import { textLines } from './lines.ts'
import { press, SCHEMAS, SHEETS } from './sheets.ts'

/** One character a line, on purpose. */
const UPRIGHT = 'strip'

describe('TXT-4 paper breaks as panels do', () => {
  it.each(SCHEMAS.map(({ id }) => id).filter((id) => id !== UPRIGHT))(
    'TXT-1 TXT-2 TXT-4 %s: no sheet of the starter library cuts a number or a word',
    async (id) => {
      for (const { schema, name, data } of SHEETS.filter((sheet) => sheet.schema.id === id)) {
        const lines = (await textLines(press.pdf(schema.id, data))).map(({ text }) => text)
        expect([name, cutsIn(textsOf(data), lines)]).toEqual([name, []])
      }
    },
  )

  it('TXT-4 an amount in a beat stays whole however narrow the column', async () => {
    const [sheet] = SHEETS.filter(({ name }) => name === 'case-a3-case-typical')
    const lines = [
      '他一共被骗走现金12.5万元和金戒指两枚至今没有追回',
      '每月要交1280元手续费才能领到2026年11月29日的补贴',
    ]
    const data = { ...sheet!.data, lines }
    const set = (await textLines(press.pdf('case-a3', data))).map(({ text }) => text)
    for (const whole of ['12.5万元', '1280元', '2026年11月29日'])
      expect(set.some((line) => line.includes(whole))).toBe(true)
  })

  it('TXT-4 costs go to paper as they are on panels, his words with the quotation marks the library adds', () => {
    const data = {
      title: '要交1280元',
      lines: [],
      lesson: '',
      steps: [{ heSays: '不用住院', youDo: '先问大夫' }],
    }
    const breaks = sheetBreaks(data, ['先告诉儿女'], DICTIONARY)
    expect(Object.keys(breaks)).toEqual(expect.arrayContaining(['“不用住院”', '先问大夫', '先告诉儿女']))
    const costs = breaksOf(codePoints('要交1280元'), DICTIONARY).costs
    expect(breaks['要交1280元']).toEqual(
      costs.map((cost) => (cost === NEVER ? 1000 : cost >= IN_WORD ? 500 : Math.round(cost * 10))),
    )
  })
})
