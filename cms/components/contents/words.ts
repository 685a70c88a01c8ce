import { turnWord } from '../../../src/lexicon/people.ts'
import { nextStep } from '../../../src/review/policy.ts'
import { endsSoon, type Task } from '../../../src/review/task.ts'
import type { Chip } from '../../overview/list.ts'
import type { Told } from '../../overview/contents.ts'
import { dayWords, shortDay, say, type DeskLanguage } from '../../web/language.ts'
import { waitFrom } from '../../workflow/waiting.ts'
import { pressingWords } from '../submission/waiting-words.ts'

type Words = readonly [zh: string, en: string]

export const CHIP_WORDS: Readonly<Record<Chip, Words>> = {
  draft: ['草稿', 'Drafts'],
  review: ['在审', 'In review'],
  returned: ['退回', 'Returned'],
  issued: ['已签发', 'Issued'],
  ending: ['快到期', 'Ending soon'],
  withdrawn: ['已撤下', 'Withdrawn'],
}

/** The button at the right end of a row: what the person does next. */
export const TASK_WORDS: Readonly<Record<Task, Words>> = {
  mend: ['看意见去改', 'See why, mend it'],
  approve: ['去审', 'Review it'],
  issue: ['去签发', 'Issue it'],
  renew: ['改有效期', 'Give it more time'],
  schedule: ['放进播放单', 'Put it in a playlist'],
  write: ['接着写', 'Go on writing'],
}

export type Tone = 'stop' | 'care' | 'done' | 'plain'

/** What stands in the mark: one word, and a tone that never says more than the word. */
export type Mark = { readonly words: string; readonly tone: Tone; readonly step: Told['step'] }

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const endWords = ({ daysLeft }: Told, language: DeskLanguage): string =>
  daysLeft === 0
    ? say(language, '今天到期', 'Ends today')
    : say(language, `${daysLeft} 天后到期`, `Ends in ${plural(daysLeft ?? 0, 'day', 'days')}`)

export const markOf = (told: Told, language: DeskLanguage): Mark => {
  const mark = (words: Words, tone: Tone, step: Told['step'] = null): Mark => ({
    words: say(language, ...words),
    tone,
    step,
  })
  switch (told.stage) {
    case 'draft':
      return mark(['草稿', 'Draft'], 'plain')
    case 'returned':
      return mark(['退回修改', 'Returned'], 'stop')
    case 'retracted':
      return mark(['已撤回', 'Taken back'], 'plain')
    case 'in-review':
    case 'reviewed': {
      const at = (told.step?.[0] ?? 0) + 1
      return mark([`在审 第 ${at} 步`, `In review, step ${at}`], 'care', told.step)
    }
    case 'withdrawn':
      return mark(['已撤下', 'Withdrawn'], 'plain')
    case 'replaced':
      return mark(['已有新版', 'Replaced'], 'plain')
    case 'released':
      if ((told.daysLeft ?? 0) < 0) return mark(['已到期', 'Past its day'], 'plain')
      return endsSoon(told)
        ? { words: endWords(told, language), tone: 'care', step: null }
        : mark(['已签发', 'Issued'], 'done')
  }
}

const playWords = ({ screens }: Told, language: DeskLanguage): string =>
  screens === 0
    ? say(language, '还没排到屏上', 'On no screen yet')
    : say(language, `排在 ${screens} 块屏上`, `Scheduled on ${plural(screens, 'screen', 'screens')}`)

type Facts = {
  readonly language: DeskLanguage
  readonly now: number
  /** After how many days the town calls a wait overdue. */
  readonly reviewDays: number
  readonly reader: string
  readonly name: (person: string) => string
}

/** Since the last step, which every act but 转交 and 催办 is (CMS-103). */
const waitWords = ({ last }: Told, { language, now, reviewDays }: Facts): string =>
  pressingWords(waitFrom(Date.parse(last.at), now, reviewDays), language)

/** The sentence under the mark: who has it, since when; where it plays, until when. */
export const stateSentence = (told: Told, facts: Facts): string => {
  const { language, name } = facts
  const { stage, last, validUntil } = told
  const by = name(last.by)
  const day = shortDay(last.at, language)
  const said = last.comment ? (language === 'zh' ? `：${last.comment}` : `: ${last.comment}`) : ''
  const end = validUntil
    ? say(language, `，到 ${dayWords(validUntil, language)}`, `, until ${dayWords(validUntil, language)}`)
    : ''
  switch (stage) {
    case 'draft':
      return say(language, `还没送审，${day} 存的`, `Not sent in, saved ${day}`)
    case 'returned':
      return said ? `${by}${said}` : say(language, `${by} ${day} 退回`, `${by} returned it ${day}`)
    case 'retracted':
      return say(language, `${day} ${by} 撤回`, `Taken back ${day} by ${by}`)
    case 'in-review':
    case 'reviewed': {
      const { zh, en } = turnWord(told.history ? nextStep(told.history)?.role : undefined)
      return say(language, `等${zh}，${waitWords(told, facts)}`, `Next: ${en}. ${waitWords(told, facts)}`)
    }
    case 'withdrawn':
      return say(language, `${day} ${by} 撤下${said}`, `Withdrawn ${day} by ${by}${said}`)
    case 'replaced':
      return say(language, `${day} 起用新版`, `A newer one since ${day}`)
    case 'released':
      return (told.daysLeft ?? 0) < 0
        ? say(
            language,
            `${dayWords(validUntil ?? '', language)}后不再放`,
            `Not shown after ${dayWords(validUntil ?? '', language)}`,
          )
        : `${playWords(told, language)}${end}`
  }
}

/** Below the title: how long it is, which edition, when it was sent. */
export const underTitle = (told: Told, pages: number, language: DeskLanguage): string =>
  [
    pages > 0 && say(language, `${pages} 页`, plural(pages, 'page', 'pages')),
    told.edition > 0 && say(language, `第 ${told.edition} 版`, `edition ${told.edition}`),
    told.sentAt
      ? say(language, `${shortDay(told.sentAt, language)} 送审`, `sent ${shortDay(told.sentAt, language)}`)
      : say(language, '没送审过', 'never sent in'),
  ]
    .filter(Boolean)
    .join(' · ')
