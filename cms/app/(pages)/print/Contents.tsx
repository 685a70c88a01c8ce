'use client'

import { useState } from 'react'
import type { DeskLanguage } from '../../../web/language.ts'
import { byKind, type KindOfContent, type Printable } from './catalogue.ts'
import { lastDayWords } from '../../../web/days.ts'
import chooseStyles from './choose.module.css'
import styles from './print.module.css'
import { printWords } from './words.ts'

export type ClassNames = Readonly<Record<string, string>>

type Props = {
  readonly kinds: readonly KindOfContent[]
  readonly contents: readonly Printable[]
  readonly classes: ClassNames
  /** Why sheets carry no QR code, or null. */
  readonly noQr: string | null
  readonly language: DeskLanguage
  readonly choose: (content: Printable) => void
}

/** Step 1: everything that is released, in large lines. */
export const Contents = ({ kinds, contents, classes, noQr, language, choose }: Props) => {
  const words = printWords(language)
  const [kind, setKind] = useState<string | null>(null)
  const named = new Map(kinds.map((one) => [one.kind, one[language]]))
  const offered = kinds.filter((one) => contents.some((content) => content.kind === one.kind))
  const shown = byKind({ kinds, contents }).filter((content) => kind === null || content.kind === kind)
  return (
    <section>
      <h1>{words.pickContent}</h1>
      <p className={styles['lead']}>{contents.length === 0 ? words.noContents : words.pickContentLead}</p>
      {noQr !== null && <p className={styles['care']}>{noQr}</p>}
      {offered.length > 1 && (
        <div className={chooseStyles['chips']} role="group" aria-label={words.steps.content}>
          {[null, ...offered.map((one) => one.kind)].map((one) => (
            <button key={one ?? 'all'} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {one === null ? words.all : named.get(one)}
            </button>
          ))}
        </div>
      )}
      <ul className={chooseStyles['contents']}>
        {shown.map((content) => (
          <li key={content.release}>
            <button type="button" onClick={() => choose(content)}>
              <span className={chooseStyles['kind']}>
                {named.get(content.kind)}
                {content.fraudClass && classes[content.fraudClass] && ` · ${classes[content.fraudClass]}`}
              </span>
              <strong>{content.title}</strong>
              <span className={styles['small']}>
                {content.validUntil === null
                  ? words.always
                  : words.until(lastDayWords(content.validUntil, language))}
                {content.edition > 1 && `　${words.edition(content.edition)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
