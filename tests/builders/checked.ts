/** Texts with what the checks must say of them, made by code: hundreds of each sort, false alarms included. */
import { checkDigitOf, isLuhn } from '../../src/checks/numbers.ts'
import type { CheckCode } from '../../src/checks/index.ts'

export type Checked = { readonly text: string; readonly codes: readonly CheckCode[] }

const SPELLED = Array.from('零一二三四五六七八九')
const FULL = Array.from('０１２３４５６７８９')

/** Ways in which a number is written so that a plain search does not find it. */
export const DISGUISES: Readonly<Record<string, (digits: string) => string>> = {
  plain: (digits) => digits,
  'full width': (digits) => digits.replace(/\d/g, (d) => FULL[Number(d)] ?? ''),
  numerals: (digits) => digits.replace(/\d/g, (d) => SPELLED[Number(d)] ?? ''),
  blanks: (digits) => digits.replace(/(.{4})(?=.)/g, '$1 '),
  'a blank after each': (digits) => Array.from(digits).join(' '),
  dots: (digits) => Array.from(digits).join('.'),
  'middle dots': (digits) => digits.replace(/(.{3})(?=.)/g, '$1·'),
  hyphens: (digits) => digits.replace(/(.{4})(?=.)/g, '$1-'),
  'zero width': (digits) => Array.from(digits).join('\u200b'),
  'word joiners': (digits) => Array.from(digits).join('\u2060'),
  'combining marks': (digits) => digits.replace(/(.{5})(?=.)/g, '$1\u0301'),
  circled: (digits) => digits.replace(/[1-9]/g, (d) => String.fromCharCode(0x2460 + Number(d) - 1)),
  mathematical: (digits) => digits.replace(/\d/g, (d) => String.fromCodePoint(0x1d7ce + Number(d))),
  'a line end': (digits) => `${digits.slice(0, 6)}\n${digits.slice(6)}`,
}

/** A valid identity number; `at` picks region, day and sex. Nobody's: all are born before 1900. */
export const idNumber = (at: number): string => {
  const region = ['110105', '500118', '310101', '440305', '650104'][at % 5] ?? ''
  const day = `18${String(80 + (at % 20)).padStart(2, '0')}${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`
  const seventeen = `${region}${day}${String(at % 1000).padStart(3, '0')}`
  return `${seventeen}${checkDigitOf(seventeen)}`
}

/** A number with the last digit of a card, of this length. */
export const cardNumber = (at: number, length: number): string => {
  const head = `62${String(2_202_000_000 + at * 7919).padEnd(length - 3, '3')}`.slice(0, length - 1)
  return head + (Array.from({ length: 10 }, (_, i) => String(i)).find((last) => isLuhn(head + last)) ?? '')
}

const mobile = (at: number): string => `1${3 + (at % 7)}${String(100_000_000 + at * 7_654_321).slice(0, 9)}`

const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))

const each = (codes: readonly CheckCode[], ...texts: readonly string[]): readonly Checked[] =>
  texts.map((text) => ({ text, codes }))

const DISGUISED = Object.values(DISGUISES)

const numbers = (): readonly Checked[] => [
  ...DISGUISED.flatMap((disguise, at) =>
    each(
      ['CHECK_ID_NUMBER'],
      `身份证号${disguise(idNumber(at * 13))}`,
      `他的身份证是${disguise(idNumber(at * 13 + 4))}。`,
    ),
  ),
  ...DISGUISED.flatMap((disguise, at) =>
    each(['CHECK_PHONE_NUMBER'], `有事打${disguise(mobile(at))}`, `联系人${disguise(mobile(at + 20))}`),
  ),
  ...DISGUISED.flatMap((disguise, at) => each(['CHECK_BANK_CARD'], `钱转到${disguise(cardNumber(at, 19))}`)),
  ...times(4, (at) => each(['CHECK_BANK_CARD'], `卡号：${cardNumber(at + 30, 16 + at)}`)).flat(),
  ...each(
    ['CHECK_ID_NUMBER'],
    '身份证110105491231002',
    '身份证 110105 491231 002',
    '（身份证500118195202301236）',
    '公民身份号码110105 1949 1231 002x',
  ),
  ...each(
    ['CHECK_PHONE_NUMBER'],
    '电话023-49871234',
    '电话：(023)49871234',
    '拨打4008123456',
    '热线 400-812-3456',
    '8008101234',
    '致电+86 138 1234 5678',
    '打49871234找他',
    '客服电话88886666',
    '老板电话010 6552 1234',
    '请拨12399',
  ),
  ...each(['CHECK_LONG_NUMBER'], '快递单号735829104417'),
]

