/** Names of kinds of fraud as forms and lists have them; the short ones of a page are in `src/model/names.ts`. */
import type { FraudClass } from '../model/content.ts'
import { words, type Words } from './words.ts'

export const FRAUD_WORDS: Readonly<Record<FraudClass, Words>> = {
  'care-service': words('养老服务诈骗', 'Elder-care service'),
  'care-investment': words('投资养老诈骗', 'Elder-care investment'),
  'care-product': words('养老产品（保健品）诈骗', 'Elder-care products'),
  'house-pension': words('以房养老诈骗', 'House for pension'),
  'pension-agent': words('代办养老保险诈骗', 'Pension agent'),
  'care-aid': words('养老帮扶诈骗', 'Elder-care aid'),
  'fake-police': words('冒充公检法', 'Fake police'),
  'ai-voice': words('AI 换声、冒充亲友', 'AI voice, fake relatives'),
  'task-rebate': words('刷单返利', 'Task rebates'),
  'prize-subsidy': words('中奖、补贴', 'Prizes and subsidies'),
  'fake-anti-fraud': words('冒充反诈中心', 'Fake anti-fraud office'),
  other: words('其他', 'Other'),
}
