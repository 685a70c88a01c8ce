import type { ServerProps } from 'payload'
import { readRecall } from '../../postings/recall.ts'
import { deskLanguage, say } from '../../web/language.ts'
import { recallLines, RECALL_HREF } from './recall.ts'

/** Above the list of postings: what must come down, and where to tick it off. */
export const RecallPanel = async ({ i18n, payload, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const lines = recallLines(await readRecall({ payload, user }), language)
  return (
    <section className="ss-panel ss-lines ss-waiting">
      <h2>{say(language, '要换下的海报', 'Posters to take down')}</h2>
      {lines.length === 0 ? (
        <p className="ss-secondary">
          {say(language, '没有过时的海报。', 'No poster is outdated.')}{' '}
          <a href="/print">{say(language, '去打印', 'Print one')}</a>
        </p>
      ) : (
        <ul>
          {lines.map(({ key, words }) => (
            <li key={key}>
              <a href={RECALL_HREF}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