const PLATES = [
  '渝A12345',
  '京AD12345',
  '川B·F8K21',
  '粤B 12D45',
  '皖S6666学',
  '云A12 345',
  '黑ZF99999',
  '沪ａ１２３４５',
]

const HOTLINES: readonly (readonly [string, string])[] = [
  ['96ll0', '96110'],
  ['9611O', '96110'],
  ['961 10', '96110'],
  ['96-110', '96110'],
  ['9 6 1 1 0', '96110'],
  ['96110l', ''],
  ['96I10', '96110'],
  ['g6110', '96110'],
  ['96119', '96110'],
  ['96101', '96110'],
  ['l2315', '12315'],
  ['1231S', '12315'],
  ['123 15', '12315'],
  ['1l0', '110'],
  ['11O', '110'],
]

const persons = (): readonly Checked[] => [
  ...['王建国', '李秀兰', '张桂英', '刘志强', '陈素芬', '杨玉珍', '赵德海', '欧阳建华'].flatMap((name) =>
    each(
      ['CHECK_REAL_NAME'],
      `${name}在公园领了鸡蛋`,
      `${name}老人投了十万`,
      `村民${name}被骗三万`,
      `${name}女士接到电话`,
      `受害人${name}，存折空了`,
      `骗子让${name}转钱`,
    ),
  ),
  ...each(['CHECK_REAL_NAME'], '王芳女士接到电话', '受害人李娜，钱没了', '上官云珠在听课', '王鑫女士去报案'),
  ...[
    '罪犯王建国',
    '骗子李秀兰',
    '嫌疑人张志强',
    '犯罪嫌疑人赵德海',
    '被告人陈素芬',
    '诈骗犯刘某',
    '罪犯王某某',
  ].map((who) => ({ text: `${who}骗走了养老钱`, codes: ['CHECK_SUSPECT_NAMED'] as const })),
  ...each(
    ['CHECK_ADDRESS'],
    '石桥村三组12号的婆婆，72岁',
    '家住幸福路18号3单元502室，被骗5万元',
    '锦绣小区5栋2单元的老人被骗八万',
  ),
  ...each(['CHECK_VILLAGE'], '石桥村的婆婆，72岁，被骗三万元'),
  ...each(['CHECK_MINOR_AGE'], '12岁的孙子', '十二岁的孩子', '小孙女9岁', '孙子十六岁半'),
  ...each(['CHECK_MINOR_SCHOOL'], '石桥小学的学生', '孙子在育才中学上学'),
  ...each(['CHECK_SCHOOL'], '石桥中学门口有人发传单'),
  ...each(
    ['CHECK_FIRM_ACCUSED'],
    '重庆金福来商贸有限公司骗走老人的钱',
    '康乐养老院非法集资',
    '建设银行骗走存款',
    '万家福投资公司跑路了',
  ),
]

const wordings = (): readonly Checked[] => [
  ...each(
    ['CHECK_LINK'],
    '登录www.baidu.com',
    '点http://t.cn/A6x',
    '网址 abc123.top',
    'yinhang。com',
    'www 点 icbc 点 com',
    'ＷＷＷ．ＢＡＩＤＵ．ＣＯＭ',
    '写信到wang@163.com',
    '加微信abc12345',
    'QQ群：66778899',
    'www.gov.cn.evil.com',
  ),
  ...each(['CHECK_SCAN'], '扫描二维码领鸡蛋', '请扫下方二维码', '长按识别', '扫码关注我们'),
  ...each(
    ['CHECK_TERM_FORBIDDEN'],
    '反炸宣传',
    '转帐前想一想',
    '帐 户被冻结',
    '帐\u200b户被冻结',
    '老·不·死',
    '身分证收好',
    '验正码别给',
  ),
  ...each(['CHECK_TERM_DOUBTFUL'], '都怪自己贪小便宜', '涉案的钱', '面向老年群体'),
  ...each(
    ['CHECK_SENTENCE_LONG'],
    '有人上门来说他家的房子可以换成养老金而且每个月都能按时领到手里还说这是国家的好政策谁先签谁先得',
  ),
  ...each(['CHECK_MANY_IDEAS'], '先挂断，再回拨，问儿女，问邻居，问村里，再报警'),
]

