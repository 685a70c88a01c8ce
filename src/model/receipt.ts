/** Stages of a publish on one screen, in order (PLY-1). */
export const RECEIPT_STAGES = ['notified', 'fetched', 'verified', 'ready', 'showing'] as const
export type ReceiptStage = (typeof RECEIPT_STAGES)[number]
