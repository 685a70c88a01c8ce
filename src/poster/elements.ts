import { refusal, type Refusal } from '../errors/refusal.ts'
import type { PlacedElement, SheetData } from './sheet.ts'
import type { ElementName, TemplateSchema } from './template.ts'

/** Smallest side of a QR code that phones of old people read, mm at true size (facts: led-and-domain 5.1). */
export const QR_MM = 25
/** Rounding of the engine's lengths. */
const SLACK_MM = 0.05

export const ELEMENT_NAMES: Readonly<Record<ElementName, string>> = {
  issuer: '印制单位 issuer',
  date: '日期 date',
  validUntil: '有效期 valid until',
  hotline: '电话 hotline',
  qr: '二维码或没有的原因 QR code or why there is none',
  code: '核验码 check code',
  tearOff: '到期请撕 tear off when over',
}

const missing = (element: ElementName, more = ''): Refusal =>
  refusal('PRINT_ELEMENT_MISSING', { field: element, got: ELEMENT_NAMES[element] + more })

/** What has no end needs no end printed and nobody to tear it off. */
const asked = ({ required }: TemplateSchema, data: SheetData): readonly ElementName[] =>
  required.filter((name) => data.validUntil !== '' || (name !== 'validUntil' && name !== 'tearOff'))

const isInside = ({ x, y, width, height }: PlacedElement, { sheet }: SheetData): boolean =>
  width > 0 &&
  height > 0 &&
  x >= -SLACK_MM &&
  y >= -SLACK_MM &&
  x + width <= sheet.width * sheet.scale + SLACK_MM &&
  y + height <= sheet.height * sheet.scale + SLACK_MM

const qrFaults = (data: SheetData, placed: readonly PlacedElement[]): readonly Refusal[] => {
  const codes = placed.filter(({ element }) => element === 'qr')
  const { qr, sheet } = data
  if (!qr) return []
  const least = QR_MM * sheet.scale - SLACK_MM
  return codes.flatMap((code) => {
    const side = Math.min(code.width, code.height)
    if (side < least) return [missing('qr', ` (${(side / sheet.scale).toFixed(1)} < ${QR_MM} mm)`)]
    return code.words === qr.words ? [] : [missing('qr', ` (≠ ${qr.words})`)]
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
