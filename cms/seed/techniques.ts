import type { TechniqueStep } from '../../src/content/technique/index.ts'
import type { FraudClass } from '../../src/model/content.ts'

export type TechniqueSeed = {
  readonly title: string
  readonly accent: string
  readonly fraudClass: FraudClass
  readonly steps: readonly TechniqueStep[]
  readonly hotline: string
  readonly unit: string
}

/** What the swindler says, and what you do: written for this project. */
export const TECHNIQUES: readonly TechniqueSeed[] = [
  {
    title: '电话里的“公安”，张口要转账',
    accent: '要转账',
    fraudClass: 'fake-police',
    steps: [
      { heSays: '你的卡涉嫌洗钱', youDo: '挂断，办案不用电话' },
      { heSays: '转到安全账户来查', youDo: '没有安全账户，不转' },
      { heSays: '不许告诉家里人', youDo: '偏要说，马上告诉儿女' },
    ],
    hotline: '96110',
    unit: '派出所',
  },
  {
    title: '健康讲座四步，步步掏空腰包',
    accent: '掏空腰包',
    fraudClass: 'care-product',
    steps: [
      { heSays: '鸡蛋天天免费领', youDo: '白送的不拿，不去听课' },
      { heSays: '你这血管快堵了', youDo: '查病，只去正规医院' },
      { heSays: '吃了我的药不用住院', youDo: '不停药，先问大夫' },
      { heSays: '今天不买就没有了', youDo: '越催越不买，先回家' },
    ],
    hotline: '12315',
    unit: '市场监管所',
  },
  {
    title: '熟人急着借钱，先挂断再回拨',
    accent: '先挂断再回拨',
    fraudClass: 'ai-voice',
    steps: [
      { heSays: '妈，我出事了，急用钱', youDo: '挂断，打他原来的号码' },
      { heSays: '千万别告诉别人', youDo: '问一件只有家里知道的事' },
      { heSays: '有人上门来取现金', youDo: '现金不交生人，打110' },
    ],
    hotline: '110',
    unit: '派出所',
  },
  {
    title: '领补贴要先交钱，一分也别给',
    accent: '一分也别给',
    fraudClass: 'prize-subsidy',
    steps: [
      { heSays: '你有一笔补贴没领', youDo: '去村里问，去窗口问' },
      { heSays: '先交手续费才能领', youDo: '先要钱的补贴，都是假的' },
      { heSays: '把验证码念给我', youDo: '验证码，谁要都不给' },
    ],
    hotline: '96110',
    unit: '社事办',
  },
]
