import type { Payload, TypedUser } from 'payload'
import { formatCode, parseCode } from '../../src/poster/check-code.ts'
import { TEXTS } from '../../src/errors/codes.ts'
import { refuse } from '../../src/errors/refusal.ts'
import { isSha256 } from '../../src/model/ids.ts'
import { REPORT_CODE_LENGTH } from '../../src/report/index.ts'
import { askedNames, lookByCode, lookByFile, questionIn, type ReportLook } from '../audit-report/index.ts'
import { ports } from '../base/ports.ts'
import type { DeskLanguage } from '../web/language.ts'
import type { PrintConfig } from '../print/order.ts'
import type { Around } from './Frame.tsx'
import { addressFor, askPage, codePage, refusedReport, reportPage, type CodePage } from './pages.tsx'
import { lookUp, refusalOf } from './look-up.ts'

export type { CodePage } from './pages.tsx'

export type CodePages = {
  /** `/v?code=`: the code's page where `typed` is a code, else the page that asks for one. */
  readonly ask: (headers: Headers, typed: string) => Promise<CodePage | { readonly to: string }>
  /** `/v/<code>`. */
  readonly code: (headers: Headers, typed: string) => Promise<CodePage>
  /** `/v/report`: by the hash of a file and the line behind it; without a hash, the page that asks for a file. */
  readonly report: (headers: Headers, file: string, said: string | null) => Promise<CodePage>
}

/** The reader's language: the same cookie as the desk's. */
const languageIn = (headers: Headers): DeskLanguage =>
  /(?:^|;\s*)payload-lng=en(?:;|$)/.test(headers.get('cookie') ?? '') ? 'en' : 'zh'

/** The question of an export in names. */
const askedBy = (payload: Payload, look: ReportLook, language: DeskLanguage) => {
  const asked = look.at === 'foreign' ? '' : look.statement.asked
  return askedNames(payload, questionIn(Object.fromEntries(new URLSearchParams(asked))), language)
}

/** For everybody together: each look-up reads and verifies up to a thousand rows anew. */
const REPORT_LOOKUPS = { burst: 20, perSecond: 1 }

const told = async (payload: Payload, frame: Around, look: () => Promise<ReportLook>): Promise<CodePage> => {
  try {
    if (await ports().rates.take('report-lookups', REPORT_LOOKUPS)) refuse('PRINT_CODE_TOO_MANY')
    const found = await look()
    return reportPage(frame, { look: found, asked: await askedBy(payload, found, frame.language) })
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    const message = frame.language === 'zh' ? refused.message_zh : refused.message_en
    return refusedReport(frame, message, TEXTS[refused.code].status)
  }
}

/**
 * The page of a check code, served without Next: people read it on a phone in a village, where every kilobyte is a
 * wait (PPG-10).
 */
export const openCodePages = (payload: Payload, config: PrintConfig, style: string): CodePages => {
  const around = async (headers: Headers) => ({
    language: languageIn(headers),
    demo: (await payload.findGlobal({ slug: 'town' })).demo === true,
    style,
  })
  return {
    ask: async (headers, typed) => {
      const to = addressFor(typed)
      return to === null ? askPage(await around(headers), typed) : { to }
    },
    code: async (headers, typed) => {
      const frame = await around(headers)
      const report = parseCode(typed.slice(0, 40), REPORT_CODE_LENGTH)
      if (report !== null) return told(payload, frame, () => lookByCode(payload, report))
      const code = parseCode(typed.slice(0, 40))
      if (code === null) return codePage(frame, typed, { at: 'unknown' })
      const { user } = await payload.auth({ headers })
      const asking = { ...config, payload, user: user as TypedUser | null, language: frame.language }
      return codePage(frame, typed, await lookUp(asking, formatCode(code)))
    },
    report: async (headers, file, said) => {
      const frame = await around(headers)
      return isSha256(file)
        ? told(payload, frame, () => lookByFile(payload, file, said))
        : reportPage(frame, null)
    },
  }
}
