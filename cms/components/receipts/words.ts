import { STAGE_WORDS, type ReceiptStage } from '../../../src/model/receipt.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

export const stageWords = (stage: ReceiptStage, language: DeskLanguage): string => {
  const told: readonly [zh: string, en: string] = STAGE_WORDS[stage]
  return say(language, ...told)
}
