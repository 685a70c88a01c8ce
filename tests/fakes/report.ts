import { createHash } from 'node:crypto'
import type { ReportPort } from '../../cms/base/ports.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { ReportSheet } from '../../src/report/index.ts'

export type FakeReport = ReportPort & {
  /** What was set, oldest first. */
  readonly sheets: ReportSheet[]
}

/** Sets no type: a PDF is its sheet as JSON. */
export const fakeReport = (): FakeReport => {
  const sheets: ReportSheet[] = []
  const set: ReportPort = async (sheet) => {
    sheets.push(sheet)
    const pdf = new TextEncoder().encode(`%PDF ${JSON.stringify(sheet)}\n%%EOF`)
    return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') as Sha256 }
  }
  return Object.assign(set, { sheets })
}
