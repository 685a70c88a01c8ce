import type { FraudClass } from '../../src/model/content.ts'

export type CaseSeed = {
  readonly title: string
  readonly accent: string
  readonly fraudClass: FraudClass
  /** The story, one beat each. */
  readonly beats: readonly string[]
  /** One phrase of each beat, parted by 、, as an editor writes them. */
  readonly beatAccents: string
  readonly lesson: string
  readonly hotline: string
  /** Name of the drawing in media/pictures, without `.png`. */
  readonly picture: string
  readonly pictureAlt: string
  readonly unit: string
}

/** Made up after the ways of cheating the campaign names; no person and no text is taken from anywhere. */
export const CASES: readonly CaseSeed[] = [
  {
    title: '高息返了两个月，第三个月人去楼空',
    accent: '两个月',
    fraudClass: 'care-investment',
    beats: [
      '老刘在公园领了鸡蛋，跟去听课。',
      '头两个月，利息准时到账。',
      '第三个月，公司搬空，电话停机。',
      '十二万养老钱，只追回三万。',
    ],
    beatAccents: '领了鸡蛋、准时到账、公司搬空、只追回三万',
    lesson: '保本又高息，就是骗局。',
    hotline: '96110',
    picture: 'hook-banknote',
    pictureAlt: '鱼钩上挂着一张钞票',
    unit: '平安办（镇专项办）',
  },
  {
    title: '免费鸡蛋，骗走两万',
    accent: '骗走两万',
    fraudClass: 'care-product',
    beats: [
      '王婶天天去听课，白领五天鸡蛋。',
      '“专家”说她血管快堵了。',
      '两万元的“神药”，其实是糖片。',
      '女儿陪她投诉，退回一半。',
    ],
    beatAccents: '白领五天鸡蛋、血管快堵了、其实是糖片、退回一半',
    lesson: '保健品不治病，看病去医院。',
    hotline: '12315',
    picture: 'honey-jar',
    pictureAlt: '一只倒着蜜的罐子',
    unit: '市场监管所',
  },
  {
    title: '孙子来电，声音是假的',
    accent: '是假的',
    fraudClass: 'ai-voice',
    beats: [
      '陈奶奶接到电话：孙子撞了人。',
      '对方要五万现金，还不许声张。',
      '邻居陪她回拨，孙子正在上课。',
      '民警在村口，截住了来取钱的人。',
    ],
    beatAccents: '孙子撞了人、五万现金、正在上课、截住',
    lesson: '声音能学，先挂断再回拨。',
    hotline: '110',
    picture: 'mask',
    pictureAlt: '一张笑脸面具',
    unit: '派出所',
  },
  {
    title: '干儿子认得勤，存折空得快',
    accent: '存折空得快',
    fraudClass: 'care-aid',
    beats: [
      '独居的赵大爷，认了个干儿子。',
      '送米送油，捶背洗脚，叫得亲。',
      '半年后说做生意，借走八万。',
      '电话打不通，名字也是假的。',
    ],
    beatAccents: '认了个干儿子、捶背洗脚、借走八万、名字也是假的',
    lesson: '一谈钱，先告诉自家儿女。',
    hotline: '96110',
    picture: 'umbrella-hole',
    pictureAlt: '一把破了洞的伞',
    unit: '李家村',
  },
  {
    title: '签了养老合同，房子没了',
    accent: '房子没了',
    fraudClass: 'house-pension',
    beats: [
      '有人上门说，房子能换养老金。',
      '孙伯签了一叠纸，没看出是抵押。',
      '贷来的钱，全进了“养老项目”。',
      '项目倒了，房子要被拍卖。',
    ],
    beatAccents: '能换养老金、没看出是抵押、养老项目、要被拍卖',
    lesson: '动房子的事，先问司法所。',
    hotline: '96110',
    picture: 'locked-door',
    pictureAlt: '一扇上了锁的门',
    unit: '司法所',
  },
  {
    title: '代办社保，三万白交',
    accent: '三万白交',
    fraudClass: 'pension-agent',
    beats: [
      '有人说认识社保局，能补养老金。',
      '周姨交了三万“手续费”。',
      '等了四个月，一分钱没领到。',
      '去窗口一查，没有她的名字。',
    ],
    beatAccents: '能补养老金、手续费、一分钱没领到、没有她的名字',
    lesson: '社保只到窗口办。',
    hotline: '96110',
    picture: 'mask',
    pictureAlt: '一张笑脸面具',
    unit: '社事办',
  },
]
