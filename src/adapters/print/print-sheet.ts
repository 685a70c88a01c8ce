import type { PrintedFile, PrintOrder } from '../../../cms/base/ports.ts'
import { TEXTS } from '../../errors/codes.ts'
import { RefusalError, refuse } from '../../errors/refusal.ts'
import { fileName, fittingTemplates, lettersBy } from '../../poster/index.ts'
import type { SheetData } from '../../poster/sheet.ts'
import { GS_LIMIT_MS, pdfX } from '../pdf/press.ts'
import { atTrueSize } from '../pdf/true-size.ts'
import type { TypstJob } from '../typst/index.ts'
import {
  checkOverflow,
  checkPaper,
  checkSet,
  QUERIES,
  saidBy,
  saidWarnings,
  type Said,
} from './check-sheet.ts'
import { jobOf, prepareSheet, type PrintEngine, type SheetJob } from './set-sheet.ts'
import { boxesOf, joinsFor, tileSheet } from './tile-sheet.ts'

/** What the checks know of a sheet. */
export const setOf = (
  { registry, dictionary }: PrintEngine,
  { order, template, data }: SheetJob,
  said: Said,
) => ({
  schema: template.schema,
  fitting: fittingTemplates(
    registry.all().map(({ schema }) => schema),
    order.source.words,
    lettersBy(dictionary),
  ),
  data,
  said,
})

/** Sets the sheet as PDF/A-2b, which refuses a character without a glyph, and checks all of it. */
const gated = async (engine: PrintEngine, sheet: SheetJob, owner: string) => {
  const boxes = sheet.order.choice.tiling !== 'none'
  const job: TypstJob = { ...jobOf(engine, sheet), pdf: 'a-2b', facts: true, boxes, query: QUERIES }
  const result = await engine.typst.run(job, owner)
  const set = setOf(engine, sheet, saidBy(result))
  checkSet(set, sheet.files, sheet.order.source.publicUrl)
  const { pages } = sheet.template.schema
  return { pdf: checkPaper([set], result), said: set.said, boxes: boxesOf(result.facts ?? {}, pages) }
}

/**
 * PDF/A knows no CMYK without a profile: the press file is set anew in pure inks after its RGB twin passed.
 * @param job of sheets in the inks of a press, with the `sheet` that all of them are cut to
 */
export const pressFile = async (
  { typst, gs }: PrintEngine,
  job: TypstJob,
  { width, height, scale, bleed }: SheetData['sheet'],
  owner: string,
  signal?: AbortSignal,
): Promise<Uint8Array> => {
  const cut = { width: width * scale, height: height * scale, bleed }
  const { pdf } = await typst.run({ ...job, pdf: 'plain', cut }, owner, signal)
  const boxed = pdf ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' })
  const limitMs = GS_LIMIT_MS * (1 + ((job.sheets ?? 1) - 1) / 20)
  return (gs && (await pdfX(gs, boxed, limitMs))) || boxed
}

const forPress = async (engine: PrintEngine, order: PrintOrder, owner: string): Promise<Uint8Array> => {
  const sheet = await prepareSheet(engine, order, { palette: 'cmyk', preview: false })
  return pressFile(engine, jobOf(engine, sheet), sheet.data.sheet, owner)
}

/**
 * A template that fails on released words is not the fault of the person who prints: the sheet is refused by the name
 * of the template, and the administrator is told (PRT-19).
 */
export const heard = async <T>(engine: PrintEngine, { choice }: PrintOrder, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    const refused = error instanceof RefusalError ? error.refusals : []
    const fault = refused.find(({ code }) => TEXTS[code].who === 'administrator' && code.startsWith('PRINT_'))
    if (fault) engine.broken?.(choice.template, fault)
    throw error
  }
}

const made = async (engine: PrintEngine, order: PrintOrder, owner: string): Promise<PrintedFile> => {
  const sheet = await prepareSheet(engine, order, { palette: 'rgb', preview: false })
  const { template, data } = sheet
  const { pdf, said, boxes } = await gated(engine, sheet, owner)
  const { way, tiling } = order.choice
  const { pages } = template.schema
  const { typst, workspace } = engine
  const bytes =
    tiling !== 'none'
      ? await tileSheet(
          { typst, workspace, owner },
          { pdf, pages, sheets: [{ data, placed: said.placed, boxes }] },
          tiling,
        )
      : way === 'shop'
        ? await forPress(engine, order, owner)
        : atTrueSize(pdf)
  return {
    bytes,
    type: 'application/pdf',
    name: fileName(order, template.schema),
    warnings: [...sheet.warnings, ...saidWarnings(said)],
  }
}

/** All checks, then the file as it leaves the house: PDF/A-2b, A4 tiles of it, or a press file (PRT-14). */
export const printSheet = (engine: PrintEngine, order: PrintOrder, owner: string): Promise<PrintedFile> =>
  heard(engine, order, made(engine, order, owner))

const drawn = async (
  engine: PrintEngine,
  order: PrintOrder,
  owner: string,
  page: number,
): Promise<PrintedFile> => {
  const sheet = await prepareSheet(engine, order, { palette: 'rgb', preview: true })
  const { pages } = sheet.template.schema
  const svgPage = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const { tiling } = order.choice
  // Where its words stand, seams go by; of one sheet nobody asks.
  const placing = tiling === 'none' ? {} : ({ pdf: 'plain', facts: true, boxes: true } as const)
  const job: TypstJob = { ...jobOf(engine, sheet), svg: true, svgPage, query: QUERIES, ...placing }
  const result = await engine.typst.run(job, owner)
  const said = saidBy(result)
  checkOverflow(setOf(engine, sheet, said))
  const boxes = boxesOf(result.facts ?? {}, pages)
  const joins = joinsFor({ data: sheet.data, placed: said.placed, boxes }, pages, tiling)
  return {
    bytes: new TextEncoder().encode(result.svg ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no SVG' })),
    type: 'image/svg+xml',
    name: fileName(order, sheet.template.schema).replace(/\.pdf$/, '.svg'),
    warnings: [...sheet.warnings, ...saidWarnings(said)],
    ...(joins && { joins }),
  }
}

/**
 * One page as a drawing, quickly, and how A4 sheets would make it: what is refused before setting, what does not fit, and
 * what no sheets can be joined to is refused here too.
 */
export const previewSheet = (
  engine: PrintEngine,
  order: PrintOrder,
  owner: string,
  page: number,
): Promise<PrintedFile> => heard(engine, order, drawn(engine, order, owner, page))
