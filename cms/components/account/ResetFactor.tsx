'use client'

import { toast, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { scopeOfAct } from '../../../src/review/access.ts'
import { askDesk } from '../../web/desk.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { ProveAgain } from '../sign-in/ProveAgain.tsx'

type Roles = { readonly roles?: readonly string[] | null }
type Row = { readonly secondFactor?: boolean | null }

/** On a person's form: whether he has a second factor, and what to do when his phone is lost (PPL-13). */
export const ResetFactor = () => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { user } = useAuth()
  const language = deskLanguage(useTranslation().i18n.language)
  const router = useRouter()
  const [unproven, setUnproven] = useState(false)
  const has = (savedDocumentData as Row | undefined)?.secondFactor === true
  const roles = (user as Roles | null)?.roles ?? []
  const mayReset = scopeOfAct('user.reset-factor', roles) !== 'none' && id !== user?.id
  if (!id || !has || !mayReset) return null

  const reset = async () => {
    setUnproven(false)
    const answer = await askDesk(`/users/${id}/reset-factor`, {}, language)
    if (answer.ok) {
      toast.success(say(language, '已重置，他要重新登录', 'Reset; the person signs in anew'))
      return router.refresh()
    }
    if (answer.faults.some(({ code }) => code === 'FACTOR_NOT_FRESH')) setUnproven(true)
    else toast.error(answer.faults.map(({ message }) => message).join('\n'), { className: 'ss-toast' })
  }

  return (
    <div className="ss-reset-factor">
      <p className="ss-secondary">
        {say(
          language,
          '手机、通行密钥和恢复码都丢了才重置：当面核实是本人。重置后只凭密码登录，马上请他再设一次。',
          'Only when phone, passkeys and recovery codes are all lost, and you see the person himself. Afterwards the password alone signs in until a new one is set up.',
        )}
      </p>
      <button type="button" className="ss-button" onClick={() => void reset()}>
        {say(language, '重置第二道验证', 'Reset the second factor')}
      </button>
      {unproven && (
        <ProveAgain language={language} proven={() => void reset()} leave={() => setUnproven(false)} />
      )}
    </div>
  )
}
