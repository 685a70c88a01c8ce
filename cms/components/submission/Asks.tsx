'use client'

import { say, type DeskLanguage } from '../../web/language.ts'
import type { AskLine } from './asks.ts'

/** Reasons by code of what is ticked. */
export type Ticks = Readonly<Record<string, string>>

/** Whether every line is answered for, and none stops. */
export const isAnswered = (asks: readonly AskLine[], ticks: Ticks): boolean =>
  asks.every(
    ({ code, level, needsReason }) =>
      level === 'ask' && ticks[code] !== undefined && (!needsReason || ticks[code].trim() !== ''),
  )

/** How many lines stop, or nobody has answered for. */
export const unansweredIn = (asks: readonly AskLine[], ticks: Ticks): number =>
  asks.filter((one) => !isAnswered([one], ticks)).length

type Props = {
  readonly asks: readonly AskLine[]
  readonly language: DeskLanguage
  readonly ticks?: Ticks
  /** Missing where the person looking decides nothing now. */
  readonly put?: (ticks: Ticks) => void
}

const Tick = ({ ask, language, ticks = {}, put }: Omit<Props, 'asks'> & { readonly ask: AskLine }) => {
  const reason = ticks[ask.code]
  const { [ask.code]: _, ...others } = ticks
  return (
    <>
      <label className="ss-ask__tick">
        <input
          type="checkbox"
          checked={reason !== undefined}
          onChange={(event) => put?.(event.target.checked ? { ...ticks, [ask.code]: '' } : others)}
        />
        {say(language, '看过，认可', 'Seen, and it may stand')}
      </label>
      {ask.needsReason && reason !== undefined && (
        <input
          className="ss-ask__reason"
          type="text"
          maxLength={200}
          value={reason}
          aria-label={say(language, '为什么可以', 'Why it may stand')}
          placeholder={say(language, '为什么可以（必填）', 'Why it may stand (needed)')}
          onChange={(event) => put?.({ ...ticks, [ask.code]: event.target.value })}
        />
      )}
    </>
  )
}

/** What the checks found, who answered for it and why, and the ticks of who decides. */
export const Asks = ({ asks, language, ticks, put }: Props) => (
  <section className="ss-asks">
    <h2>{say(language, '查过了', 'Checked')}</h2>
    {asks.length === 0 ? (
      <p className="ss-ask__sound">
        {say(
          language,
          '没有身份证号、手机号、卡号、车牌、真名和用词表里的词。',
          'No identity number, telephone, card, plate, real name or listed word.',
        )}
      </p>
    ) : (
      <ul>
        {asks.map((ask) => (
          <li key={ask.code} className={`ss-ask ss-ask--${ask.level}`}>
            <span className="ss-ask__sign">
              {ask.level === 'stop' ? say(language, '停', 'Stop') : say(language, '问', 'Ask')}
            </span>
            <div>
              {ask.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {ask.said.map(({ who, reason }) => (
                <p key={who} className="ss-secondary">
                  {say(language, `${who}：${reason}`, `${who}: ${reason}`)}
                </p>
              ))}
              {put && ask.level === 'ask' && (
                <Tick ask={ask} language={language} put={put} {...(ticks && { ticks })} />
              )}
            </div>
          </li>
        ))}
      </ul>
    )}
  </section>
)
