/**
 * What the lists and the first page tell of contents: where each is, whose turn it is, where it plays. Read anew each
 * time by the short way (CMS-110) and derived by the rules of `src/review` and `src/schedule`; nothing is kept. Most
 * contents of a town may be drafts that nobody ever sent in. Those are all alike but for who wrote them and when they
 * were saved, so that is all that is read of each, and only those on the page that is shown are read whole.
 */
import type { CollectionSlug, Payload, TypedUser, Where } from 'payload'
import type { ContentKind } from '../../src/content/index.ts'
import type { ContentId } from '../../src/model/ids.ts'
import type { Role } from '../../src/model/people.ts'
import { stepsOf, type ReviewHistory } from '../../src/review/policy.ts'
import { endsSoon, taskFor, type Doer, type Progress, type Task } from '../../src/review/task.ts'
import { screensOf } from '../../src/schedule/index.ts'
import { civilOf, TOWN_ZONE } from '../../src/time/index.ts'
import { mayAllRows, mayRows, rowsFor } from '../access/roles.ts'
import { ports } from '../base/ports.ts'
import { draftsOf, groupedBy, rowsOf, type ApprovalRow, type SubmissionRow } from '../records/rows.ts'
import { NO_PLAN, readPlan } from '../town/plan.ts'
import { readHistory, reviewHistory, statesIn } from '../workflow/states.ts'

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

export type Listing = {
  /** Those changed last first. */
  readonly all: readonly Listed[]
  /** The whole of some of them, in their order; one that is gone meanwhile is left out. */
  readonly tell: (some: readonly Listed[]) => Promise<readonly Told[]>
}

type DraftRow = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly updatedAt: string
  readonly validUntil?: string | null
  readonly contributors?: readonly string[] | null
}
type SavedRow = Pick<DraftRow, 'id' | 'updatedAt'> & { readonly leads: boolean }
type Sent = Pick<
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
const daysFrom = (now: number): ((validUntil: string | null) => number | null) => {
  const known = new Map<string | null, number | null>()
  return (validUntil) => {
    const held = known.get(validUntil)
    if (held !== undefined) return held
    const days = daysUntil(validUntil, now)
    known.set(validUntil, days)
    return days
  }
}

