import { refusal, RefusalError, refuse, type Refusal } from '../../errors/refusal.ts'
import { countedOverflow, elementFaults, overflowFault } from '../../poster/index.ts'
import type { Overflow, PlacedElement, SheetData } from '../../poster/sheet.ts'
import type { TemplateSchema } from '../../poster/template.ts'
import type { TypstFile, TypstResult } from '../typst/index.ts'
import type { PdfFacts } from '../pdf/finish.ts'
import { checkQr } from './qr.ts'

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

/** What a template says of one sheet; anything else it emits under these labels is passed over. */
export type Said = {
  readonly placed: readonly PlacedElement[]
  readonly overflows: readonly Overflow[]
  /** The words left no room for the photo. */
  readonly photoLeftOut: boolean
}

/** What stands for it among the elements. */
const LEFT_OUT = 'photo-left-out'

const saidIn = (elements: readonly unknown[], overflows: readonly unknown[]): Said => {
  const placed = elements.filter(isPlaced)
  return {
    placed: placed.filter(({ element }) => String(element) !== LEFT_OUT),
    overflows: overflows.filter(isOverflow),
    photoLeftOut: placed.some(({ element }) => String(element) === LEFT_OUT),
  }
}

/** PRT-24: told beside the sheet, as nothing of a content is dropped without a word. */
export const saidWarnings = ({ photoLeftOut }: Said): readonly Refusal[] =>
  photoLeftOut ? [refusal('PRINT_PHOTO_NO_ROOM', { field: 'photo' })] : []

export const saidBy = ({ query }: TypstResult): Said =>
  saidIn(query['<ss-element>'] ?? [], query['<ss-overflow>'] ?? [])

/** Of a book: a number stands before what belongs to the sheet of that number. */
const bySheet = (answers: readonly unknown[]): ReadonlyMap<number, readonly unknown[]> => {
  const parts = new Map<number, unknown[]>()
  let part: unknown[] = []
  for (const answer of answers) {
    if (typeof answer === 'number') parts.set(answer, (part = []))
    else part.push(answer)
  }
  return parts
}

/** For each of these numbers what its sheet said. */
export const saidByEach = ({ query }: TypstResult, numbers: readonly number[]): readonly Said[] => {
  const [elements, overflows] = QUERIES.map((selector) => bySheet(query[selector] ?? []))
  return numbers.map((number) => saidIn(elements?.get(number) ?? [], overflows?.get(number) ?? []))
}

const throwAll = ([first, ...more]: readonly Refusal[]): void => {
  if (first) throw new RefusalError(first, ...more)
}

type Set = {
  readonly schema: TemplateSchema
  /** That take the content as it is. */
  readonly fitting: readonly TemplateSchema[]
  readonly data: SheetData
  readonly said: Said
}

/** Throws PRINT_OVERFLOW with field, limit and length for each field that does not fit (PRT-5). */
export const checkOverflow = ({ schema, fitting, data, said }: Set): void => {
  const faults = said.overflows.map((overflow) =>
    overflowFault(schema, fitting, countedOverflow(overflow, data)),
  )
  // Two slips on one page say the same.
  throwAll([...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()])
}

const FAMILY = /^NotoSansSC-\w+$/

/** One family on all sheets: the machine's own fonts are there for Typst too, and look like nothing we approved (PRT-18). */
const checkFonts = ({ fonts }: PdfFacts): void => {
  const foreign = fonts.filter((name) => !FAMILY.test(name))
  if (foreign.length > 0) refuse('PRINT_FONT_FOREIGN', { got: foreign.join(' ') })
}

/** Each number stands in one run of the finished page: neither broken over lines nor torn apart (PRT-13). */
const checkNumbers = (pages: PdfFacts['pages'], { schema, data, said }: Set): void => {
  const called = said.placed.some(({ element }) => element === 'hotline')
  const numbers = [
    ...(called || schema.required.includes('hotline') ? [['hotline', data.hotline.number] as const] : []),
    ...(data.contact ? [['contact', data.contact.number] as const] : []),
  ]
  for (const [field, number] of numbers)
    if (!pages.flat().some((run) => run.includes(number)))
      refuse('PRINT_HOTLINE_BROKEN', { field, got: number })
}

const checkCodes = ({ data, said }: Set, files: readonly TypstFile[], publicUrl: string | null): void => {
  const { qr, sheet } = data
  if (!qr) return
  const svg = files.find(({ path }) => path === qr.path)
  for (const { width, height } of said.placed.filter(({ element }) => element === 'qr'))
    checkQr(svg?.bytes ?? new Uint8Array(), qr.words, Math.min(width, height) / sheet.scale, publicUrl)
}

/** All that can be asked of a sheet before there is a PDF of it; throws the first kind of fault, all of that kind. */
export const checkSet = (set: Set, files: readonly TypstFile[], publicUrl: string | null): void => {
  checkOverflow(set)
  throwAll(elementFaults(set.schema, set.data, set.said.placed))
  checkCodes(set, files, publicUrl)
}

/**
 * What stands in the PDF of these sheets, one after another: as many pages as their template says, for previews and
 * bookmarks are counted by that (PRT-18), one family, whole numbers. Answers the PDF.
 */
export const checkPaper = (sets: readonly Set[], { pdf, facts }: TypstResult): Uint8Array => {
  if (!pdf || !facts) return refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' })
  const each = sets[0]?.schema.pages ?? 0
  const got = facts.pages.length / sets.length
  if (got !== each) refuse('PRINT_PAGES_WRONG', { limit: each, got })
  checkFonts(facts)
  for (const [i, set] of sets.entries()) checkNumbers(facts.pages.slice(i * each, (i + 1) * each), set)
  return pdf
}
