import type { ServerProps, TypedUser } from 'payload'
import { dayAndTime, deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { readNewestSteps, readReturned, readWaiting } from '../../workflow/read.ts'
import { WaitingItem } from '../submission/WaitingItem.tsx'
import { isVillageOnly, mayRows } from '../../access/roles.ts'
import { readRecall } from '../../postings/recall.ts'
import { StarterOffer } from '../starter/StarterOffer.tsx'
import { Panel } from './Panel.tsx'
import { Recalls } from './Recalls.tsx'
import { readScreens, type ScreenLine } from './screens.ts'
import { VillageToday } from './VillageToday.tsx'
import { LINES, newsOf, type NewsLine } from './news.ts'

const News = ({ line, language }: { readonly line: NewsLine; readonly language: DeskLanguage }) => (
  <li>
    <a href={`/admin/collections/submissions/${line.submission}`}>
      {line.what} · {line.title}
    </a>
    <small>
      {line.by} · {dayAndTime(line.at, language)}
    </small>
  </li>
)

const Screen = ({ line, language }: { readonly line: ScreenLine; readonly language: DeskLanguage }) => (
  <li>
    <a href={`/admin/collections/screens/${line.id}`}>{line.name}</a>
    <span className={line.paired ? (line.online ? 'ss-lamp' : 'ss-lamp ss-lamp--off') : 'ss-secondary'}>
      {!line.paired
        ? say(language, '还没配对', 'Not paired')
        : line.online
          ? say(language, '在线', 'Online')
          : say(language, '离线，照常播放', 'Offline, plays on')}
    </span>
  </li>
)

const nextStep = (user: TypedUser, language: DeskLanguage): string => {
  if (mayRows(user, 'contents', 'create'))
    return say(
      language,
      '没有等您审的。可以在左边“写”里起草一件案例或标语。',
      'Nothing waits for you. Draft a case or a slogan under Write.',
    )
  if (mayRows(user, 'playlists', 'create'))
    return say(
      language,
      '没有等您审的。可以在左边“放”里安排播放单和排播。',
      'Nothing waits for you. Arrange playlists and schedules under Play.',
    )
  return say(
    language,
    '没有等您处理的。有人送审时会出现在这里。',
    'Nothing waits for you. What is sent for review appears here.',
  )
}

/** 今天: what waits for me, how the screens are, what happened last. */
export const Today = async ({ i18n, payload, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const asking = { payload, user }
  const greeting = <h1>{say(language, `${user.name}，您好`, `Good day, ${user.name}`)}</h1>
  if (isVillageOnly(user))
    return (
      <div className="ss-view ss-today">
        {greeting}
        <VillageToday {...asking} language={language} />
      </div>
    )
  const recalls = await readRecall(asking)
  const screens = await readScreens(asking)
  const news = newsOf(await readNewestSteps(asking, LINES), language)
  const mine = [...(await readReturned(asking)), ...(await readWaiting(asking))]
  return (
    <div className="ss-view ss-today">
      {greeting}
      <StarterOffer {...asking} language={language} />
      {recalls.length > 0 && (
        <div className="ss-today__grid">
          <Recalls items={recalls} language={language} />
        </div>
      )}
      <div className="ss-today__grid">
        <Panel title={say(language, '等我处理', 'Waiting for me')} empty={nextStep(user, language)}>
          {mine.map((one) => (
            <WaitingItem key={one.submission.id} told={one} language={language} />
          ))}
        </Panel>
        <Panel
          title={say(language, '大屏', 'Screens')}
          empty={say(
            language,
            '还没有屏。管理员在“放 · 屏”里新建一块，再配对。',
            'No screen yet. An administrator adds one under Play, then pairs it.',
          )}
        >
          {screens.map((line) => (
            <Screen key={line.id} line={line} language={language} />
          ))}
        </Panel>
        <Panel
          title={say(language, '刚刚发生', 'Just now')}
          empty={say(
            language,
            '还没有动静。写一件内容，送审，通过，签发，就会上屏。',
            'Nothing yet. Write, submit, review, issue, and it is on the screens.',
          )}
        >
          {news.map((line) => (
            <News key={`${line.at} ${line.what} ${line.submission}`} line={line} language={language} />
          ))}
        </Panel>
      </div>
    </div>
  )
}
