import { bodyLines, extent, headlineLines, rowOf, stripsOf, type Letters, type Run } from './clauses.ts'
import { lengthOf, limitOf, textsOf, type FieldText } from './fields.ts'
import { quoted } from './breaks.ts'
import type { SheetWords } from './sheet.ts'
import type { Place, TemplateSchema } from './template.ts'

/** A text of a content that its place on a template does not hold. */
export type TooLong = FieldText & {
  /** Which of `textsOf` it is: two may read alike. */
  readonly at: number
  /** So many characters of it from its beginning go. */
  readonly limit: number
  readonly got: number
}

/** `count`: of how many items. */
type Spot = FieldText & { readonly at: number; readonly count: number }

/** What he says stands in quotation marks, as `said` of the library sets it. */
const saidOf = (text: string): string => (/^[“‘]/u.test(text) ? text : quoted(text))

const lastOf = (numbers: readonly number[] = [], count: number): number =>
  numbers[Math.min(count, numbers.length) - 1] ?? 1

/** Lines of it, where they are so many at most; null where it does not go. */
const linesOf = (
  all: Run,
  { by, ems: widths, gap = 0 }: Place,
  count: number,
  most: number,
): number | null => {
  const ems = lastOf(widths, count)
  if (by === 'headline') return headlineLines(all, ems, most)
  if (by === 'row') return (gap > 0 ? rowOf(all, gap) : extent(all)) <= ems ? 1 : null
  if (by === 'upright') return stripsOf(all).every(({ tall }) => tall <= ems) ? 1 : null
  return bodyLines(all, ems, most)
}

/** More than any place holds; a text that is far longer is not tried character by character. */
const HEAD_AT_MOST = 300

/** So many characters of a text, from its beginning, as go. */
const headOf = (text: string, goes: (text: string) => boolean): number => {
  const all = Array.from(text)
  let most = Math.min(all.length - 1, HEAD_AT_MOST)
  while (most > 0 && !goes(all.slice(0, most).join(''))) most--
  return most
}

/** A template that sets but one item of a list, and that only where there is no lesson. */
const isSet = ({ only }: Place, { lesson }: SheetWords, { item = 0, count, isSaid }: Spot): boolean => {
  if (only === 'last') return lesson === '' && item === count - 1
  return only === undefined || (item === 0 && !isSaid)
}

const told = (spot: Spot, goes: (text: string) => boolean): readonly TooLong[] =>
  goes(spot.text) ? [] : [{ ...spot, limit: headOf(spot.text, goes), got: lengthOf(spot.text) }]

/** Items of one column share its lines: told are those that take more than theirs. */
const inColumn = (spots: readonly Spot[], place: Place, letters: Letters): readonly TooLong[] => {
  const rows = lastOf(place.lines, spots.length)
  const lines = spots.map(({ text }) => linesOf(letters(text), place, spots.length, rows))
  if (!lines.includes(null) && lines.reduce<number>((sum, n) => sum + (n ?? 0), 0) <= rows) return []
  const share = Math.max(1, Math.floor(rows / spots.length))
  return spots.flatMap((spot) =>
    told(spot, (text) => linesOf(letters(text), place, spots.length, share) !== null),
  )
}

const inPlace = (
  spots: readonly Spot[],
  place: Place,
  words: SheetWords,
  letters: Letters,
): readonly TooLong[] => {
  if (place.by === 'column') {
    const half = Math.ceil(spots.length / (place.parts ?? 1))
    const parts = [spots.slice(0, half), spots.slice(half)].filter((part) => part.length > 0)
    return parts.flatMap((part) => inColumn(part, place, letters))
  }
  return spots
    .filter((spot) => spot.text !== '' && isSet(place, words, spot))
    .flatMap((spot) =>
      told(spot, (text) => {
        const all = letters(spot.isSaid ? saidOf(text) : text)
        return linesOf(all, place, spot.count, lastOf(place.lines, spot.count)) !== null
      }),
    )
}

const byLength = (spots: readonly Spot[], max: number): readonly TooLong[] =>
  spots.flatMap((spot) => {
    const got = lengthOf(spot.text)
    return got > max ? [{ ...spot, limit: max, got }] : []
  })

/**
 * Texts that do not stand in their places at the smallest size (PRT-26), by the sums the library sets by; where a template
 * tells nothing of a field's place, by its number of characters.
 */
export const tooLongTexts = (
  schema: TemplateSchema,
  words: SheetWords,
  letters: Letters,
): readonly TooLong[] => {
  const texts = textsOf(words)
  return [...new Set(texts.map(({ field }) => field))].flatMap((field) => {
    const limit = limitOf(schema, field)
    if (!limit) return []
    const items = { lines: words.lines.length, steps: words.steps.length } as Partial<Record<string, number>>
    const spots = texts
      .map((text, at): Spot => ({ ...text, at, count: items[field] ?? 1 }))
      .filter((spot) => spot.field === field)
    return limit.place ? inPlace(spots, limit.place, words, letters) : byLength(spots, limit.max)
  })
}

/** Places of the two strips, as a reader counts them, where they are not the same (TPL-17); null where they are. */
export const unevenStrips = (
  schema: TemplateSchema,
  { title }: SheetWords,
  letters: Letters,
): readonly [number, number] | null => {
  if (limitOf(schema, 'text')?.place?.by !== 'upright') return null
  const [first, second] = stripsOf(letters(title))
  return !second || first?.places === second.places ? null : [first?.places ?? 0, second.places]
}
