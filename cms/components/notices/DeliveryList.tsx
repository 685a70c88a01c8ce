import { SetStepNav } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'
import { CHANNEL_WORDS, DELIVERY_STATES, DELIVERY_WORDS } from '../../../src/notices/index.ts'
import { mayRows } from '../../access/roles.ts'
import {
  deliveryQuestionIn,
  readDeliveries,
  type DeliveryQuestion,
  type ToldDelivery,
} from '../../notices/told.ts'
import { dayAndTime, dayWords, deskLanguage, say, timeWords, type DeskLanguage } from '../../web/language.ts'

const PAGE = 50
const HERE = '/admin/collections/deliveries'

const STOPS: ReadonlySet<ToldDelivery['state']> = new Set(['failed', 'again'])

const addressOf = ({ state, before }: DeliveryQuestion): string => {
  const asked = new URLSearchParams({ ...(state && { state }), ...(before && { before }) }).toString()
  return asked ? `${HERE}?${asked}` : HERE
}

const Filters = ({ state, language }: { readonly state: string | null; readonly language: DeskLanguage }) => (
  <nav className="ss-chips" aria-label={say(language, '按结果看', 'By outcome')}>
    {[null, ...DELIVERY_STATES].map((one) => (
      <a
        key={one ?? 'all'}
        href={addressOf({ state: one, before: null })}
        className="ss-chip"
        aria-current={one === state ? 'true' : undefined}
      >
        {one === null ? say(language, '全部', 'All') : DELIVERY_WORDS[one][language]}
      </a>
    ))}
  </nav>
)

/** How often it was tried, where that says something: once and taken goes without saying. */
const triesWords = ({ state, tries, nextAt }: ToldDelivery, language: DeskLanguage): string => {
  if (state === 'sent' && tries <= 1) return ''
  const tried =
    tries > 0 ? say(language, `试了 ${tries} 次`, `tried ${tries} ${tries === 1 ? 'time' : 'times'}`) : ''
  const next =
    state === 'again' && nextAt
      ? say(language, `${dayAndTime(nextAt, 'zh')} 再试`, `again at ${dayAndTime(nextAt, 'en')}`)
      : ''
  return [tried, next].filter(Boolean).join(say(language, '，', ', '))
}

const Delivery = ({ told, language }: { readonly told: ToldDelivery; readonly language: DeskLanguage }) => {
  const { id, at, headline, receiverName, channel, state, why } = told
  const more = [why?.[language] ?? '', triesWords(told, language)].filter(Boolean)
  return (
    <li className="ss-act ss-delivery">
      <time dateTime={at}>{timeWords(at)}</time>
      <span className="ss-act__said">
        <a href={`${HERE}/${id}`}>{headline[language]}</a>
        <span className="ss-delivery__to">
          {say(language, '发给', 'To')} <b>{receiverName}</b> · {CHANNEL_WORDS[channel][language]}
        </span>
        {more.length > 0 && <em>{more.join(say(language, '；', '; '))}</em>}
      </span>
      <span className={STOPS.has(state) ? 'ss-tag ss-tag--stop' : 'ss-tag'}>
        {DELIVERY_WORDS[state][language]}
      </span>
    </li>
  )
}

type Day = { readonly day: string; readonly all: readonly ToldDelivery[] }

const byDay = (all: readonly ToldDelivery[], language: DeskLanguage): readonly Day[] => {
  const days = new Map<string, ToldDelivery[]>()
  for (const told of all) {
    const day = dayWords(told.at, language)
    days.set(day, [...(days.get(day) ?? []), told])
  }
  return [...days].map(([day, group]) => ({ day, all: group }))
}

/** 通知记录: each notice to each receiver and what came of it, newest first (NTC-7). */
export const DeliveryList = async ({
  i18n,
  payload,
  searchParams,
  user,
  BeforeListTable,
}: ServerProps & {
  readonly searchParams?: Readonly<Record<string, unknown>>
  /** Says that a row was not found, where an address named one that is not there. */
  readonly BeforeListTable?: ReactNode
}) => {
  if (!mayRows(user, 'deliveries', 'read')) return null
  const language = deskLanguage(i18n.language)
  const question = deliveryQuestionIn(searchParams ?? {})
  const found = await readDeliveries(payload, question, PAGE + 1)
  const all = found.slice(0, PAGE)
  const last = all.at(-1)
  return (
    <div className="ss-view ss-acts ss-deliveries">
      <SetStepNav nav={[{ label: say(language, '通知记录', 'Deliveries') }]} />
      {BeforeListTable}
      <h1>{say(language, '通知记录', 'Deliveries')}</h1>
      <p className="ss-secondary">
        {say(
          language,
          '每一条通知发给谁、收没收下。没送到的一天里试几次，还不行就不再发，在“今天”里告诉管理员。留三十天。',
          'Each notice, to whom, and whether it was taken. What fails is tried for a day, then given up and told on the first page of administrators. Kept for thirty days.',
        )}
      </p>
      <Filters state={question.state} language={language} />
      {all.length === 0 && (
        <p className="ss-panel">{say(language, '这里还没有通知。', 'There is no notice here yet.')}</p>
      )}
      {byDay(all, language).map(({ day, all: group }) => (
        <section key={day} className="ss-panel ss-lines">
          <h2>{day}</h2>
          <ul>
            {group.map((told) => (
              <Delivery key={told.id} told={told} language={language} />
            ))}
          </ul>
        </section>
      ))}
      {last && found.length > PAGE && (
        <p className="ss-acts__older">
          <a className="ss-button" href={addressOf({ ...question, before: last.at })}>
            {say(language, '看更早的', 'Show earlier ones')}
          </a>
        </p>
      )}
    </div>
  )
}
