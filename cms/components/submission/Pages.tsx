'use client'

import type { Page } from '../../../src/model/page.ts'
import { say, type DeskLanguage } from '../language.ts'
import { captionOf, gridWords, parseGridKey } from './caption.ts'
import { PageCanvas } from './PageCanvas.tsx'

/** Pages of one grid, with the names of the screens that have it. */
export type GridPages = {
  readonly key: string
  readonly screens: readonly string[]
  readonly pages: readonly Page[]
}

type Props = { readonly grids: readonly GridPages[]; readonly language: DeskLanguage }

const textOf = (page: Page): string => page.ops.flatMap((op) => (op.op === 'text' ? [op.text] : [])).join(' ')

const GridSection = ({ grid, language }: { readonly grid: GridPages; readonly language: DeskLanguage }) => {
  const parsed = parseGridKey(grid.key)
  const first = grid.pages[0]
  if (!first) return null
  const strip = first.width / first.height > 6
  return (
    <section>
      <h2>
        {grid.screens.join('、') || say(language, '这种规格的屏', 'Screens of this size')}
        {parsed && <small>{gridWords(parsed, language)}</small>}
      </h2>
      <ol className={strip ? 'ss-pages ss-pages--strip' : 'ss-pages'}>
        {grid.pages.map((page, at) => (
          // Two pages of one content may be equal; their place in the frozen list is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <PageCanvas
              page={page}
              label={textOf(page)}
              failed={say(language, '这一页没画出来，请刷新再看', 'This page was not drawn; reload')}
            />
            <p className="ss-caption">
              {captionOf(page, at, grid.pages.length, parsed?.pitchMm ?? 0, language)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Every frozen page at every grid: what is approved here is, dot for dot, what the lamps will show. */
export const Pages = ({ grids, language }: Props) => (
  <section className="ss-grids">
    {grids.map((grid) => (
      <GridSection key={grid.key} grid={grid} language={language} />
    ))}
  </section>
)
