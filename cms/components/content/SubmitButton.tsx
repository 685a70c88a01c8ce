'use client'

import { toast, useForm, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askDesk, faultOf, type Fault, type RawFault } from '../../web/desk.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { gridWords, parseGridKey } from '../submission/caption.ts'
import { labelOf } from '../writing/labels.ts'
import { useOpen } from '../writing/savers.ts'
import { storedRow, useEntity, useFormName } from '../writing/useSaver.ts'
import { faultWords } from './fault-words.ts'
import { findingsOf, lackingIn, lackingWords, signOf, stopsOf } from './findings.ts'
import { goToField } from './go-to-field.ts'
import { putPressed, useLive, type Live } from './live.ts'
import { stepsShown } from './steps.ts'
import { SUBMITTED_EVENT } from './useStanding.ts'

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

/** What 送审 answered, where it went through: on which screens and sheets it will not be. */
const tellSent = ({ left_out, not_on_paper }: Sent, language: DeskLanguage): void => {
  toast.success(say(language, '已送审，等审核人处理', 'Sent; it waits for a reviewer'))
  const warn = (title: string, description: string) => {
    if (description !== '') toast.warning(title, { description, duration: 20_000, className: 'ss-toast' })
  }
  warn(
    say(language, '有的屏显示不了，不会播', 'Some screens cannot show it'),
    leftOutWords(left_out, language),
  )
  warn(
    say(language, '有的海报放不下', 'Some sheets cannot take it'),
    not_on_paper.map((note) => faultWords(faultOf(note, language), language)).join('\n'),
  )
  window.dispatchEvent(new CustomEvent(SUBMITTED_EVENT))
}

const useSend = (name: string, language: DeskLanguage) => {
  const form = useForm()
  const open = useOpen(name)
  const [busy, setBusy] = useState(false)
  const show = (faults: readonly Fault[]) => {
    const atFields = faults.filter(({ field }) => field)
    const loose = faults.filter(({ field }) => !field)
    putPressed(name, stopsOf(atFields))
    if (atFields[0]?.field) goToField(form, atFields[0].field)
    if (loose.length > 0)
      toast.error(say(language, '还不能送审', 'Not ready for review'), {
        description: loose.map(({ message }) => message).join('\n'),
        duration: 20_000,
        className: 'ss-toast',
      })
  }
  const { reasons } = useLive(name)
  const send = async (first: string | undefined) => {
    setBusy(true)
    putPressed(name)
    const isStored = await open?.saver.save()
    const row = storedRow(name)
    if (isStored && row !== '') {
      const answer = await askDesk<Sent>(`/${row}/submit`, { confirmed: answers(reasons) }, language)
      if (answer.ok) tellSent(answer.value, language)
      else show(answer.faults)
    } else if (isStored && first !== undefined) goToField(form, first)
    setBusy(false)
  }
  return { send, busy, open }
}

/** Reasons that were given; an empty one is none. */
const answers = (reasons: Live['reasons']): Live['reasons'] =>
  Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason.trim() !== ''))

/** What comes after the draft, by name. */
const nextName = (live: Live, language: DeskLanguage): string =>
  live.shown ? (stepsShown(live.shown.steps, undefined, '', language)[1]?.name ?? '') : ''

/**
 * 送审, in the place of Payload's Publish: saves, freezes, and says field by field what is still wrong. While something is
 * known to be missing it is grey and says what; pressed all the same, it leads there.
 */
export const SubmitButton = () => {
  const name = useFormName()
  const fields = useEntity()?.fields ?? []
  const { i18n } = useTranslation()
  const language = deskLanguage(i18n.language)
  const live = useLive(name)
  const { send, busy, open } = useSend(name, language)
  const findings = findingsOf(live.told?.findings ?? [], live.shown?.places ?? [], language)
  const lacking = lackingIn(findings, live.reasons, (field) => labelOf(fields, field, i18n))
  const next = nextName(live, language)
  const why = lackingWords(lacking, next, language)
  const isHeld = why !== ''
  return (
    <>
      <button
        id="action-submit"
        type="button"
        className="ss-button ss-button--primary"
        disabled={busy || !open}
        aria-disabled={isHeld}
        aria-describedby="submit-why"
        onClick={() => void send(findings.find(({ level }) => level === 'stop')?.field)}
      >
        {busy ? say(language, '正在送审…', 'Sending…') : say(language, '送审', 'Submit')}
      </button>
      <p id="submit-why" className="ss-why" role="status">
        {isHeld && (
          <>
            {lacking.wrong > 0 && (
              <b className="ss-sign ss-sign--stop" aria-hidden="true">
                {signOf('stop', language)}
              </b>
            )}
            {why}
          </>
        )}
        {!isHeld && live.told && (
          <span className="ss-why--ready">
            {say(language, `可以送审了，下一步是${next}。`, `Ready. Next: ${next.toLowerCase()}.`)}
          </span>
        )}
      </p>
    </>
  )
}
