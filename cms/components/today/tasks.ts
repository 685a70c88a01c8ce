/** What a person can do now, as lines of the first page: a sentence, what it is about, one button (DESK-42). */
import type { Payload, TypedUser } from 'payload'
import { mayAct, mayRows } from '../../access/roles.ts'
import { ports } from '../../base/ports.ts'
import { readPlays } from '../../overview/contents.ts'
import { readDueHotlines } from '../../overview/hotlines-due.ts'
import { readOwnOpen, type Few, type OwnOpen } from '../../overview/own-open.ts'
import { readUnscheduled } from '../../overview/unscheduled.ts'
import type { RecallItem } from '../../postings/recall.ts'
import { say, type DeskLanguage } from '../../web/language.ts'
import { readReturned, readWaiting, type ReviewCase } from '../../workflow/read.ts'
import { readReviewDays } from '../../workflow/waiting.ts'
import { RECALL_HREF, recallLines } from '../print/recall.ts'
import { givenUpLine } from './given-up.ts'
import { firstNames, quoted, titlesOf, type Line } from './line.ts'
import type { ScreenLine } from './screens.ts'
import { stuckLine } from './stuck.ts'
import { waitingLine } from './waiting.ts'

export type { Line } from './line.ts'
export type Asking = { readonly payload: Payload; readonly user: TypedUser; readonly language: DeskLanguage }

/** Returned contents told one by one; more are a number. */
const TOLD_ALONE = 3

const returnedLine = (told: ReviewCase, collection: string, language: DeskLanguage): Line => {
  const { by, comment } = told.approvals.at(-1) ?? { by: { name: '' }, comment: '' }
  const { content, title, id } = told.submission
  return {
    key: `returned ${id}`,
    words: say(language, `退回给您：${quoted(title, 'zh')}`, `Returned to you: ${quoted(title, 'en')}`),
    more: language === 'zh' ? `${by.name}：${comment}` : `${by.name}: ${comment}`,
    verb: say(language, '去修改', 'Mend it'),
    href: `/admin/collections/${collection}/${content}`,
  }
}

const returnedLines = (all: readonly ReviewCase[], language: DeskLanguage): readonly Line[] => {
  const { kinds } = ports()
  const lines = all.flatMap((told) => {
    const kind = kinds.named(told.submission.kind)
    return kind ? [returnedLine(told, kind.collection, language)] : []
  })
  const rest = lines.length - TOLD_ALONE
  const [next] = lines.slice(TOLD_ALONE)
  return rest <= 0 || !next
    ? lines
    : [
        ...lines.slice(0, TOLD_ALONE),
        {
          ...next,
          key: 'returned, more',
          words: say(language, `还有 ${rest} 件退回给您`, `${rest} more returned to you`),
        },
      ]
}

const reviewLines = async ({ payload, user, language }: Asking): Promise<readonly Line[]> =>
  waitingLine(await readWaiting({ payload, user }), {
    language,
    now: ports().now(),
    reviewDays: await readReviewDays(payload),
  })

type Counted = {
  readonly key: string
  readonly count: number
  readonly words: readonly [zh: string, en: string]
  /** Of what, by name. */
  readonly more: string
  readonly verb: string
  readonly href: string
}

const countLine = (
  { key, count, words: [zh, en], more, verb, href }: Counted,
  language: DeskLanguage,
): readonly Line[] => (count === 0 ? [] : [{ key, words: say(language, zh, en), more, verb, href }])

const firstHref = ({ first: [first] }: Few): string =>
  first ? `/admin/collections/${first.collection}/${first.id}` : '/admin'

const inAll = (kinds: readonly Few[]): Few => ({
  count: kinds.reduce((sum, { count }) => sum + count, 0),
  first: kinds.flatMap(({ first }) => first),
})

const ownLines = async ({ payload, user, language }: Asking): Promise<readonly Line[]> => {
  if (!mayRows(user, 'contents', 'create')) return []
  const plays = await readPlays(payload)
  const own: OwnOpen[] = []
  for (const kind of ports().kinds.all) own.push(await readOwnOpen({ payload, user }, kind, plays))
  const [drafts, ending] = [inAll(own.map(({ toWrite }) => toWrite)), inAll(own.map((one) => one.ending))]
  return [
    ...countLine(
      {
        key: 'ending',
        count: ending.count,
        words: [`${ending.count} 件快到期`, `${ending.count} end soon`],
        more: titlesOf(ending, language),
        verb: say(language, '改有效期', 'Give more time'),
        href: firstHref(ending),
      },
      language,
    ),
    ...countLine(
      {
        key: 'drafts',
        count: drafts.count,
        words: [
          `${drafts.count} 件草稿没送审`,
          `${drafts.count} ${drafts.count === 1 ? 'draft is' : 'drafts are'} not sent in`,
        ],
        more: titlesOf(drafts, language),
        verb: say(language, '接着写', 'Go on writing'),
        href: firstHref(drafts),
      },
      language,
    ),
  ]
}

