export { sheetBreaks } from './breaks.ts'
export { addressOf, allowedAddress, phoneOrigin, type PhoneOrigin } from './address.ts'
export { CHECK_ALPHABET, CHECK_LENGTH, checkCode, codeIn, formatCode, parseCode } from './check-code.ts'
export { lettersBy, type Letters } from './clauses.ts'
export { checkContact, CONTACT_NAME_MAX } from './contact.ts'
export { elementFaults, QR_MM } from './elements.ts'
export { FIELD_NAMES, isFieldName, lengthOf, limitOf, type FieldName } from './fields.ts'
export { bulkName, fileName } from './file-name.ts'
export { fitsTemplate, fittingTemplates, suggestTemplates } from './fits.ts'
export {
  BLEED_MM,
  chineseDate,
  HOTLINE_FRESH_DAYS,
  leavesPhotoOut,
  MARKS_MM,
  orderFaults,
  PDF_LIMIT_MM,
  sizeOf,
  type Order,
  type OrderFaults,
} from './order-faults.ts'
export { inInks, lookOf, LOOKS, type Look, type SeenPicture } from './look.ts'
export { namedCharacters } from './named-characters.ts'
export { countedOverflow, overflowFault } from './overflow.ts'
export { photoPixels, photoPlan, sharpnessOf } from './photo.ts'
export { inPressInks, isScreenDrawing, onPaper } from './screen-drawing.ts'
export { parseSchema } from './schema.ts'
export type { PosterKind, SheetWords } from './sheet.ts'
export { NO_QR, sheetData, type Prepared } from './sheet-data.ts'
export { strangeWords } from './standing.ts'
export { pressOperators, vectorIn, type VectorDrawing } from './vector-drawing.ts'
export { toldTogether, type ToldSheet } from './told-together.ts'
export { planPages, planTiles, type TilePlan, type TileWindow } from './tiles.ts'
export { fitsA4, joinsOf, plansFor, tilingsOf, type Join, type Joins } from './tilings.ts'
export {
  sampleData,
  thumbData,
  TRIAL_PHOTO,
  TRIAL_QR,
  trialChoices,
  trialData,
  TRIALS,
  type Trial,
  type TrialChoice,
} from './trial.ts'
