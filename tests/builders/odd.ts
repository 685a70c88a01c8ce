import fc from 'fast-check'

const cut = (text: string, most: number): string => Array.from(text.repeat(most)).slice(0, most).join('')

/** Made of one thing, as long as a field lets it be: what no line can break, and what takes most room. */
// prettier-ignore
const EXTREMES = [
  'W', '张', '！', '，', '——', '……', '“', '‘“', '（', 'abcdefghij', '0123456789', '12,800元', '￥', '％', 'ü',
  'www.fangzha-shibanqiao.gov.cn/', 'a@b.cn ', '钱 ', 'A钱', '1钱，', '钱。', '⑳', '㎡', '½', '々', '〇', '·', '-', '~', '_',
]

/** Words of machines, of other scripts, of signs, and what looks like the language of a template. */
// prettier-ignore
const ODD = [
  '', ' ', '　', '\n', '\t', '0', 'null', 'undefined', '[object Object]', '{"a":1}', '<b>钱</b>', '&amp;', '%s', '{x}',
  '#panic("x")', '#let x', '$x^2$', '@ref', '<label>', '*粗*', '_斜_', '`码`', '//注', '/*注*/', '\\u{4e00}', '\\', '"', "'",
  'العربية', 'עברית', 'ไทย', 'हिन्दी', '한국어', 'ひらがな', 'カタカナ', 'Ελληνικά', 'Кириллица', 'ñé', 'e\u0301', 'Z\u0338a',
  '👍', '👨\u200d👩\u200d👧', '🇨🇳', '☎', '✓', '★', '№', '℃', '™', '𠮷', '𠀀', '䶮', '\ufffd', '\u200b', '\u202e反', '\ue000',
  '钱\u2028包', '钱\u00a0包', '⼥', '⻓', '\uf900', 'ﷺ', '〱', '︙', '﹁', '１２', 'Ａｂ', '｡', '......', '!!!', '--', '=', '+86 139',
]

/** Odd strings, always the same for a seed: the extremes at several lengths, the oddities, and any characters at all. */
export const oddStrings = (count: number, seed: number): readonly string[] => {
  const known = [
    ...ODD,
    ...EXTREMES.flatMap((one) => [12, 24, 30, 60].map((most) => cut(one, most))),
    ...ODD.filter((one) => one !== '').map((one) => `钱${cut(one, 20)}`),
  ]
  const any = fc
    .array(fc.integer({ min: 0, max: 0x10ffff - 0x800 }), { minLength: 1, maxLength: 30 })
    .map((points) => String.fromCodePoint(...points.map((at) => (at < 0xd800 ? at : at + 0x800))))
  const mixed = fc
    .array(fc.constantFrom(...EXTREMES, ...ODD), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(''))
  const made = fc.sample(fc.oneof(any, mixed), { numRuns: Math.max(0, count), seed })
  const all = [...known, ...made]
  const order = fc.sample(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), {
    numRuns: 1,
    seed,
  })
  return (order[0] ?? all).slice(0, count)
}
