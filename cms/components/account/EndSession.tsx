'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { askDesk } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

type Props = { readonly session: string; readonly language: DeskLanguage }

/** Ends this session; all others where none is named. */
export const EndSession = ({ session, language }: Props) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)

  const end = async () => {
    setBusy(true)
    const answer = await askDesk<object>('/users/sessions/end', { session }, language)
    if (answer.ok) {
      toast.success(say(language, '已结束，那里要重新登录', 'Ended; it must sign in again'))
      router.refresh()
    } else toast.error(answer.faults.map(({ message }) => message).join('\n'), { className: 'ss-toast' })
    setBusy(false)
  }

  return (
    <button type="button" className="ss-button" disabled={busy} onClick={() => void end()}>
      {session === '' ? say(language, '结束其他所有登录', 'End all others') : say(language, '结束', 'End')}
    </button>
  )
}
