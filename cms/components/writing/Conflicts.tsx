'use client'

import { useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { useEffect } from 'react'
import type { Row } from '../../writing/values.ts'
import { labelOf } from './labels.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { FieldWords } from './FieldWords.tsx'
import type { Conflict, Saver } from './saver.ts'

type Props = {
  readonly row: string
  readonly conflicts: readonly Conflict[]
  readonly fields: readonly ClientField[]
  readonly mine: Row
  readonly saver: Saver
  /** They answer a press of 保存, which may stand far below: the first is brought before the reader's eyes. */
  readonly isAnswer: boolean
}

/** Leads to what is to be chosen first in the form of that row; another may stand in a drawer above it. */
export const goToConflict = (row: string): void => {
  const panel = document.querySelector<HTMLElement>(`.ss-conflict[data-row="${row}"]`)
  panel?.scrollIntoView({ block: 'center' })
  panel?.focus({ preventScroll: true })
}

type Side = { readonly title: string; readonly verb: string; readonly onChoose: () => void }

/** Each field that two people changed, both texts side by side; nothing of it is stored until one is chosen. */
export const Conflicts = ({ row, conflicts, fields, mine, saver, isAnswer }: Props) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const first = conflicts[0]?.field
  useEffect(() => {
    if (isAnswer && first !== undefined) goToConflict(row)
  }, [isAnswer, row, first])
  const side = ({ title, verb, onChoose }: Side, name: string, value: unknown) => (
    <div className="ss-side">
      <h4>{title}</h4>
      <FieldWords fields={fields} name={name} value={value} />
      <button type="button" className="ss-button" onClick={onChoose}>
        {verb}
      </button>
    </div>
  )
  return conflicts.map(({ field, message, theirs, by }) => (
    <section
      key={field}
      className="ss-panel ss-conflict"
      data-row={row}
      role="alert"
      tabIndex={-1}
      aria-label={labelOf(fields, field, i18n)}
    >
      <h3>
        {say(
          language,
          `两个人都改了“${labelOf(fields, field, i18n)}”`,
          `Two people changed “${labelOf(fields, field, i18n)}”`,
        )}
      </h3>
      <p>{message}</p>
      <div className="ss-sides">
        {side(
          {
            title: say(language, '我写的', 'Mine'),
            verb: say(language, '用我的', 'Use mine'),
            onChoose: () => void saver.insist(field),
          },
          field,
          mine[field],
        )}
        {side(
          {
            title: by ? say(language, `${by}写的`, `By ${by}`) : say(language, '对方写的', 'Theirs'),
            verb: say(language, '用对方的', 'Use theirs'),
            onChoose: () => void saver.yield(field),
          },
          field,
          theirs,
        )}
      </div>
    </section>
  ))
}
