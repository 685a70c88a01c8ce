import { refusal, spokenRefusal, type Refusal } from '../errors/refusal.ts'
import type { Letters } from './clauses.ts'
import { FIELD_NAMES, isFieldName, textsOf, type FieldName } from './fields.ts'
import { tooLong } from './overflow.ts'
import { tooLongTexts, unevenStrips } from './places.ts'
import type { SheetWords } from './sheet.ts'
import type { FieldLimit, TemplateSchema } from './template.ts'

const missing = (field: FieldName): Refusal => {
  const refused = refusal('PRINT_FIELD_MISSING', { field, limit: FIELD_NAMES[field].zh })
  const { message_en } = refusal('PRINT_FIELD_MISSING', { limit: FIELD_NAMES[field].en })
  return { ...refused, message_en }
}

const isThere = (words: SheetWords, field: FieldName): boolean => {
  if (field === 'photo') return words.photo !== null
  return textsOf(words).some((part) => part.field === field && part.text.trim() !== '')
}

const countOf = ({ lines, steps }: SheetWords, field: FieldName): number => {
  if (field === 'lines') return lines.length
  return field === 'steps' ? steps.length : 0
}

const tooMany = (words: SheetWords, field: FieldName, { maxItems }: FieldLimit): readonly Refusal[] => {
  const got = countOf(words, field)
  return maxItems !== undefined && got > maxItems
    ? [refusal('TOO_MANY_ITEMS', { field, limit: maxItems, got })]
    : []
}

/** A pair that hangs left and right of a gate is two halves of one length (TPL-17). */
const unevenFault = ([first, second]: readonly [number, number]): Refusal =>
  spokenRefusal(
    'PRINT_HALVES_UNEVEN',
    { got: { zh: `上句${first}字、下句${second}字`, en: `${first} and ${second} characters` } },
    { field: 'text', got: `${first} ${second}` },
  )

/** Every fault, each at its field; texts that a template has no place for are left out by it and are no fault. */
const faultsOf = (schema: TemplateSchema, words: SheetWords, letters: Letters): readonly Refusal[] => {
  if (!schema.kinds.includes(words.kind))
    return [refusal('PRINT_TEMPLATE_UNFIT', { field: 'template', got: schema.id })]
  const declared = Object.entries(schema.fields).flatMap(([name, limit]) => {
    if (!isFieldName(name)) return []
    // Fields of another kind of content are not asked of this one.
    const gone = limit.required && words.fields.includes(name) && !isThere(words, name) ? [missing(name)] : []
    return [...gone, ...tooMany(words, name, limit)]
  })
  const long = tooLongTexts(schema, words, letters).map(({ field, item, limit, got }) =>
    tooLong({ field: item === undefined ? field : `${field}.${item}`, limit, got }, []),
  )
  const uneven = unevenStrips(schema, words, letters)
  return [...declared, ...long, ...(uneven ? [unevenFault(uneven)] : [])]
}

/** The templates that take this content as it is (PRT-5). */
export const fittingTemplates = (
  schemas: readonly TemplateSchema[],
  words: SheetWords,
  letters: Letters,
): readonly TemplateSchema[] => schemas.filter((schema) => faultsOf(schema, words, letters).length === 0)

/** Their ids. */
export const suggestTemplates = (
  schemas: readonly TemplateSchema[],
  words: SheetWords,
  letters: Letters,
): readonly string[] => fittingTemplates(schemas, words, letters).map(({ id }) => id)

/**
 * Kind of content, missing fields, what its words take as they are set, number of entries; nothing when the template takes it.
 * @param letters of all texts, by the shipped dictionary
 * @param schemas the others, to suggest from when a text is too long
 */
export const fitsTemplate = (
  schema: TemplateSchema,
  words: SheetWords,
  letters: Letters,
  schemas: readonly TemplateSchema[] = [],
): readonly Refusal[] => {
  const faults = faultsOf(schema, words, letters)
  // Each of the others is asked only where one is to be named: a catalogue asks this of every template.
  const overflows = faults.some(({ code }) => code === 'PRINT_OVERFLOW')
  const roomier = overflows
    ? fittingTemplates(schemas, words, letters).filter(({ id }) => id !== schema.id)
    : []
  return faults.map((fault) =>
    fault.code === 'PRINT_OVERFLOW'
      ? tooLong({ field: fault.field ?? '', limit: Number(fault.limit), got: Number(fault.got) }, roomier)
      : fault,
  )
}
