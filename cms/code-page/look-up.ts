import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { TEXTS } from '../../src/errors/codes.ts'
import type { Refusal } from '../../src/errors/refusal.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { DeskLanguage } from '../web/language.ts'
import { ports } from '../base/ports.ts'
import type { PrintConfig } from '../print/order.ts'
import { readCode, type CodeTold } from '../postings/public-code.ts'

export type LookUp =
  | { readonly at: 'known'; readonly told: CodeTold; readonly now: Instant }
  | { readonly at: 'unknown' }
  /**
   * Its records were edited behind the product, so nothing is vouched for. The page does not say why; that is for the
   * administrator.
   */
  | { readonly at: 'unverifiable'; readonly status: number }
  | { readonly at: 'refused'; readonly message: string; readonly status: number }

const UNKNOWN = new Set(['PRINT_CODE_UNKNOWN', 'NOT_FOUND'])

export const refusalOf = (error: unknown): Refusal | undefined =>
  (error as { readonly refusals?: readonly Refusal[] }).refusals?.[0]

export type Asking = PrintConfig & {
  readonly payload: Payload
  /** The person who asks; null for a stranger. */
  readonly user: TypedUser | null
  readonly language: DeskLanguage
}

/** What the records say of a code, for whoever asks. */
export const lookUp = async (
  { payload, user, language, publicUrl }: Asking,
  code: string,
): Promise<LookUp> => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  try {
    return { at: 'known', told: await readCode(req, { publicUrl }, code), now: ports().now() }
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    if (UNKNOWN.has(refused.code)) return { at: 'unknown' }
    const { status, who } = TEXTS[refused.code]
    if (who === 'administrator') return { at: 'unverifiable', status }
    const message = language === 'zh' ? refused.message_zh : refused.message_en
    return { at: 'refused', message, status }
  }
}
