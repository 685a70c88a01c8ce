import { spokenRefusal, type Refusal } from '../errors/refusal.ts'
import type { ErrorCode } from '../errors/codes.ts'
import type { FrozenContent } from '../model/content.ts'
import { fittingTemplates } from '../poster/fits.ts'
import { lengthOf, limitOf, textsOf } from '../poster/fields.ts'
import type { TemplateSchema } from '../poster/template.ts'
import type { Checks } from './faults.ts'
import { sheetWordsOf } from './frozen.ts'
import type { ContentKinds } from './registry.ts'

/** A template and the most it takes of a text or a list. */
type Limit = { readonly schema: TemplateSchema; readonly most: number }
type Place = { readonly field: string; readonly hint?: string }

const note = (
  code: ErrorCode,
  { field, hint }: Place,
  small: readonly Limit[],
  ofAll: number,
): readonly Refusal[] => {
  if (small.length === 0) return []
  const every = small.length === ofAll
  const named = {
    zh: every ? '每一种海报' : `“${small.map(({ schema }) => schema.name_zh).join('”“')}”`,
    en: every ? 'every sheet' : small.map(({ schema }) => schema.name_en).join(', '),
  }
  const limit = Math.min(...small.map(({ most }) => most))
  const got = small.map(({ schema }) => schema.id).join(' ')
  return [spokenRefusal(code, { got: named }, { field, limit, got, ...(hint !== undefined && { hint }) })]
}

const tooSmall = (limits: readonly Limit[], got: number): readonly Limit[] =>
  limits.filter(({ most }) => got > most)

/**
 * On which printed things the words will not go, each text and list at its field of the form, while there is time to
 * shorten it (PRT-22): submitting lets more through than any sheet holds, for screens turn pages. A template that has no
 * place for a text leaves it out, which is no fault. `limit` is what all that are named would take.
 */
export const paperNotes = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  schemas: readonly TemplateSchema[],
): readonly Refusal[] => {
  const words = sheetWordsOf(kinds, { body })
  const own = schemas.filter((schema) => schema.kinds.includes(words.kind))
  const places = textsOf(words)
  const limits = (field: string, of: 'max' | 'maxItems'): readonly Limit[] =>
    own.flatMap((schema) => {
      const most = limitOf(schema, field)?.[of]
      return most === undefined ? [] : [{ schema, most }]
    })
  // Form and sheets have their texts in one order; two of them may read alike.
  let next = 0
  const placeOf = (text: string): string | undefined => {
    const at = places.findIndex((one, i) => i >= next && one.field !== 'accent' && one.text === text)
    next = at === -1 ? next : at + 1
    return places[at]?.field
  }
  const textNote = (
    { text, ...place }: Place & { readonly text: string },
    field?: string,
  ): readonly Refusal[] => {
    const at = field ?? placeOf(text)
    if (at === undefined || text === '') return []
    return note('TEXT_NOT_ON_PAPER', place, tooSmall(limits(at, 'max'), lengthOf(text)), own.length)
  }
  const { fields, accents, lists }: Checks = kinds.of(body).checks(body)
  const list = words.lines.length > 0 ? 'lines' : 'steps'
  return [
    ...fields.flatMap(({ field, hint, text }) =>
      textNote({ field, text, ...(hint !== undefined && { hint }) }),
    ),
    ...accents
      .filter(({ field }) => field === 'accent')
      .flatMap(({ field, accent }) => textNote({ field, text: accent }, 'accent')),
    ...lists.flatMap(({ field, count }) =>
      note('LIST_NOT_ON_PAPER', { field }, tooSmall(limits(list, 'maxItems'), count), own.length),
    ),
  ]
}

/** Whether any template takes the words as they are (PRT-5). */
export const goesOnPaper = (
  kinds: ContentKinds,
  { body }: Pick<FrozenContent, 'body'>,
  schemas: readonly TemplateSchema[],
): boolean => fittingTemplates(schemas, sheetWordsOf(kinds, { body })).length > 0
