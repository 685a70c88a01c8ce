import type { ContentId } from '../../../src/model/ids.ts'
import { arrangedFor, type Arranged } from '../../../src/schedule/index.ts'
import { DAY_MS } from '../../../src/time/index.ts'
import { mayRows } from '../../access/roles.ts'
import { ports } from '../../base/ports.ts'
import { NO_PLAN, readPlan } from '../../town/plan.ts'
import { dayAndTime, say, type DeskLanguage } from '../../web/language.ts'
import type { Asking } from '../../workflow/read.ts'

/** What is arranged for later than this is not looked for. */
const AHEAD_DAYS = 60

const Arrangement = ({
  one,
  now,
  language,
}: {
  readonly one: Arranged
  readonly now: number
  readonly language: DeskLanguage
}) => (
  <li>
    <span>{one.name}</span>
    <small>
      {one.from <= now
        ? say(language, '现在就在时段里', 'Its time is now')
        : say(
            language,
            `${dayAndTime(new Date(one.from).toISOString(), language)} 起`,
            `from ${dayAndTime(new Date(one.from).toISOString(), language)}`,
          )}
    </small>
  </li>
)

type Props = { readonly asking: Asking; readonly content: string; readonly language: DeskLanguage }

/** Where an issued content is arranged to play and from when, or the way to arrange it (DESK-66). */
export const PlaysOn = async ({ asking, content, language }: Props) => {
  const now = ports().now()
  const plan = await readPlan(asking.payload, NO_PLAN)
  const arranged = arrangedFor(plan, content as ContentId, now, now + AHEAD_DAYS * DAY_MS)
  if (arranged.length > 0)
    return (
      <section className="ss-lines ss-plays">
        <h2>{say(language, `排在 ${arranged.length} 块屏上`, `Arranged on ${arranged.length} screens`)}</h2>
        <ul>
          {arranged.map((one) => (
            <Arrangement key={one.screen} one={one} now={now} language={language} />
          ))}
        </ul>
      </section>
    )
  return (
    <section className="ss-panel ss-plays">
      <h2>{say(language, '还没排到任何屏', 'Arranged on no screen yet')}</h2>
      {mayRows(asking.user, 'playlists', 'update') ? (
        <a className="ss-button ss-button--link" href="/admin/collections/playlists">
          {say(language, '加入播放单', 'Put it on a playlist')}
        </a>
      ) : (
        <p className="ss-secondary">
          {say(
            language,
            '请排播的同事把它加入播放单，再排播。',
            'Whoever arranges what plays puts it on a playlist and schedules that.',
          )}
        </p>
      )}
    </section>
  )
}
