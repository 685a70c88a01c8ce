import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'
import type { Refusal } from '../../../../src/errors/refusal.ts'
import type { Instant } from '../../../../src/model/ids.ts'
import type { DeskLanguage } from '../../../components/language.ts'
import { readEnvironment } from '../../../environment.ts'
import { ports } from '../../../ports.ts'
import { readCode, type CodeTold } from '../../../print/public-code.ts'
import { signedInPerson } from '../print/villager.ts'

export type Told =
  | { readonly at: 'known'; readonly told: CodeTold; readonly now: Instant }
  | { readonly at: 'unknown' }
  | { readonly at: 'refused'; readonly message: string }

const UNKNOWN = new Set(['PRINT_CODE_UNKNOWN', 'NOT_FOUND'])

const refusalOf = (error: unknown): Refusal | undefined =>
  (error as { readonly refusals?: readonly Refusal[] }).refusals?.[0]

/** What the records say of a code, for whoever asks. */
export const readTold = async (code: string, language: DeskLanguage): Promise<Told> => {
  const payload = await getPayload({ config })
  const user = await signedInPerson(payload)
  const req = await createLocalReq(user ? { user: { ...user, collection: 'users' } } : {}, payload)
  try {
    const { publicUrl } = readEnvironment(process.env)
    return { at: 'known', told: await readCode(req, { publicUrl }, code), now: ports().now() }
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    if (UNKNOWN.has(refused.code)) return { at: 'unknown' }
    return { at: 'refused', message: language === 'zh' ? refused.message_zh : refused.message_en }
  }
}
