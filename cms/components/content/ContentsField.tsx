'use client'

import {
  FieldDescription,
  FieldLabel,
  ReactSelect,
  useField,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'
import { useState } from 'react'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { useNamed, useOffered, type Choice } from './useChoices.ts'

type Option = { readonly value: string; readonly label: string; readonly isDisabled?: boolean }

const idsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).map((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one ? String(one.id) : String(one),
  )

const optionOf = ({ id, title, stands }: Choice, language: DeskLanguage): Option => ({
  value: id,
  label: stands ? title : say(language, `${title}（没有在发布）`, `${title} (not released)`),
})

const chosenOf = (id: string, found: Choice | null | undefined, language: DeskLanguage): Option => {
  if (found) return optionOf(found, language)
  return {
    value: id,
    label: found === null ? say(language, '不再发布的一件', 'One no longer released') : '…',
  }
}

/** One's own, then what others wrote and was released; of one sort alone without a heading. */
const grouped = (
  { contents, more }: { readonly contents: readonly Choice[]; readonly more: boolean },
  language: DeskLanguage,
) => {
  const of = (isOwn: boolean): Option[] =>
    contents.filter((one) => one.isOwn === isOwn).map((one) => optionOf(one, language))
  const [own, others] = [of(true), of(false)]
  const hint = say(language, '还有别的：打标题里的几个字来找', 'There are more: type words of the title')
  const last: Option[] = more ? [{ value: '', label: hint, isDisabled: true }] : []
  if (others.length === 0) return [...own, ...last]
  return [
    { label: say(language, '本单位写的', 'Of your unit'), options: own },
    { label: say(language, '镇里已发布的', 'Released in the town'), options: [...others, ...last] },
  ]
}

const goneWords = (gone: number, language: DeskLanguage): string =>
  say(
    language,
    `有 ${gone} 件已经撤下、到期或删除，名称看不到了；可以去掉。`,
    `${gone} of these ${gone === 1 ? 'was' : 'were'} withdrawn, ended or deleted, and cannot be named any more; take it out if you like.`,
  )

/** Contents that a content speaks of, by the titles people know them by (CMS-99); Payload's own knows what one may read. */
const NamedContents = ({ field, path: given, readOnly }: RelationshipFieldClientProps) => {
  const { customComponents, disabled, path, setValue, showError, value } = useField<unknown>({
    potentiallyStalePath: given,
  })
  const language = deskLanguage(useTranslation().i18n.language)
  const collection = String(field.relationTo)
  const [words, setWords] = useState<string | null>(null)
  const ids = idsOf(value)
  const named = useNamed(collection, ids, language)
  const offered = useOffered(collection, words, language)
  const gone = ids.filter((id) => named.get(id) === null).length
  return (
    <div
      className={['field-type', 'relationship', showError && 'error'].filter(Boolean).join(' ')}
      id={`field-${path.replaceAll('.', '__')}`}
    >
      {customComponents?.Label ?? (
        <FieldLabel label={field.label} path={path} required={field.required ?? false} />
      )}
      <div className="relationship__wrap">
        <ReactSelect
          isMulti
          options={(offered ? grouped(offered, language) : []) as never}
          value={ids.map((id) => chosenOf(id, named.get(id), language)) as never}
          disabled={Boolean(readOnly) || disabled}
          filterOption={() => true}
          isLoading={words !== null && !offered}
          noOptionsMessage={() => say(language, '没有找到', 'Nothing found')}
          onInputChange={(typed) => setWords((open) => (open === null ? null : typed))}
          onMenuOpen={() => setWords('')}
          onMenuClose={() => setWords(null)}
          onChange={(options) => setValue((options as unknown as readonly Option[]).map((one) => one.value))}
        />
      </div>
      {gone > 0 && (
        <p className="ss-caption" role="status">
          {goneWords(gone, language)}
        </p>
      )}
      {customComponents?.AfterInput}
      {customComponents?.Description ?? (
        <FieldDescription description={field.admin?.description} path={path} />
      )}
    </div>
  )
}

export const ContentsField = withCondition(NamedContents)
