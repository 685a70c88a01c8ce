'use client'

import { useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { labelOf } from './labels.ts'
import { dayAndTime, deskLanguage, say } from '../../web/language.ts'
import { FieldWords } from './FieldWords.tsx'
import type { Kept } from './kept.ts'

type Props = {
  readonly kept: Kept
  readonly fields: readonly ClientField[]
  readonly onTake: () => void
  readonly onDrop: () => void
}

/** Words that this machine kept when they could not be stored. */
export const FoundWords = ({ kept, fields, onTake, onDrop }: Props) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const at = dayAndTime(new Date(kept.at).toISOString(), language)
  return (
    <section className="ss-panel ss-found" role="status">
      <h3>{say(language, '有没保存上的文字', 'There are words that were not saved')}</h3>
      <p>
        {say(language, `${at}写的，当时没有保存上，还留在这台电脑里：`, `Typed ${at}, kept on this machine:`)}
      </p>
      <dl>
        {Object.entries(kept.words).map(([name, value]) => (
          <div key={name}>
            <dt>{labelOf(fields, name, i18n)}</dt>
            <dd>
              <FieldWords fields={fields} name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="ss-actions">
        <button type="button" className="ss-button ss-button--primary" onClick={onTake}>
          {say(language, '找回未保存的文字', 'Put them back')}
        </button>
        <button type="button" className="ss-button" onClick={onDrop}>
          {say(language, '不要了', 'Throw away')}
        </button>
      </div>
    </section>
  )
}
