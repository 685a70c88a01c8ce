/** Stages of a publish on one screen, in order (PLY-1). */
export const RECEIPT_STAGES = ['notified', 'fetched', 'verified', 'ready', 'showing'] as const
export type ReceiptStage = (typeof RECEIPT_STAGES)[number]

export const STAGE_WORDS = {
  notified: ['已通知', 'Notified'],
  fetched: ['已下载', 'Fetched'],
  verified: ['已校验', 'Verified'],
  ready: ['就绪', 'Ready'],
  showing: ['正在显示', 'Showing'],
} as const satisfies Record<ReceiptStage, readonly [zh: string, en: string]>
