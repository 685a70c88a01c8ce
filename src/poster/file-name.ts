import { sizeOf, type Order } from './order-faults.ts'
import type { TemplateSchema } from './template.ts'

const MAX_PART = 40

/** What no file system of a village office takes, or takes for a folder. */
const tidy = (text: string): string =>
  Array.from(
    text
      .normalize('NFC')
      .replace(/[\p{C}\\/:*?"<>|]/gu, '')
      .replace(/\s+/gu, ' '),
  )
    .slice(0, MAX_PART)
    .join('')
    .replace(/^[\s.-]+|[\s.]+$/gu, '')

/** `A3案例海报`, `挂图60×90厘米`; a single size needs no word, and brackets are for lists. */
const madeHow = ({ choice }: Order, schema: TemplateSchema): string => {
  const size = sizeOf(choice, schema)
  const iso = /^a\d$/i.test(size?.id ?? '') ? (size?.id ?? '').toUpperCase() : ''
  if (iso && !schema.name_zh.includes(iso)) return `${iso}${schema.name_zh}`
  const word = size && !iso && schema.sizes.length > 1 ? size.name_zh.replace(/[（(].*$/u, '').trim() : ''
  const named = schema.name_zh.includes(word) ? schema.name_zh : `${schema.name_zh}${word}`
  return size?.scale === 0.1 ? `${named}-比例1比10` : named
}

/** `高息返利是鱼饵-A3案例海报-下溪村`; tiles and print-shop files say so at the end. No extension. */
const stemOf = (order: Order, schema: TemplateSchema): string => {
  const { body, unit } = order.source
  const title = body.kind === 'slogan' ? body.text : body.title
  const how = order.choice.way === 'shop' ? '打印店' : order.choice.tiling === 'none' ? '' : 'A4拼贴'
  return [title, madeHow(order, schema), unit.name, how].map(tidy).filter(Boolean).join('-')
}

/** PRT-8: a name that says what is inside, and that Windows takes. */
export const fileName = (order: Order, schema: TemplateSchema): string =>
  `${stemOf(order, schema) || '海报'}.pdf`

/** One file for many villages: `高息返利是鱼饵-A3案例海报-12个村`. */
export const bulkName = (
  orders: readonly Order[],
  schema: TemplateSchema,
  extension: 'zip' | 'pdf',
): string => {
  const [first] = orders
  if (!first) return `海报.${extension}`
  const { body } = first.source
  const title = body.kind === 'slogan' ? body.text : body.title
  return `${[title, madeHow(first, schema), `${orders.length}个村`].map(tidy).filter(Boolean).join('-')}.${extension}`
}
