import { refusal, type Refusal } from '../errors/refusal.ts'
import type { ContentBody } from '../model/content.ts'
import { isFieldName, lengthOf, limitOf } from './fields.ts'
import type { Overflow, SheetData } from './sheet.ts'
import type { TemplateSchema } from './template.ts'

type Told = { readonly field: string; readonly limit: number; readonly got: number }

const NONE = { zh: '请改短', en: 'Please shorten it' }

/** PRINT_OVERFLOW with its field, limit and length; `hint` holds the ids of templates in which it fits (PRT-5). */
export const tooLong = ({ field, limit, got }: Told, roomier: readonly TemplateSchema[]): Refusal => {
  const zh = roomier.length > 0 ? `可以改用：${roomier.map((s) => s.name_zh).join('、')}` : NONE.zh
  const en = roomier.length > 0 ? `These take it: ${roomier.map((s) => s.name_en).join(', ')}` : NONE.en
  const detail = { field, limit, got }
  return {
    ...refusal('PRINT_OVERFLOW', { ...detail, hint: zh }),
    message_en: refusal('PRINT_OVERFLOW', { ...detail, hint: en }).message_en,
    hint: roomier.map((s) => s.id).join(' '),
  }
}

const maxOf = (schema: TemplateSchema, field: string): number => limitOf(schema, field)?.max ?? 0

/**
 * What a template said of itself after setting: a field that does not fit at its smallest size. Where the schema would
 * have let it through, the limit told is one character less than what was tried.
 * @param body with it only templates for this kind of content are suggested
 */
export const overflowFault = (
  schema: TemplateSchema,
  schemas: readonly TemplateSchema[],
  overflow: Overflow,
  body?: Pick<ContentBody, 'kind'>,
): Refusal => {
  const name = overflow.field.split('.')[0] ?? ''
  const own = isFieldName(name) ? maxOf(schema, name) : 0
  const limit = own > 0 && own < overflow.length ? own : Math.max(0, overflow.length - 1)
  const roomier = schemas.filter(
    (other) =>
      other.id !== schema.id &&
      (body === undefined || other.kinds.includes(body.kind)) &&
      maxOf(other, name) > Math.max(own, overflow.length),
  )
  return tooLong({ field: overflow.field, limit, got: overflow.length }, roomier)
}

/** A single line does not count its characters (`length` 0): then they are counted from the sheet's own words. */
export const countedOverflow = (overflow: Overflow, data: SheetData): Overflow => {
  if (overflow.length > 0) return overflow
  const words: Readonly<Record<string, string>> = {
    title: data.title,
    lesson: data.lesson,
    issuer: data.issuer + data.unit,
    hotline: data.hotline.prompt + data.hotline.number,
    contact: data.contact ? data.unit + data.contact.name + data.contact.number : '',
    publicUrl: data.qr?.words ?? '',
  }
  return { field: overflow.field, length: lengthOf(words[overflow.field] ?? '') }
}
