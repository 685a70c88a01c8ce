import type { FraudClass } from '../../src/model/content.ts'

type Method = {
  /** What pages call it by, where the list of classes has a name for it. */
  readonly fraudClass: FraudClass
  /** Key of the hotline for whoever meets it. */
  readonly hotline: '110' | '96110' | '12315'
  /** Name of the drawing in media/pictures, without `.png`. */
  readonly picture: string
  readonly pictureAlt: string
}

/**
 * What the library explains: the six classes of the national campaign, then the newer methods against old people
 * (docs/facts.md#classes-of-fraud). Each has one technique and one case; the types of both lists see to that.
 */
export const METHODS = {
  'care-service': {
    fraudClass: 'care-service',
    hotline: '110',
    picture: 'locked-door',
    pictureAlt: '一扇上了锁的门',
  },
  'care-investment': {
    fraudClass: 'care-investment',
    hotline: '96110',
    picture: 'hook-banknote',
    pictureAlt: '鱼钩上挂着一张钞票',
  },
  'care-product': {
    fraudClass: 'care-product',
    hotline: '12315',
    picture: 'pill-bottle',
    pictureAlt: '药瓶里装的是钱',
  },
  'house-pension': {
    fraudClass: 'house-pension',
    hotline: '110',
    picture: 'house-hook',
    pictureAlt: '鱼钩吊着一座房子',
  },
  'pension-agent': {
    fraudClass: 'pension-agent',
    hotline: '96110',
    picture: 'umbrella-hole',
    pictureAlt: '一把破了洞的伞',
  },
  'care-aid': {
    fraudClass: 'care-aid',
    hotline: '96110',
    picture: 'honey-jar',
    pictureAlt: '一只流着蜜的罐子',
  },
  'ai-voice': {
    fraudClass: 'ai-voice',
    hotline: '110',
    picture: 'mask',
    pictureAlt: '一张笑脸面具，后面是另一张脸',
  },
  'health-live': {
    fraudClass: 'care-product',
    hotline: '12315',
    picture: 'phone-loud',
    pictureAlt: '手机里伸出一只大喇叭',
  },
  'fake-anti-fraud': {
    fraudClass: 'fake-anti-fraud',
    hotline: '96110',
    picture: 'shield-mask',
    pictureAlt: '一面戴着面具的盾牌',
  },
  'poster-code': {
    fraudClass: 'other',
    hotline: '110',
    picture: 'code-hook',
    pictureAlt: '鱼钩上挂着一个二维码',
  },
  'virtual-card': {
    fraudClass: 'care-investment',
    hotline: '96110',
    picture: 'coin-bubble',
    pictureAlt: '肥皂泡里的一枚硬币',
  },
  'fake-police': {
    fraudClass: 'fake-police',
    hotline: '96110',
    picture: 'phone-mask',
    pictureAlt: '一部戴着面具的手机',
  },
  'task-rebate': {
    fraudClass: 'task-rebate',
    hotline: '110',
    picture: 'box-trap',
    pictureAlt: '竹筐支起来，下面放着一枚硬币',
  },
  'prize-subsidy': {
    fraudClass: 'prize-subsidy',
    hotline: '96110',
    picture: 'gift-teeth',
    pictureAlt: '礼物盒里长着牙',
  },
  'cheap-travel': {
    fraudClass: 'other',
    hotline: '12315',
    picture: 'bag-wheels',
    pictureAlt: '装着轮子的购物袋',
  },
  collectibles: {
    fraudClass: 'other',
    hotline: '12315',
    picture: 'vase-crack',
    pictureAlt: '一只有裂纹的花瓶',
  },
  acquaintance: {
    fraudClass: 'other',
    hotline: '96110',
    picture: 'words-strings',
    pictureAlt: '被线提着的一句话',
  },
  'screen-share': {
    fraudClass: 'other',
    hotline: '110',
    picture: 'phone-eye',
    pictureAlt: '手机里有一只眼睛',
  },
} as const satisfies Readonly<Record<string, Method>>

export type MethodKey = keyof typeof METHODS
