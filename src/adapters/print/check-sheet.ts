import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { RefusalError, refuse, type Refusal } from '../../errors/refusal.ts'
import { countedOverflow, elementFaults, overflowFault } from '../../poster/index.ts'
import type { Overflow, PlacedElement, SheetData } from '../../poster/sheet.ts'
import type { TemplateSchema } from '../../poster/template.ts'
import type { TypstFile, TypstResult } from '../typst/index.ts'
import { checkQr } from './qr.ts'
import { textRuns } from '../pdf/text-runs.ts'

export const QUERIES = ['<ss-element>', '<ss-overflow>'] as const

const NUMBERS = ['page', 'x', 'y', 'width', 'height'] as const

const isPlaced = (value: unknown): value is PlacedElement => {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Record<string, unknown>
  const whole = NUMBERS.every((name) => Number.isFinite(record[name]))
  return whole && typeof record['element'] === 'string'
}

const isOverflow = (value: unknown): value is Overflow => {
  const { field, length } = (value ?? {}) as Record<string, unknown>
  return typeof field === 'string' && typeof length === 'number'
}

/** What a template said of itself; anything else it emits under these labels is passed over. */
export const placedIn = ({ query }: TypstResult): readonly PlacedElement[] =>
  (query['<ss-element>'] ?? []).filter(isPlaced)

const throwAll = ([first, ...more]: readonly Refusal[]): void => {
  if (first) throw new RefusalError(first, ...more)
}

type Set = {
  readonly schema: TemplateSchema
  /** That take the content as it is. */
  readonly fitting: readonly TemplateSchema[]
  readonly data: SheetData
  readonly result: TypstResult
}

/** Throws PRINT_OVERFLOW with field, limit and length for each field that does not fit (PRT-5). */
export const checkOverflow = ({ schema, fitting, data, result }: Set): void => {
  const faults = (result.query['<ss-overflow>'] ?? [])
    .filter(isOverflow)
    .map((overflow) => overflowFault(schema, fitting, countedOverflow(overflow, data)))
  // Two slips on one page say the same.
  throwAll([...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()])
}

const FAMILY = /^\/(?:[A-Z]{6}\+)?NotoSansSC-\w+$/

/** One family on all sheets: the machine's own fonts are there for the engine too, and look like nothing we approved (PRT-18). */
const checkFonts = ({ context }: PDFDocument): void => {
  const foreign = context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFDict ? object.get(PDFName.of('FontName')) : undefined))
    .filter((name) => name instanceof PDFName)
    .map((name) => name.asString())
    .filter((name) => !FAMILY.test(name))
    .map((name) => name.replace(/^\/(?:[A-Z]{6}\+)?/, ''))
  if (foreign.length > 0) refuse('PRINT_FONT_FOREIGN', { got: [...new Set(foreign)].join(' ') })
}

/** As many pages as the template says it has: previews and sheets to join are counted by that (PRT-18). */
const checkPages = (document: PDFDocument, { pages }: TemplateSchema): void => {
  const got = document.getPageCount()
  if (got !== pages) refuse('PRINT_PAGES_WRONG', { limit: pages, got })
}

/** Each number stands in one run of the finished page: neither broken over lines nor torn apart (PRT-13). */
const checkNumbers = (
  document: PDFDocument,
  { schema, data }: Set,
  placed: readonly PlacedElement[],
): void => {
  const called = placed.some(({ element }) => element === 'hotline')
  const numbers = [
    ...(called || schema.required.includes('hotline') ? [['hotline', data.hotline.number] as const] : []),
    ...(data.contact ? [['contact', data.contact.number] as const] : []),
  ]
  if (numbers.length === 0) return
  const runs = textRuns(document)
  for (const [field, number] of numbers)
    if (!runs.some((run) => run.includes(number))) refuse('PRINT_HOTLINE_BROKEN', { field, got: number })
}

const checkCodes = (
  { data }: Set,
  placed: readonly PlacedElement[],
  files: readonly TypstFile[],
  publicUrl: string | null,
): void => {
  const { qr, sheet } = data
  if (!qr) return
  const svg = files.find(({ path }) => path === qr.path)
  for (const { width, height } of placed.filter(({ element }) => element === 'qr'))
    checkQr(svg?.bytes ?? new Uint8Array(), qr.words, Math.min(width, height) / sheet.scale, publicUrl)
}

/** Every check there is between the set sheet and the paper; throws the first kind of fault, all of that kind. */
export const checkSheet = async (
  set: Set,
  files: readonly TypstFile[],
  publicUrl: string | null,
): Promise<{ readonly pdf: Uint8Array; readonly document: PDFDocument }> => {
  const { schema, data, result } = set
  checkOverflow(set)
  const placed = placedIn(result)
  throwAll(elementFaults(schema, data, placed))
  checkCodes(set, placed, files, publicUrl)
  const pdf = result.pdf ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' })
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  checkPages(document, schema)
  checkFonts(document)
  checkNumbers(document, set, placed)
  return { pdf, document }
}
