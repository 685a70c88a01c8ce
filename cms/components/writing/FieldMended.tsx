'use client'

import { useField, useFieldPath, useTranslation } from '@payloadcms/ui'
import { deskLanguage, say } from '../../web/language.ts'
import { fieldAt } from './labels.ts'
import { mendedWords, putBackWords } from './mended-words.ts'
import { putBack, useMending } from './mendings.ts'
import { useEntity, useFormName } from './useSaver.ts'
import { shapeOf } from '../../writing/shape.ts'

/** Under a field: what was put right in it, and the way back, until the words are changed. */
export const FieldMended = ({ path: given = '' }: { readonly path?: string }) => {
  // A row of a list may have moved since the server drew this.
  const path = useFieldPath() ?? given
  const row = useFormName()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const mending = useMending(row, path)
  const { value, setValue } = useField<string>({ path })
  const field = fieldAt(useEntity()?.fields ?? [], path)
  const shape = field && shapeOf(field)
  if (!mending || !shape || value !== mending.stands) return null
  return (
    <p className="ss-mended" role="status">
      {mending.isPutBack ? putBackWords(mending.mends, language) : mendedWords(mending.mends, language)}
      {!mending.isPutBack && (
        <button type="button" className="ss-link" onClick={() => setValue(putBack(row, path, shape))}>
          {say(language, '撤销', 'Undo')}
        </button>
      )}
    </p>
  )
}
