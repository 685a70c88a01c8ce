import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { deskTranslations } from '../base/translations.ts'

/** What Payload said, by the key of its phrase, in both languages. */
export type Phrase = {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly values: Readonly<Record<string, string>>
}

type Section = Readonly<Record<string, string>>
type Spoken = Readonly<Record<string, Section | undefined>>

const SECTIONS = ['validation', 'error'] as const
const HOLE = /\{\{\s*(\w+)\s*\}\}/g

const templates = (spoken: Spoken): ReadonlyMap<string, string> =>
  new Map(SECTIONS.flatMap((name) => Object.entries(spoken[name] ?? {})))

const CHINESE = new Map([
  ...templates(zh.translations as Spoken),
  ...templates(deskTranslations.zh as Spoken),
])
const ENGLISH = new Map([
  ...templates(en.translations as Spoken),
  ...templates(('en' in deskTranslations ? deskTranslations.en : {}) as Spoken),
])

const patternOf = (template: string): RegExp => {
  const parts = template.split(HOLE)
  const text = parts.map((part, i) =>
    i % 2 === 1 ? `(?<${part}>.*?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  return new RegExp(`^${text.join('')}$`, 'su')
}

/** A name used twice in one template cannot be captured twice. */
const usable = (template: string): boolean => {
  const names = [...template.matchAll(HOLE)].map((match) => match[1])
  return new Set(names).size === names.length
}

/** Payload's own Chinese too, where the desk says it otherwise. */
const PATTERNS = [CHINESE, templates(zh.translations as Spoken), ENGLISH].flatMap((language) =>
  [...language].filter(([, text]) => usable(text)).map(([key, text]) => ({ key, pattern: patternOf(text) })),
)

const filled = (template: string | undefined, values: Readonly<Record<string, string>>): string =>
  (template ?? '').replace(HOLE, (_, name: string) => values[name] ?? '')

/** Payload speaks the caller's language only; this finds which phrase it was and says it in both (I14). */
export const phraseOf = (message: string): Phrase | undefined => {
  for (const { key, pattern } of PATTERNS) {
    const match = pattern.exec(message)
    if (!match) continue
    const values: Record<string, string> = { ...match.groups }
    return { key, zh: filled(CHINESE.get(key), values), en: filled(ENGLISH.get(key), values), values }
  }
  return undefined
}