const plannedLines = async ({ payload, user, language }: Asking): Promise<readonly Line[]> => {
  if (!mayRows(user, 'playlists', 'create')) return []
  const open = await readUnscheduled(payload, await readPlays(payload))
  return countLine(
    {
      key: 'unscheduled',
      count: open.length,
      words: [`已签发、还没排到屏 ${open.length} 件`, `${open.length} issued, on no screen yet`],
      more: titlesOf({ count: open.length, first: open }, language),
      verb: say(language, '加入播放单', 'Put in a playlist'),
      href: '/admin/collections/playlists',
    },
    language,
  )
}

/** Which sheets, of which edition, why (PST-11); the page it leads to has them all. */
const recallLine = (items: readonly RecallItem[], language: DeskLanguage): readonly Line[] => {
  if (items.length === 0) return []
  const sheets = recallLines(items, language)
  const told = sheets.slice(0, 2).map(({ words }) => words)
  const rest = sheets.length - told.length
  const more = rest > 0 ? [say(language, `还有 ${rest} 种`, `${rest} more`)] : []
  return [
    {
      key: 'recall',
      words: say(
        language,
        `${items.length} 处海报要换下`,
        `${items.length} ${items.length === 1 ? 'poster' : 'posters'} to take down`,
      ),
      more: [...told, ...more].join(say(language, '；', '; ')),
      verb: say(language, '去换下', 'Take down'),
      href: RECALL_HREF,
    },
  ]
}

const pairLine = (
  user: TypedUser,
  screens: readonly ScreenLine[],
  language: DeskLanguage,
): readonly Line[] => {
  if (!mayAct(user, 'screen.pair')) return []
  const open = screens.filter(({ paired }) => !paired)
  const names = open.map(({ name }) => name)
  return countLine(
    {
      key: 'pairing',
      count: open.length,
      words: [
        `${open.length} 块屏还没配对`,
        `${open.length} ${open.length === 1 ? 'screen is' : 'screens are'} not paired`,
      ],
      more: firstNames(names, names.length, '、', language),
      verb: say(language, '去配对', 'Pair it'),
      href: `/admin/collections/screens/${open[0]?.id ?? ''}`,
    },
    language,
  )
}

/** Numbers that grow old or did (DESK-91): what sheets warn of, before they do. */
const hotlineLine = async ({ payload, user, language }: Asking): Promise<readonly Line[]> => {
  const due = await readDueHotlines({ payload, user })
  const [first] = due
  if (!first) return []
  const old = due.filter(({ days }) => days <= 0).length
  const soon = due.length - old
  const words =
    old > 0
      ? say(language, `${old} 个举报电话要核实`, `${old} ${old === 1 ? 'hotline' : 'hotlines'} to confirm`)
      : say(
          language,
          `${soon} 个举报电话快要重新核实，最早的还有 ${first.days} 天`,
          `${soon} ${soon === 1 ? 'hotline' : 'hotlines'} to confirm anew, the first in ${first.days} days`,
        )
  const told = due.slice(0, 3).map(({ number, label, confirmBy }) => {
    const by = confirmBy && say(language, `（由${confirmBy}核实）`, ` (by ${confirmBy})`)
    return `${number} ${label}${by}`
  })
  const more = due.length > 3 ? say(language, ' 等', ', …') : ''
  return [
    {
      key: 'hotlines',
      words,
      more: `${told.join(say(language, '、', ', '))}${more}`,
      verb: say(language, '去核实', 'Confirm'),
      href: `/admin/collections/hotlines/${first.id}`,
    },
  ]
}

/** The way to begin something new, where a person writes. */
const writeLine = (user: TypedUser, language: DeskLanguage): readonly Line[] => {
  const [kind] = ports().kinds.all
  if (!kind || !mayRows(user, 'contents', 'create')) return []
  return [
    {
      key: 'new',
      words: say(language, '写新的', 'Write something new'),
      more: say(
        language,
        '写好送审，通过、签发以后就能上屏、能印',
        'Sent in, reviewed and issued, it goes on screens and paper',
      ),
      verb: say(language, `写一件${kind.names.zh}`, `Write a ${kind.names.en.toLowerCase()}`),
      href: `/admin/collections/${kind.collection}/create`,
    },
  ]
}

/** Of whoever writes for a village and does nothing of the town's (PPL-20). */
export const readWritersTasks = async (asking: Asking): Promise<readonly Line[]> => [
  ...returnedLines(await readReturned(asking), asking.language),
  ...(await ownLines(asking)),
  ...writeLine(asking.user, asking.language),
]

/** What presses most stands first. */
export const readTasks = async (
  asking: Asking,
  recalls: readonly RecallItem[],
  screens: readonly ScreenLine[],
): Promise<readonly Line[]> => {
  const { user, language } = asking
  return [
    ...returnedLines(await readReturned(asking), language),
    ...(await reviewLines(asking)),
    ...(await stuckLine(asking)),
    ...(await plannedLines(asking)),
    ...recallLine(recalls, language),
    ...pairLine(user, screens, language),
    ...(await hotlineLine(asking)),
    ...(await givenUpLine(asking)),
    ...(await ownLines(asking)),
    ...writeLine(user, language),
  ]
}
