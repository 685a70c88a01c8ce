import type { Sha256 } from '../model/ids.ts'
import { codeIn } from '../poster/check-code.ts'
import { canonicalJson } from '../programme/canonical.ts'
import type { Statement } from './said.ts'

/** A row of the audit as an export tells it, whatever its words become later. */
export type ReportRow = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly hash: string
  /** Whether it held when it was exported. */
  readonly holds: boolean
}

type Hash = (text: string) => Sha256

/** Half a character is no character: a damaged cell must not keep a report from being made. */
const wellFormed = (text: string): string => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')

/** Equal rows, equal digest; one letter of one row more or less, another. */
export const rowsDigest = (rows: readonly ReportRow[], hash: Hash): Sha256 =>
  hash(
    `silver-shield/report-rows/1\n${canonicalJson(
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'string' ? wellFormed(value) : value,
          ]),
        ),
      ),
    )}`,
  )

/** Half as long again as a sheet's, so that nobody takes one for the other. */
export const REPORT_CODE_LENGTH = 12

/** The characters that name an export: of all that is said of it but the file, which they stand in. */
export const reportCode = (of: Omit<Statement, 'code' | 'pdf'>, hash: Hash): string =>
  codeIn(hash(`silver-shield/report-code/1\n${canonicalJson({ ...of })}`), REPORT_CODE_LENGTH)
