import { say, type DeskLanguage } from '../../web/language.ts'
import type { Line } from './tasks.ts'

/** What I can do now. The first button is the black one: it presses most. */
export const Tasks = ({
  lines,
  language,
}: {
  readonly lines: readonly Line[]
  readonly language: DeskLanguage
}) => (
  <section className="ss-tasks" aria-label={say(language, '现在能做的', 'What you can do now')}>
    {lines.length === 0 ? (
      <p className="ss-panel ss-secondary">
        {say(
          language,
          '没有等您处理的。有事时会出现在这里。',
          'Nothing waits for you. What does will stand here.',
        )}
      </p>
    ) : (
      <ul>
        {lines.map(({ key, words, more, verb, href }, i) => (
          <li key={key} data-line={key.split(' ')[0]}>
            <div>
              <strong>{words}</strong>
              <p>{more}</p>
            </div>
            <a className={i === 0 ? 'ss-button ss-button--primary' : 'ss-button'} href={href}>
              {verb}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
)
