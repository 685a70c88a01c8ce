import { RefusalError, refuse } from '../../errors/refusal.ts'
import { planPages, type TilePlan } from '../../poster/index.ts'
import type { PlacedElement, SheetData, Tiling } from '../../poster/sheet.ts'
import type { Typst } from '../typst/index.ts'

const PATH = 'job/poster.pdf'
const KEPT: readonly string[] = ['qr', 'hotline']

type Cut = {
  readonly typst: Pick<Typst, 'run'>
  readonly workspace: string
  readonly owner: string
}

export type Poster = {
  readonly pdf: Uint8Array
  readonly data: SheetData
  readonly pages: number
  readonly placed: readonly PlacedElement[]
}

type Numbered = TilePlan & { readonly page: number }

const plansOf = ({ data, pages, placed }: Poster, tiling: Exclude<Tiling, 'none'>): readonly Numbered[] => {
  const { width, height, scale } = data.sheet
  const kept = Array.from({ length: pages }, (_, i) =>
    placed.filter(({ element, page }) => page === i + 1 && KEPT.includes(element)),
  )
  const plans = planPages({ widthMm: width * scale, heightMm: height * scale }, tiling, kept)
  if ('code' in plans) throw new RefusalError(plans)
  return plans.map((plan, i) => ({ ...plan, page: i + 1 }))
}

/**
 * The finished poster shown through windows on A4 sheets (PRT-9); its vectors and fonts stay. Throws PRINT_TILES_CUT,
 * and what the engine throws. The result is no PDF/A, for that refuses embedded PDFs: its twin was checked before.
 */
export const tileSheet = async (
  { typst, workspace, owner }: Cut,
  poster: Poster,
  tiling: Exclude<Tiling, 'none'>,
): Promise<Uint8Array> => {
  const { data, pdf, pages } = poster
  const { sheet, title, issuer, made } = data
  const plan = {
    title,
    issuer,
    made,
    path: PATH,
    pages,
    widthMm: sheet.width * sheet.scale,
    heightMm: sheet.height * sheet.scale,
    tiled: plansOf(poster, tiling),
  }
  const result = await typst.run(
    {
      workspace,
      main: 'library/tiles.typ',
      inputs: { plan: JSON.stringify(plan) },
      files: [{ path: PATH, bytes: pdf }],
      pdf: 'plain',
    },
    owner,
  )
  return result.pdf ?? refuse('PRINT_ENGINE_FAILED', { hint: 'no PDF' })
}
