'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { useEffect, useState } from 'react'
import { childrenOf, findField } from './labels.ts'
import { readDesk } from '../../web/desk.ts'
import { dayAndTime, dayWords, deskLanguage, say } from '../../web/language.ts'

type Linked = { readonly relationTo: string; readonly value: string }

const linkIn = (relationTo: string | readonly string[], value: unknown): Linked | undefined => {
  if (typeof value === 'object' && value !== null && 'relationTo' in value && 'value' in value)
    return { relationTo: String(value.relationTo), value: String(value.value) }
  return typeof relationTo === 'string' && value ? { relationTo, value: String(value) } : undefined
}

/** Where the name of a row is asked for, and how it stands in the answer. */
type Door = { readonly path: string; readonly nameIn: (answer: Record<string, unknown>) => unknown }

const doorOf = ({ relationTo, value }: Linked, title: string, isChosen: boolean): Door =>
  isChosen
    ? {
        path: `/${relationTo}/choices?ids=${value}`,
        nameIn: ({ contents }) => (contents as readonly { readonly title: string }[])[0]?.title,
      }
    : { path: `/${relationTo}/${value}?depth=0&draft=true`, nameIn: (row) => row[title] }

/** A row that is pointed at, by the name its list gives it; what may not be read is —. */
const LinkWords = ({ relationTo, value, isChosen }: Linked & { readonly isChosen: boolean }) => {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const title = getEntityConfig({ collectionSlug: relationTo })?.admin.useAsTitle ?? 'id'
  const [name, setName] = useState('…')
  useEffect(() => {
    const { path, nameIn } = doorOf({ relationTo, value }, title, isChosen)
    void readDesk<Record<string, unknown>>(path, deskLanguage(i18n.language)).then((answer) =>
      setName(String((answer.ok && nameIn(answer.value)) || '—')),
    )
  }, [relationTo, value, title, isChosen, i18n.language])
  return <>{name}</>
}

type Props = { readonly field: ClientField; readonly value: unknown }

const Rows = ({ field, value }: { readonly field: ClientField; readonly value: readonly unknown[] }) => (
  <ol>
    {value.map((row, i) => (
      <li key={i}>
        {childrenOf(field).map((child) =>
          'name' in child && child.type !== 'ui' && child.name !== 'id' ? (
            <div key={child.name}>
              <FieldValue field={child} value={(row as Record<string, unknown>)[child.name]} />
            </div>
          ) : null,
        )}
      </li>
    ))}
  </ol>
)

const FieldValue = ({ field, value }: Props) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <em>{say(language, '（空）', '(empty)')}</em>
  if (field.type === 'array' && Array.isArray(value)) return <Rows field={field} value={value} />
  if (field.type === 'relationship' || field.type === 'upload') {
    const isChosen = Boolean(field.admin?.custom?.['chosen'])
    return (Array.isArray(value) ? value : [value]).map((one: unknown, i) => {
      const found = linkIn(field.relationTo, one)
      return <div key={i}>{found ? <LinkWords {...found} isChosen={isChosen} /> : String(one)}</div>
    })
  }
  if (field.type === 'date') {
    const { pickerAppearance } = (field.admin?.date ?? {}) as { readonly pickerAppearance?: string }
    return <>{(pickerAppearance === 'dayOnly' ? dayWords : dayAndTime)(String(value), language)}</>
  }
  if (field.type === 'checkbox') return <>{value ? say(language, '是', 'Yes') : say(language, '否', 'No')}</>
  const options = field.type === 'select' ? field.options : []
  const words = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    const option = options.find((item) => typeof item === 'object' && item.value === one)
    return typeof option === 'object' ? getTranslation(option.label, i18n) : String(one)
  })
  return <>{words.join('、')}</>
}

/** What stands in a field, as a person reads it. */
export const FieldWords = ({
  fields,
  name,
  value,
}: {
  readonly fields: readonly ClientField[]
  readonly name: string
  readonly value: unknown
}) => {
  const field = findField(fields, name)
  return <div className="ss-words">{field ? <FieldValue field={field} value={value} /> : String(value)}</div>
}
