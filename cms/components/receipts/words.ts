import type { ReceiptStage } from '../../../src/model/receipt.ts'
import { STAGE_WORDS } from '../../collections/receipts/index.ts'
import { say, type DeskLanguage } from '../language.ts'

export const stageWords = (stage: ReceiptStage, language: DeskLanguage): string => {
  const told: readonly [zh: string, en: string] = STAGE_WORDS[stage]
  return say(language, ...told)
}
