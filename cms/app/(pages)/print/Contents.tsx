'use client'

import { useState } from 'react'
import { CONTENT_KINDS, type ContentKind } from '../../../../src/model/content.ts'
import type { DeskLanguage } from '../../../components/language.ts'
import type { Printable } from './catalogue.ts'
import { dayWords } from './days.ts'
import styles from './print.module.css'
import { printWords } from './words.ts'

export type ClassNames = Readonly<Record<string, string>>

type Props = {
  readonly contents: readonly Printable[]
  readonly classes: ClassNames
  readonly language: DeskLanguage
  readonly choose: (content: Printable) => void
}

export const factsOf = (content: Printable, classes: ClassNames, language: DeskLanguage): string => {
  const words = printWords(language)
  const fraud = content.fraudClass ? classes[content.fraudClass] : undefined
  return [
    words.kinds[content.kind] + (fraud ? ` · ${fraud}` : ''),
    words.edition(content.edition),
    content.validUntil === null ? words.always : words.until(dayWords(content.validUntil, language)),
  ].join('  ')
}

/** Step 1: everything that is released, in large lines. */
export const Contents = ({ contents, classes, language, choose }: Props) => {
  const words = printWords(language)
  const [kind, setKind] = useState<ContentKind | null>(null)
  const kinds = CONTENT_KINDS.filter((one) => contents.some((content) => content.kind === one))
  const shown = kind === null ? contents : contents.filter((content) => content.kind === kind)
  return (
    <section>
      <h1>{words.pickContent}</h1>
      <p className={styles['lead']}>{contents.length === 0 ? words.noContents : words.pickContentLead}</p>
      {kinds.length > 1 && (
        <div className={styles['chips']} role="group" aria-label={words.steps.content}>
          {[null, ...kinds].map((one) => (
            <button key={one ?? 'all'} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {one === null ? words.all : words.kinds[one]}
            </button>
          ))}
        </div>
      )}
      <ul className={styles['contents']}>
        {shown.map((content) => (
          <li key={content.release}>
            <button type="button" onClick={() => choose(content)}>
              <span className={styles['kind']}>
                {words.kinds[content.kind]}
                {content.fraudClass && classes[content.fraudClass] && ` · ${classes[content.fraudClass]}`}
              </span>
              <strong>{content.title}</strong>
              <span className={styles['small']}>
                {content.validUntil === null
                  ? words.always
                  : words.until(dayWords(content.validUntil, language))}
                {content.edition > 1 && `　${words.edition(content.edition)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
