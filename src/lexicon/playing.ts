/** Names of what a screen plays, by how strongly it asks, and of how far it came there. */
import type { HeadCause } from '../model/programme.ts'
import type { Level } from '../model/level.ts'
import type { ReceiptStage } from '../model/receipt.ts'
import type { Weekday } from '../model/town.ts'
import { words, type Words } from './words.ts'

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  emergency: words('应急', 'Emergency'),
  warning: words('预警', 'Warning'),
  campaign: words('专项', 'Campaign'),
  daily: words('日常', 'Daily'),
  filler: words('垫片', 'Filler'),
}

export const STAGE_WORDS: Readonly<Record<ReceiptStage, Words>> = {
  notified: words('已通知', 'Notified'),
  fetched: words('已下载', 'Fetched'),
  verified: words('已校验', 'Verified'),
  ready: words('就绪', 'Ready'),
  showing: words('正在显示', 'Showing'),
}

export const WEEKDAY_WORDS: Readonly<Record<Weekday, Words>> = {
  1: words('周一', 'Monday'),
  2: words('周二', 'Tuesday'),
  3: words('周三', 'Wednesday'),
  4: words('周四', 'Thursday'),
  5: words('周五', 'Friday'),
  6: words('周六', 'Saturday'),
  7: words('周日', 'Sunday'),
}

export const HEAD_CAUSE_WORDS: Readonly<Record<HeadCause, Words>> = {
  changed: words('节目变了', 'The programme changed'),
  joined: words('有屏加入', 'A screen joined'),
  withdrawn: words('撤下', 'Withdrawn'),
  renewed: words('到期续签', 'Renewed'),
  unpaired: words('有屏解除配对', 'A screen was unpaired'),
}
