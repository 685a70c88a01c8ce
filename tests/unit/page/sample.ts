import fc from 'fast-check'
import type { ScreenProfile } from '../../../src/model/screen.ts'
import { glyphsOf } from '../../../src/page/glyphs.ts'
import { METRICS } from '../../../src/page/metrics.generated.ts'
import { prepare, type Prepared } from '../../../src/page/prepared.ts'
import { buildScreenProfile } from '../../builders/screen.ts'

export const preparedText = (text: string, accent = '', silent = true): Prepared =>
  prepare(glyphsOf(text, accent), METRICS, { silent })

const PHRASES =
  '高息返了|两个月|第三个月|人去楼空|天上不会|掉馅饼|保本|先打96110|再掏钱|免费体检|现场交钱|都是骗局|张阿姨|五万元|3.5万|老姐妹|电话|打不通|民警|说|您的银行卡|涉嫌洗钱|钱|了|贷款20000元|ATM|家里人|都不许告诉'.split(
    '|',
  )
const MARKS = ['', '', '', '，', '。', '？', '！', '、', '：', '；', '——', '……', ' ']

const quote = (text: string, how: number): string =>
  how === 1 ? `“${text}”` : how === 2 ? `《${text}》` : how === 3 ? `（${text}）` : text

/** Chinese text as people type it: phrases, marks between them, some in quotes or brackets. */
export const chineseText = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...PHRASES), fc.constantFrom(...MARKS), fc.nat(8)), {
      minLength: 1,
      maxLength: 14,
    })
    .map((parts) => {
      let text = ''
      for (const [phrase, mark, how] of parts) {
        const next = quote(phrase, how) + mark
        if (Array.from(text + next).length > most) break
        text += next
      }
      return text.trim()
    })
    .filter((text) => Array.from(text).length >= least)

/** Panels of every shape the product claims, read from near enough that text fits. */
export const anyPanel: fc.Arbitrary<ScreenProfile> = fc
  .record({
    size: fc.constantFrom(
      [1280, 720],
      [768, 384],
      [320, 160],
      [640, 32],
      [640, 96],
      [320, 32],
      [128, 64],
      [64, 64],
      [64, 16],
      [256, 256],
      [480, 288],
      [360, 640],
      [1080, 1920],
      [1920, 1080],
      [1920, 64],
      [96, 192],
    ),
    colour: fc.constantFrom('full' as const, 'mono' as const, 'dual' as const),
    indoor: fc.boolean(),
    typical: fc.integer({ min: 2, max: 9 }),
  })
  .map(({ size, colour, indoor, typical }) =>
    buildScreenProfile({
      width: size[0] ?? 0,
      height: size[1] ?? 0,
      colour,
      indoor,
      pitchMm: 10,
      distance: { near: 1, typical, far: 20 },
    }),
  )
