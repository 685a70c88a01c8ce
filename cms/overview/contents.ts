/**
 * What the lists and the first page tell of contents: where each is, whose turn it is, where it plays. Read anew each
 * time by the short way (CMS-110) and derived by the rules of `src/review` and `src/schedule`; nothing is kept. Most
 * contents of a town may be drafts that nobody ever sent in. Those are all alike but for who wrote them and when they
 * were saved, so the database counts them, and only those that may stand on the page that is shown are read.
 */
import type { CollectionSlug, Payload, TypedUser, Where } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import type { ContentId } from '../../src/model/ids.ts'
import type { Role } from '../../src/model/people.ts'
import { stepsOf, type ReviewHistory } from '../../src/review/policy.ts'
import { taskFor, type Doer, type Progress, type Task } from '../../src/review/task.ts'
import { screensOf } from '../../src/schedule/index.ts'
import { civilOf, TOWN_ZONE } from '../../src/time/index.ts'
import { mayRows, rowsFor } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import {
  countDrafts,
  draftsOf,
  groupedBy,
  rowsOf,
  type ApprovalRow,
  type SubmissionRow,
} from '../records/rows.ts'
import { NO_PLAN, readPlan } from '../town/plan.ts'
import { readHistory, reviewHistory, statesIn } from '../workflow/states.ts'
import type { Contents, Found, Stretch, Unsent } from './list.ts'

export type Asking = { readonly payload: Payload; readonly user: TypedUser }

/** The last thing that happened to it: sent in, decided on, or, of a draft, saved. */
type Last = { readonly at: string; readonly by: string; readonly comment: string }

export type Told = Progress & {
  readonly id: string
  readonly collection: string
  readonly title: string
  readonly updatedAt: string
  /** The last day, as day fields keep it. */
  readonly validUntil: string | null
  readonly last: Last
  /** Of what was sent in last. */
  readonly submission: string | null
  readonly sentAt: string | null
  /** Steps that were taken, of how many. */
  readonly step: readonly [taken: number, of: number] | null
  /** Which release of the content stands, from 1; 0 where none does. */
  readonly edition: number
  /** On how many screens it is scheduled. */
  readonly screens: number
  readonly task: Task | null
}

/** A content as a list orders, filters and counts it. */
export type Listed = Pick<Told, 'id' | 'stage' | 'daysLeft' | 'task'> & {
  /** Whether the reader is among its authors. */
  readonly isMine: boolean
  /** The instant of what happened last. */
  readonly at: number
}

export type Listing = Contents & {
  /** Where the words stand that are looked for (search.ts); in all without any. */
  readonly find: (words: Where | null) => Promise<Found>
  /** The whole of some of them, in their order; one that is gone meanwhile is left out. */
  readonly tell: (some: readonly Listed[]) => Promise<readonly Told[]>
}

export type DraftRow = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly updatedAt: string
  readonly validUntil?: string | null
  readonly contributors?: readonly string[] | null
}
type SavedRow = Pick<DraftRow, 'id' | 'updatedAt'> & { readonly leads: boolean }
export type Sent = Pick<
  SubmissionRow,
  'id' | 'kind' | 'risk' | 'content' | 'authors' | 'submittedBy' | 'submittedAt'
>

const SENT_FIELDS = ['kind', 'risk', 'content', 'authors', 'submittedBy', 'submittedAt'] as const
const DAY_MS = 86_400_000

export const doerOf = (user: TypedUser): Doer => ({
  id: String(user.id),
  roles: (user.roles ?? []) as readonly Role[],
  writes: mayRows(user, 'contents', 'update'),
  plans: mayRows(user, 'playlists', 'update'),
})

const dayNumber = (instant: number): number =>
  Math.round(Date.parse(civilOf(instant, TOWN_ZONE).date) / DAY_MS)

/** Whole days from today to the day a day field holds. */
const daysUntil = (validUntil: string | null, now: number): number | null => {
  const at = Date.parse(validUntil ?? '')
  return Number.isNaN(at) ? null : dayNumber(at) - dayNumber(now)
}

/** The same for thousands of rows, which have few days between them: a civil day is dear to reckon. */
export const daysFrom = (now: number): ((validUntil: string | null) => number | null) => {
  const known = new Map<string | null, number | null>()
  return (validUntil) => {
    const held = known.get(validUntil)
    if (held !== undefined) return held
    const days = daysUntil(validUntil, now)
    known.set(validUntil, days)
    return days
  }
}

export const newestOf = (sent: readonly Sent[]): ReadonlyMap<string, Sent> => {
  const newest = new Map<string, Sent>()
  // Oldest first, so that the newest stays.
  for (const row of sent) newest.set(String(row.content?.value ?? ''), row)
  return newest
}

