import type { ReportPort } from '../../../cms/base/ports.ts'
import { refuse } from '../../errors/refusal.ts'
import { sha256Hex } from '../disk/keys.ts'
import { qrSvg } from '../print/qr.ts'
import type { Typst } from '../typst/index.ts'

export type ReportTools = {
  readonly typst: Pick<Typst, 'run'>
  /** Absolute path of media/reports. */
  readonly workspace: string
}

/** Rows on one A4 page, about: as many pages may take as much longer. */
const ROWS_A_PAGE = 25

/** An export of the audit as PDF/A-2b, by the engine that sets posters. Refuses as that does. */
export const openReport =
  ({ typst, workspace }: ReportTools): ReportPort =>
  async (sheet, owner) => {
    const rows = sheet.days.reduce((sum, day) => sum + day.rows.length, 0)
    const { pdf = refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' }) } = await typst.run(
      {
        workspace,
        main: 'audit.typ',
        inputs: { report: JSON.stringify(sheet) },
        files: sheet.address === null ? [] : [{ path: 'job/qr.svg', bytes: qrSvg(sheet.address) }],
        pdf: 'a-2b',
        sheets: Math.max(1, Math.ceil(rows / ROWS_A_PAGE)),
      },
      owner,
    )
    return { pdf, sha256: sha256Hex(pdf) }
  }
