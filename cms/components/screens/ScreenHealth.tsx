import type { ServerProps } from 'payload'
import { stageWords } from '../receipts/words.ts'
import { deskLanguage, dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import { readLastStage, type Asking } from '../receipts/read.ts'
import { readTwice } from './alarm.ts'
import { readReport, sentencesOf } from './health.ts'

type Props = ServerProps & { readonly data?: Record<string, unknown> }

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the server's own rows say of a screen: an alarm if there is one, and its last receipt. */
const RecordedHealth = async ({
  asking,
  screen,
  language,
}: {
  asking: Asking
  screen: string
  language: DeskLanguage
}) => {
  const [twice, last] = await Promise.all([readTwice(asking, screen), readLastStage(asking, screen)])
  return (
    <>
      {twice && (
        <p className="ss-fault" role="alert">
          {say(
            language,
            `有另一台设备用同一把密钥连接过，请检查（${dayAndTime(twice, 'zh')}）`,
            `Another device has connected with the same key; look into it (${dayAndTime(twice, 'en')})`,
          )}
        </p>
      )}
      {last && (
        <p className="ss-secondary">
          {say(language, '最近一次节目：', 'Last programme: ')}
          {stageWords(last.stage, language)} · {dayAndTime(last.at, language)}
        </p>
      )}
    </>
  )
}

/** Live state and assurance of one screen, in sentences. */
export const ScreenHealth = ({ data, i18n, payload, user }: Props) => {
  const language = deskLanguage(i18n.language)
  if (!data?.['pairedAt']) return null
  const report = readReport(data['report'])
  const panel = { width: numberOf(data['width']), height: numberOf(data['height']) }
  const seen = textOf(data['lastSeenAt'])
  const online = data['online'] === true
  return (
    <section className="ss-panel">
      <h3>{say(language, '现在', 'Now')}</h3>
      <p className={online ? 'ss-done' : 'ss-warn'}>
        {online
          ? say(language, '在线，正在播放。', 'Online and playing.')
          : say(language, '不在线。已有的节目照常播放。', 'Not connected. It plays on with what it has.')}
        {!online &&
          seen !== '' &&
          say(language, ` 上次在线：${dayAndTime(seen, 'zh')}。`, ` Last seen ${dayAndTime(seen, 'en')}.`)}
      </p>
      <RecordedHealth
        asking={{ payload, user: user ?? null }}
        screen={String(data['id'])}
        language={language}
      />
      {report &&
        sentencesOf(report, panel, language).map(({ tone, text }) => (
          <p key={text} className={tone === 'done' ? 'ss-done' : 'ss-warn'}>
            {text}
          </p>
        ))}
    </section>
  )
}
