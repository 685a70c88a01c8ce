import fc from 'fast-check'

/** Marks as people pile them up: doubled, mixed, half width, at quotes and brackets. */
export const CLUSTERS: readonly string[] = [
  '！！|！！！|？！|！？|？？|：，|，，|、、|。。|……|……！|！……|——，|——',
  '”！|！”|。”|，”|）。|。）|》，|”，“|：“|，“|，《|（|“|！“',
  '!!|?!|!?|,,|!,|，!|! !|！ ！|...|~|～！|%|·|；| |　',
].flatMap((row) => row.split('|'))

const WORDS =
  '保本高息都是骗 先问儿女 再交钱 老人 免费体检 领鸡蛋 验证码 转账 打96110 110 3000元 50% 12:30 3,000元 李 挂断电话 银行卡 5万 2026年11月23日 APP'.split(
    ' ',
  )

const within = (pieces: readonly string[], most: number): string => {
  let text = ''
  for (const piece of pieces) if ([...text, ...piece].length <= most) text += piece
  // The form's own tidying: no space at the ends, one at most between.
  return text.replace(/\s+/gu, ' ').trim()
}

const pieces = (most: number) =>
  fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...CLUSTERS)), {
    minLength: 1,
    maxLength: most,
  })

/** Words and clusters of marks in any order, `least` to `most` characters, with a letter somewhere. */
export const markedText = (most: number, least = 1): fc.Arbitrary<string> =>
  pieces(Math.min(most, 12))
    .map((all) => within(all, most))
    .filter((text) => /\p{L}/u.test(text) && [...text].length >= least)

/** Marks and blanks alone, as old releases may hold them. */
export const marksAlone = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...CLUSTERS), { minLength: 1, maxLength: 3 })
    .map((all) => within(all, most))
    .filter((text) => text !== '')
