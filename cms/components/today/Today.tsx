import type { ServerProps } from 'payload'
import { dayAndTime, deskLanguage, say, type DeskLanguage } from '../../web/language.ts'
import { readNewestSteps } from '../../workflow/read.ts'
import { isVillageOnly, mayRows } from '../../access/roles.ts'
import { readRecall } from '../../postings/recall.ts'
import { StarterOffer } from '../starter/StarterOffer.tsx'
import { Panel } from './Panel.tsx'
import { Proposals } from './Proposals.tsx'
import { readScreens, type ScreenLine } from './screens.ts'
import { readTasks, readWritersTasks } from './tasks.ts'
import { Tasks } from './Tasks.tsx'
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

/** 今天: what I can do now, one button each; then how the screens are and what happened last. */
export const Today = async ({ i18n, payload, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const asking = { payload, user }
  const greeting = <h1>{say(language, `${user.name}，您好`, `Good day, ${user.name}`)}</h1>
  if (isVillageOnly(user))
    return (
      <div className="ss-view ss-today">
        {greeting}
        {mayRows(user, 'contents', 'create') && (
          <Tasks lines={await readWritersTasks({ ...asking, language })} language={language} />
        )}
        <VillageToday {...asking} language={language} />
      </div>
    )
  const screens = await readScreens(asking)
  const tasks = await readTasks({ ...asking, language }, await readRecall(asking), screens)
  const news = newsOf(await readNewestSteps(asking, LINES), language)
  return (
    <div className="ss-view ss-today">
      {greeting}
      <StarterOffer {...asking} language={language} />
      <Proposals {...asking} language={language} />
      <Tasks lines={tasks} language={language} />
      <div className="ss-today__grid">
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
