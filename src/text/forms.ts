import { isHanzi } from './characters.ts'

/**
 * Radicals that PDF readers hand out for the whole character, and that Unicode decomposes to nothing: each with its
 * Equivalent_Unified_Ideograph, those alone that are a character by themselves.
 */
const RADICALS =
  '⺁厂⺈刀⺊卜⺌小⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺶羊⺼肉⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'
const WHOLE = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, i) => [RADICALS.charAt(2 * i), RADICALS.charAt(2 * i + 1)]),
)

const IS_FORM = /^[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]$/u

/**
 * The unified character of a radical or compatibility form; the same where there is none. Signs of several parts (㎡, ℃,
 * ①, ½) are no forms of a character and stay.
 */
export const unified = (c: string): string => {
  if (!IS_FORM.test(c)) return c
  const whole = WHOLE.get(c) ?? c.normalize('NFKC')
  return isHanzi(whole) && !IS_FORM.test(whole) ? whole : c
}
