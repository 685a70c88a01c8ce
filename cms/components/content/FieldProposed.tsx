'use client'

import { useField, useFieldPath, useTranslation } from '@payloadcms/ui'
import { deskLanguage, say } from '../../web/language.ts'
import { useFormName } from '../writing/useSaver.ts'
import { forgetProposed, sameAs, useProposed } from './proposed.ts'

/** Under a field that was filled from a pasted text: that a person has to look, until he changes it or says he has. */
export const FieldProposed = ({ path: given = '' }: { readonly path?: string }) => {
  const path = useFieldPath() ?? given
  const form = useFormName()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const proposed = useProposed(form, path)
  const { value } = useField<unknown>({ path })
  if (proposed === undefined || !sameAs(proposed, value)) return null
  return (
    <p className="ss-proposed">
      <span>{say(language, '请核对：从粘贴的文字里来的', 'Please check: from the pasted text')}</span>
      <button type="button" className="ss-link" onClick={() => forgetProposed(form, path)}>
        {say(language, '核对过了', 'Checked')}
      </button>
    </p>
  )
}
