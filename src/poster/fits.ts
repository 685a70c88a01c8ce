import { refusal, type Refusal } from '../errors/refusal.ts'
import type { ContentBody } from '../model/content.ts'
import { FIELD_NAMES, isFieldName, lengthOf, limitOf, textsOf, type FieldName } from './fields.ts'
import { tooLong } from './overflow.ts'
import type { FieldLimit, TemplateSchema } from './template.ts'

const missing = (field: FieldName): Refusal => {
  const refused = refusal('PRINT_FIELD_MISSING', { field, limit: FIELD_NAMES[field].zh })
  const { message_en } = refusal('PRINT_FIELD_MISSING', { limit: FIELD_NAMES[field].en })
  return { ...refused, message_en }
}

const isThere = (body: ContentBody, field: FieldName): boolean => {
  if (field === 'photo') return body.kind === 'case' && body.photo !== null
  return textsOf(body).some((part) => part.field === field && part.text.trim() !== '')
}

const countOf = (body: ContentBody, field: FieldName): number => {
  if (field === 'lines') return body.kind === 'case' ? body.lines.length : 0
  return field === 'steps' && body.kind === 'technique' ? body.steps.length : 0
}

const tooMany = (body: ContentBody, field: FieldName, { maxItems }: FieldLimit): readonly Refusal[] => {
  const got = countOf(body, field)
  return maxItems !== undefined && got > maxItems
    ? [refusal('TOO_MANY_ITEMS', { field, limit: maxItems, got })]
    : []
}

/** Every fault, each at its field; texts that a template has no place for are left out by it and are no fault. */
const faultsOf = (schema: TemplateSchema, body: ContentBody): readonly Refusal[] => {
  if (!schema.kinds.includes(body.kind))
    return [refusal('PRINT_TEMPLATE_UNFIT', { field: 'template', got: schema.id })]
  const declared = Object.entries(schema.fields).flatMap(([name, limit]) => {
    if (!isFieldName(name)) return []
    // Fields of another kind of content are not asked of this one.
    const gone = limit.required && isOf(body, name) && !isThere(body, name) ? [missing(name)] : []
    return [...gone, ...tooMany(body, name, limit)]
  })
  const long = textsOf(body).flatMap(({ field, item, text }) => {
    const max = limitOf(schema, field)?.max
    const got = lengthOf(text)
    const place = item === undefined ? field : `${field}.${item}`
    return max !== undefined && got > max ? [tooLong({ field: place, limit: max, got }, [])] : []
  })
  return [...declared, ...long]
}

const OF_KIND: Readonly<Record<ContentBody['kind'], readonly FieldName[]>> = {
  case: ['title', 'accent', 'lines', 'lesson', 'photo'],
  technique: ['title', 'accent', 'steps'],
  slogan: ['text', 'accent'],
}
const isOf = (body: ContentBody, field: FieldName): boolean => OF_KIND[body.kind].includes(field)

/** The templates that take this content as it is (PRT-5). */
export const fittingTemplates = (
  schemas: readonly TemplateSchema[],
  body: ContentBody,
): readonly TemplateSchema[] => schemas.filter((schema) => faultsOf(schema, body).length === 0)

/** Their ids. */
export const suggestTemplates = (schemas: readonly TemplateSchema[], body: ContentBody): readonly string[] =>
  fittingTemplates(schemas, body).map(({ id }) => id)

/**
 * Kind of content, missing fields, lengths by code points, number of entries; nothing when the template takes it.
 * @param schemas the others, to suggest from when a text is too long
 */
export const fitsTemplate = (
  schema: TemplateSchema,
  body: ContentBody,
  schemas: readonly TemplateSchema[] = [],
): readonly Refusal[] => {
  const faults = faultsOf(schema, body)
  // Each of the others is asked only where one is to be named: a catalogue asks this of every template.
  const overflows = faults.some(({ code }) => code === 'PRINT_OVERFLOW')
  const roomier = overflows ? fittingTemplates(schemas, body).filter(({ id }) => id !== schema.id) : []
  return faults.map((fault) =>
    fault.code === 'PRINT_OVERFLOW'
      ? tooLong({ field: fault.field ?? '', limit: Number(fault.limit), got: Number(fault.got) }, roomier)
      : fault,
  )
}
