'use client'

import type { Refusal } from '../../src/errors/refusal.ts'
import type { DeskLanguage } from './language.ts'

/** One fault as a person reads it. */
export type Fault = {
  readonly field: string | undefined
  readonly message: string
  readonly code?: string | undefined
  readonly hint?: string | undefined
  /** The value that was refused; in a conflict the name of the person who wrote meanwhile. */
  readonly got?: string | undefined
}

/** A refusal as it comes over the line. */
export type RawFault = Partial<Refusal> & { readonly message?: string }

export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] }

const NO_ANSWER: Record<DeskLanguage, string> = {
  zh: '连不上服务器，已填的内容还在，请稍后再试',
  en: 'No answer from the server; what you typed is still here, try again',
}

export const faultOf = (entry: RawFault, language: DeskLanguage): Fault => ({
  hint: entry.hint,
  got: entry.got === undefined ? undefined : String(entry.got),
  code: entry.code,
  field: entry.field,
  message: (language === 'zh' ? entry.message_zh : entry.message_en) ?? entry.message ?? NO_ANSWER[language],
})

/** No answer at all: nobody knows whether it was stored. */
export const UNANSWERED = 'UNANSWERED'

type Ask = Pick<RequestInit, 'method' | 'body' | 'headers' | 'keepalive'>

const ask = async <Value>(path: string, how: Ask, language: DeskLanguage): Promise<Answer<Value>> => {
  try {
    const answer = await fetch(`/api${path}`, {
      ...how,
      credentials: 'same-origin',
      headers: { ...how.headers, 'accept-language': language },
    })
    const value: unknown = await answer.json()
    if (answer.ok) return { ok: true, value: value as Value }
    const told = value as { readonly errors?: readonly Partial<Refusal>[] } & Partial<Refusal>
    const entries = told.errors && told.errors.length > 0 ? told.errors : [told]
    return { ok: false, faults: entries.map((entry) => faultOf(entry, language)) }
  } catch {
    return { ok: false, faults: [{ code: UNANSWERED, field: undefined, message: NO_ANSWER[language] }] }
  }
}

const JSON_BODY = { 'content-type': 'application/json' }

/** Posts to one of the workflow's endpoints under `/api`; every fault comes back in the reader's language (I14). */
export const askDesk = <Value>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  language: DeskLanguage,
): Promise<Answer<Value>> =>
  ask<Value>(path, { method: 'POST', body: JSON.stringify(body), headers: JSON_BODY }, language)

/** The same for a form with a file. */
export const sendDesk = <Value>(
  path: string,
  form: FormData,
  language: DeskLanguage,
): Promise<Answer<Value>> => ask<Value>(path, { method: 'POST', body: form }, language)

export const readDesk = <Value>(path: string, language: DeskLanguage): Promise<Answer<Value>> =>
  ask<Value>(path, { method: 'GET' }, language)

/** Makes a row; `last` outlives the page it is sent from. */
export const makeDesk = <Value>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  language: DeskLanguage,
  last: boolean,
): Promise<Answer<Value>> =>
  ask<Value>(
    path,
    { method: 'POST', body: JSON.stringify(body), headers: JSON_BODY, keepalive: last },
    language,
  )

/** Changes a row; `last` outlives the page it is sent from. */
export const changeDesk = <Value>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  language: DeskLanguage,
  last: boolean,
): Promise<Answer<Value>> =>
  ask<Value>(
    path,
    { method: 'PATCH', body: JSON.stringify(body), headers: JSON_BODY, keepalive: last },
    language,
  )
