import type { TechniqueStep } from '../../src/content/technique/index.ts'
import type { MethodKey } from './methods.ts'

export type TechniqueWords = {
  readonly title: string
  readonly accent: string
  readonly steps: readonly TechniqueStep[]
}

/** What the swindler says, and what you do: one explainer a method, written for this project. */
export const TECHNIQUES: Readonly<Record<MethodKey, TechniqueWords>> = {
  'care-service': {
    title: '养老卡打折，钱难退回',
    accent: '钱难退回',
    steps: [
      { heSays: '今天办卡打八折', youDo: '不急，先去看房' },
      { heSays: '床位紧，先交定金', youDo: '先问民政局，有备案吗' },
      { heSays: '钱随时能退', youDo: '写进合同，再谈钱' },
    ],
  },
  'care-investment': {
    title: '投养老项目，本金没影',
    accent: '本金没影',
    steps: [
      { heSays: '国家扶持，稳赚不赔', youDo: '谁保稳赚，谁是骗子' },
      { heSays: '每月返利，到期还本', youDo: '不贪小利，守住本金' },
      { heSays: '拉来亲友，还有提成', youDo: '不拉亲友，不当下线' },
      { heSays: '名额不多，今天就签', youDo: '回家商量，三天再说' },
    ],
  },
  'care-product': {
    title: '健康讲座四步，步步掏空腰包',
    accent: '掏空腰包',
    steps: [
      { heSays: '鸡蛋天天免费领', youDo: '白送的不拿，不去听课' },
      { heSays: '你这血管快堵了', youDo: '查病，只去正规医院' },
      { heSays: '吃了我的药不用住院', youDo: '不停药，先问大夫' },
      { heSays: '今天不买就没有了', youDo: '越催越不买，先回家' },
    ],
  },
  'house-pension': {
    title: '抵押房子，换不来养老',
    accent: '换不来养老',
    steps: [
      { heSays: '房子照住，月月领钱', youDo: '房本不交，先问儿女' },
      { heSays: '签个字就行，不用看', youDo: '看不懂的字，不签' },
      { heSays: '去公证，走个手续', youDo: '先问司法所，再说' },
    ],
  },
  'pension-agent': {
    title: '代办社保，钱打水漂',
    accent: '钱打水漂',
    steps: [
      { heSays: '我有门路，能补缴', youDo: '能不能补，去窗口问' },
      { heSays: '交钱就能提前退休', youDo: '退休早晚，花钱买不来' },
      { heSays: '先付一半手续费', youDo: '不付钱，自己去办' },
    ],
  },
  'care-aid': {
    title: '嘴甜来认亲，为的是钱',
    accent: '为的是钱',
    steps: [
      { heSays: '您就是我的亲妈', youDo: '认亲可以，不谈钱' },
      { heSays: '存折我帮您保管', youDo: '存折密码，自己拿' },
      { heSays: '家里急用，先借我点', youDo: '借钱先问自家儿女' },
    ],
  },
  'ai-voice': {
    title: '熟人急着借钱，先挂断再回拨',
    accent: '先挂断再回拨',
    steps: [
      { heSays: '妈，我出事了，急用钱', youDo: '挂断，打他原来的号码' },
      { heSays: '千万别告诉别人', youDo: '问一件只有家里知道的事' },
      { heSays: '有人上门来取现金', youDo: '现金不交生人，打110' },
    ],
  },
  'health-live': {
    title: '直播间看病，四句套话',
    accent: '四句套话',
    steps: [
      { heSays: '进群天天领红包', youDo: '红包不领，生人群不进' },
      { heSays: '名医在线给您看病', youDo: '看病要去医院' },
      { heSays: '好东西只卖群里人', youDo: '没有蓝帽子，不买' },
      { heSays: '最后三盒，抢到是赚', youDo: '越催越不买，关掉' },
    ],
  },
  'fake-anti-fraud': {
    title: '假反诈来电，三句露馅',
    accent: '三句露馅',
    steps: [
      { heSays: '我是反诈中心的', youDo: '看号码，认准96110' },
      { heSays: '下个软件，帮您防骗', youDo: '生人让装的，不装' },
      { heSays: '把验证码告诉我', youDo: '要码就挂，打96110' },
    ],
  },
  'poster-code': {
    title: '墙上二维码，别急着扫',
    accent: '别急着扫',
    steps: [
      { heSays: '扫码领补贴，限三天', youDo: '先问社区，是谁贴的' },
      { heSays: '填上卡号，钱就到账', youDo: '要填卡号，马上退出' },
      { heSays: '输验证码，就领到了', youDo: '验证码，谁要都不给' },
    ],
  },
  'virtual-card': {
    title: '几元一张卡，发不了财',
    accent: '发不了财',
    steps: [
      { heSays: '十元买卡，将来发财', youDo: '没有这好事，不买' },
      { heSays: '这是秘密，不能外传', youDo: '真项目，不怕人知道' },
      { heSays: '再拉十人，给您升级', youDo: '不拉人，不当下线' },
    ],
  },
  'fake-police': {
    title: '电话里的“公安”，张口要转账',
    accent: '要转账',
    steps: [
      { heSays: '你的卡涉嫌洗钱', youDo: '挂断，办案不用电话' },
      { heSays: '转到安全账户来查', youDo: '没有安全账户，不转' },
      { heSays: '不许告诉家里人', youDo: '偏要说，马上告诉儿女' },
    ],
  },
  'task-rebate': {
    title: '点赞刷单，先甜后苦',
    accent: '先甜后苦',
    steps: [
      { heSays: '点个赞，返您五元', youDo: '小钱不贪，不点' },
      { heSays: '做大单，您先垫上', youDo: '要垫钱，马上停' },
      { heSays: '再交一笔，才能提现', youDo: '一分不再交，打110' },
    ],
  },
  'prize-subsidy': {
    title: '领补贴要先交钱，一分也别给',
    accent: '一分也别给',
    steps: [
      { heSays: '你有一笔补贴没领', youDo: '去村里问，去窗口问' },
      { heSays: '先交手续费才能领', youDo: '先要钱的补贴，都是假的' },
      { heSays: '把验证码念给我', youDo: '验证码，谁要都不给' },
    ],
  },
  'cheap-travel': {
    title: '便宜旅游团，贵在购物',
    accent: '贵在购物',
    steps: [
      { heSays: '三天两晚，九十九元', youDo: '太便宜的，不报名' },
      { heSays: '不买东西，不让走', youDo: '不买，打12315投诉' },
      { heSays: '这玉买了保平安', youDo: '回家商量，不急着买' },
    ],
  },
  collectibles: {
    title: '收藏品拍卖，有进没出',
    accent: '有进没出',
    steps: [
      { heSays: '这套币，两年翻一番', youDo: '说会涨的，都别信' },
      { heSays: '我们高价包回收', youDo: '口头回收，不算数' },
      { heSays: '拍卖先交鉴定费', youDo: '先交费的拍卖，不去' },
    ],
  },
  acquaintance: {
    title: '老熟人借钱，先打电话',
    accent: '先打电话',
    steps: [
      { heSays: '我换新号了，加一下', youDo: '打他老号，问一声' },
      { heSays: '不方便接，你先转', youDo: '不通电话，不转钱' },
      { heSays: '急用，明天就还', youDo: '再急，也等打通电话' },
    ],
  },
  'screen-share': {
    title: '共享屏幕，等于交密码',
    accent: '等于交密码',
    steps: [
      { heSays: '我是客服，帮您退费', youDo: '挂断，自己去看账单' },
      { heSays: '下个软件，开共享', youDo: '不装，不共享' },
      { heSays: '输一下密码，验证', youDo: '有人看着，不输密码' },
    ],
  },
}
