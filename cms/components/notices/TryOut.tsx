'use client'

import { useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askDesk, readDesk } from '../../web/desk.ts'
import { deskLanguage, say, type DeskLanguage } from '../../web/language.ts'

type Queued = { readonly delivery: string }
type Delivery = { readonly state: string; readonly why?: string }

const LOOK_MS = 700
/** The receiver has five seconds, and the queue is looked at every two. */
const LOOKS = 20

const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms))

/** What became of it, as soon as it is on record. */
const outcomeOf = async (id: string, language: DeskLanguage): Promise<Delivery | null> => {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await pause(LOOK_MS)
    const answer = await readDesk<Delivery>(`/deliveries/${id}?depth=0`, language)
    if (answer.ok && answer.value.state !== 'queued') return answer.value
  }
  return null
}

type Told = { readonly words: string; readonly isWell: boolean }

const tell = (found: Delivery | null, language: DeskLanguage): Told => {
  if (!found)
    return {
      isWell: false,
      words: say(
        language,
        '还没有结果，过一会儿看“通知记录”。',
        'No outcome yet; look at the deliveries in a while.',
      ),
    }
  return found.state === 'sent'
    ? {
        isWell: true,
        words: say(language, '对方收下了，请到那边看一眼。', 'It was taken; have a look at the other end.'),
      }
    : { isWell: false, words: found.why ?? '' }
}

/** 试发: sends one by the same way as all others, and says what came of it. */
export const TryOut = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const isModified = useFormModified()
  const language = deskLanguage(i18n.language)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const tryIt = async () => {
    setBusy(true)
    setTold(null)
    const queued = await askDesk<Queued>(`/webhooks/${String(id)}/try`, {}, language)
    setTold(
      queued.ok
        ? tell(await outcomeOf(queued.value.delivery, language), language)
        : { isWell: false, words: queued.faults.map(({ message }) => message).join(' ') },
    )
    setBusy(false)
  }
  return (
    <section className="ss-panel ss-try">
      <h3>{say(language, '试发', 'Test')}</h3>
      {id === undefined || isModified ? (
        <p className="ss-secondary">{say(language, '先保存，再试发。', 'Save first, then test.')}</p>
      ) : (
        <p className="ss-secondary">
          {say(
            language,
            '发一条试发的通知，几秒就知道通不通。',
            'Sends one notice as a test; seconds later you know.',
          )}
        </p>
      )}
      <button
        type="button"
        className="ss-button"
        disabled={busy || id === undefined || isModified}
        onClick={() => void tryIt()}
      >
        {busy ? say(language, '正在发…', 'Sending …') : say(language, '试发一条', 'Send a test')}
      </button>
      <p role="status" className={told ? (told.isWell ? 'ss-done' : 'ss-fault') : undefined}>
        {told?.words}
      </p>
    </section>
  )
}
