'use client'

import { Link, useConfig, useListRelationships, useTranslation } from '@payloadcms/ui'
import { formatAdminURL, formatDocTitle } from '@payloadcms/ui/shared'
import type { DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { Fragment, useEffect, type ReactNode } from 'react'
import { deskLanguage, say } from '../../web/language.ts'

type Linked = { readonly relationTo: string; readonly value: string }

/** So many are named; of more is said how many. */
const NAMED = 3

const linkedOf = (cell: unknown, { relationTo }: RelationshipFieldClient): readonly Linked[] =>
  (Array.isArray(cell) ? cell : [cell]).flatMap((one: unknown) => {
    if (one === null || one === undefined || one === '') return []
    if (typeof one === 'object' && 'relationTo' in one && 'value' in one)
      return [{ relationTo: String(one.relationTo), value: String(one.value) }]
    return typeof relationTo === 'string' ? [{ relationTo, value: String(one) }] : []
  })

/**
 * The names of linked rows in a list, asked for as soon as the row is there. Payload's own cell waits to come into sight and
 * on a slow machine takes the oldest word of where it is, so that names in plain sight stayed away; of what may not be
 * read it showed the id.
 */
export const NamesCell = ({
  cellData,
  field,
  link,
  linkURL,
  collectionSlug,
  rowData,
}: DefaultCellComponentProps<RelationshipFieldClient>): ReactNode => {
  const { config, getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const { documents, getRelationships } = useListRelationships()
  const linked = linkedOf(cellData, field)
  const shown = linked.slice(0, NAMED)
  const asked = JSON.stringify(shown)
  useEffect(() => {
    getRelationships(JSON.parse(asked) as { relationTo: string; value: string }[])
  }, [asked, getRelationships])

  const nameOf = ({ relationTo, value }: Linked): string => {
    const found = documents[relationTo]?.[value]
    if (found === undefined || found === null) return '…'
    if (found === false) return '—'
    return formatDocTitle({
      collectionConfig: getEntityConfig({ collectionSlug: relationTo }),
      data: found,
      dateFormat: config.admin.dateFormat,
      fallback: '—',
      i18n,
    })
  }
  const more = linked.length - shown.length
  const words = (
    <>
      {shown.length === 0 && '—'}
      {shown.map((one, i) => (
        <Fragment key={`${one.relationTo}/${one.value}`}>
          {i > 0 && say(language, '、', ', ')}
          {nameOf(one)}
        </Fragment>
      ))}
      {more > 0 && say(language, `，还有 ${more} 项`, `, and ${more} more`)}
    </>
  )
  if (!link) return words
  const path = `/collections/${collectionSlug}/${encodeURIComponent(String(rowData['id']))}` as const
  return (
    <Link href={linkURL ?? formatAdminURL({ adminRoute: config.routes.admin, path })} prefetch={false}>
      {words}
    </Link>
  )
}
