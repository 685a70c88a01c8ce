import type { ContentBody, FraudClass } from '../model/content.ts'

const KINDS: Readonly<Record<ContentBody['kind'], string>> = {
  case: '案例',
  technique: '套路揭秘',
  slogan: '标语',
}

/** Short enough for the top line of a panel; the long names live with the forms. */
const CLASSES: Readonly<Record<FraudClass, string>> = {
  'care-service': '养老服务',
  'care-investment': '投资理财',
  'care-product': '保健品',
  'house-pension': '以房养老',
  'pension-agent': '代办养老',
  'care-aid': '养老帮扶',
  'fake-police': '冒充公检法',
  'ai-voice': '仿冒声音',
  'task-rebate': '刷单返利',
  'prize-subsidy': '中奖补贴',
  'fake-anti-fraud': '冒充反诈',
  other: '',
}

/** Top left of every page: kind and class, `案例·投资理财`. */
export const labelOf = (body: ContentBody): string => {
  const kind = KINDS[body.kind]
  const name = body.kind === 'slogan' ? '' : CLASSES[body.fraudClass]
  return name ? `${kind}·${name}` : kind
}

export const HE_SAYS = '他说'
export const YOU_DO = '您这样做'
export const REMEMBER = '请记住'
