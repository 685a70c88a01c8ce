'use client'

import { useState } from 'react'
import { say, type DeskLanguage } from '../../web/language.ts'

type Props = {
  readonly codes: readonly string[]
  readonly language: DeskLanguage
  readonly done: () => void
}

/** Shown this once: written down or printed before the page goes on. */
export const RecoveryCodes = ({ codes, language, done }: Props) => {
  const [kept, keep] = useState(false)
  return (
    <div className="ss-sign-in__form">
      <h1>{say(language, '抄下这 10 个恢复码', 'Write these 10 recovery codes down')}</h1>
      <p>
        {say(
          language,
          '手机丢了、坏了，就靠它们登录，每个只能用一次。只显示这一次：抄在纸上或打印出来，和手机分开放。',
          'If your phone is lost or broken they sign you in, each of them once. They are shown only now: write them down or print them, and keep them away from the phone.',
        )}
      </p>
      <ol className="ss-recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <button type="button" className="ss-button" onClick={() => window.print()}>
        {say(language, '打印', 'Print')}
      </button>
      <label className="ss-tick">
        <input type="checkbox" checked={kept} onChange={({ target }) => keep(target.checked)} />
        {say(language, '我已抄好或打印好', 'I have written them down or printed them')}
      </label>
      <button type="button" className="ss-button ss-button--primary" disabled={!kept} onClick={done}>
        {say(language, '继续', 'Go on')}
      </button>
    </div>
  )
}