const stepOf = (history: ReviewHistory): Told['step'] => {
  const steps = stepsOf(history)
  const taken = history.rows.filter(({ decision }) => steps.some((step) => step.decision === decision))
  return [Math.min(taken.length, steps.length), steps.length]
}

const lastOf = (draft: DraftRow, sent: Sent | undefined, decided: readonly ApprovalRow[]): Last => {
  // Handing it over and reminding make no wait shorter (CMS-103).
  const row = decided.findLast(({ decision }) => decision !== 'hand-over' && decision !== 'remind')
  if (row) return { at: row.at, by: String(row.by), comment: row.comment ?? '' }
  if (sent) return { at: sent.submittedAt, by: String(sent.submittedBy), comment: '' }
  return { at: draft.updatedAt, by: '', comment: '' }
}

export type Beside = {
  readonly sent: ReadonlyMap<string, Sent>
  readonly approvals: ReadonlyMap<string, readonly ApprovalRow[]>
  readonly history: Awaited<ReturnType<typeof readHistory>>
  readonly stateOf: ReturnType<typeof statesIn>
  readonly plays: ReturnType<typeof screensOf>
  readonly daysLeft: (validUntil: string | null) => number | null
}

export const readSent = (payload: Payload, where: Where): Promise<readonly Sent[]> =>
  rowsOf<Sent>(payload, 'submissions', { where, sort: 'submittedAt', only: SENT_FIELDS })

export const besideOf = async (
  payload: Payload,
  sent: Beside['sent'],
  plays: Beside['plays'],
  now: number,
): Promise<Beside> => {
  const history = await readHistory({ payload }, [...sent.keys()])
  return {
    sent,
    history,
    approvals: groupedBy(history.approvals, ({ submission }) => String(submission)),
    stateOf: statesIn(history),
    plays,
    daysLeft: daysFrom(now),
  }
}

const tell = (kind: ContentKind, title: string, draft: DraftRow, beside: Beside, doer: Doer): Told => {
  const sent = beside.sent.get(draft.id)
  const decided = sent ? (beside.approvals.get(String(sent.id)) ?? []) : []
  const history = sent ? reviewHistory(sent, decided) : null
  const standing = beside.history.status.standing.get(draft.id)
  const screens = beside.plays.get(draft.id as ContentId)?.size ?? 0
  const validUntil = draft.validUntil ?? null
  const progress: Progress = {
    stage: sent ? beside.stateOf(sent) : 'draft',
    history,
    authors: [...new Set([...(draft.contributors ?? []).map(String), ...(history?.authors ?? [])])],
    scheduled: screens > 0,
    daysLeft: beside.daysLeft(validUntil),
  }
  return {
    ...progress,
    id: draft.id,
    collection: kind.collection,
    title,
    updatedAt: draft.updatedAt,
    validUntil,
    last: lastOf(draft, sent, decided),
    submission: sent ? String(sent.id) : null,
    sentAt: sent?.submittedAt ?? null,
    step: history && stepOf(history),
    edition: standing ? beside.history.status.editionOf(standing) : 0,
    screens,
    task: taskFor(doer, progress),
  }
}

/** The field of the form that people know a draft by. */
export const titleField = (payload: Payload, { collection }: ContentKind): string =>
  payload.collections[collection as CollectionSlug].config.admin.useAsTitle ?? 'id'

/** Which screens each content is scheduled on from today. */
export const readPlays = async (payload: Payload): Promise<ReturnType<typeof screensOf>> =>
  screensOf(await readPlan(payload, NO_PLAN), civilOf(ports().now(), TOWN_ZONE).date)

export type Asked = Asking & { readonly kind: ContentKind }

type Query = Parameters<typeof draftsOf>[2]

/** Which drafts of a kind are meant, of those the person may see; null where he may see none. */
const seenWhere = (user: TypedUser, where: Where): Where | null => {
  const may = rowsFor(user, 'contents', 'read')
  if (may === false) return null
  return may === true ? where : { and: [may, where] }
}

/** The drafts of a kind that fit, of those the person may see; those changed last come first. */
export const seenDrafts = async <Row>(
  { payload, user, kind }: Asked,
  { where = {}, ...query }: Query,
): Promise<readonly Row[]> => {
  const seen = seenWhere(user, where)
  return seen ? draftsOf<Row>(payload, kind.collection, { ...query, where: seen }) : []
}

export const ledTo = ({ id }: TypedUser) => ({ field: 'contributors', to: String(id) })

/** Some of them with what is told of a draft, but for who wrote it. */
export const draftsAmong = async (
  asked: Asked,
  ids: readonly string[],
  more: readonly string[] = [],
): Promise<readonly DraftRow[]> => {
  if (ids.length === 0) return []
  const only = [titleField(asked.payload, asked.kind), 'updatedAt', 'validUntil', ...more]
  return seenDrafts(asked, { only, where: { id: { in: ids } } })
}

