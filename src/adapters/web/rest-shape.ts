import { TEXTS, type ErrorCode } from '../../errors/codes.ts'
import { refusal, type Refusal, type RefusalDetail } from '../../errors/refusal.ts'

type Entry = Readonly<Record<string, unknown>>

/** A refusal's own message begins with its code and its field. */
const CODED = /^([A-Z][A-Z0-9_]+)(?: \(([^()]+)\))?: (.*?)(?=; [A-Z][A-Z0-9_]+(?: \([^()]+\))?: |$)/su

/** Payload's own sentence for a row somebody else edits. */
const LOCKED = /is currently locked by another user/u

const known = (code: string | undefined): code is ErrorCode => code !== undefined && code in TEXTS

const HOLE = /\{(limit|got|hint)\}/g

/** What stands in the holes of an error's English sentence. */
const detailIn = (code: ErrorCode, en: string): RefusalDetail => {
  const literal = TEXTS[code].en.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  const seen = new Set<string>()
  const pattern = literal.replace(HOLE, (_, name: string) => {
    if (seen.has(name)) return `\\k<${name}>`
    seen.add(name)
    return `(?<${name}>.*?)`
  })
  return { ...new RegExp(`^${pattern}$`, 'su').exec(en)?.groups }
}

/** In a bulk edit Payload keeps only the sentence of each error; the rest is read back out of it. */
const refusalIn = (message: string): Refusal => {
  const [, code, field, en = ''] = CODED.exec(message) ?? []
  if (LOCKED.test(message)) return refusal('ROW_LOCKED')
  if (!known(code)) {
    const { message_en } = refusal('FIELD_INVALID', { got: message.slice(0, 200) })
    return { ...refusal('FIELD_INVALID', { got: '请检查填写的内容' }), message_en }
  }
  return refusal(code, { ...(field && { field }), ...detailIn(code, en) })
}

const shaped = (entry: Entry, chinese: boolean): Entry => {
  if ('code' in entry) return entry
  const said = refusalIn(String(entry['message'] ?? ''))
  return { ...entry, ...said, message: chinese ? said.message_zh : said.message_en }
}

/**
 * The body of an answer that is no success, each of its errors with code and both languages (I14), as Payload's own
 * hook gives them already nearly everywhere. null when it holds no errors at all: an address that is not there.
 */
export const shapedBody = (body: unknown, chinese: boolean): object | null => {
  const { errors } = (typeof body === 'object' && body !== null ? body : {}) as { errors?: unknown }
  if (!Array.isArray(errors)) return null
  return { ...(body as object), errors: (errors as Entry[]).map((entry) => shaped(entry, chinese)) }
}
