import { spokenRefusal, type Refusal, type Said } from '../errors/refusal.ts'
import type { PlacedElement, SheetData } from './sheet.ts'
import type { ElementName, TemplateSchema } from './template.ts'

/** Smallest side of a QR code that phones of old people read, mm at true size (docs/facts.md#paper). */
export const QR_MM = 25
/** Lengths of the engine are rounded; two that differ by less than this are equal, mm. */
const SLACK_MM = 0.05

const ELEMENT_NAMES: Readonly<Record<ElementName, Said>> = {
  issuer: { zh: '印制单位', en: 'the issuer' },
  date: { zh: '签发日期', en: 'the date of issue' },
  validUntil: { zh: '有效期', en: 'the last day it is valid' },
  hotline: { zh: '电话', en: 'the hotline' },
  qr: { zh: '二维码（或没有的原因）', en: 'the QR code (or why there is none)' },
  code: { zh: '核验码', en: 'the check code' },
  tearOff: { zh: '“到期请撕”', en: 'the line 到期请撕' },
}

const missing = (element: ElementName, more: Said = { zh: '', en: '' }): Refusal => {
  const { zh, en } = ELEMENT_NAMES[element]
  return spokenRefusal(
    'PRINT_ELEMENT_MISSING',
    { got: { zh: zh + more.zh, en: en + more.en } },
    { field: element },
  )
}

/** A content without an end needs neither the date of its end nor the line that asks to tear it off. */
const asked = ({ required }: TemplateSchema, data: SheetData): readonly ElementName[] =>
  required.filter((name) => data.validUntil !== '' || (name !== 'validUntil' && name !== 'tearOff'))

const isInside = ({ x, y, width, height }: PlacedElement, { sheet }: SheetData): boolean =>
  width > 0 &&
  height > 0 &&
  x >= -SLACK_MM &&
  y >= -SLACK_MM &&
  x + width <= sheet.width * sheet.scale + SLACK_MM &&
  y + height <= sheet.height * sheet.scale + SLACK_MM

const tooSmall = (side: string): Refusal =>
  missing('qr', {
    zh: `（边长只有 ${side} 毫米，至少 ${QR_MM} 毫米）`,
    en: ` (its side is ${side} mm, ${QR_MM} mm are needed)`,
  })

const otherWords = (words: string): Said => ({
  zh: `（旁边印的网址要和码里的一样：${words}）`,
  en: ` (the address beside it must be the one in the code: ${words})`,
})

const qrFaults = (data: SheetData, placed: readonly PlacedElement[]): readonly Refusal[] => {
  const codes = placed.filter(({ element }) => element === 'qr')
  const { qr, sheet } = data
  if (!qr) return []
  const least = QR_MM * sheet.scale - SLACK_MM
  return codes.flatMap((code) => {
    const side = Math.min(code.width, code.height)
    if (side < least) return [tooSmall((side / sheet.scale).toFixed(1))]
    return code.words === qr.words ? [] : [missing('qr', otherWords(qr.words))]
  })
}

/**
 * What the set sheet lacks of what its schema promises (PRT-7): each required element is on the paper, all of it, and
 * the QR code is large enough and has its own address in words beside it. Of several pages one must carry it.
 */
export const elementFaults = (
  schema: TemplateSchema,
  data: SheetData,
  placed: readonly PlacedElement[],
): readonly Refusal[] => [
  ...asked(schema, data)
    .filter((name) => !placed.some((one) => one.element === name && isInside(one, data)))
    .map((name) => missing(name)),
  ...qrFaults(data, placed),
]
