/** Numbers and amounts as people write them: `3.5万元`, `三万五千块`, `12,000`. */

const DIGITS = '零一二三四五六七八九'
const ALIKE: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 }
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

const plain = (text: string): string => Array.from(text, (c) => ALIKE[c] ?? c).join('')

/** A number in Chinese numerals; undefined where it is none. `三万五` counts its last digit by the unit before it. */
export const chineseNumber = (written: string): number | undefined => {
  const text = plain(written)
  if (!/^[零一二三四五六七八九十百千万亿]+$/u.test(text)) return undefined
  if (!/[十百千万亿]/u.test(text)) return Number(Array.from(text, (c) => DIGITS.indexOf(c)).join(''))
  let whole = 0
  let part = 0
  let digit = 0
  let last = 1
  for (const c of text) {
    const [unit, large] = [UNITS[c], LARGE[c]]
    if (unit !== undefined) {
      part += (digit || (part === 0 && unit === 10 ? 1 : digit)) * unit
      digit = 0
      last = unit / 10
    } else if (large !== undefined) {
      whole = large > 10_000 ? (whole + part + digit) * large : whole + (part + digit) * large
      part = 0
      digit = 0
      last = large / 10
    } else {
      digit = DIGITS.indexOf(c)
      if (c === '零') last = 1
    }
  }
  return whole + part + digit * last
}

/** An amount in a text: yuan, and where it stands (UTF-16 units). */
export type Amount = { readonly yuan: number; readonly start: number; readonly end: number }

const MONEY =
  /(?:(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,4})?|([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,20}))\s?(?:([十百千万亿]{0,3})(?:余|多|来)?([万亿]?)(?:余|多)?)\s?(元|块钱|块|圆|人民币)/gu

const scaleOf = (units: string): number =>
  Array.from(units).reduce((scale, c) => scale * (UNITS[c] ?? LARGE[c] ?? 1), 1)

/** Every amount of money in a text, in order. */
export const amountsIn = (text: string): readonly Amount[] =>
  [...text.matchAll(MONEY)].flatMap((found) => {
    const [whole, digits, decimals = '', numerals, scale = '', more = ''] = found
    const number =
      digits === undefined
        ? chineseNumber(numerals ?? '')
        : Number(`${digits.replaceAll(',', '')}${decimals}`)
    if (number === undefined || !Number.isFinite(number)) return []
    const yuan = number * scaleOf(scale) * scaleOf(more)
    return [{ yuan, start: found.index, end: found.index + whole.length }]
  })

/** A cell that is an amount and nothing else, with or without its unit; undefined where it is none. */
export const yuanIn = (text: string): number | undefined => {
  const written = text.normalize('NFKC').replace(/[\s¥￥]+|^(?:约|共|近|合计|总计|人民币)+/gu, '')
  const whole = /(?:元|块钱|块|圆)(?:整|左右|以上)?$/u.test(written)
    ? written.replace(/(?:整|左右|以上)$/u, '')
    : `${written.replace(/(?:左右|以上)$/u, '')}元`
  const [found, ...more] = amountsIn(whole)
  return found && more.length === 0 && found.start === 0 && found.end === whole.length
    ? found.yuan
    : undefined
}
