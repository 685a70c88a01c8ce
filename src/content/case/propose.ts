import {
  allNamed,
  amountsIn,
  bandOf,
  beginningOf,
  mostNamed,
  piecesOf,
  readArticle,
  readCell,
  severalIn,
  type Article,
} from '../../intake/index.ts'
import type { Audience, FraudClass } from '../../model/content.ts'
import type { CaseStatus, Channel, Method, Outcome, PlaceType } from '../../model/taxonomy.ts'
import type { Proposed } from '../kind.ts'
import { COLUMNS } from './columns.ts'

/** What its form takes (body.ts). */
const MOST = { title: 30, beat: 60, beats: 12, lesson: 40, source: 60, lawNote: 80, story: 2_000 }

/** Of these a beginning is taken where the whole is too long. */
const FITTED: Readonly<Record<string, number>> = {
  lesson: MOST.lesson,
  source: MOST.source,
  lawNote: MOST.lawNote,
}

const FRAUD: Readonly<Partial<Record<FraudClass, readonly string[]>>> = {
  'care-service': ['养老院', '养老公寓', '预存', '养老卡', '床位'],
  'care-investment': ['高息', '保本', '投资', '理财', '分红', '返利', '入股', '养老项目'],
  'care-product': ['保健品', '神药', '会销', '包治', '理疗', '养生讲座'],
  'house-pension': ['以房养老', '房产抵押', '抵押房', '房本'],
  'pension-agent': ['代办社保', '养老保险', '补缴', '代缴'],
  'care-aid': ['干儿子', '干女儿', '嘘寒问暖', '志愿服务', '免费体检', '帮扶'],
  'fake-police': ['公检法', '公安局', '检察院', '安全账户', '涉嫌洗钱', '逮捕令', '通缉'],
  'ai-voice': ['AI', '换脸', '换声', '孙子', '冒充儿子', '冒充亲友'],
  'task-rebate': ['刷单', '做任务', '点赞', '佣金'],
  'prize-subsidy': ['中奖', '补贴', '领奖', '补助金'],
  'fake-anti-fraud': ['反诈中心', '反诈人员', '假反诈'],
}
const METHOD: Readonly<Partial<Record<Method, readonly string[]>>> = {
  'ai-voice': ['AI', '换脸', '换声', '拟声'],
  'health-live': ['会销', '保健品', '直播间', '养生讲座', '私域'],
  'fake-anti-fraud': ['假反诈', '冒充反诈', '反诈人员'],
  'poster-code': ['假二维码', '贴了二维码', '公告上的二维码', '扫码'],
  'virtual-card': ['虚拟币', '股权卡', '数字货币', '原始股'],
  'fake-police': ['公检法', '安全账户', '逮捕令', '涉嫌洗钱'],
  'task-rebate': ['刷单', '做任务', '佣金'],
  'prize-subsidy': ['中奖', '补贴', '补助金'],
  'cheap-travel': ['低价旅游', '免费旅游', '低价游', '购物团'],
  collectibles: ['收藏品', '纪念币', '古董', '拍卖', '邮票'],
  acquaintance: ['冒充熟人', '冒充领导', '冒充老同事'],
  'screen-share': ['共享屏幕', '屏幕共享'],
}
const CHANNEL: Readonly<Record<Channel, readonly string[]>> = {
  phone: ['来电', '陌生电话', '接到电话', '打电话', '打来电话', '电话里', '电话诈骗'],
  sms: ['短信'],
  wechat: ['微信', '加好友', '朋友圈'],
  app: ['APP', 'App', '软件', '手机应用', '应用程序'],
  'live-room': ['直播'],
  door: ['上门', '登门'],
  meeting: ['讲座', '听课', '会场', '推介会', '会销'],
  'street-code': ['二维码', '扫码'],
  mail: ['快递', '包裹', '邮寄', '信件'],
}
const PLACE: Readonly<Partial<Record<PlaceType, readonly string[]>>> = {
  community: ['社区', '小区'],
  'village-hall': ['村部', '村委会'],
  supermarket: ['超市'],
  market: ['农贸市场', '菜场', '菜市场', '集市', '赶集'],
  park: ['公园'],
  square: ['广场'],
  'elder-care': ['养老院', '敬老院', '养老机构'],
  clinic: ['卫生院', '诊所', '医院'],
  bank: ['银行'],
  station: ['车站'],
}
const OUTCOME: Readonly<Record<Outcome, readonly string[]>> = {
  prevented: ['及时劝阻', '劝阻成功', '成功劝阻', '成功拦截', '及时拦截', '避免损失', '避免了损失'],
  recovered: ['全部追回', '全额追回', '悉数追回', '如数追回'],
  'part-recovered': ['部分追回', '追回部分', '追回一部分', '只追回'],
  'not-recovered': ['未追回', '没有追回', '没能追回', '血本无归'],
}
/** A judgment lets names stand (CHK-11), so only words that say it is final choose it. */
const STATUS: Readonly<Record<CaseStatus, readonly string[]>> = {
  reported: ['已报案', '报了案', '报案'],
  investigated: ['侦查中', '正在侦办', '立案侦查', '进一步侦办'],
  'in-court': ['提起公诉', '开庭审理', '审理中'],
  judged: ['判决已生效', '判决生效', '终审裁定'],
  composite: ['改编', '化名'],
}
const ALONE = ['独居', '空巢', '留守老人']
const OLD = /老人|老年|大妈|大爷|大娘|奶奶|爷爷|阿婆|阿公|[6-9]\d\s?多?岁/u

