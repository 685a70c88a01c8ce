import type { ServerProps } from 'payload'
import { deskLanguage, say } from '../../web/language.ts'
import { readWaiting } from '../../workflow/read.ts'
import { WaitingItem } from './WaitingItem.tsx'

/** Above the list of all submissions: those that wait for me. */
export const WaitingList = async ({ i18n, payload, user }: ServerProps) => {
  if (!user) return null
  const language = deskLanguage(i18n.language)
  const mine = await readWaiting({ payload, user })
  return (
    <section className="ss-panel ss-lines ss-waiting">
      <h2>{say(language, '等我审', 'For my review')}</h2>
      {mine.length === 0 ? (
        <p className="ss-secondary">
          {say(
            language,
            '没有等您审的。下面是全部送审件。',
            'Nothing waits for you. Below are all submissions.',
          )}
        </p>
      ) : (
        <ul>
          {mine.map((told) => (
            <WaitingItem key={told.submission.id} payload={payload} told={told} language={language} />
          ))}
        </ul>
      )}
    </section>
  )
}
