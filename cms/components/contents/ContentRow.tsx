import type { Task } from '../../../src/review/task.ts'
import type { Told } from '../../overview/contents.ts'
import type { Face as Picture } from '../../overview/faces.ts'
import { say } from '../../web/language.ts'
import { Face } from '../submission/Face.tsx'
import { markOf, stateSentence, TASK_WORDS, underTitle, type Mark } from './words.ts'

export type Row = { readonly told: Told; readonly face: Picture | null }
export type Facts = Parameters<typeof stateSentence>[1]

const formOf = ({ collection, id }: Told): string => `/admin/collections/${collection}/${id}`
const sentOf = (told: Told): string =>
  told.submission ? `/admin/collections/submissions/${told.submission}` : formOf(told)

const HREFS: Readonly<Record<Task, (told: Told) => string>> = {
  write: formOf,
  mend: formOf,
  renew: formOf,
  approve: sentOf,
  issue: sentOf,
  schedule: () => '/admin/collections/playlists',
}

/** Where there is nothing to do for now. Its writers may take back or remind of what others look at (CMS-102, CMS-103). */
const otherWords = ({ stage, authors }: Told, { language, reader }: Facts): string => {
  if (stage === 'released') return say(language, '看它在哪', 'See where it is')
  if (stage === 'draft') return say(language, '看一看', 'Look at it')
  const isOut = stage === 'in-review' || stage === 'reviewed'
  return isOut && authors.includes(reader)
    ? say(language, '催办、撤回', 'Remind, take back')
    : say(language, '看经过', 'See what happened')
}

const Steps = ({ step }: Pick<Mark, 'step'>) =>
  step && (
    <i className="ss-mark__steps" aria-hidden="true">
      {Array.from({ length: step[1] }, (_, i) => (
        <b key={i} className={i <= step[0] ? 'ss-on' : ''} />
      ))}
    </i>
  )

/** One content: what it looks like, what it is called, where it stands in a sentence, and what to do next. */
export const ContentRow = ({ row, facts }: { readonly row: Row; readonly facts: Facts }) => {
  const { told, face } = row
  const { language } = facts
  const mark = markOf(told, language)
  const isOff = told.stage === 'withdrawn' || told.stage === 'replaced'
  return (
    <li className={isOff ? 'ss-content ss-content--off' : 'ss-content'} data-stage={told.stage}>
      <Face page={face?.page ?? null} />
      <div>
        <a className="ss-content__title" href={formOf(told)}>
          {told.title || say(language, '还没有标题', 'No title yet')}
        </a>
        <p>{underTitle(told, face?.pages ?? 0, language)}</p>
      </div>
      <div>
        <span className={`ss-mark ss-mark--${mark.tone}`}>
          {mark.words}
          <Steps step={mark.step} />
        </span>
        <p>{stateSentence(told, facts)}</p>
      </div>
      {told.task ? (
        <a className="ss-button" href={HREFS[told.task](told)} data-task={told.task}>
          {say(language, ...TASK_WORDS[told.task])}
        </a>
      ) : (
        <a className="ss-quiet" href={told.stage === 'draft' ? formOf(told) : sentOf(told)}>
          {otherWords(told, facts)}
        </a>
      )}
    </li>
  )
}
