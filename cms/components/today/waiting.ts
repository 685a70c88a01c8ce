import { say, type DeskLanguage } from '../../web/language.ts'
import type { ReviewCase } from '../../workflow/read.ts'
import { remindedAt, waitOf } from '../../workflow/waiting.ts'
import { quoted, type Line } from './line.ts'

type Asking = {
  readonly language: DeskLanguage
  readonly now: number
  /** After how many days the town calls a wait overdue. */
  readonly reviewDays: number
}

type Words = readonly [zh: string, en: string]
type Wait = ReturnType<typeof waitOf> & { readonly told: ReviewCase; readonly isReminded: boolean }

/** What is overdue before what was reminded of, then by how long it waits; of equal ones the first that was sent in. */
const pressesMore = (a: Wait, b: Wait): number =>
  Number(b.isOverdue) - Number(a.isOverdue) || Number(b.isReminded) - Number(a.isReminded) || b.days - a.days

const lateWords = (count: number, overdue: number): Words => {
  if (overdue === 0) return ['', '']
  return count === 1 ? ['，已超期', ', overdue'] : [`，${overdue} 件已超期`, `, ${overdue} overdue`]
}

const waitedWords = (count: number, days: number): Words => {
  if (days === 0) return ['，今天送到的', ', here since today']
  const forDays = `for ${days} ${days === 1 ? 'day' : 'days'}`
  return count === 1
    ? [`，等了 ${days} 天`, `, ${forDays}`]
    : [`，最久的等了 ${days} 天`, `, the longest ${forDays}`]
}

const countWords = (waits: readonly Wait[], language: DeskLanguage): string => {
  const count = waits.length
  const waited = waitedWords(count, Math.max(...waits.map(({ days }) => days)))
  const late = lateWords(count, waits.filter(({ isOverdue }) => isOverdue).length)
  return say(
    language,
    `${count} 件等您审${waited[0]}${late[0]}`,
    `${count} ${count === 1 ? 'waits' : 'wait'} for your review${waited[1]}${late[1]}`,
  )
}

/** What waits for this person: how much, how long, and what presses most (CMS-103). `all` is newest first. */
export const waitingLine = (
  all: readonly ReviewCase[],
  { language, now, reviewDays }: Asking,
): readonly Line[] => {
  const waits = all
    .map((told): Wait => ({
      ...waitOf(told, now, reviewDays),
      told,
      isReminded: remindedAt(told) !== undefined,
    }))
    .toReversed()
    .toSorted(pressesMore)
  const [first] = waits
  if (!first) return []
  const { title, submittedBy, id } = first.told.submission
  const reminded = first.isReminded
    ? [say(language, `${submittedBy.name}催办`, 'its writer reminds you')]
    : []
  return [
    {
      key: 'waiting',
      words: countWords(waits, language),
      more: [quoted(title, language), submittedBy.name, ...reminded].join(' · '),
      verb: say(language, '去审', 'Review'),
      href: `/admin/collections/submissions/${id}`,
    },
  ]
}
