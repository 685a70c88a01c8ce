/** What is read in one breath and never cut: numbers with sign and unit, amounts, days, times, telephone numbers, addresses. */

const D = '[0-9０-９]'
const POINT = '[.,．:：/](?=[0-9０-９])'
const NUMBER = `${D}(?:${D}|${POINT})*`
const SIGN = '(?:[￥¥＄$€£￡№＃#+＋±≈~～−\\-约近超第共每达]|人民币)?'
/** What may stand before the unit: `12.5万`, `3千多`. */
const SCALE = '(?:[十百千万亿]|多|余|来|几|[kKwW](?![A-Za-z]))*'
const UNITS = [
  '个半月 个多月 个月 个小时 个多小时 个星期 个工作日 个百分点 个人 个 元钱 块钱 美元 港币 元 块 角 分钱 分钟 分 毛钱 毛 岁 周岁 周年 周',
  '年代 年级 年 月份 月 日 号楼 号线 号 天 小时 秒钟 秒 点钟 点半 点 时 刻 世纪 次 人次 人 位 名 家 户 斤 公斤 千克 克 两 吨 种 条 句 步 倍 折 张 套 笔',
  '样 件 页 层 楼 间 室 口 通 封 盒 瓶 成 桩 起 遍 声 粒 片 颗 袋 箱 包 支 枚 台 部 辆 头 只 本 册 份 路 站 版 期 届 届 级 度 公里 千米 里 米 厘米 毫米',
  '平方米 平方公里 平方 平米 立方米 亩 升 毫升 栋 幢 单元 门 组 队 村 社 条街 ℃ ℉ ° % ％ ‰ ㎡ ㎥ ㎏ ㎝ ㎜ ㎞ m² kg cm mm km ml',
]
  .join(' ')
  .split(' ')
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const AFTER = '(?:钱|多|余|整|左右|以上|以下|以内|以后|以前|之内|内|后|前|起)?'
const AMOUNT = `${SIGN}${NUMBER}${SCALE}(?:${UNITS})?${AFTER}`
const TO = '(?:——|—|–|-|~|～|至|到)'
/** `2026年11月29日`, `11月29日9点30分`, `11:30—12:00`, `60-80岁`. */
const DAY = `${NUMBER}年${NUMBER}月(?:${NUMBER}[日号])?|${NUMBER}月${NUMBER}[日号]`
const CLOCK = `${NUMBER}[点时](?:${NUMBER}分?|半)?`
const RANGE = `(?:${DAY}|${CLOCK}|${AMOUNT})(?:${TO}(?:${DAY}|${CLOCK}|${AMOUNT}))+`
/** `〔2022〕52号`, `（2022）渝0118刑初3号`. */
const DOCUMENT = `[〔\\[【［（(]${D}{4}[〕\\]】］）)](?:[\u4e00-\u9fff]${D}*[\u4e00-\u9fff]{1,3}|第)?${D}+号?`
const TELEPHONE = `[（(]${D}{3,4}[）)][ -]?${D}{3,8}(?:[- ]${D}{2,8})*|${D}{3,4}(?:[- ]${D}{3,4})+`
const ADDRESS =
  '[0-9A-Za-z\uff21-\uff3a\uff41-\uff5a](?:[!-~]*[0-9A-Za-z/#%)])?|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+'
const DASHES = '—{2,}|…{2,}'

const KINDS = [RANGE, TELEPHONE, DOCUMENT, DAY, CLOCK, AMOUNT, ADDRESS, DASHES].map(
  (source) => new RegExp(source, 'uy'),
)

const lengthAt = (kind: RegExp, text: string, at: number): number => {
  kind.lastIndex = at
  return kind.exec(text)?.[0].length ?? 0
}

/** Of all kinds that match here the longest. */
const wholeAt = (text: string, at: number): number =>
  KINDS.reduce((longest, kind) => Math.max(longest, lengthAt(kind, text, at)), 0)

/** Cheap test before any of the expressions runs: most characters of a Chinese text begin none. */
const MAY_BEGIN = /[!-~０-９Ａ-Ｚａ-ｚ￥¥＄€£￡№＃＋±≈～−约近超第共每达人〔【［（—…]/u

/**
 * Stretches `[from, to)` that no line and no page may cut, in order, none within another.
 * @param characters of one UTF-16 unit each (others replaced, so that places agree)
 */
export const wholesIn = (characters: readonly string[]): readonly (readonly [from: number, to: number])[] => {
  const text = characters.join('')
  const found: (readonly [number, number])[] = []
  let i = 0
  while (i < text.length) {
    const length = MAY_BEGIN.test(text[i] ?? '') ? wholeAt(text, i) : 0
    if (length > 1) found.push([i, i + length])
    i += Math.max(1, length)
  }
  return found
}
