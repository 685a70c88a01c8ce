'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { askDesk } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'

type Made = { readonly contents: number }

/** The button; while it works it says of how many, for a slow disk takes half a minute. */
export const LoadStarter = ({
  contents,
  language,
}: {
  readonly contents: number
  readonly language: DeskLanguage
}) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)

  const load = async () => {
    setBusy(true)
    const answer = await askDesk<Made>('/starter', {}, language)
    if (answer.ok) {
      toast.success(
        say(
          language,
          `已装入 ${answer.value.contents} 件草稿，在左边“写”里`,
          `${answer.value.contents} drafts loaded; they are under Write`,
        ),
      )
      router.refresh()
    } else toast.error(answer.faults.map(({ message }) => message).join('\n'), { className: 'ss-toast' })
    setBusy(false)
  }

  return (
    <button
      id="action-load-starter"
      type="button"
      className="ss-button ss-button--primary"
      style={{ alignSelf: 'start', justifySelf: 'start' }}
      disabled={busy}
      onClick={() => void load()}
    >
      {busy
        ? say(language, `正在装入 ${contents} 件…`, `Loading ${contents} …`)
        : say(language, '装入起步内容', 'Load the starter library')}
    </button>
  )
}
