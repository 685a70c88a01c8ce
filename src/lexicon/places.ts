/** Names of where people are and screens or posters hang, and of the offices that answer for them. */
import type { PlaceType } from '../model/taxonomy.ts'
import { words, type Words } from './words.ts'

export const PLACE_TYPE_WORDS: Readonly<Record<PlaceType, Words>> = {
  community: words('社区', 'Community'),
  'village-hall': words('村部', 'Village hall'),
  supermarket: words('超市', 'Supermarket'),
  market: words('集市、菜场', 'Market'),
  park: words('公园', 'Park'),
  square: words('广场', 'Square'),
  'elder-care': words('养老机构', 'Elder care'),
  clinic: words('卫生院、诊所', 'Clinic'),
  bank: words('银行网点', 'Bank'),
  station: words('车站', 'Station'),
  'home-visit': words('入户', 'Home visit'),
  other: words('其他', 'Other'),
}

export const UNIT_KIND_WORDS = {
  town: words('镇', 'Town'),
  department: words('部门', 'Department'),
  village: words('村居', 'Village'),
} as const
