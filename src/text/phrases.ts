import type { Dictionary } from './dictionary.ts'
import { wordsOf } from './words.ts'

const split = (text: string): readonly string[] => text.split(' ')

/** Break readily after these, never before. */
const TAILS = new Set(
  split(
    '的 了 着 过 后 时 前 里 内 中 外 上 下 吗 呢 吧 啊 呀 们 地 得 者 之后 以后 以前 之前 时候 一下 起来 下去 出来 出去 进来 进去 不了',
  ),
)
/** Break readily before these, never right after. */
const HEADS = new Set(
  split(
    '只 仅 都是 就是 不是 还是 不要 不能 不会 不许 不准 不 别 莫 勿 先 再 才 就 也 都 把 被 让 叫 给 对 从 向 往 在 和 与 或 及 但 却 还 又 更 最 要 会 能 可 可以 请 快 马上 立即 千万 一定 一律 如果 只要 只有 因为 所以 凡是 已 已经 没 没有 用 为 到 说 是 由 将 以 等 当 每 各 这 那 几 个 跟 同 比 替 帮 帮您 帮你',
  ),
)

const NUMERAL = /^[第约近超共每]?[零〇一二两三四五六七八九十百千万亿几半数双]+[多余来]?$/u
const MEASURES = new Set(
  split(
    '个月 个小时 个人 个 万元 亿元 万块 千元 百元 块钱 元钱 美元 万 亿 元 块 岁 周岁 年 月 月份 天 日 号 次 人 人次 位 名 家 户 斤 公斤 种 条 句 步 倍 折 点 点钟 分钟 小时 分 秒 秒钟 张 套 笔 样 件 页 层 间 口 通 封 盒 瓶 成 桩 起 遍 声 粒 片 颗 袋 箱 包 支 台 部 辆 头 只 本 份 路 度 公里 里 米 亩 升 栋 组 队 年级 星期',
  ),
)
const ENDS_IN_GE = /^[第约近超共每]?[零〇一二两三四五六七八九十百千万亿几半数]+多?个$/u
const AFTER_GE = new Set(split('月 小时 人 多月 多小时 星期 礼拜 钟头 工作日'))
const AFTER_AMOUNT = new Set(['多', '余', '钱', '整'])
const AMOUNT = /^[第约近超共每]?[零〇一二两三四五六七八九十百千万亿几半数]+.*[元块毛岁年月天]$/u

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)
const TITLES = new Set(
  split(
    '大爷 大妈 大伯 大叔 大婶 大姐 大哥 大娘 奶奶 爷爷 阿姨 叔叔 婆婆 爹 伯 伯伯 姨 婶 婶婶 叔 哥 姐 嫂 老师 女士 先生 医生 大夫 主任 经理 警官 老汉 老太 老人 某 某某 师傅 老板',
  ),
)

/** Whether two words that stand side by side are read as one: a number with its measure, a person with the title. */
const isOne = (left: string, right: string): boolean =>
  (NUMERAL.test(left) && (MEASURES.has(right) || (NUMERAL.test(right) && left !== '一'))) ||
  (ENDS_IN_GE.test(left) && AFTER_GE.has(right)) ||
  (AMOUNT.test(left) && AFTER_AMOUNT.has(right)) ||
  (SURNAMES.has(left) && TITLES.has(right)) ||
  ((left === '老' || left === '小') && SURNAMES.has(right))

/** Words of a run of hanzi, as they are read. */
export const spokenWords = (characters: readonly string[], dictionary: Dictionary): readonly string[] => {
  const words: string[] = []
  for (const word of wordsOf(characters, dictionary)) {
    const last = words.at(-1)
    if (last !== undefined && isOne(last, word)) words[words.length - 1] = last + word
    else words.push(word)
  }
  return words
}

/** How well a line breaks between two words: at a phrase, between words, or where it may still be one. */
export const PHRASE = 0.5
export const WORD = 1
/** Between characters that may or may not be one word. */
const UNSURE = 1.6
export const AFTER_HEAD = 2.2
const BEFORE_TAIL = 3.5

export const betweenWords = (left: string, right: string): number => {
  if (TAILS.has(right)) return BEFORE_TAIL
  if (HEADS.has(left)) return AFTER_HEAD
  if (TAILS.has(left) || HEADS.has(right)) return PHRASE
  return left.length > 1 || right.length > 1 ? WORD : UNSURE
}
