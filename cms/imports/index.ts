/** What other rooms may use of bringing in what offices keep. */
export type { ImportRow, RowState } from './drafts.ts'
export { readImport } from './journal.ts'
export { lookAt, type Brought, type Looked } from './read.ts'
export { beginImport, undoBrokenOff, type Agreed } from './run.ts'
export { templateOf } from './template.ts'
