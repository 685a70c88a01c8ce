'use client'

import { Upload, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRef, useState, type SyntheticEvent } from 'react'
import type { Refusal } from '../../../src/errors/refusal.ts'
import { jpegCopy } from '../../web/jpeg-copy.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { chosenPicture } from './chosen.ts'

/** Files of telephones that a dialog for pictures would else grey out. */
const OFFERED = ['image/*', '.heic', '.heif']

const filesOf = ({ nativeEvent, target }: SyntheticEvent): FileList | null | undefined =>
  nativeEvent instanceof DragEvent
    ? nativeEvent.dataTransfer?.files
    : target instanceof HTMLInputElement && target.type === 'file'
      ? target.files
      : null

/** Payload's own field for the file, which gets what the server can open, and tells what was done to it (IMG-7). */
export const PictureUpload = () => {
  const { collectionSlug = '', initialState } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const language = deskLanguage(useTranslation().i18n.language)
  const [told, setTold] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const isGiven = useRef(false)
  const upload = getEntityConfig({ collectionSlug })?.upload
  if (!upload) return null

  const give = (file: File): void => {
    const input = field.current?.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) return
    const files = new DataTransfer()
    files.items.add(file)
    input.files = files.files
    isGiven.current = true
    input.dispatchEvent(new Event('change', { bubbles: true }))
    isGiven.current = false
  }
  const look = async (file: File): Promise<void> => {
    setBusy(true)
    setTold([])
    const chosen = await chosenPicture(file, jpegCopy).catch(() => ({ file, told: [] }))
    setBusy(false)
    setTold(chosen.told)
    give(chosen.file)
  }
  const take = (event: SyntheticEvent): void => {
    const file = filesOf(event)?.[0]
    if (!file || isGiven.current) return
    event.stopPropagation()
    event.preventDefault()
    void look(file)
  }

  return (
    <div ref={field} onChangeCapture={take} onDropCapture={take} aria-busy={busy}>
      <Upload
        collectionSlug={collectionSlug}
        {...(initialState && { initialState })}
        uploadConfig={{ ...upload, mimeTypes: OFFERED }}
      />
      <p className="ss-caption" role="status">
        {busy && say(language, '正在打开这张图片…', 'Opening the picture…')}
        {told.map(({ code, message_zh, message_en }) => (
          <span key={code}>{say(language, message_zh, message_en)} </span>
        ))}
      </p>
    </div>
  )
}
