/** What other rooms may use of what offices keep and paste. */
export {
  allNamed,
  beginningOf,
  linesIn,
  mostNamed,
  piecesOf,
  readArticle,
  severalIn,
  type Article,
} from './article.ts'
export { columnNamed, headingsOf, type Cell, type Choices, type Column, type Reading } from './column.ts'
export { understandDocument, type Block, type OfficeFile } from './document.ts'
export { amountsIn, type Amount } from './numbers.ts'
export {
  headingsIn,
  understand,
  type CellFault,
  type Named,
  type Understood,
  type UnderstoodRow,
} from './rows.ts'
export { bandOf, inSentences, readCell } from './values.ts'
