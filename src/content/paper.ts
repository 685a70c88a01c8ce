import { spokenRefusal, type Refusal, type Said } from '../errors/refusal.ts'
import type { ErrorCode } from '../errors/codes.ts'
import type { FrozenContent } from '../model/content.ts'
import { fittingTemplates } from '../poster/fits.ts'
import { lettersBy, type Letters } from '../poster/clauses.ts'
import { limitOf, textsOf } from '../poster/fields.ts'
import { tooLongTexts, unevenStrips } from '../poster/places.ts'
import type { SheetWords } from '../poster/sheet.ts'
import type { TemplateSchema } from '../poster/template.ts'
import type { Dictionary } from '../text/dictionary.ts'
import type { Checks } from './faults.ts'
import { sheetWordsOf } from './frozen.ts'
import type { ContentKinds } from './registry.ts'

/** A template and the most it takes of a list. */
type Limit = { readonly schema: TemplateSchema; readonly most: number }
type Place = { readonly field: string; readonly hint?: string }

const namesOf = (schemas: readonly TemplateSchema[], ofAll: number): Said =>
  schemas.length === ofAll
    ? { zh: '每一种海报', en: 'every sheet' }
    : {
        zh: `“${schemas.map(({ name_zh }) => name_zh).join('”“')}”`,
        en: schemas.map(({ name_en }) => name_en).join(', '),
      }

const idsOf = (schemas: readonly TemplateSchema[]): string => schemas.map(({ id }) => id).join(' ')

const note = (
  code: ErrorCode,
  { field, hint }: Place,
  small: readonly Limit[],
  ofAll: number,
): readonly Refusal[] => {
  if (small.length === 0) return []
  const schemas = small.map(({ schema }) => schema)
  const limit = Math.min(...small.map(({ most }) => most))
  const detail = { field, limit, got: idsOf(schemas), ...(hint !== undefined && { hint }) }
  return [spokenRefusal(code, { got: namesOf(schemas, ofAll) }, detail)]
}

/** Of each text of a sheet, which templates have no room for it, and how much of it goes. */
const tightFor = (
  words: SheetWords,
  own: readonly TemplateSchema[],
  letters: Letters,
): ReadonlyMap<number, readonly Limit[]> => {
  const tight = new Map<number, Limit[]>()
  for (const schema of own)
    for (const { at, limit } of tooLongTexts(schema, words, letters))
      tight.set(at, [...(tight.get(at) ?? []), { schema, most: limit }])
  return tight
}

/** Halves that are no pair, at the words that are to be made one (TPL-17). */
const unevenNotes = (
  field: string,
  words: SheetWords,
  own: readonly TemplateSchema[],
  letters: Letters,
): readonly Refusal[] => {
  const uneven = own.flatMap((schema) => {
    const places = unevenStrips(schema, words, letters)
    return places ? [{ schema, places }] : []
  })
  const [{ places: [first, second] } = { places: [0, 0] }] = uneven
  const schemas = uneven.map(({ schema }) => schema)
  const halves = {
    zh: `上句 ${first} 字、下句 ${second} 字`,
    en: `Halves of ${first} and ${second} characters`,
  }
  return uneven.length === 0
    ? []
    : [
        spokenRefusal(
          'HALVES_NOT_ON_PAPER',
          { got: namesOf(schemas, Infinity), hint: halves },
          { field, got: idsOf(schemas) },
        ),
      ]
}

/**
 * On which printed things the words will not go, each text and list at its field of the form, while there is time to
 * shorten it (PRT-22): submitting lets more through than any sheet holds, for screens turn pages. A template that has no
 * place for a text leaves it out, which is no fault. `limit` is what all that are named would take.
 */
export const paperNotes = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  schemas: readonly TemplateSchema[],
  dictionary: Dictionary,
): readonly Refusal[] => {
  const words = sheetWordsOf(kinds, { body })
  const letters = lettersBy(dictionary)
  const own = schemas.filter((schema) => schema.kinds.includes(words.kind))
  const places = textsOf(words)
  const tight = tightFor(words, own, letters)
  // Form and sheets have their texts in one order; two of them may read alike.
  let next = 0
  const placeOf = (text: string): number => {
    const at = places.findIndex((one, i) => i >= next && one.field !== 'accent' && one.text === text)
    next = at === -1 ? next : at + 1
    return at
  }
  const textNote = (place: Place, at: number): readonly Refusal[] =>
    note('TEXT_NOT_ON_PAPER', place, tight.get(at) ?? [], own.length)
  const { fields, accents, lists }: Checks = kinds.of(body).checks(body)
  const list = words.lines.length > 0 ? 'lines' : 'steps'
  const small = (count: number): readonly Limit[] =>
    own.flatMap((schema) => {
      const most = limitOf(schema, list)?.maxItems ?? Infinity
      return count > most ? [{ schema, most }] : []
    })
  return [
    ...fields.flatMap(({ field, hint, text }) => {
      if (text === '') return []
      const at = placeOf(text)
      const uneven = places[at]?.field === 'text' ? unevenNotes(field, words, own, letters) : []
      return [...textNote({ field, ...(hint !== undefined && { hint }) }, at), ...uneven]
    }),
    ...accents
      .filter(({ field }) => field === 'accent')
      .flatMap(({ field }) =>
        textNote(
          { field },
          places.findIndex((one) => one.field === 'accent'),
        ),
      ),
    ...lists.flatMap(({ field, count }) => note('LIST_NOT_ON_PAPER', { field }, small(count), own.length)),
  ]
}

/** Whether any template takes the words as they are (PRT-5). */
export const goesOnPaper = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  schemas: readonly TemplateSchema[],
  dictionary: Dictionary,
): boolean => fittingTemplates(schemas, sheetWordsOf(kinds, { body }), lettersBy(dictionary)).length > 0