/** The contents of a kind that nobody sent in, of those the person may see and that fit. */
type Never = { readonly count: () => Promise<Unsent>; readonly read: Found['read'] }

export const neverSent = (asked: Asked, sent: readonly string[], more: readonly Where[] = []): Never => {
  const { payload, user, kind } = asked
  const where: Where = { and: [{ id: { not_in: sent } }, ...more] }
  const task = taskOfUnsent(user)
  const listed = ({ id, updatedAt, leads: isMine }: SavedRow): Listed => ({
    id,
    stage: 'draft',
    daysLeft: null,
    task: isMine ? task : null,
    isMine,
    at: Date.parse(updatedAt),
  })
  return {
    count: async () => {
      const seen = seenWhere(user, where)
      if (!seen) return { mine: 0, others: 0 }
      const { all, leading } = await countDrafts(payload, kind.collection, {
        where: seen,
        leads: ledTo(user),
      })
      return { mine: leading, others: all - leading }
    },
    read: async ({ whose, order, offset, limit }: Stretch) => {
      const rows = await seenDrafts<SavedRow>(asked, {
        only: ['updatedAt'],
        where,
        sort: order === 'oldest' ? 'updatedAt' : '-updatedAt',
        offset,
        limit,
        leads: { ...ledTo(user), ...(whose !== 'all' && { only: whose === 'mine' }) },
      })
      return rows.map(listed)
    },
  }
}

export const tellAll = (
  { payload, user, kind }: Asked,
  some: readonly DraftRow[],
  beside: Beside,
): readonly Told[] => {
  const [title, doer] = [titleField(payload, kind), doerOf(user)]
  return some.map((draft) => tell(kind, String(draft[title] ?? ''), draft, beside, doer))
}

export const ofThese = (drafts: readonly Pick<DraftRow, 'id'>[]): Where => ({
  'content.value': { in: drafts.map(({ id }) => id) },
})

/** What a draft that nobody sent in asks of who wrote it: nothing else of it is weighed. */
export const taskOfUnsent = (user: TypedUser): Task | null =>
  taskFor(doerOf(user), {
    stage: 'draft',
    history: null,
    authors: [String(user.id)],
    scheduled: false,
    daysLeft: null,
  })

/** All that was ever sent in of what the person may see, told whole. */
const tellSent = async (
  asked: Asked,
  newest: Beside['sent'],
): Promise<{ readonly told: readonly Told[]; readonly beside: Beside }> => {
  const drafts = await draftsAmong(asked, [...newest.keys()], ['contributors'])
  const seen = new Map(drafts.flatMap(({ id }) => (newest.has(id) ? [[id, newest.get(id) as Sent]] : [])))
  const beside = await besideOf(asked.payload, seen, await readPlays(asked.payload), ports().now())
  return { told: tellAll(asked, drafts, beside), beside }
}

const listedOf = (one: Told, person: string): Listed => ({
  id: one.id,
  stage: one.stage,
  daysLeft: one.daysLeft,
  task: one.task,
  isMine: one.authors.includes(person),
  at: Date.parse(one.last.at),
})

/** The contents of one kind that the person may see. */
export const readListing = async (asking: Asking, kind: ContentKind): Promise<Listing> => {
  const asked: Asked = { ...asking, kind }
  const { payload, user } = asking
  const newest = newestOf(await readSent(payload, { kind: { equals: kind.kind } }))
  const sent = [...newest.keys()]
  const { told, beside } = await tellSent(asked, newest)
  const never = neverSent(asked, sent)
  const unsent = await never.count()
  const known = new Map(told.map((one) => [one.id, one]))
  return {
    sent: told.map((one) => listedOf(one, String(user.id))),
    unsent,
    task: taskOfUnsent(user),
    find: async (words) => {
      if (!words) return { has: () => true, unsent, read: never.read }
      const those = neverSent(asked, sent, [words])
      const where = { and: [{ id: { in: sent } }, words] }
      const found = await seenDrafts<Pick<DraftRow, 'id'>>(asked, { only: [], where })
      const ids = new Set(found.map(({ id }) => id))
      return { has: (id) => ids.has(id), unsent: await those.count(), read: those.read }
    },
    tell: async (some) => {
      const ids = some.filter(({ id }) => !known.has(id)).map(({ id }) => id)
      const drafts = await draftsAmong(asked, ids, ['contributors'])
      const all = new Map([...known, ...tellAll(asked, drafts, beside).map((one) => [one.id, one] as const)])
      return some.flatMap(({ id }) => all.get(id) ?? [])
    },
  }
}
