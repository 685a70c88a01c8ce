import type { Payload, TypedUser } from 'payload'
import { formatCode, parseCode } from '../../src/poster/check-code.ts'
import type { DeskLanguage } from '../web/language.ts'
import type { PrintConfig } from '../print/order.ts'
import { addressFor, askPage, codePage, type CodePage } from './pages.tsx'
import { lookUp } from './look-up.ts'

export type { CodePage } from './pages.tsx'

export type CodePages = {
  /** `/v?code=`: the code's page where `typed` is a code, else the page that asks for one. */
  readonly ask: (headers: Headers, typed: string) => Promise<CodePage | { readonly to: string }>
  /** `/v/<code>`. */
  readonly code: (headers: Headers, typed: string) => Promise<CodePage>
}

/** The reader's language: the same cookie as the desk's. */
const languageIn = (headers: Headers): DeskLanguage =>
  /(?:^|;\s*)payload-lng=en(?:;|$)/.test(headers.get('cookie') ?? '') ? 'en' : 'zh'

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
      const code = parseCode(typed.slice(0, 40))
      if (code === null) return codePage(frame, typed, { at: 'unknown' })
      const { user } = await payload.auth({ headers })
      const asking = { ...config, payload, user: user as TypedUser | null, language: frame.language }
      return codePage(frame, typed, await lookUp(asking, formatCode(code)))
    },
  }
}
