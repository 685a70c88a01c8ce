import { PRINT_WAY_WORDS } from '../lexicon/printing.ts'
import { sizeOf, type Order } from './order-faults.ts'
import type { TemplateSchema } from './template.ts'

/** Bytes of each part; together with hyphens, a number and `.pdf` less than the 255 that Linux and phones take. */
const MOST_BYTES = 72

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Whole characters within the bytes of a part. */
const shortened = (text: string): string => {
  let left = MOST_BYTES
  let short = ''
  for (const character of text) {
    left -= bytesOf(character)
    if (left < 0) break
    short += character
  }
  return short
}

/** A part of a name without what no file system of a village office takes, or takes for a folder. */
export const tidyName = (text: string): string =>
  shortened(
    text
      .normalize('NFC')
      .replace(/[\p{C}\\/:*?"<>|]/gu, '')
      .replace(/\s+/gu, ' '),
  ).replace(/^[\s.-]+|[\s.]+$/gu, '')

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
  const { words, unit } = order.source
  const how =
    order.choice.way === 'shop' ? PRINT_WAY_WORDS.shop.zh : order.choice.tiling === 'none' ? '' : 'A4拼贴'
  return [words.title, madeHow(order, schema), unit.name, how].map(tidyName).filter(Boolean).join('-')
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
  const { title } = first.source.words
  return `${[title, madeHow(first, schema), `${orders.length}个村`].map(tidyName).filter(Boolean).join('-')}.${extension}`
}
