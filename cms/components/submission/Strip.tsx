'use client'

import { say, type DeskLanguage } from '../../web/language.ts'
import { PageCanvas } from './PageCanvas.tsx'
import { useReviewing } from './Reviewing.tsx'
import { mainGrid, type ShownLook } from './shown.ts'
import { lineOf } from './changes.ts'

const markOf = ({ change }: ShownLook, language: DeskLanguage): string => {
  if (!change) return ''
  return change.is === 'new' ? say(language, '新', 'New') : say(language, '改', 'Changed')
}

/** All looks in a row: which is open, which were seen, which the last edition had otherwise. */
export const Strip = ({ language }: { readonly language: DeskLanguage }) => {
  const { looks, grids, at, go, looked } = useReviewing()
  return (
    <ol className="ss-strip">
      {looks.map((look, n) => {
        const grid = mainGrid(look, 0)
        const page = grids[grid]?.pages[look.pages[grid]?.[0] ?? 0]
        const mark = markOf(look, language)
        const classes = ['', ...(looked.has(n) ? ['--looked'] : []), ...(n === at ? ['--here'] : [])]
        const seen = looked.has(n) ? say(language, '，看过', ', seen') : ''
        return (
          // Looks of frozen words never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={n} className={classes.map((one) => `ss-strip__look${one}`).join(' ')}>
            <button
              type="button"
              aria-current={n === at}
              aria-label={say(
                language,
                `第 ${n + 1} 页${mark && `，${mark}`}${seen}`,
                `Page ${n + 1}${mark && `, ${mark.toLowerCase()}`}${seen}`,
              )}
              onClick={() => go(n)}
            >
              {page && <PageCanvas page={page} label={lineOf(look.words)} />}
            </button>
            {mark !== '' && <b aria-hidden>{mark}</b>}
          </li>
        )
      })}
    </ol>
  )
}
