import { NAMED } from '../../overview/own-open.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

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

/** The first of so many by name. Titles in their marks stand side by side (GB/T 15834), other names are parted. */
export const firstNames = (
  names: readonly string[],
  count: number,
  parted: string,
  language: DeskLanguage,
): string => {
  const more = count > NAMED ? say(language, ' 等', ', …') : ''
  return `${names.slice(0, NAMED).join(say(language, parted, ', '))}${more}`
}

export const titlesOf = (
  { count, first }: { readonly count: number; readonly first: readonly { readonly title: string }[] },
  language: DeskLanguage,
): string =>
  firstNames(
    first.map(({ title }) => quoted(title, language)),
    count,
    '',
    language,
  )