/** All that must be found. */
export const FOUND: readonly Checked[] = [
  ...numbers(),
  ...PLATES.map((plate) => ({ text: `车牌${plate}`, codes: ['CHECK_PLATE'] as const })),
  ...HOTLINES.filter(([, right]) => right !== '').map(([wrong]) => ({
    text: `拿不准，打${wrong}`,
    codes: ['CHECK_HOTLINE_WRONG'] as const,
  })),
  ...persons(),
  ...wordings(),
]

const AMOUNTS =
  '8 万 8 千 6 百 元|十二万|18.6万元|3000元|12,345元|￥12315|12315元|96110元|一万二千三百四十五元|3,000,000元|两万多块|0.5%|1.10元|100000000000元|98765户|12351人|三十八万六|10086次'.split(
    '|',
  )
const DAYS =
  '2026年11月30日|2026-11-30|2026.11.23-2026.12.31|2026/11/30|08:00-12:00|08:00-12:00，14:00-18:00|2022年5月26日10:30|二〇二六年十一月三十日|2026年|19:30'.split(
    '|',
  )
const NUMBERS =
  '96110|110|12315|12337|12381|12345|12348|120|119|023-96110|96110、110|96110、110、12315、12345|110 或 96110|110/96110|400-100-1234|00001100'.split(
    '|',
  )
/** Nobody's names, and words that begin like one. */
const NOBODY =
  '王阿姨|老李|小张|陈奶奶|孙伯|周姨|赵大爷|王婶|刘婆婆|李大妈|王某|李某某|张某甲|孙子|孙女|马上|高息|安全账户|万一|方便面|常回家|明天|公司|白领|温馨提示|文明|黄金|周末|金额|钱款|成功|全家|任何人|水果|江湖|石桥|李家村|柳河村|平安办|路上|许多人|余额|关键|武汉|毛病|牛奶|古董|向您|章程|祝福|车站|高收益|时间|包治百病|费用|项目|党员|田地|荣誉|常言'.split(
    '|',
  )

const QUIET = [
  '不扫陌生二维码',
  '别扫码，别点链接',
  '骗子让您扫码，别听',
  '对方叫他扫二维码领奖',
  '登录 www.yc.gov.cn 查询',
  '重庆市政府网 http://www.cq.gov.cn/',
  '看本镇网站 wujian.town.test',
  '冒充建设银行客服骗钱',
  '去工商银行柜台问一问',
  '某科技有限公司是骗局',
  '正规有限公司不会这样',
  '自称中国银行的人打来电话',
  '未满18岁不能借钱',
  '18岁以下禁止',
  '年满16周岁',
  '六十八岁的老人',
  '72岁的婆婆',
  '在小学门口发传单',
  '孙子上小学',
  '老年大学开课',
  '到人民路18号社保窗口办理，不收一分钱',
  '派出所在平安街12号，三万以上的案子也管',
  '嫌疑人王某已归案',
  '骗子被抓了',
  '骗子说保本高息',
  '不给犯罪分子可乘之机',
  '3个月，5天，2次',
  '第1步、第2步、第3步',
  '1. 先挂断 2. 再回拨',
  'WiFi密码别乱给',
  'App别乱装',
  '验证码是6位数',
  '账户、账号、转账都写对了',
  'A4纸打印',
  '每斤3.5元，一共12斤',
  '比分3:2',
  '中奖500000000元是假的',
  '王建国（化名）在公园领了鸡蛋',
  '农村老人要小心，68岁被骗3万元的不少',
  '全村老人72岁以上，每人3万元',
]

/** All in which nothing may be found. */
export const SOUND: readonly string[] = [
  ...AMOUNTS.flatMap((amount) => [`他投了${amount}，没要回来`, `被骗${amount}。`]),
  ...DAYS.flatMap((day) => [`${day}开课`, `从${day}起办理`]),
  ...NUMBERS.flatMap((number) => [`拿不准，打${number}`, `${number}是真的`, `认准${number}，别打错`]),
  ...NOBODY.flatMap((word) => [
    `${word}说不能信`,
    `听说${word}被骗了`,
    `${word}在公园门口`,
    `${word}，接到电话要想一想`,
  ]),
  ...QUIET,
]
