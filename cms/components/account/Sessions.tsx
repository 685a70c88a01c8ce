import type { AdminViewServerProps } from 'payload'
import { deviceIn } from '../../../src/model/browser.ts'
import { sessionId } from '../../base/session-id.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import { OwnPage } from '../OwnPage.tsx'
import { deviceWords } from '../sign-in/device-words.ts'
import { EndSession } from './EndSession.tsx'

type Session = {
  readonly id: string
  readonly createdAt?: string | null
  readonly expiresAt: string
  readonly device?: string | null
}

type LineProps = { readonly session: Session; readonly own: boolean; readonly language: DeskLanguage }

const Line = ({ session, own, language }: LineProps) => (
  <li className="ss-sessions__one">
    <div>
      <strong>{deviceWords(deviceIn(session.device), language)}</strong>
      {own && <span className="ss-tag ss-tag--done">{say(language, '现在这台', 'This one')}</span>}
      <p className="ss-secondary">
        {session.createdAt &&
          say(
            language,
            `${dayAndTime(session.createdAt, language)} 登录，`,
            `Since ${dayAndTime(session.createdAt, language)}, `,
          )}
        {say(
          language,
          `最迟 ${dayAndTime(session.expiresAt, language)} 自动退出`,
          `ends by itself ${dayAndTime(session.expiresAt, language)} at the latest`,
        )}
      </p>
    </div>
    {!own && <EndSession session={session.id} language={language} />}
  </li>
)

type ListProps = {
  readonly sessions: readonly Session[]
  readonly sid: string | undefined
  readonly language: DeskLanguage
}

const SessionList = ({ sessions, sid, language }: ListProps) => (
  <>
    <ul className="ss-panel ss-sessions">
      {sessions.map((session) => (
        <Line key={session.id} session={session} own={session.id === sid} language={language} />
      ))}
    </ul>
    {sessions.length > 1 ? (
      <EndSession session="" language={language} />
    ) : (
      <p className="ss-secondary">{say(language, '别处没有登录。', 'You are signed in nowhere else.')}</p>
    )}
  </>
)

/** Where the person is signed in: this device first, then the latest. */
const openSessions = (user: object): ListProps['sessions'] => {
  const { sessions } = user as { readonly sessions?: readonly Session[] }
  const own = sessionId(user)
  const now = Date.now()
  return (sessions ?? [])
    .filter(({ expiresAt }) => Date.parse(expiresAt) > now)
    .toSorted(
      (a, b) =>
        Number(b.id === own) - Number(a.id === own) || String(b.createdAt).localeCompare(String(a.createdAt)),
    )
}

export const Sessions = (props: AdminViewServerProps) => (
  <OwnPage {...props} path="sessions">
    {(user, language) => (
      <div className="ss-view ss-account">
        <h1>{say(language, '登录过的设备', 'Signed-in devices')}</h1>
        <p className="ss-secondary">
          {say(
            language,
            '有不认识的设备，先结束它，再改密码。',
            'If you do not know one of them, end it, then change your password.',
          )}
        </p>
        <SessionList sessions={openSessions(user)} sid={sessionId(user)} language={language} />
      </div>
    )}
  </OwnPage>
)
