/** Names of what contents are sorted by (src/model/taxonomy.ts), as forms and lists have them. */
import type { Audience } from '../model/content.ts'
import type {
  AmountBand,
  CaseStatus,
  Channel,
  Method,
  Occasion,
  OfficialClass,
  Outcome,
  RedFlag,
  Sensitivity,
  Stage,
  StepPart,
  Theme,
} from '../model/taxonomy.ts'
import { words, type Words } from './words.ts'

export const OFFICIAL_CLASS_WORDS: Readonly<Record<OfficialClass, Words>> = {
  'care-service': words('提供“养老服务”', 'Sham elder care'),
  'care-investment': words('投资“养老项目”', 'Sham investment in elder care'),
  'care-product': words('销售“养老产品”', 'Overpriced goods for the old'),
  'house-pension': words('宣称“以房养老”', 'House for pension'),
  'pension-agent': words('代办“养老保险”', 'Pension agent'),
  'care-aid': words('开展“养老帮扶”', 'Sham help for the old'),
  'task-rebate': words('刷单返利', 'Task rebates'),
  'fake-investment': words('虚假网络投资理财', 'False investment online'),
  'fake-shopping': words('虚假购物、服务', 'False goods and services'),
  'fake-service': words('冒充电商物流客服', 'False customer service'),
  'fake-loan': words('虚假贷款', 'False loans'),
  'fake-credit': words('虚假征信', 'False credit records'),
  acquaintance: words('冒充领导、熟人', 'False superiors and friends'),
  'fake-police': words('冒充公检法、政府机关', 'False police and offices'),
  romance: words('网络婚恋、交友', 'Love and friends online'),
  'game-trade': words('网络游戏虚假交易', 'False trade in games'),
}

export const METHOD_WORDS: Readonly<Record<Method, Words>> = {
  'ai-voice': words('AI 换声、换脸', 'Imitated voice or face'),
  'health-live': words('保健品会销、私域直播', 'Health lectures and closed live rooms'),
  'fake-anti-fraud': words('冒充反诈人员', 'False anti-fraud officers'),
  'poster-code': words('贴在公告上的假二维码', 'QR codes pasted over notices'),
  'virtual-card': words('股权卡、虚拟币', 'Shares, cards and coins'),
  'fake-police': words('冒充公检法、“安全账户”', 'False police, "safe accounts"'),
  'task-rebate': words('刷单返利', 'Task rebates'),
  'prize-subsidy': words('中奖、领补贴', 'Prizes and subsidies'),
  'cheap-travel': words('低价旅游', 'Cheap trips'),
  collectibles: words('收藏品拍卖', 'Auctions of collectibles'),
  acquaintance: words('冒充熟人', 'False friends'),
  'screen-share': words('屏幕共享', 'Shared screens'),
}

export const THEME_WORDS: Readonly<Record<Theme, Words>> = { ...METHOD_WORDS, ...OFFICIAL_CLASS_WORDS }

export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  phone: words('电话', 'Telephone'),
  sms: words('短信', 'Text message'),
  wechat: words('微信', 'WeChat'),
  app: words('手机应用', 'App'),
  'live-room': words('直播间', 'Live room'),
  door: words('上门', 'At the door'),
  meeting: words('会场、讲座', 'Meeting or lecture'),
  'street-code': words('街头二维码', 'QR code in the street'),
  mail: words('邮寄', 'Mail'),
}

export const AUDIENCE_WORDS: Readonly<Record<Audience, Words>> = {
  elders: words('老年人', 'Old people'),
  'living-alone': words('独居老人', 'Old people living alone'),
  children: words('子女', 'Their children'),
  shopkeepers: words('店主', 'Shopkeepers'),
  'grid-workers': words('网格员', 'Grid workers'),
}

export const AMOUNT_BAND_WORDS: Readonly<Record<AmountBand, Words>> = {
  none: words('没有损失', 'Nothing'),
  'to-3000': words('三千元以下', 'Under 3,000 yuan'),
  'to-10000': words('三千到一万元', '3,000 to 10,000 yuan'),
  'to-50000': words('一万到五万元', '10,000 to 50,000 yuan'),
  'to-200000': words('五万到二十万元', '50,000 to 200,000 yuan'),
  'over-200000': words('二十万元以上', 'Over 200,000 yuan'),
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  prevented: words('劝住了，钱没有转走', 'Prevented'),
  recovered: words('钱追回来了', 'All recovered'),
  'part-recovered': words('追回一部分', 'Partly recovered'),
  'not-recovered': words('没有追回', 'Not recovered'),
}

export const CASE_STATUS_WORDS: Readonly<Record<CaseStatus, Words>> = {
  reported: words('已报案', 'Reported'),
  investigated: words('侦查中', 'Under investigation'),
  'in-court': words('法院审理中', 'Before court'),
  judged: words('判决已生效', 'Final judgment'),
  composite: words('根据多件公开案例改编', 'Composite of public cases'),
}

export const SENSITIVITY_WORDS: Readonly<Record<Sensitivity, Words>> = {
  identifiable: words('能认出当事人或单位', 'Somebody could be recognised'),
  'many-victims': words('受害人多（涉众）', 'Many victims'),
  recovering: words('正在追赃挽损', 'Money is being recovered'),
  watched: words('社会上正在议论', 'The public is talking of it'),
}

export const STEP_PART_WORDS: Readonly<Record<StepPart, Words>> = {
  hook: words('引您上钩', 'Hook'),
  trust: words('骗取信任', 'Trust'),
  pressure: words('催您着急', 'Pressure'),
  payment: words('让您掏钱', 'Payment'),
  'cover-up': words('拖着不让报警', 'Cover-up'),
}

export const RED_FLAG_WORDS: Readonly<Record<RedFlag, Words>> = {
  secrecy: words('要您保密', 'Asks for secrecy'),
  haste: words('限时、催促', 'Haste'),
  'pay-first': words('先交钱', 'Pay first'),
  'safe-account': words('“安全账户”', '"Safe account"'),
  'screen-share': words('共享屏幕', 'Shared screen'),
  'code-asked': words('要验证码', 'Asks for codes'),
  'high-return': words('保本高收益', 'High and safe return'),
  'free-gift': words('免费送礼', 'Free gifts'),
  'cash-courier': words('上门取现金', 'Sends for cash'),
  'app-install': words('让下载应用', 'Asks to install an app'),
  'false-friend': words('冒充熟人', 'Pretends to be a friend'),
}

export const OCCASION_WORDS: Readonly<Record<Occasion, Words>> = {
  'market-day': words('赶集日', 'Market day'),
  'spring-festival': words('春节', 'Spring Festival'),
  'consumer-day': words('3·15 消费者权益日', 'Consumer day, 15 March'),
  'fund-raising-month': words('防范非法集资宣传月', 'Month against illegal fund-raising'),
  'anti-fraud-month': words('全民反诈宣传月', 'National month against fraud'),
  'seniors-day': words('重阳节', "Seniors' Day"),
}

export const CAMPAIGN_STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  mobilise: words('宣传发动', 'Mobilise'),
  'crack-down': words('打击整治', 'Crack down'),
  consolidate: words('总结提升', 'Consolidate'),
  other: words('其他阶段', 'Other stage'),
}
