/** Exports of the audit: what is said of one, by what it is known again, and how it is taken apart to be checked. */
export { partSaid, readSaid, saidText, withSaid, type Parted, type Said, type Statement } from './said.ts'
export { REPORT_CODE_LENGTH, reportCode, rowsDigest, type ReportRow } from './rows.ts'
export type { ReportSheet, SheetRow } from './sheet.ts'
