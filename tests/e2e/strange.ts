/** What nobody who only reads must ever meet on a page (DESK-81). */
import { FOREIGN_WORDS } from './foreign-words.ts'

type Kind = readonly [name: string, pattern: RegExp]

const KINDS: readonly Kind[] = [
  ['id', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]*|\b[0-9a-f]{24}\b/gi],
  ['hash', /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b/gi],
  ['object', /\[object \w+\]/g],
  ['format string', /\{\{?\w+\}\}?|%[sd]\b/g],
  ['no value', /\b(?:undefined|null|NaN|Invalid Date)\b/g],
  // A name under which a program keeps a sentence, where the sentence is missing.
  ['key', /\b(?:general|error|authentication|version|fields|validation|upload|operators):\w+/g],
]

/** Addresses of pages and people, and files under the names their owners gave them: written by people, not by us. */
const ADDRESSES = [
  /[\w.+-]+@[\w.-]+/g,
  /https?:\/\/\S+/g,
  /\d+(?:\.\d+){3}(?::\d+)?\S*/g,
  /\blocalhost(?::\d+)?\S*/g,
  /[\w-]+\.(?:png|jpe?g|webp|svg|pdf|zip|heic)\b/gi,
]
/** Of sheets and screens: read by one person to another. */
const CODES = /\b[A-Z2-9]{4}(?:[- ]?[A-Z2-9]{4}){1,2}\b/g
const WORDS = /[A-Za-z][A-Za-z0-9]+(?:[ '-][A-Za-z][A-Za-z0-9]+)*/g

const without = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, ' '), text)

const allMatches = (text: string, [name, pattern]: Kind): readonly string[] =>
  (text.match(pattern) ?? []).map((what) => `${name}: ${what}`)

/** What only a program reads, each as `kind: what`, once; in a page of either language. */
export const machineIn = (text: string): readonly string[] => [
  ...new Set(KINDS.flatMap((kind) => allMatches(text, kind))),
]

/** English on a Chinese page, once each, but for `FOREIGN_WORDS` and what people of the town are called (`names`). */
export const englishIn = (text: string, names: ReadonlySet<string> = new Set()): readonly string[] => {
  const known = (word: string): boolean => Object.hasOwn(FOREIGN_WORDS, word) || names.has(word)
  const left = without(text, [...KINDS.map(([, pattern]) => pattern), ...ADDRESSES, CODES])
  const foreign = (left.match(WORDS) ?? []).filter((phrase) => !phrase.split(/[ '-]/).every(known))
  return [...new Set(foreign)].map((phrase) => `English: ${phrase}`)
}

/** Chinese in what the product itself says on an English page. */
export const chineseIn = (text: string): readonly string[] => [
  ...new Set((text.match(/[\p{Script=Han}][^\n]*/gu) ?? []).map((phrase) => `Chinese: ${phrase}`)),
]
