'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { deskLanguage } from '../../web/language.ts'
import { actionWords, collectionOf } from './words.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const ActionCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  return <span>{actionWords(textOf(cellData), deskLanguage(i18n.language))}</span>
}

/** The kind of row, by its name on the desk. */
export const SubjectCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const slug = collectionOf(textOf(cellData))
  const label = config.collections.find((collection) => collection.slug === slug)?.labels.singular
  return <span>{label ? getTranslation(label, i18n) : slug}</span>
}