/** What was lost, by the words right before it. */
const LOST = /(?:被骗|骗走|骗取|损失|骗了|共计?|转账|转走|汇|打款|交了)[^。，；\n]{0,8}$/u

const amountIn = (text: string) => {
  const lost = amountsIn(text).filter(({ start }) => LOST.test(text.slice(Math.max(0, start - 16), start)))
  const most = lost.reduce((max, { yuan }) => Math.max(max, yuan), 0)
  return most > 0 ? bandOf(most) : undefined
}

const beatsOf = (sentences: readonly string[]) => {
  const all = sentences.flatMap((sentence) => piecesOf(sentence, MOST.beat))
  const beats: string[] = []
  let length = 0
  for (const beat of all) {
    length += beat.length + 1
    if (beats.length === MOST.beats || length > MOST.story) break
    beats.push(beat)
  }
  return { beats, left: all.length - beats.length }
}

const firstFitting = (texts: readonly string[], most: number): string =>
  texts.map((text) => beginningOf(text, most)).find((text) => text !== '') ?? ''

/** What was written behind labels, as its column reads it; what it cannot read is left out. */
const labelledFields = ({ labelled }: Article): readonly (readonly [string, unknown])[] =>
  COLUMNS.flatMap((column) => {
    const text = labelled.get(column.field)
    if (text === undefined || ['hotline', 'unit'].includes(column.as)) return []
    const most = FITTED[column.field]
    const read = readCell(column, most === undefined ? text : beginningOf(text, most))
    return read && 'value' in read ? [[column.field, read.value] as const] : []
  })

const chosenIn = (text: string): Readonly<Record<string, unknown>> => ({
  fraudClass: mostNamed(FRAUD, text),
  method: mostNamed(METHOD, text),
  channels: allNamed(CHANNEL, text),
  placeTypes: allNamed(PLACE, text),
  outcome: mostNamed(OUTCOME, text),
  status: allNamed(STATUS, text).at(-1),
  amount: amountIn(text),
  audience: [
    ...(OLD.test(text) ? (['elders'] satisfies Audience[]) : []),
    ...(ALONE.some((word) => text.includes(word)) ? (['living-alone'] satisfies Audience[]) : []),
  ],
})

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/**
 * A case from a whole text as offices write them. Every text of it stands in the given one, its typing put right; what is
 * chosen is chosen by words that stand there. In time linear in the text; never throws.
 */
export const propose = (typed: string): Proposed => {
  const [first = '', ...others] = severalIn(typed)
  const article = readArticle(COLUMNS, first)
  const { beats, left } = beatsOf(article.sentences)
  const title = article.title || firstFitting(article.sentences.slice(0, 1), MOST.title)
  const words = {
    title,
    story: beats.join('\n'),
    lesson: firstFitting(article.advice, MOST.lesson),
    lawNote: firstFitting(article.law, MOST.lawNote),
    source: beginningOf(article.source, MOST.source),
  }
  const fields = { ...words, ...chosenIn(article.text), ...Object.fromEntries(labelledFields(article)) }
  return {
    text: article.text,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value))),
    left: article.labelled.has('story') ? 0 : left,
    others: others.length,
  }
}
