import type { Endpoint } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { REPORT_LIMIT, mayReadAudit, questionIn, readReport } from '../audit-report/index.ts'
import { deskLanguage } from '../web/language.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The rows a reader asked for as a file for an inspector. */
export const auditEndpoints: Endpoint[] = [
  {
    path: '/audit-report.xlsx',
    method: 'get',
    handler: async (req) => {
      if (!req.user) return refuse('NOT_SIGNED_IN')
      if (!mayReadAudit(req.user)) return refuse('NOT_ALLOWED')
      const question = questionIn(Object.fromEntries(new URL(req.url ?? '', 'http://x').searchParams))
      const language = deskLanguage(req.i18n.language)
      const bytes = await readReport({ payload: req.payload, language }, question)
      if (bytes === null) return refuse('AUDIT_REPORT_TOO_LONG', { limit: REPORT_LIMIT })
      return new Response(bytes as BodyInit, {
        headers: {
          'content-type': TYPE,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'content-disposition': `attachment; filename="audit.xlsx"; filename*=UTF-8''${encodeURIComponent('操作记录.xlsx')}`,
        },
      })
    },
  },
]
