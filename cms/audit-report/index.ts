/** The audit in words, for people: a page of it, and as a file to take away. */
export { mayReadAudit, readActs, readReport, REPORT_LIMIT, type ToldAct } from './read.ts'
export { addressOf, questionIn, type AuditQuestion } from './question.ts'
export { askedNames, readChoices, type Choices } from './choices.ts'
export { sentenceOf } from './sentence.ts'
export { makeSignedReport, type SignedReport } from './signed-report.ts'
export { daysSaid } from './report-words.ts'
export { lookByCode, lookByFile, type ReportLook } from './look-at-report.ts'