const newestOf = (sent: readonly Sent[]): ReadonlyMap<string, Sent> => {
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

type Beside = {
  readonly sent: ReadonlyMap<string, Sent>
  readonly approvals: ReadonlyMap<string, readonly ApprovalRow[]>
  readonly history: Awaited<ReturnType<typeof readHistory>>
  readonly stateOf: ReturnType<typeof statesIn>
  readonly plays: ReturnType<typeof screensOf>
  readonly daysLeft: (validUntil: string | null) => number | null
}

const readSent = async (payload: Payload, where: Where | null): Promise<readonly Sent[]> =>
  where ? rowsOf<Sent>(payload, 'submissions', { where, sort: 'submittedAt', only: SENT_FIELDS }) : []

const besideOf = async (
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

type Asked = Asking & { readonly kind: ContentKind }

type Query = Parameters<typeof draftsOf>[2]

/** The drafts of a kind that fit, of those the person may see; those changed last come first. */
const seenDrafts = async <Row>(
  { payload, user, kind }: Asked,
  { where = {}, ...query }: Query,
): Promise<readonly Row[]> => {
  const may = rowsFor(user, 'contents', 'read')
  if (may === false) return []
  return draftsOf<Row>(payload, kind.collection, {
    ...query,
    where: may === true ? where : { and: [may, where] },
  })
}

/** Of all of them, when each was saved, and whether the person wrote on it. */
const savedDrafts = (asked: Asked): Promise<readonly SavedRow[]> =>
  seenDrafts(asked, { only: ['updatedAt'], leads: { field: 'contributors', to: String(asked.user.id) } })

/** Some of them with what is told of a draft, but for who wrote it. */
const draftsAmong = async (
  asked: Asked,
  ids: readonly string[],
  more: readonly string[] = [],
): Promise<readonly DraftRow[]> => {
  if (ids.length === 0) return []
  const only = [titleField(asked.payload, asked.kind), 'updatedAt', 'validUntil', ...more]
  return seenDrafts(asked, { only, where: { id: { in: ids } } })
}

const tellAll = (
  { payload, user, kind }: Asked,
  some: readonly DraftRow[],
  beside: Beside,
): readonly Told[] => {
  const [title, doer] = [titleField(payload, kind), doerOf(user)]
  return some.map((draft) => tell(kind, String(draft[title] ?? ''), draft, beside, doer))
}

const ofThese = (drafts: readonly Pick<DraftRow, 'id'>[]): Where | null =>
  drafts.length > 0 ? { 'content.value': { in: drafts.map(({ id }) => id) } } : null

/** What a draft that nobody sent in asks of who wrote it: nothing else of it is weighed. */
const taskOfUnsent = (user: TypedUser): Task | null =>
  taskFor(doerOf(user), {
    stage: 'draft',
    history: null,
    authors: [String(user.id)],
    scheduled: false,
    daysLeft: null,
  })

/** The contents of one kind that the person may see. */
export const readListing = async (asking: Asking, kind: ContentKind): Promise<Listing> => {
  const asked: Asked = { ...asking, kind }
  const { payload, user } = asking
  const person = String(user.id)
  const seen = await savedDrafts(asked)
  const areAll = mayAllRows(user, 'contents', 'read')
  const sent = newestOf(await readSent(payload, areAll ? { kind: { equals: kind.kind } } : ofThese(seen)))
  const beside = await besideOf(payload, sent, await readPlays(payload), ports().now())
  const tellThese = async (ids: readonly string[]) =>
    tellAll(asked, await draftsAmong(asked, ids, ['contributors']), beside)
  const ever = seen.filter(({ id }) => sent.has(id)).map(({ id }) => id)
  const told = new Map((await tellThese(ever)).map((one) => [one.id, one]))
  const task = taskOfUnsent(user)
  const listed = ({ id, updatedAt, leads: isMine }: SavedRow): Listed | readonly [] => {
    if (!sent.has(id)) {
      const at = Date.parse(updatedAt)
      return { id, stage: 'draft', daysLeft: null, task: isMine ? task : null, isMine, at }
    }
    const one = told.get(id)
    if (!one) return []
    const at = Date.parse(one.last.at)
    return {
      id,
      stage: one.stage,
      daysLeft: one.daysLeft,
      task: one.task,
      isMine: one.authors.includes(person),
      at,
    }
  }
  return {
    all: seen.flatMap(listed),
    tell: async (some) => {
      const unsent = some.filter(({ id }) => !told.has(id)).map(({ id }) => id)
      const known = new Map([...told.values(), ...(await tellThese(unsent))].map((one) => [one.id, one]))
      return some.flatMap(({ id }) => known.get(id) ?? [])
    },
  }
}

/** Which contents rows of records are of. */
const contentsOf = (rows: readonly Pick<Sent, 'content'>[]): ReadonlySet<string> =>
  new Set(rows.map(({ content }) => String(content?.value ?? '')))

/** A content by name, and where it is. */
export type Named = Pick<Told, 'id' | 'collection' | 'title'>

/** How many, and the first of them by name. */
export type Few = { readonly count: number; readonly first: readonly Named[] }

/** Of what a person wrote that which asks something of him, those changed last first. */
export type OwnOpen = { readonly toWrite: Few; readonly ending: Few }

const NONE: Few = { count: 0, first: [] }

/** As many as a line of the first page names. */
export const NAMED = 2

type Own = {
  /** Those changed last first. */
  readonly own: readonly SavedRow[]
  /** Which contents of the kind were ever sent in. */
  readonly sent: ReadonlySet<string>
}

/**
 * The drafts a person is an author of. Who sent in what others wrote is an author of it as well, as long as that is what
 * was sent in last.
 */
const readOwn = async (asked: Asked): Promise<Own> => {
  const by = String(asked.user.id)
  const submissions = await rowsOf<Pick<Sent, 'content' | 'submittedBy'>>(asked.payload, 'submissions', {
    where: { kind: { equals: asked.kind.kind } },
    only: ['content', 'submittedBy'],
  })
  const sent = contentsOf(submissions)
  const saved = await savedDrafts(asked)
  const sentByHim = contentsOf(submissions.filter(({ submittedBy }) => String(submittedBy) === by))
  return { own: saved.filter(({ id, leads }) => leads || sentByHim.has(id)), sent }
}

/** Of what he sent in that which may ask something of him, told whole: what was taken back once, or ends soon. */
const tellOwnSent = async (
  asked: Asked,
  plays: Beside['plays'],
  { own, sent }: Own,
): Promise<readonly Told[]> => {
  const { payload, user } = asked
  const where = { decision: { equals: 'retract' } }
  const retracted = contentsOf(await rowsOf<ApprovalRow>(payload, 'approvals', { where, only: ['content'] }))
  const now = ports().now()
  const daysLeft = daysFrom(now)
  const ever = own.filter(({ id }) => sent.has(id)).map(({ id }) => id)
  const few = (await draftsAmong(asked, ever)).filter(
    ({ id, validUntil }) =>
      retracted.has(id) || endsSoon({ stage: 'released', daysLeft: daysLeft(validUntil ?? null) }),
  )
  if (few.length === 0) return []
  const newest = newestOf(await readSent(payload, ofThese(few)))
  const beside = await besideOf(payload, newest, plays, now)
  const by = [String(user.id)]
  const wrote = new Set(own.filter(({ leads }) => leads).map(({ id }) => id))
  const his = few.map((draft): DraftRow => ({ ...draft, contributors: wrote.has(draft.id) ? by : [] }))
  return tellAll(asked, his, beside)
}

/**
 * What this person wrote or sent in that was never sent in, was taken back, or ends soon. What became of all else is not
 * read, and nothing is reckoned for a draft of its own: nobody sent it in, so all of them are alike.
 */
export const readOwnOpen = async (
  asking: Asking,
  kind: ContentKind,
  plays: Beside['plays'],
): Promise<OwnOpen> => {
  const asked = { ...asking, kind }
  const by = String(asking.user.id)
  const mine = await readOwn(asked)
  if (mine.own.length === 0) return { toWrite: NONE, ending: NONE }
  const told = new Map((await tellOwnSent(asked, plays, mine)).map((one) => [one.id, one]))
  const task = taskOfUnsent(asking.user)
  const asks = ({ id }: SavedRow): boolean =>
    (mine.sent.has(id) ? (told.get(id)?.task ?? null) : task) === 'write'
  const ends = ({ id }: SavedRow): boolean => {
    const one = told.get(id)
    return one !== undefined && one.authors.includes(by) && endsSoon(one)
  }
  const few = async (all: readonly SavedRow[]): Promise<Few> => {
    const ids = all.slice(0, NAMED).map(({ id }) => id)
    const title = titleField(asking.payload, kind)
    const rows = new Map((await draftsAmong(asked, ids)).map((draft) => [draft.id, draft]))
    const named = (id: string) => ({
      id,
      collection: kind.collection,
      title: String(rows.get(id)?.[title] ?? ''),
    })
    return { count: all.length, first: ids.map(named) }
  }
  return { toWrite: await few(mine.own.filter(asks)), ending: await few(mine.own.filter(ends)) }
}
