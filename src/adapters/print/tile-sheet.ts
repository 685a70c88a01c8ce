import { isRefusal } from '../../errors/is-refusal.ts'
import { RefusalError, refuse } from '../../errors/refusal.ts'
import { joinsOf, plansFor, type Joins, type TilePlan } from '../../poster/index.ts'
import type { PlacedElement, PlacedWords, SheetData, Tiling } from '../../poster/sheet.ts'
import type { PdfFacts } from '../pdf/finish.ts'
import { atTrueSize } from '../pdf/true-size.ts'
import type { Typst } from '../typst/index.ts'

const PATH = 'job/poster.pdf'

type Cut = {
  readonly typst: Pick<Typst, 'run'>
  readonly workspace: string
  readonly owner: string
  readonly signal?: AbortSignal
}

/** Each has as many pages in the PDF, one after another. */
type Posters = {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly sheets: readonly Placed[]
}

type Placed = {
  readonly data: SheetData
  readonly placed: readonly PlacedElement[]
  /** Of each of its pages where words stand. */
  readonly boxes: NonNullable<PdfFacts['boxes']>
  /** Of its bookmark; one poster alone needs none. */
  readonly name?: string
}

type Numbered = TilePlan & { readonly page: number; readonly of: number; readonly name: string | null }

const sizeInMm = ({ sheet }: SheetData) => ({
  widthMm: sheet.width,
  heightMm: sheet.height,
  scale: sheet.scale,
})

const linesOf = ({ boxes }: Pick<Placed, 'boxes'>): readonly PlacedWords[] =>
  boxes.flatMap((some, i) => some.map((box) => ({ ...box, page: i + 1 })))

/** Of the pages of sheet number `sheet` of a file; none where nobody asked. */
export const boxesOf = ({ boxes = [] }: Partial<PdfFacts>, pages: number, sheet = 0): Placed['boxes'] =>
  boxes.slice(sheet * pages, (sheet + 1) * pages)

/** What joining A4 sheets would make of this one; null where that is not asked. Throws when it cannot be done at all. */
export const joinsFor = (sheet: Placed, pages: number, tiling: Tiling): Joins | null => {
  if (tiling === 'none') return null
  const { data, placed } = sheet
  const joins = joinsOf(sizeInMm(data), { placed, lines: linesOf(sheet), pages })
  if (isRefusal(joins)) throw new RefusalError(joins)
  return joins
}

const plansOf = ({ sheets, pages }: Posters, tiling: Exclude<Tiling, 'none'>): readonly Numbered[] =>
  sheets.flatMap(({ data, placed, boxes, name }, sheet) => {
    const plans = plansFor(sizeInMm(data), tiling, { placed, lines: linesOf({ boxes }), pages })
    if (isRefusal(plans)) throw new RefusalError(plans)
    return plans.map((plan, i) => ({
      ...plan,
      page: sheet * pages + i + 1,
      of: i + 1,
      name: (i === 0 && name) || null,
    }))
  })

/**
 * Finished posters shown through windows on A4 sheets (PRT-9); its vectors and fonts stay. Throws PRINT_TILES_CUT,
 * PRINT_TILES_TWO, PRINT_TILES_SMALL and what Typst throws. The result is no PDF/A, for that refuses embedded PDFs: its twin was checked before.
 */
export const tileSheet = async (
  { typst, workspace, owner, signal }: Cut,
  posters: Posters,
  tiling: Exclude<Tiling, 'none'>,
): Promise<Uint8Array> => {
  const { pdf, pages, sheets } = posters
  const { data } = sheets[0] ?? refuse('TEXT_EMPTY', { field: 'units' })
  const { sheet, title, issuer, made } = data
  const plan = {
    title,
    issuer,
    made,
    path: PATH,
    pages,
    widthMm: sheet.width * sheet.scale,
    heightMm: sheet.height * sheet.scale,
    tiled: plansOf(posters, tiling),
  }
  const result = await typst.run(
    {
      workspace,
      main: 'library/tiles.typ',
      inputs: { plan: JSON.stringify(plan) },
      files: [{ path: PATH, bytes: pdf }],
      pdf: 'plain',
      sheets: sheets.length,
    },
    owner,
    signal,
  )
  return atTrueSize(result.pdf ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' }))
}
