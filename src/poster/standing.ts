import type { SheetData } from './sheet.ts'

/** Letters and digits as they read, without marks and spaces: lines break anywhere, and a mark at their end is dropped. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** The words of a sheet that come from a release or a record. */
const givenIn = (data: SheetData): readonly string[] => [
  data.title,
  data.lesson,
  ...data.lines,
  ...data.steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
  data.fraudClass,
  data.campaign,
  ...[data.hotline, data.emergency].flatMap(({ prompt, number }) => [prompt, number]),
  data.issuer,
  data.unit,
  data.date,
  data.validUntil,
  data.code,
  String(data.edition),
  data.qr?.words ?? '',
  data.noQr,
  data.contact?.name ?? '',
  data.contact?.number ?? '',
]

/** Stands where words that are accounted for were taken out, so that what was left and right of them does not join. */
const BETWEEN = '\n'

/**
 * All runs of text one after the other. Numbers never break over lines, so where one run ends and the next begins
 * with a digit, these are two numbers.
 */
const joined = (runs: readonly string[]): string =>
  runs
    .map(bare)
    .filter((run) => run !== '')
    .reduce((text, run) => text + (/\d$/.test(text) && /^\d/.test(run) ? BETWEEN : '') + run, '')

/** A number is looked for as a whole: 110 is not a part of 96110. */
const without = (text: string, words: string): string =>
  /^\d+$/.test(words)
    ? text.replace(new RegExp(`(?<!\\d)${words}(?!\\d)`, 'g'), BETWEEN)
    : text.replaceAll(words, BETWEEN)

/** A title set in two halves is still the title; half a number would be another number. */
const isPart = (words: string, own: string): boolean => !/^\d+$/.test(words) && own.includes(words)

/** A step's or a part's number. */
const isOrdinal = (text: string): boolean => /^\d$/.test(text)

/**
 * What stands on a set sheet and is neither of the release and its records nor one of `standing`, the words that are
 * written down for everybody to read (TPL-26).
 * @param runs text of the finished sheet in the order it was set
 */
export const strangeWords = (
  runs: readonly string[],
  data: SheetData,
  standing: readonly string[],
): readonly string[] => {
  const given = givenIn(data).map(bare)
  const known = [...given, ...standing.flatMap((words) => words.split('…')).map(bare)]
    .filter((words) => words !== '')
    .toSorted((a, b) => b.length - a.length)
  const left = known.reduce(without, joined(runs))
  const strange = left
    .split(BETWEEN)
    .filter((words) => words !== '' && !isOrdinal(words) && !given.some((own) => isPart(words, own)))
  return [...new Set(strange)]
}
