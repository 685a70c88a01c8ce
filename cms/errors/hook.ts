import { randomUUID } from 'node:crypto'
import type { AfterErrorHook, FlattenedField, PayloadRequest } from 'payload'
import { refusal, type Refusal } from '../../src/errors/refusal.ts'
import { fieldLabel } from './field-label.ts'
import { isJsonFault, translate, type ErrorAnswer } from './translate.ts'

/** The fields a request writes; none where it writes no row. */
const fieldsOf = (
  { payload, routeParams }: PayloadRequest,
  collection: { readonly flattenedFields: FlattenedField[] } | undefined,
): readonly FlattenedField[] => {
  const slug = routeParams?.['global']
  const asked = collection ?? payload.config.globals.find((one) => one.slug === slug)
  return asked?.flattenedFields ?? []
}

/** A toast stands far from its field, so it begins with what the form calls that (DESK-82). */
const toastOf = (said: string, field: string | undefined, fields: readonly FlattenedField[], zh: boolean) => {
  const label = field === undefined ? null : fieldLabel(fields, field)
  if (!label) return said
  return zh ? `${label.zh}：${said}` : `${label.en} – ${said}`
}

/**
 * One entry of `errors`: the shape all refusals have (docs/design.md#refusals), and `message` in the caller's
 * language for the admin's toast.
 */
const entryOf = (refused: Refusal, fields: readonly FlattenedField[], zh: boolean) => ({
  ...refused,
  message: toastOf(zh ? refused.message_zh : refused.message_en, refused.field, fields, zh),
  // The admin marks the field of each entry it finds here.
  ...(refused.field && {
    name: 'ValidationError',
    data: {
      errors: [{ path: refused.field, message: zh ? refused.message_zh : refused.message_en }],
    },
  }),
})

/**
 * Texts that Payload itself reads as JSON: one of a form, and a question that is not in brackets. What else is no JSON
 * was stored so, and is the server's fault.
 */
const unreadIn = ({ headers, query }: PayloadRequest): string | undefined => {
  if (headers?.get('content-type')?.startsWith('multipart/')) return '_payload'
  return typeof query?.['where'] === 'string' ? 'where' : undefined
}

const jsonFault = (error: unknown, req: PayloadRequest): ErrorAnswer | undefined => {
  const field = isJsonFault(error) ? unreadIn(req) : undefined
  return field === undefined ? undefined : { status: 400, refusals: [refusal('BODY_INVALID', { field })] }
}

/** CMS-7: every answer of `/api` that is not a success has the one shape; no stack, no driver's words (I14). */
export const shapeErrors =
  (dataDir: string): AfterErrorHook =>
  ({ collection, error, req }) => {
    const number = randomUUID().slice(0, 8)
    const said = jsonFault(error, req) ?? translate(error, number, dataDir)
    // Payload says Forbidden to strangers too; what they lack first is a sign-in.
    const isStranger = said.refusals[0]?.code === 'NOT_ALLOWED' && !req.user
    const { status, refusals } = isStranger ? { status: 401, refusals: [refusal('NOT_SIGNED_IN')] } : said
    if (status >= 500) req.payload.logger.error({ err: error, number }, 'refused after a fault of the server')
    const zh = req.i18n?.language !== 'en'
    return {
      status,
      response: { errors: refusals.map((refused) => entryOf(refused, fieldsOf(req, collection), zh)) },
    }
  }
