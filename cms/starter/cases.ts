import type { MethodKey } from './methods.ts'

export type CaseWords = {
  readonly title: string
  readonly accent: string
  /** The story, one beat each: twelve characters or so, in two breaths. */
  readonly beats: readonly string[]
  /** One phrase of each beat, parted by 、, as an editor writes them. */
  readonly beatAccents: string
  readonly lesson: string
}

/**
 * One story a method, put together from what was reported in public; no person, firm or place of any report is in them.
 */
export const CASES: Readonly<Record<MethodKey, CaseWords>> = {
  'care-service': {
    title: '预存养老卡，床位没影了',
    accent: '床位没影了',
    beats: [
      '养老院办卡，先存后打折。',
      '王阿姨存六万，定了床位。',
      '第二年去看，大门上了锁。',
      '民政局一查，没有备案。',
    ],
    beatAccents: '先存后打折、存六万、大门上了锁、没有备案',
    lesson: '先查备案，再谈交钱。',
  },
  'care-investment': {
    title: '投养老公寓，本钱没了',
    accent: '本钱没了',
    beats: [
      '说投养老公寓，月月返利。',
      '老李投了五万，先返三回。',
      '他又加十万，公司搬空了。',
      '返的那点钱，是他自己的。',
    ],
    beatAccents: '月月返利、先返三回、公司搬空了、是他自己的',
    lesson: '承诺高息，一分不投。',
  },
  'care-product': {
    title: '床垫当药，三万白花',
    accent: '三万白花',
    beats: [
      '店里免费躺，天天有人陪。',
      '说这张床垫，能治高血压。',
      '张大爷花三万，把药停了。',
      '血压高了住院，女儿投诉。',
    ],
    beatAccents: '免费躺、能治高血压、把药停了、女儿投诉',
    lesson: '看病吃药，听大夫的。',
  },
  'house-pension': {
    title: '抵押了房子，钱没回来',
    accent: '钱没回来',
    beats: [
      '说房子照住，月月领钱。',
      '陈伯签了字，办了抵押。',
      '贷出来的钱，全给了公司。',
      '公司没了，房子要还债。',
    ],
    beatAccents: '月月领钱、办了抵押、全给了公司、房子要还债',
    lesson: '房本不出手，字不乱签。',
  },
  'pension-agent': {
    title: '花钱补社保，补了个空',
    accent: '补了个空',
    beats: [
      '有人说有门路，能补社保。',
      '周姨交了四万，没要发票。',
      '等了半年，只说再等等。',
      '去窗口一问，查无此事。',
    ],
    beatAccents: '能补社保、交了四万、再等等、查无此事',
    lesson: '办社保，只到窗口。',
  },
  'care-aid': {
    title: '认了干女儿，积蓄没了',
    accent: '积蓄没了',
    beats: [
      '刘奶奶独住，认了干女儿。',
      '买菜做饭，嘴甜手勤。',
      '说看病急用，借走九万。',
      '电话成空号，人找不着。',
    ],
    beatAccents: '认了干女儿、嘴甜手勤、借走九万、人找不着',
    lesson: '谈到钱，先问自家人。',
  },
  'ai-voice': {
    title: '视频里的儿子，是假的',
    accent: '是假的',
    beats: [
      '视频里是儿子，急着要钱。',
      '说别告诉妈，有人来取。',
      '老赵先挂断，再打老号码。',
      '儿子在上班，钱没送出去。',
    ],
    beatAccents: '急着要钱、有人来取、再打老号码、钱没送出去',
    lesson: '先挂断，拨他老号码。',
  },
  'health-live': {
    title: '看直播领红包，花了两万',
    accent: '花了两万',
    beats: [
      '进群看直播，天天领红包。',
      '“名医”点她名，说病很重。',
      '只卖群里人，过时不候。',
      '何奶奶花两万，买来糖片。',
    ],
    beatAccents: '天天领红包、说病很重、过时不候、买来糖片',
    lesson: '直播间里，看不了病。',
  },
  'fake-anti-fraud': {
    title: '假反诈来电，要验证码',
    accent: '要验证码',
    beats: [
      '自称反诈中心，说卡危险。',
      '让装软件，还要验证码。',
      '孙姨没给码，打了96110。',
      '真民警说，那人是骗子。',
    ],
    beatAccents: '自称反诈中心、还要验证码、没给码、那人是骗子',
    lesson: '真反诈，不要钱不要码。',
  },
  'poster-code': {
    title: '墙上的码一扫，钱没了',
    accent: '钱没了',
    beats: [
      '楼道贴告示，说领补贴。',
      '老吴扫了码，填了卡号。',
      '又填验证码，八千没了。',
      '社区说，没贴过这张纸。',
    ],
    beatAccents: '说领补贴、填了卡号、八千没了、没贴过',
    lesson: '墙上的码，先问再扫。',
  },
  'virtual-card': {
    title: '几元一张卡，发财是空',
    accent: '发财是空',
    beats: [
      '群里卖卡，说将来发财。',
      '老郑先花十元，后花三万。',
      '还拉来亲戚，一起买卡。',
      '群散了，卡换不成钱。',
    ],
    beatAccents: '将来发财、后花三万、拉来亲戚、换不成钱',
    lesson: '拉人买的卡，别沾。',
  },
  'fake-police': {
    title: '电话办案，是假公安',
    accent: '假公安',
    beats: [
      '“公安”来电，说他洗钱。',
      '要转安全账户，还要保密。',
      '老杨去银行，柜员拦下他。',
      '民警赶到，十万没转走。',
    ],
    beatAccents: '说他洗钱、还要保密、柜员拦下他、没转走',
    lesson: '没有安全账户，别转。',
  },
  'task-rebate': {
    title: '点赞返小钱，垫进三万',
    accent: '垫进三万',
    beats: [
      '点赞返五元，马上到账。',
      '接着做任务，要先垫钱。',
      '冯姨垫三万，提不出来。',
      '客服还说，再交才能提。',
    ],
    beatAccents: '马上到账、要先垫钱、提不出来、再交才能提',
    lesson: '先垫钱的活，都不干。',
  },
  'prize-subsidy': {
    title: '领补贴先交钱，是假的',
    accent: '是假的',
    beats: [
      '电话说有补贴，三千块。',
      '先交三百元，才给办。',
      '曹大爷没交，去问村里。',
      '村里说，没有这回事。',
    ],
    beatAccents: '有补贴、先交三百元、去问村里、没有这回事',
    lesson: '真补贴，不用先交钱。',
  },
  'cheap-travel': {
    title: '九十九元游，花了八千',
    accent: '花了八千',
    beats: [
      '三日游，只要九十九元。',
      '一天进三个店，不买不走。',
      '唐姨花八千，买了玉佩。',
      '回家一问，只值两百。',
    ],
    beatAccents: '九十九元、不买不走、花八千、只值两百',
    lesson: '便宜的团，贵在购物。',
  },
  collectibles: {
    title: '买进收藏品，没人肯收',
    accent: '没人肯收',
    beats: [
      '说这套纪念币，两年翻番。',
      '老韩花五万，买了一箱。',
      '说帮他拍卖，又收三千。',
      '拿去问，没有一家肯收。',
    ],
    beatAccents: '两年翻番、花五万、又收三千、没有一家肯收',
    lesson: '包回收的话，别当真。',
  },
  acquaintance: {
    title: '老战友借钱，是冒充的',
    accent: '是冒充的',
    beats: [
      '微信上老战友，急借两万。',
      '头像是他，话也客气。',
      '老马不急转，先打电话。',
      '战友说，号被人盗了。',
    ],
    beatAccents: '急借两万、头像是他、先打电话、号被人盗了',
    lesson: '借钱的事，打电话问。',
  },
  'screen-share': {
    title: '共享屏幕，卡里空了',
    accent: '卡里空了',
    beats: [
      '“客服”来电，说要扣费。',
      '让装软件，共享屏幕。',
      '魏姨输密码，他全看见。',
      '五分钟后，四万转走了。',
    ],
    beatAccents: '说要扣费、共享屏幕、他全看见、四万转走了',
    lesson: '给生人看屏，等于给钱。',
  },
}
