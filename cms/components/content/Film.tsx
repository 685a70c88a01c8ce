'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { SmallPage } from '../submission/SmallPage.tsx'
import { signOf } from './findings.ts'
import type { FindingLevel } from '../../workflow/findings.ts'

/** Wider than this a frame is a line of writing, not a picture. */
const STRIP = 6

type Props = {
  readonly pages: readonly Page[]
  readonly at: number
  /** The gravest that is said of each page. */
  readonly levels: readonly (FindingLevel | undefined)[]
  readonly onChoose: (page: number) => void
}

/** All pages side by side; the one that stands above is marked, and so are those with something wrong on them. */
export const Film = ({ pages, at, levels, onChoose }: Props) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const strip = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const [list, frame] = [strip.current, strip.current?.children[at]]
    // Of the strip alone: the page stays where the writer reads.
    if (list && frame instanceof HTMLElement)
      list.scrollLeft = frame.offsetLeft - (list.clientWidth - frame.offsetWidth) / 2
  }, [at])
  const [first] = pages
  const isStrip = first !== undefined && first.width / first.height > STRIP
  return (
    <ol className={isStrip ? 'ss-film ss-film--strip' : 'ss-film'} ref={strip}>
      {pages.map((page, i) => {
        const level = levels[i]
        const isMarked = level === 'stop' || level === 'ask'
        return (
          // Two pages may be equal; their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <button
              type="button"
              aria-current={i === at}
              aria-label={
                say(language, `第 ${i + 1} 页`, `Page ${i + 1}`) +
                (isMarked ? say(language, '，有要改的', ', something to mend') : '')
              }
              onClick={() => onChoose(i)}
            >
              <SmallPage page={page} />
            </button>
            {isMarked && (
              <b className={`ss-sign ss-sign--${level}`} aria-hidden="true">
                {signOf(level, language)}
              </b>
            )}
          </li>
        )
      })}
    </ol>
  )
}
