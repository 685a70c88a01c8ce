import fc from 'fast-check'

/** A text as people type it, and what in it no line may cut: known from how it was made, not asked of the code. */
export type Typed = { readonly text: string; readonly wholes: readonly string[] }

// prettier-ignore
const WHOLE = {
  sum: ['1280元', '￥12,800元', '12.5万元', '3千多元', '88888元', '0.5元', '20元钱', '300余万元', '9.9元', '1,234,567.89元', '￥99'],
  telephone: ['4008123456', '（023）49881110', '023-4988-1110', '400-812-3456', '96110', '12337', '110', '13812345678'],
  day: ['2026年11月29日', '11月29日', '2026.11.29', '2026年', '11月', '3月15日'],
  time: ['11:30—12:00', '9:00', '11点30分', '8点', '9:00-17:00'],
  paper: ['〔2022〕52号', '（2022）渝0118刑初3号', 'GB/T15834'],
  share: ['35%', '120㎡', '3.5倍', '60-80岁', '3至5天', '100%', '第3个月', '5G', '-5℃', '1/2'],
  address: ['www.12377.cn', 'https://www.12377.cn/a?b=1', 'report@12377.cn', 'APP', 'iPhone15', 'WeChat', 'Wi-Fi', 'ATM'],
  mark: ['——', '……'],
}

// prettier-ignore
const PART = {
  who: ['张阿姨', '独居的赵大爷', '王婶', '社区网格员', '孙伯的老伴', '一个自称民警的人', '李某某', '退休教师周老师', '对方', '“客服”'],
  did: ['接到陌生电话', '在公园领了鸡蛋', '点开了短信里的链接', '下载了会议软件', '把验证码念给了他', '到银行取钱', '扫了路边的二维码', '加了养生讲座的微信群',
    '签了以房养老合同', '听信高息理财', '忽然要借钱', '说他涉嫌洗钱', '承诺保本高息'],
  end: ['再也打不通了', '人去楼空', '才发现被骗', '全家都急坏了', '一分钱没要回来', '派出所追回一半', '血压一下子上去了', '公司已经搬空', '原来是合成的声音'],
  advice: ['先问儿女，再作决定', '挂断电话，别慌', '不转账、不扫码、不给验证码', '拿不准就去派出所问', '公安办案不要钱', '天上不会掉馅饼', '马上报警', '国家不会打电话要钱',
    '“安全账户”都是骗局', '看病去医院（正规医院）', '存折密码收好'],
  link: ['每月返', '交了', '要交', '一共转了', '只要', '欠费', '到账', '手续费'],
  rare: ['龑先生', '喆喆', '镕', '䶮女士', '堃叔', '☎', '✓', '⑳', 'lǜ', '淼淼'],
}

const of = <K extends keyof typeof WHOLE>(...kinds: K[]) =>
  fc
    .constantFrom(...kinds.flatMap((kind) => WHOLE[kind]))
    .map((whole): Typed => ({ text: whole, wholes: [whole] }))
const words = (kind: keyof typeof PART) =>
  fc.constantFrom(...PART[kind]).map((text): Typed => ({ text, wholes: [] }))
const plain = (text: string) => fc.constant<Typed>({ text, wholes: [] })
const row = (...parts: fc.Arbitrary<Typed>[]): fc.Arbitrary<Typed> =>
  fc.tuple(...parts).map((all) => ({
    text: all.map(({ text }) => text).join(''),
    wholes: all.flatMap(({ wholes }) => wholes),
  }))

const number = of('sum', 'telephone', 'day', 'time', 'paper', 'share', 'address')
const clause: fc.Arbitrary<Typed> = fc.oneof(
  row(words('who'), words('did')),
  row(words('who'), words('link'), of('sum')),
  row(of('day'), words('who'), words('did')),
  row(words('link'), of('sum', 'share'), plain('，'), words('end')),
  row(plain('“'), words('advice'), plain('”')),
  row(plain('他说：“点开‘'), of('address'), plain('’就行”')),
  row(plain('请打'), of('telephone')),
  row(of('time'), plain('去'), words('did')),
  row(words('end'), of('mark')),
  row(of('mark'), words('advice')),
  row(plain('《养老服务协议》'), of('paper')),
  row(plain('（'), number, plain('）'), words('end')),
  row(words('rare'), words('did')),
  words('advice'),
  words('end'),
  number,
)
const MARKS = ['，', '，', '，', '。', '！', '？', '：', '；', '、', '——', '……', '！！', ' ', '']

const sentence: fc.Arbitrary<Typed> = fc
  .array(fc.tuple(clause, fc.constantFrom(...MARKS)), { minLength: 1, maxLength: 5 })
  .map((all) => ({
    text: all.map(([{ text }, mark]) => text + mark).join(''),
    wholes: all.flatMap(([{ wholes }, mark]) => (/^(?:——|……)$/.test(mark) ? [...wholes, mark] : wholes)),
  }))
  // Two that touch are one, or none that anybody could tell apart.
  .filter(({ text }) => !/—{3}|…{3}|[\dA-Za-z％%]{2}(?:——|……)|(?:——|……)[\dA-Za-z]/u.test(text))
  .filter(({ text, wholes }) => wholes.every((whole) => isApart(text, whole)))

/** Nothing stands on either side that would make another whole of it. */
const isApart = (text: string, whole: string): boolean => {
  const at = text.indexOf(whole)
  const beside = (text[at - 1] ?? '') + (text[at + whole.length] ?? '')
  return /^[—…]/u.test(whole) || !/[0-9A-Za-z.,:/%—…@￥（）-]/u.test(beside.replace(/[（）]/gu, ''))
}

/** Seeded: the same texts on every machine, of `least` to `most` characters. */
export const corpus = (count: number, seed: number, most: number, least = 2): readonly Typed[] =>
  fc.sample(
    sentence
      .map(({ text, wholes }) => ({ text: text.trim(), wholes }))
      .filter(({ text }) => {
        const { length } = Array.from(text)
        return length >= least && length <= most && /\p{L}/u.test(text)
      }),
    { numRuns: count, seed },
  )
