/** What a submission's page is given to show: pages by grid, and the looks they make. */
import type { Refusal } from '../../../src/errors/refusal.ts'
import type { Page } from '../../../src/model/page.ts'
import type { Segment } from './changes.ts'
import type { Look } from './looks.ts'

/** Pages of one grid, with the names of the screens that have it. */
export type GridPages = {
  readonly key: string
  readonly screens: readonly string[]
  readonly pages: readonly Page[]
  /** For each page its characters beyond the base fonts; empty for nearly all. */
  readonly rare: readonly string[]
  /** For each page what it does to the photo, where that is much; empty for nearly all. */
  readonly faults: readonly (readonly Refusal[])[]
}

/** What became of a look since the last edition, with the page that stood there; null where nothing of it is left. */
export type ShownChange =
  | { readonly is: 'new' }
  | { readonly is: 'words'; readonly segments: readonly Segment[]; readonly page: Page | null }
  | { readonly is: 'picture'; readonly page: Page | null }

export type ShownLook = Look & { readonly change?: ShownChange }

/** The grid whose page stands large: the one that was chosen, or the first that has one. */
export const mainGrid = ({ pages }: Look, chosen: number): number =>
  (pages[chosen]?.length ?? 0) > 0
    ? chosen
    : Math.max(
        0,
        pages.findIndex((numbers) => numbers.length > 0),
      )
