import { elementFaults } from '../../../src/poster/index.ts'
import type { PlacedElement } from '../../../src/poster/sheet.ts'
import { textLines, type Line } from './lines.ts'
import { press, type Sheet } from './sheets.ts'

const CLOSERS = '、，。：；！？”’）》〉】〕·…—'
const OPENERS = '“‘（《〈【〔'
const first = ({ text }: Line): string => [...text.trim()][0] ?? ''
const last = ({ text }: Line): string => [...text.trim()].at(-1) ?? ''

const textsOf = ({ data }: Sheet): readonly string[] => [
  data.title,
  data.lesson,
  ...data.lines,
  ...data.steps.flatMap(({ heSays, youDo }) => [heSays, youDo]),
]

/** Without what a line of a title leaves out. */
const said = (text: string): string => text.replace(/[，；。、,;\s]/g, '')
/** A text may itself begin or end with any mark. */
const isHead = (line: Line, sheet: Sheet): boolean =>
  textsOf(sheet).some((text) => said(text).startsWith(said(line.text).slice(0, 3)))
const isTail = (line: Line, sheet: Sheet): boolean =>
  // Behind its number in a list.
  [line.text, line.text.replace(/^\d/, '')].some((ends) =>
    textsOf(sheet).some((text) => said(text).endsWith(said(ends).slice(-3))),
  )

/** Numbers, —— and …… of a sheet's words: each must stand in one line. A strip sets one character a line. */
const unbreakable = (sheet: Sheet): readonly string[] => {
  const { data } = sheet
  const words = textsOf(sheet).join('\n')
  return [
    ...(words.match(/\d+|——|……/g) ?? []),
    data.hotline.number,
    data.code,
    ...(data.contact ? [data.contact.number] : []),
  ]
}

/** Set over one another by more than an edge. */
const overlap = (a: Line, b: Line): boolean => {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const [low, high] = [
    Math.max(a.y - 0.12 * a.size, b.y - 0.12 * b.size),
    Math.min(a.y + 0.8 * a.size, b.y + 0.8 * b.size),
  ]
  return (
    a.page === b.page &&
    across > 0.3 * Math.min(a.size, b.size) &&
    high - low > 0.15 * Math.min(a.size, b.size)
  )
}

/** Points from the lower left, as lines are; a tenth of a millimetre is no overlap. */
const onSquare = (line: Line, { data: { sheet } }: Sheet, square: PlacedElement): boolean => {
  const points = (mm: number): number => (mm * 72) / 25.4
  const slug = sheet.marks ? sheet.bleed + 7 : sheet.bleed
  const [left, right] = [square.x + slug, square.x + square.width + slug].map(points)
  const tall = sheet.height * sheet.scale + slug
  const [low, high] = [tall - square.y - square.height, tall - square.y].map(points)
  return (
    line.page === square.page &&
    line.x < right! - 0.3 &&
    line.x + line.width > left! + 0.3 &&
    line.y < high! - 0.3 &&
    line.y + 0.8 * line.size > low! + 0.3
  )
}

const outside = (line: Line, { data: { sheet } }: Sheet): boolean => {
  const slug = sheet.marks ? sheet.bleed + 7 : sheet.bleed
  const right = ((sheet.width * sheet.scale + slug) * 72) / 25.4
  // The empty half of a mark at the end of a line may hang.
  const trim = (/[、，。：；！？”’）》]*$/.exec(line.text)?.[0].length ?? 0) * 0.5 * line.size
  const lead = OPENERS.includes(first(line)) ? 0.5 * line.size : 0
  return line.x + line.width - trim > right || line.x + lead < 0
}

/** What is wrong with the setting of a sheet, line by line (TPL-3). */
export const faultsOf = async (sheet: Sheet): Promise<readonly string[]> => {
  const { schema, data } = sheet
  const lines = await textLines(press.pdf(schema.id, data))
  const upright = schema.id === 'strip'
  const whole = lines.map(({ text }) => text).join('\n')
  const placed = press.query(schema.id, data, '<ss-element>') as PlacedElement[]
  const squares = data.qr ? placed.filter(({ element }) => element === 'qr') : []
  return [
    ...lines
      .filter((line) => !upright && CLOSERS.includes(first(line)) && !isHead(line, sheet))
      .map(({ text }) => `begins: ${text}`),
    ...lines
      .filter((line) => !upright && OPENERS.includes(last(line)) && !isTail(line, sheet))
      .map(({ text }) => `ends: ${text}`),
    ...unbreakable(sheet).filter((word) => !upright && schema.id !== 'counter' && !whole.includes(word)),
    ...lines
      .filter((line) => outside(line, sheet))
      .map(({ text, x, width, size }) => `outside: ${text} ${[x, width, size].map(Math.round).join(' ')}`),
    ...squares.flatMap((square) =>
      lines.filter((line) => onSquare(line, sheet, square)).map(({ text }) => `on the QR code: ${text}`),
    ),
    ...lines.flatMap((a, i) =>
      lines.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`over: ${a.text} | ${b.text}`] : [])),
    ),
  ]
}

/** What the sheet says of itself: too long, or an element missing. */
export const refusals = ({ schema, data }: Sheet): readonly unknown[] => [
  ...(press.query(schema.id, data, '<ss-overflow>') as unknown[]),
  ...elementFaults(schema, data, press.query(schema.id, data, '<ss-element>') as PlacedElement[]),
]
