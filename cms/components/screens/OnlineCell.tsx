'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { deskLanguage, say } from '../../web/language.ts'

/** 在线 or 离线 in the list of screens: a lamp and a word. */
export const OnlineCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const paired = Boolean((rowData as Record<string, unknown> | undefined)?.['pairedAt'])
  if (!paired) return <span className="ss-secondary">{say(language, '未配对', 'Not paired')}</span>
  return cellData === true ? (
    <span className="ss-lamp ss-lamp--on">{say(language, '在线', 'Online')}</span>
  ) : (
    <span className="ss-lamp ss-lamp--off">{say(language, '离线，照常播放', 'Offline, plays on')}</span>
  )
}
