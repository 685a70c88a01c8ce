import { refusal, type Refusal } from '../errors/refusal.ts'
import { FIELD_NAMES, isFieldName, lengthOf, limitOf } from './fields.ts'
import type { Overflow, SheetData } from './sheet.ts'
import type { TemplateSchema } from './template.ts'

type Excess = { readonly field: string; readonly limit: number; readonly got: number }

type Names = { readonly zh: string; readonly en: string }

/** What is no field of the content but stands on its sheet. */
const BESIDE: Readonly<Record<string, Names>> = {
  issuer: { zh: '单位名称', en: 'names of the offices' },
  hotline: { zh: '电话', en: 'hotline' },
  contact: { zh: '联系人', en: 'contact' },
  publicUrl: { zh: '网址', en: 'address' },
}

/** `正文第3条`; a name a template made up stands as it is. */
const nameOf = (field: string): Names => {
  const [name = '', item] = field.split('.')
  const { zh, en } = isFieldName(name) ? FIELD_NAMES[name] : (BESIDE[name] ?? { zh: name, en: name })
  return item === undefined
    ? { zh, en }
    : { zh: `${zh}第${Number(item) + 1}条`, en: `${en}, item ${Number(item) + 1}` }
}

const NONE = { zh: '请改短', en: 'Please shorten it' }

/** PRINT_OVERFLOW with its field, limit and length; `hint` holds the ids of templates in which it fits (PRT-5). */
export const tooLong = ({ field, limit, got }: Excess, roomier: readonly TemplateSchema[]): Refusal => {
  const zh = roomier.length > 0 ? `可以改用：${roomier.map((s) => s.name_zh).join('、')}` : NONE.zh
  const en = roomier.length > 0 ? `These take it: ${roomier.map((s) => s.name_en).join(', ')}` : NONE.en
  const detail = { field, limit, got }
  const refused = refusal('PRINT_OVERFLOW', { ...detail, hint: zh })
  const name = nameOf(field)
  return {
    ...refused,
    message_zh: name.zh + refused.message_zh,
    message_en: `${name.en}: ${refusal('PRINT_OVERFLOW', { ...detail, hint: en }).message_en}`,
    hint: roomier.map((s) => s.id).join(' '),
  }
}

const maxOf = (schema: TemplateSchema, field: string): number => limitOf(schema, field)?.max ?? 0

/**
 * What a template said of itself after setting: a field that does not fit at its smallest size. Where the schema would
 * have let it through, the limit told is one character less than what was tried.
 * @param fitting templates that take the content as it is, to suggest from
 */
export const overflowFault = (
  schema: TemplateSchema,
  fitting: readonly TemplateSchema[],
  overflow: Overflow,
): Refusal => {
  const name = overflow.field.split('.')[0] ?? ''
  const own = isFieldName(name) ? maxOf(schema, name) : 0
  const limit = own > 0 && own < overflow.length ? own : Math.max(0, overflow.length - 1)
  const roomier = fitting.filter(
    (other) => other.id !== schema.id && maxOf(other, name) > Math.max(own, overflow.length),
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
