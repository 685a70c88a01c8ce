import { isRefusal } from '../errors/is-refusal.ts'
import type { Instant } from '../model/ids.ts'
import { civilOf, TOWN_ZONE } from '../time/index.ts'
import { formatCode } from './check-code.ts'
import { checkContact } from './contact.ts'
import { BLEED_MM, chineseDate, sizeOf, type Order } from './order-faults.ts'
import type { SheetData, SheetWords } from './sheet.ts'
import type { TemplateSchema } from './template.ts'

/** Printers leave this much of the edge white; a print shop cuts no closer either (docs/facts.md#paper). */
const MARGIN_MM = 5
const EMERGENCY = { prompt: '已交钱？马上打', number: '110' }
export const NO_QR = '未印二维码：还没有手机能打开的核验网址'

export type Prepared = {
  /** Eight characters, as `checkCode` gives them. */
  readonly code: string
  readonly qr: SheetData['qr']
  /** Where the photo lies for the engine; null when there is none to print. */
  readonly photoPath: string | null
  readonly now: Instant
  readonly palette: 'rgb' | 'cmyk'
}

const wordsOf = ({ kind, title, accent, lines, lesson, steps, fraudClass }: SheetWords) => ({
  kind,
  title,
  accent,
  lines,
  lesson,
  steps,
  fraudClass,
})

const madeOn = (now: Instant): SheetData['made'] => {
  const [year = 0, month = 0, day = 0] = civilOf(now, TOWN_ZONE).date.split('-').map(Number)
  return [year, month, day]
}

/** A day ends with it: what is valid until midnight is valid on the day before. */
const lastDay = (validUntil: Instant | null): string =>
  validUntil === null ? '' : chineseDate(validUntil - 1)

const sheetOf = ({ choice }: Order, schema: TemplateSchema, palette: 'rgb' | 'cmyk'): SheetData['sheet'] => {
  const size = sizeOf(choice, schema)
  if (!size) throw new RangeError(`no size ${choice.size} in ${schema.id}`)
  const shop = choice.way === 'shop'
  return {
    size: size.id,
    width: size.widthMm,
    height: size.heightMm,
    scale: size.scale,
    bleed: shop ? BLEED_MM : 0,
    marks: shop,
    margin: MARGIN_MM,
    palette,
  }
}

/** The whole sheet as data for the template. Ask `orderFaults` first: throws RangeError where that refuses the size. */
export const sheetData = (order: Order, schema: TemplateSchema, prepared: Prepared): SheetData => {
  const { source, choice } = order
  const { photo } = source.words
  const contact = schema.contact && choice.contact ? checkContact(choice.contact) : null
  return {
    ...wordsOf(source.words),
    campaign: `${source.town}打击整治养老诈骗专项行动`,
    photo: photo && prepared.photoPath ? { path: prepared.photoPath, alt: photo.alt } : null,
    hotline: { prompt: source.hotline.prompt, number: source.hotline.number },
    emergency: EMERGENCY,
    issuer: source.issuer,
    unit: source.unit.name,
    date: chineseDate(source.releasedAt),
    validUntil: lastDay(source.validUntil),
    code: formatCode(prepared.code),
    edition: source.edition,
    qr: prepared.qr,
    noQr: prepared.qr ? '' : NO_QR,
    contact: contact && !isRefusal(contact) ? contact : null,
    demo: source.demo,
    made: madeOn(prepared.now),
    sheet: sheetOf(order, schema, prepared.palette),
  }
}
