'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { PasskeyHome } from '../../../src/model/passkey.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { AddPasskey } from '../sign-in/AddPasskey.tsx'
import { Enrol, type Shown } from '../sign-in/Enrol.tsx'
import type { AskedToAdd } from '../sign-in/passkeys.ts'
import { ProveAgain } from '../sign-in/ProveAgain.tsx'
import { RecoveryCodes } from '../sign-in/RecoveryCodes.tsx'
import { FactorForm, type Choice, type Done } from './FactorForm.tsx'
import { FactorList, type Factors } from './FactorList.tsx'

type Props = {
  readonly factors: Factors
  readonly asked: boolean
  readonly home: PasskeyHome | null
  readonly language: DeskLanguage
}

type Now =
  | { readonly is: 'resting' | 'proving' }
  | { readonly is: 'asking'; readonly choice: Choice }
  | { readonly is: 'enrolling'; readonly shown: Shown; readonly password: string }
  | { readonly is: 'adding'; readonly asked: AskedToAdd; readonly password: string }
  | { readonly is: 'writing-down'; readonly codes: readonly string[] }

const after = (done: Done): Now => {
  if ('shown' in done) return { is: 'enrolling', ...done }
  if ('asked' in done) return { is: 'adding', ...done }
  return 'codes' in done ? { is: 'writing-down', ...done } : { is: 'resting' }
}

type WholeProps = {
  readonly asked: boolean
  readonly language: DeskLanguage
  readonly go: (now: Now) => void
}

/** What is done with all of it at once. */
const Whole = ({ asked, language, go }: WholeProps) => (
  <div className="ss-buttons">
    <button type="button" className="ss-button" onClick={() => go({ is: 'proving' })}>
      {say(language, '现在再验证一次', 'Prove it now')}
    </button>
    {!asked && (
      <button
        type="button"
        className="ss-button"
        onClick={() => go({ is: 'asking', choice: { to: 'remove' } })}
      >
        {say(language, '全部取消', 'Remove all of it')}
      </button>
    )}
  </div>
)

type StepProps = Pick<Props, 'factors' | 'language'> & {
  readonly now: Now
  readonly go: (now: Now) => void
  readonly rest: () => void
}

/** One thing at a time, in place of the list; nothing while nothing is done. */
const Step = ({ now, factors, language, go, rest }: StepProps) => {
  const done = (what: Done) => {
    if ('removed' in what) toast.success(say(language, '已移除', 'Removed'))
    if ('removed' in what) rest()
    else go(after(what))
  }
  const added = () => {
    toast.success(say(language, '通行密钥已添加', 'Passkey added'))
    rest()
  }
  switch (now.is) {
    case 'enrolling':
      return <Enrol shown={now.shown} who={{ password: now.password }} language={language} done={rest} />
    case 'adding': {
      const who = { password: now.password }
      return <AddPasskey asked={now.asked} who={who} language={language} done={added} leave={rest} />
    }
    case 'writing-down':
      return <RecoveryCodes codes={now.codes} language={language} done={rest} />
    case 'asking':
      return <FactorForm choice={now.choice} has={factors.has} language={language} done={done} leave={rest} />
    default:
      return null
  }
}

/** What may be done with one's own second factor. */
export const FactorPanel = ({ factors, asked, home, language }: Props) => {
  const router = useRouter()
  const [now, go] = useState<Now>({ is: 'resting' })
  const rest = () => {
    go({ is: 'resting' })
    router.refresh()
  }
  if (now.is !== 'resting' && now.is !== 'proving')
    return <Step now={now} factors={factors} language={language} go={go} rest={rest} />
  return (
    <>
      <FactorList
        factors={factors}
        home={home}
        language={language}
        ask={(choice) => go({ is: 'asking', choice })}
      />
      {factors.has && <Whole asked={asked} language={language} go={go} />}
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
