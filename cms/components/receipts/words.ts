import { STAGE_WORDS } from '../../../src/lexicon/playing.ts'
import type { ReceiptStage } from '../../../src/model/receipt.ts'
import type { DeskLanguage } from '../../web/language.ts'

export const stageWords = (stage: ReceiptStage, language: DeskLanguage): string =>
  STAGE_WORDS[stage][language]
