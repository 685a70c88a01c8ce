import fc from 'fast-check'
import { corpus } from './corpus.ts'
import { markedText } from './marked.ts'

const LATIN =
  'APP WeChat WWWWWWWW iPhone15 www.12377.cn MMMM 点开 下载 ＡＰＰ ％ 1234567890 4008123456 12,800元 ， “ ” ——'.split(
    ' ',
  )

const headOf = (text: string, most: number): string => Array.from(text).slice(0, most).join('').trim()

const joined = (pieces: readonly string[], between: string, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 10, maxLength: 10 })
    .map((all) => headOf(all.join(between), most))
    .filter((text) => /\p{L}/u.test(text))

/**
 * Texts of nearly `most` characters: starter words run together, the corpus, marks piled up, Latin letters and digits,
 * one character again and again.
 * @param starter texts of the starter library
 */
export const nearLimit =
  (starter: readonly string[], seed: number) =>
  (most: number): fc.Arbitrary<string> => {
    const typed = corpus(40, seed, most, Math.max(2, Math.floor(most * 0.7)))
    return fc.oneof(
      { weight: 4, arbitrary: joined(starter, '，', most) },
      { weight: 3, arbitrary: fc.constantFrom(...typed.map(({ text }) => text)) },
      { weight: 2, arbitrary: markedText(most, Math.max(1, Math.floor(most * 0.6))) },
      { weight: 1, arbitrary: joined(LATIN, '', most) },
      { weight: 1, arbitrary: fc.constant('钱'.repeat(most)) },
    )
  }
