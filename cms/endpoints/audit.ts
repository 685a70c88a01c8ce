import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { formatCode } from '../../src/poster/check-code.ts'
import {
  makeSignedReport,
  REPORT_LIMIT,
  mayReadAudit,
  questionIn,
  readReport,
} from '../audit-report/index.ts'
import type { PrintConfig } from '../print/order.ts'
import { fileAnswer, SPREADSHEET } from '../requests/attachment.ts'
import { deskLanguage } from '../web/language.ts'

const readerOf = (req: PayloadRequest) => {
  if (!req.user) return refuse('NOT_SIGNED_IN')
  if (!mayReadAudit(req.user)) return refuse('NOT_ALLOWED')
  const params = Object.fromEntries(new URL(req.url ?? '', 'http://x').searchParams)
  return { question: questionIn(params), language: deskLanguage(req.i18n.language) }
}

/** The rows a reader asked for as a file for an inspector; the signed one leaves a row itself, so it is a POST (ADP-10). */
export const auditEndpoints = ({ publicUrl }: PrintConfig): Endpoint[] => [
  {
    path: '/audit-report.xlsx',
    method: 'get',
    handler: async (req) => {
      const { question, language } = readerOf(req)
      const bytes = await readReport({ payload: req.payload, language }, question)
      if (bytes === null) return refuse('AUDIT_REPORT_TOO_LONG', { limit: REPORT_LIMIT })
      return fileAnswer(bytes, { type: SPREADSHEET, name: '操作记录.xlsx' })
    },
  },
  {
    path: '/audit-report.pdf',
    method: 'post',
    handler: async (req) => {
      const { question, language } = readerOf(req)
      const { bytes, code } = await makeSignedReport(req, question, language, publicUrl)
      return fileAnswer(bytes, { type: 'application/pdf', name: `操作记录-${formatCode(code)}.pdf` })
    },
  },
]
