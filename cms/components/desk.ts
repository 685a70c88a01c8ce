'use client'

import type { Refusal } from '../../src/errors/refusal.ts'
import type { DeskLanguage } from './language.ts'

/** One fault as a person reads it. */
export type Fault = { readonly field: string | undefined; readonly message: string }

export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] }

const NO_ANSWER: Record<DeskLanguage, string> = {
  zh: '连不上服务器，已填的内容还在，请稍后再试',
  en: 'No answer from the server; what you typed is still here, try again',
}

const faultOf = (entry: Partial<Refusal> & { readonly message?: string }, language: DeskLanguage): Fault => ({
  field: entry.field,
  message: (language === 'zh' ? entry.message_zh : entry.message_en) ?? entry.message ?? NO_ANSWER[language],
})

const post = async <Value>(
  path: string,
  body: BodyInit,
  headers: Readonly<Record<string, string>>,
  language: DeskLanguage,
): Promise<Answer<Value>> => {
  try {
    const answer = await fetch(`/api${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers, 'accept-language': language },
      body,
    })
    const value: unknown = await answer.json()
    if (answer.ok) return { ok: true, value: value as Value }
    const told = value as { readonly errors?: readonly Partial<Refusal>[] } & Partial<Refusal>
    const entries = told.errors && told.errors.length > 0 ? told.errors : [told]
    return { ok: false, faults: entries.map((entry) => faultOf(entry, language)) }
  } catch {
    return { ok: false, faults: [{ field: undefined, message: NO_ANSWER[language] }] }
  }
}

/** Posts to one of the workflow's endpoints under `/api`; every fault comes back in the reader's language (I14). */
export const askDesk = <Value>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  language: DeskLanguage,
): Promise<Answer<Value>> =>
  post<Value>(path, JSON.stringify(body), { 'content-type': 'application/json' }, language)

/** The same for a form with a file. */
export const sendDesk = <Value>(
  path: string,
  form: FormData,
  language: DeskLanguage,
): Promise<Answer<Value>> => post<Value>(path, form, {}, language)
