'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'
import { Enrol, type Shown } from '../sign-in/Enrol.tsx'
import { ProveAgain } from '../sign-in/ProveAgain.tsx'
import { RecoveryCodes } from '../sign-in/RecoveryCodes.tsx'
import { FactorForm, type Choice, type Done } from './FactorForm.tsx'

type Props = { readonly has: boolean; readonly asked: boolean; readonly language: DeskLanguage }

type Now =
  | { readonly is: 'resting' | 'proving' }
  | { readonly is: 'asking'; readonly choice: Choice }
  | { readonly is: 'enrolling'; readonly shown: Shown; readonly password: string }
  | { readonly is: 'writing-down'; readonly codes: readonly string[] }

const after = (done: Done): Now => {
  if ('shown' in done) return { is: 'enrolling', ...done }
  return 'codes' in done ? { is: 'writing-down', ...done } : { is: 'resting' }
}

type ChoicesProps = Props & { readonly choose: (now: Now) => void }

const Choices = ({ has, asked, language, choose }: ChoicesProps) => {
  const ask = (choice: Choice) => choose({ is: 'asking', choice })
  if (!has)
    return (
      <button type="button" className="ss-button ss-button--primary" onClick={() => ask('begin')}>
        {say(language, '开始设', 'Set it up')}
      </button>
    )
  return (
    <div className="ss-buttons">
      <button type="button" className="ss-button" onClick={() => choose({ is: 'proving' })}>
        {say(language, '现在再验证一次', 'Prove it now')}
      </button>
      <button type="button" className="ss-button" onClick={() => ask('begin')}>
        {say(language, '换一部手机', 'Another phone')}
      </button>
      <button type="button" className="ss-button" onClick={() => ask('codes')}>
        {say(language, '换新的恢复码', 'New recovery codes')}
      </button>
      {!asked && (
        <button type="button" className="ss-button" onClick={() => ask('remove')}>
          {say(language, '取消', 'Remove it')}
        </button>
      )}
    </div>
  )
}

/** What may be done with one's own second factor, one thing at a time. */
export const FactorPanel = (props: Props) => {
  const { has, language } = props
  const router = useRouter()
  const [now, go] = useState<Now>({ is: 'resting' })
  const rest = () => {
    go({ is: 'resting' })
    router.refresh()
  }
  const done = (what: Done) => {
    if ('removed' in what) toast.success(say(language, '已取消', 'Removed'))
    go(after(what))
    if ('removed' in what) router.refresh()
  }
  if (now.is === 'enrolling')
    return <Enrol shown={now.shown} who={{ password: now.password }} language={language} done={rest} />
  if (now.is === 'writing-down') return <RecoveryCodes codes={now.codes} language={language} done={rest} />
  if (now.is === 'asking')
    return <FactorForm choice={now.choice} has={has} language={language} done={done} leave={rest} />
  return (
    <>
      <Choices {...props} choose={go} />
      {now.is === 'proving' && (
        <ProveAgain
          language={language}
          leave={() => go({ is: 'resting' })}
          proven={() => {
            toast.success(say(language, '验证好了，15 分钟内有效', 'Proven, for 15 minutes'))
            go({ is: 'resting' })
          }}
        />
      )}
    </>
  )
}
