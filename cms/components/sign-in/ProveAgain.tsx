'use client'

import { useEffect, useRef, useState } from 'react'
import { askDesk, type Fault } from '../../web/desk.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { Faults } from './Field.tsx'
import { ProofFields } from './ProofFields.tsx'
import { useProof } from './useProof.ts'

type Props = {
  readonly language: DeskLanguage
  /** What goes on as soon as it was proven. */
  readonly proven: () => void
  readonly leave: () => void
}

/** In place, over what somebody was doing: the page below keeps all that was typed (PPL-12). */
export const ProveAgain = ({ language, proven, leave }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const proving = useProof(null, language)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  const prove = async () => {
    setBusy(true)
    const proof = await proving.prove()
    const answer = proof.ok ? await askDesk('/users/factor/fresh', proof.value, language) : proof
    setBusy(false)
    if (answer.ok) return proven()
    setFaults(answer.faults)
  }

  return (
    <dialog ref={dialog} className="ss-prove" aria-labelledby="prove-title" onClose={leave}>
      <form
        className="ss-sign-in__form"
        onSubmit={(event) => {
          event.preventDefault()
          void prove()
        }}
      >
        <h2 id="prove-title">{say(language, '请再验证一次', 'Prove once more who you are')}</h2>
        <p>
          {say(
            language,
            '离上次验证过了 15 分钟。验证好就接着办，您写的都还在。',
            'The last proof is more than 15 minutes old. Afterwards this goes on; what you typed is still there.',
          )}
        </p>
        <Faults faults={faults} />
        <ProofFields proving={proving} language={language} />
        <div className="ss-buttons">
          <button type="button" className="ss-button" onClick={() => dialog.current?.close()}>
            {say(language, '先不办', 'Not now')}
          </button>
          <button
            type="submit"
            className="ss-button ss-button--primary"
            disabled={busy || proving.way === null}
          >
            {proving.way === 'passkey'
              ? say(language, '用通行密钥验证', 'Use my passkey')
              : say(language, '接着办', 'Go on')}
          </button>
        </div>
      </form>
    </dialog>
  )
}
