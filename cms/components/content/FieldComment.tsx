'use client'

import { useFieldPath, useTranslation } from '@payloadcms/ui'
import { deskLanguage, say } from '../../web/language.ts'
import { useRowName } from '../writing/useSaver.ts'
import { commentsOf, isAt } from './comments.ts'
import { useReturned } from './returned.ts'

/** Below a field: the comments that were pinned to it, by the numbers they have at the head of the form. */
export const FieldComment = ({ path: given = '' }: { readonly path?: string }) => {
  // A row of a list may have moved since the server drew this.
  const path = useFieldPath() ?? given
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const returned = useReturned(useRowName())
  const here = returned ? commentsOf(returned).filter((one) => isAt(path, one)) : []
  if (here.length === 0) return null
  return (
    <ul className="ss-field-comment">
      {here.map(({ number, text, item, isMended }) => (
        <li key={number} className={isMended ? 'ss-comment--mended' : ''}>
          <b className="ss-pin">{number}</b>
          {item !== undefined && !path.includes('.') && (
            <span>{say(language, `第 ${item + 1} 行：`, `Line ${item + 1}: `)}</span>
          )}
          <span>{text}</span>{' '}
          <strong>{isMended ? say(language, '已改', 'Mended') : say(language, '还没改', 'Not yet')}</strong>
        </li>
      ))}
    </ul>
  )
}
