import type { DeskLanguage } from '../../web/language.ts'

/** One thing a person can do now: a sentence, what it is about, one button (DESK-42). */
export type Line = {
  readonly key: string
  readonly words: string
  /** What it is about: a title, a comment, how long it has waited. */
  readonly more: string
  readonly verb: string
  readonly href: string
}

export const quoted = (title: string, language: DeskLanguage): string =>
  language === 'zh' ? `《${title}》` : `“${title}”`
