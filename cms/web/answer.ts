/** Asks the server, and makes every fault a sentence in the reader's language (I14). */
import type { Refusal } from '../../src/errors/refusal.ts'
import type { DeskLanguage } from './language.ts'

export type Fault = { readonly code: string; readonly field: string | undefined; readonly message: string }

export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] }

const NO_ANSWER: Record<DeskLanguage, string> = {
  zh: '连不上服务器，请看看网络，再试一次',
  en: 'No answer from the server; look at the network and try again',
}

type Entry = Partial<Refusal> & { readonly message?: string }

export const faultOf = (entry: Entry, language: DeskLanguage): Fault => ({
  code: entry.code ?? '',
  field: entry.field,
  message: (language === 'zh' ? entry.message_zh : entry.message_en) ?? entry.message ?? NO_ANSWER[language],
})

const PASSING: readonly string[] = ['', 'PRINT_BUSY', 'PRINT_TIMEOUT', 'PRINT_ENGINE_FAILED']

/** Whether asking again would end the same way. */
export const lasting = ({ code }: Fault): boolean => !PASSING.includes(code)

const noAnswer = (language: DeskLanguage): Answer<never> => ({
  ok: false,
  faults: [faultOf({}, language)],
})

/** The refusals of an answer's body, bare or in Payload's `errors`. */
export const faultsIn = (body: unknown, language: DeskLanguage): readonly Fault[] => {
  const told = (body ?? {}) as { readonly errors?: readonly Entry[] } & Entry
  const entries = told.errors && told.errors.length > 0 ? told.errors : [told]
  return entries.map((entry) => faultOf(entry, language))
}

/** Warnings ride beside a picture or a file, in a header. */
export const warningsIn = (headers: Headers, language: DeskLanguage): readonly Fault[] => {
  try {
    const told: unknown = JSON.parse(decodeURIComponent(headers.get('x-print-warnings') ?? '[]'))
    return Array.isArray(told) ? told.map((entry: Entry) => faultOf(entry, language)) : []
  } catch {
    return []
  }
}

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: FormData | Readonly<Record<string, unknown>>
  readonly signal?: AbortSignal
  readonly language: DeskLanguage
}

/** `read` takes the value from an answer that is a success. Rejects only when `signal` aborted. */
export const ask = async <Value>(
  path: string,
  { method = 'GET', body, signal, language }: Asked,
  read: (answer: Response) => Promise<Value>,
): Promise<Answer<Value>> => {
  try {
    const json = body !== undefined && !(body instanceof FormData)
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { 'accept-language': language, ...(json && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    if (answer.ok) return { ok: true, value: await read(answer) }
    // The session has ended: the person signs in again and comes back to this page.
    if (answer.status === 401)
      location.assign(`/admin/login?redirect=${encodeURIComponent(location.pathname + location.search)}`)
    return { ok: false, faults: faultsIn(await answer.json().catch(() => null), language) }
  } catch (error) {
    if (signal?.aborted) throw error
    return noAnswer(language)
  }
}

export const readJson = <Value>(answer: Response): Promise<Value> => answer.json() as Promise<Value>

/** The name of RFC 5987, or nothing. */
export const nameIn = (headers: Headers): string | null => {
  const told = /filename\*=UTF-8''([^;]+)/i.exec(headers.get('content-disposition') ?? '')?.[1]
  try {
    return told === undefined ? null : decodeURIComponent(told)
  } catch {
    return null
  }
}
