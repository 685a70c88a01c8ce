import type { PayloadRequest } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'

const BODY_LIMIT = 64 * 1024

/** The JSON object of a workflow request; an empty body is an empty object. */
export const bodyOf = async (req: PayloadRequest): Promise<Readonly<Record<string, unknown>>> => {
  const text = (await req.text?.()) ?? ''
  if (text.length > BODY_LIMIT) return refuse('BODY_TOO_LARGE', { limit: '64 KB' })
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('BODY_INVALID')
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse('BODY_INVALID')
}

/** A member that is a text of at most `limit` characters; missing is empty. */
export const textIn = (body: Readonly<Record<string, unknown>>, field: string, limit: number): string => {
  const value = body[field] ?? ''
  if (typeof value !== 'string') return refuse('FIELD_INVALID', { field, got: typeof value })
  if (/\p{Cs}/u.test(value)) return refuse('TEXT_NOT_UNICODE', { field })
  const text = value.normalize('NFC')
  const got = [...text].length
  return got > limit ? refuse('TEXT_TOO_LONG', { field, limit, got }) : text
}

/** A member of short texts by name, at most `most` of them; missing is none. */
export const textsIn = (
  body: Readonly<Record<string, unknown>>,
  field: string,
  most: number,
  limit: number,
): Readonly<Record<string, string>> => {
  const value = body[field] ?? {}
  if (typeof value !== 'object' || Array.isArray(value))
    return refuse('FIELD_INVALID', { field, got: typeof value })
  const given = Object.entries(value)
  if (given.length > most) return refuse('TOO_MANY_ITEMS', { field, limit: most, got: given.length })
  const named = Object.fromEntries(given.map(([name, text]) => [`${field}.${name}`, text]))
  return Object.fromEntries(given.map(([name]) => [name, textIn(named, `${field}.${name}`, limit)]))
}

export const idIn = (req: PayloadRequest): string => {
  const id = req.routeParams?.['id']
  return typeof id === 'string' && /^[0-9a-f-]{24,36}$/i.test(id) ? id : refuse('NOT_FOUND')
}
