import type { FraudClass } from './content.ts'

/** Short enough for the top line of a panel or a poster; the long names live with the forms. */
export const FRAUD_CLASS_NAMES: Readonly<Record<FraudClass, string>> = {
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
