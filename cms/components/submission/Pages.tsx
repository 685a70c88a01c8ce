'use client'

import type { Refusal } from '../../../src/errors/refusal.ts'
import type { Page } from '../../../src/model/page.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { captionOf, gridWords, parseGridKey } from './caption.ts'
import { PageCanvas } from './PageCanvas.tsx'
import { rareWords } from './rare-words.ts'

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
              name={`${grid.key} ${at}`}
              label={textOf(page)}
              failed={say(
                language,
                '这一页没有显示完整：图片或字体没取到。请刷新页面。',
                'This page is not whole: a picture or font did not come. Reload the page.',
              )}
            />
            <p className="ss-caption">
              {captionOf(page, at, grid.pages.length, parsed?.pitchMm ?? 0, language)}
            </p>
            {grid.faults[at]?.map(({ code, message_zh, message_en }) => (
              <p className="ss-caption" key={code}>
                {say(language, message_zh, message_en)}
              </p>
            ))}
            {grid.rare[at] && <p className="ss-caption">{rareWords(grid.rare[at], language)}</p>}
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
