'use client'

import { toast, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askDesk, faultOf, type Fault, type RawFault } from '../../web/desk.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { gridWords, parseGridKey } from '../submission/caption.ts'
import { useOpen } from '../writing/savers.ts'
import { useRowName } from '../writing/useSaver.ts'
import { faultWords } from './fault-words.ts'
import { forgetReasons, putFaults, reasonsOf } from './faults.ts'
import { goToField } from './go-to-field.ts'

/** Told to the state line of the same page, which then reads anew. */
export const SUBMITTED_EVENT = 'silver-shield:submitted'

type LeftOut = { readonly grid: string; readonly message_zh: string; readonly message_en: string }
type Sent = { readonly left_out: readonly LeftOut[]; readonly not_on_paper: readonly RawFault[] }

/** One line for each kind of screen that will not play it, and why. */
const leftOutWords = (left: readonly LeftOut[], language: DeskLanguage): string =>
  left
    .map(({ grid, message_zh, message_en }) => {
      const parsed = parseGridKey(grid)
      const name = parsed ? gridWords(parsed, language) : ''
      return say(language, `${name}：${message_zh}`, `${name}: ${message_en}`)
    })
    .join('\n')

/** 送审, in the place of Payload's Publish: saves, freezes, and says field by field what is still wrong. */
export const SubmitButton = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const form = useForm()
  const row = useRowName()
  const open = useOpen(row)
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const [busy, setBusy] = useState(false)

  const show = (faults: readonly Fault[]) => {
    const atFields = faults.filter(({ field }) => field)
    const loose = faults.filter(({ field }) => !field)
    putFaults(row, atFields)
    if (atFields[0]?.field) goToField(form, atFields[0].field)
    if (loose.length > 0)
      toast.error(say(language, '还不能送审', 'Not ready for review'), {
        description: loose.map(({ message }) => message).join('\n'),
        duration: 20_000,
        className: 'ss-toast',
      })
  }

  const send = async () => {
    setBusy(true)
    if (await open?.saver.save()) {
      const answer = await askDesk<Sent>(
        `/${collectionSlug}/${id}/submit`,
        { confirmed: reasonsOf(row) },
        language,
      )
      if (answer.ok) {
        putFaults(row, [])
        forgetReasons(row)
        toast.success(say(language, '已送审，等审核人处理', 'Sent; it waits for a reviewer'))
        const left = leftOutWords(answer.value.left_out, language)
        if (left !== '')
          toast.warning(say(language, '有的屏显示不了，不会播', 'Some screens cannot show it'), {
            description: left,
            duration: 20_000,
            className: 'ss-toast',
          })
        const paper = answer.value.not_on_paper.map((note) => faultWords(faultOf(note, language), language))
        if (paper.length > 0)
          toast.warning(say(language, '有的海报放不下', 'Some sheets cannot take it'), {
            description: paper.join('\n'),
            duration: 20_000,
            className: 'ss-toast',
          })
        window.dispatchEvent(new CustomEvent(SUBMITTED_EVENT))
      } else show(answer.faults)
    }
    setBusy(false)
  }

  return (
    <button
      id="action-submit"
      type="button"
      className="ss-button ss-button--primary"
      disabled={busy || !open}
      onClick={() => void send()}
    >
      {busy ? say(language, '正在送审…', 'Sending…') : say(language, '送审', 'Submit')}
    </button>
  )
}
