import type { PrintedFile, PrintOrder } from '../../../cms/base/ports.ts'
import { TEXTS } from '../../errors/codes.ts'
import { RefusalError, refuse } from '../../errors/refusal.ts'
import { fileName, fittingTemplates } from '../../poster/index.ts'
import { checkOverflow, checkSheet, placedIn, QUERIES } from './check-sheet.ts'
import { pdfX, withBoxes } from '../pdf/press.ts'
import { jobOf, prepareSheet, type Desk, type SheetJob } from './set-sheet.ts'
import { joinsFor, tileSheet } from './tile-sheet.ts'

const factsOf = ({ shelf }: Desk, { order, template, data }: SheetJob) => ({
  schema: template.schema,
  fitting: fittingTemplates(
    shelf.all().map(({ schema }) => schema),
    order.source.body,
  ),
  data,
})

/** Sets the sheet as PDF/A-2b, which refuses a character without a glyph, and checks all of it. */
const gated = async (desk: Desk, sheet: SheetJob, owner: string) => {
  const result = await desk.typst.run({ ...jobOf(desk, sheet), pdf: 'a-2b', query: QUERIES }, owner)
  const { publicUrl } = sheet.order.source
  const { pdf } = await checkSheet({ ...factsOf(desk, sheet), result }, sheet.files, publicUrl)
  return { pdf, placed: placedIn(result) }
}

/** PDF/A knows no CMYK without a profile: the press file is set anew in pure inks after its RGB twin passed. */
const forPress = async (desk: Desk, order: PrintOrder, owner: string): Promise<Uint8Array> => {
  const sheet = await prepareSheet(desk, order, { palette: 'cmyk', preview: false })
  const { pdf } = await desk.typst.run({ ...jobOf(desk, sheet), pdf: 'plain' }, owner)
  const boxed = await withBoxes(pdf ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' }), sheet.data.sheet)
  return (desk.gs && (await pdfX(desk.gs, boxed))) || boxed
}

/**
 * A template that fails on released words is not the fault of the person who prints: the sheet is refused by the name
 * of the template, and the administrator is told (PRT-19).
 */
const heard = async <T>(desk: Desk, { choice }: PrintOrder, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    const refused = error instanceof RefusalError ? error.refusals : []
    const fault = refused.find(({ code }) => TEXTS[code].who === 'administrator' && code.startsWith('PRINT_'))
    if (fault) desk.broken?.(choice.template, fault)
    throw error
  }
}

const made = async (desk: Desk, order: PrintOrder, owner: string): Promise<PrintedFile> => {
  const sheet = await prepareSheet(desk, order, { palette: 'rgb', preview: false })
  const { template, data, warnings } = sheet
  const { pdf, placed } = await gated(desk, sheet, owner)
  const { way, tiling } = order.choice
  const { pages } = template.schema
  const { typst, workspace } = desk
  const bytes =
    tiling !== 'none'
      ? await tileSheet({ typst, workspace, owner }, { pdf, data, pages, placed }, tiling)
      : way === 'shop'
        ? await forPress(desk, order, owner)
        : pdf
  return { bytes, type: 'application/pdf', name: fileName(order, template.schema), warnings }
}

/** All checks, then the file as it leaves the house: PDF/A-2b, A4 tiles of it, or a press file (PRT-14). */
export const printSheet = (desk: Desk, order: PrintOrder, owner: string): Promise<PrintedFile> =>
  heard(desk, order, made(desk, order, owner))

const drawn = async (desk: Desk, order: PrintOrder, owner: string, page: number): Promise<PrintedFile> => {
  const sheet = await prepareSheet(desk, order, { palette: 'rgb', preview: true })
  const { pages } = sheet.template.schema
  const svgPage = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const job = { ...jobOf(desk, sheet), svg: true, svgPage, query: QUERIES }
  const result = await desk.typst.run(job, owner)
  checkOverflow({ ...factsOf(desk, sheet), result })
  const joins = joinsFor({ data: sheet.data, pages, placed: placedIn(result) }, order.choice.tiling)
  return {
    bytes: new TextEncoder().encode(result.svg ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no SVG' })),
    type: 'image/svg+xml',
    name: fileName(order, sheet.template.schema).replace(/\.pdf$/, '.svg'),
    warnings: sheet.warnings,
    ...(joins && { joins }),
  }
}

/**
 * One page as a drawing, quickly, and how A4 sheets would make it: what is refused before setting, what does not fit, and
 * what no sheets can be joined to is refused here too.
 */
export const previewSheet = (
  desk: Desk,
  order: PrintOrder,
  owner: string,
  page: number,
): Promise<PrintedFile> => heard(desk, order, drawn(desk, order, owner, page))
