import type { ServerProps } from 'payload'
import { deskLanguage, dayAndTime, say } from '../language.ts'
import { readReport, sentencesOf } from './health.ts'

type Props = ServerProps & { readonly data?: Record<string, unknown> }

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Live state and assurance of one screen, in sentences. */
export const ScreenHealth = ({ data, i18n }: Props) => {
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
      {report &&
        sentencesOf(report, panel, language).map(({ tone, text }) => (
          <p key={text} className={tone === 'done' ? 'ss-done' : 'ss-warn'}>
            {text}
          </p>
        ))}
    </section>
  )
}
