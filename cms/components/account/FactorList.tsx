'use client'

import type { ReactNode } from 'react'
import { RECOVERY_CODES } from '../../../src/model/one-time-code.ts'
import type { PasskeyHome } from '../../../src/model/passkey.ts'
import { dayWords, say, type DeskLanguage } from '../../web/language.ts'
import { hindranceWords, useHindrance } from '../sign-in/passkeys.ts'
import type { Choice } from './FactorForm.tsx'

/** What the page is told of the factors of whoever looks at it (cms/factors/passkeys.ts). */
export type Factors = {
  readonly has: boolean
  readonly phone: boolean
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly addedAt: string
    readonly usedAt: string | null
    readonly here: boolean
  }[]
  readonly recovery: number
}

type Props = {
  readonly factors: Factors
  readonly home: PasskeyHome | null
  readonly language: DeskLanguage
  readonly ask: (choice: Choice) => void
}

type LineProps = {
  readonly title: string
  readonly tag?: ReactNode
  readonly said: string
  readonly children?: ReactNode
}

const Line = ({ title, tag, said, children }: LineProps) => (
  <li className="ss-sessions__one">
    <div>
      <strong>{title}</strong>
      {tag}
      <p className="ss-secondary">{said}</p>
    </div>
    {children}
  </li>
)

const Button = ({ words, press }: { readonly words: string; readonly press: () => void }) => (
  <button type="button" className="ss-button" onClick={press}>
    {words}
  </button>
)

const PhoneLine = ({ factors, language, ask }: Props) => (
  <Line
    title={say(language, '手机验证码', 'Codes of a phone')}
    tag={factors.phone && <span className="ss-tag ss-tag--done">{say(language, '已设好', 'Set up')}</span>}
    said={say(
      language,
      '手机上的验证器应用显示的 6 位数字，在哪个网址都能用',
      'Six digits of an authenticator on your phone; they work at any address',
    )}
  >
    <Button
      words={
        factors.phone ? say(language, '换一部手机', 'Another phone') : say(language, '开始设', 'Set it up')
      }
      press={() => ask({ to: 'begin' })}
    />
  </Line>
)

const usedWords = (usedAt: string | null, language: DeskLanguage): string =>
  usedAt === null
    ? say(language, '还没用过', 'not used yet')
    : say(language, `最近用过：${dayWords(usedAt, language)}`, `last used ${dayWords(usedAt, language)}`)

const PasskeyLines = ({ factors, language, ask }: Props) =>
  factors.passkeys.map(({ id, name, addedAt, usedAt, here }) => (
    <Line
      key={id}
      title={name}
      tag={
        here ? (
          <span className="ss-tag">{say(language, '通行密钥', 'Passkey')}</span>
        ) : (
          <span className="ss-tag ss-tag--wait">
            {say(language, '换网址前的通行密钥', 'Passkey of another address')}
          </span>
        )
      }
      said={say(
        language,
        `${dayWords(addedAt, language)} 添加，${usedWords(usedAt, language)}`,
        `Added ${dayWords(addedAt, language)}, ${usedWords(usedAt, language)}`,
      )}
    >
      <Button
        words={say(language, '移除', 'Remove')}
        press={() => ask({ to: 'passkeys/remove', id, name })}
      />
    </Line>
  ))

const AddLine = ({ factors, home, language, ask }: Props) => {
  const why = useHindrance(home)
  const another = factors.passkeys.length > 0
  return (
    <Line
      title={
        another ? say(language, '再加一把通行密钥', 'One more passkey') : say(language, '通行密钥', 'Passkey')
      }
      said={
        why
          ? hindranceWords(why, home, language)
          : say(
              language,
              '按指纹、看镜头、输开机密码，或插上安全密钥；骗子要不走',
              'Your finger, your face, the PIN of this device, or a security key; nobody can be talked into giving it away',
            )
      }
    >
      {why === null && (
        <Button
          words={say(language, '添加通行密钥', 'Add a passkey')}
          press={() => ask({ to: 'passkeys/begin' })}
        />
      )}
    </Line>
  )
}

const RecoveryLine = ({ factors: { recovery }, language, ask }: Props) => (
  <Line
    title={say(language, '恢复码', 'Recovery codes')}
    said={say(
      language,
      `还剩 ${recovery} 个（一次给 ${RECOVERY_CODES} 个），手机和通行密钥都不在时用`,
      `${recovery} of ${RECOVERY_CODES} left, for the day that phone and passkeys are away`,
    )}
  >
    <Button words={say(language, '换新的恢复码', 'New recovery codes')} press={() => ask({ to: 'codes' })} />
  </Line>
)

/** By what this person proves himself, a line each, with what may be done with it. */
export const FactorList = (props: Props) => (
  <ul className="ss-panel ss-sessions">
    <PasskeyLines {...props} />
    <AddLine {...props} />
    <PhoneLine {...props} />
    {props.factors.has && <RecoveryLine {...props} />}
  </ul>
)
