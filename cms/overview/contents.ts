/**
 * What the lists and the first page tell of contents: where each is, whose turn it is, where it plays. Read anew each
 * time by the short way (CMS-110) and derived by the rules of `src/review` and `src/schedule`; nothing is kept.
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

type DraftRow = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly updatedAt: string
  readonly validUntil?: string | null
  readonly contributors?: readonly string[] | null
}
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

const besideOf = async (
  payload: Payload,
  which: Where | null,
  plays: Beside['plays'],
  now: number,
): Promise<Beside> => {
  const query = { sort: 'submittedAt', only: SENT_FIELDS }
  const rows = which ? await rowsOf<Sent>(payload, 'submissions', { where: which, ...query }) : []
  const sent = newestOf(rows)
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
const titleField = (payload: Payload, { collection }: ContentKind): string =>
  payload.collections[collection as CollectionSlug].config.admin.useAsTitle ?? 'id'

/** Which screens each content is scheduled on from today. */
export const readPlays = async (payload: Payload): Promise<ReturnType<typeof screensOf>> =>
  screensOf(await readPlan(payload, NO_PLAN), civilOf(ports().now(), TOWN_ZONE).date)

type Asked = Asking & { readonly kind: ContentKind; readonly plays?: Beside['plays'] }

const OF_DRAFTS = ['updatedAt', 'validUntil'] as const

/** The drafts of a kind that fit, of those the person may see. */
const seenDrafts = async (
  { payload, user, kind }: Asked,
  only: readonly string[],
  where: readonly Where[] = [],
): Promise<readonly DraftRow[]> => {
  const may = rowsFor(user, 'contents', 'read')
  if (may === false) return []
  return draftsOf<DraftRow>(payload, kind.collection, {
    only: [titleField(payload, kind), ...OF_DRAFTS, ...only],
    where: { and: [...(may === true ? [] : [may]), ...where] },
  })
}

const tellAll = async (
  { payload, user, kind, plays }: Asked,
  drafts: readonly DraftRow[],
  which: Where | null,
): Promise<readonly Told[]> => {
  if (drafts.length === 0) return []
  const title = titleField(payload, kind)
  const beside = await besideOf(payload, which, plays ?? (await readPlays(payload)), ports().now())
  const doer = doerOf(user)
  return drafts.map((draft) => tell(kind, String(draft[title] ?? ''), draft, beside, doer))
}

const ofThese = (drafts: readonly DraftRow[]): Where | null =>
  drafts.length > 0 ? { 'content.value': { in: drafts.map(({ id }) => id) } } : null

/** The contents of one kind that the person may see; those changed last come first. */
export const readContents = async (asking: Asking, kind: ContentKind): Promise<readonly Told[]> => {
  const asked = { ...asking, kind }
  const drafts = await seenDrafts(asked, ['contributors'])
  const areAll = mayAllRows(asking.user, 'contents', 'read')
  return tellAll(asked, drafts, areAll ? { kind: { equals: kind.kind } } : ofThese(drafts))
}

/** Which contents rows of records are of. */
const contentsOf = (rows: readonly Pick<Sent, 'content'>[]): ReadonlySet<string> =>
  new Set(rows.map(({ content }) => String(content?.value ?? '')))

/** A content by name, and where it is. */
export type Named = Pick<Told, 'id' | 'collection' | 'title'>

/** Of what a person wrote that which asks something of him, those changed last first. */
export type OwnOpen = { readonly toWrite: readonly Named[]; readonly ending: readonly Named[] }

/**
 * The drafts a person is an author of, those changed last first, and which contents of the kind were ever sent in. Who sent
 * in what others wrote is an author of it as well, as long as that is what was sent in last.
 */
const readOwn = async (asked: Asked): Promise<{ own: readonly DraftRow[]; sent: ReadonlySet<string> }> => {
  const by = String(asked.user.id)
  const submissions = await rowsOf<Pick<Sent, 'content' | 'submittedBy'>>(asked.payload, 'submissions', {
    where: { kind: { equals: asked.kind.kind } },
    only: ['content', 'submittedBy'],
  })
  const sent = contentsOf(submissions)
  const found = await seenDrafts(asked, [], [{ contributors: { in: [by] } }])
  const written = found.map((draft): DraftRow => ({ ...draft, contributors: [by] }))
  const ids = new Set(written.map(({ id }) => id))
  const sentByHim = contentsOf(submissions.filter(({ submittedBy }) => String(submittedBy) === by))
  const ofOthers = [...sentByHim].filter((id) => !ids.has(id))
  if (ofOthers.length === 0) return { own: written, sent }
  const onlySent = await seenDrafts(asked, [], [{ id: { in: ofOthers } }])
  const newestFirst = (a: DraftRow, b: DraftRow) => b.updatedAt.localeCompare(a.updatedAt)
  return { own: [...written, ...onlySent].toSorted(newestFirst), sent }
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
  const asked = { ...asking, kind, plays }
  const { payload, user } = asking
  const by = String(user.id)
  const { own, sent } = await readOwn(asked)
  if (own.length === 0) return { toWrite: [], ending: [] }
  const where = { decision: { equals: 'retract' } }
  const retracted = contentsOf(await rowsOf<ApprovalRow>(payload, 'approvals', { where, only: ['content'] }))
  const daysLeft = daysFrom(ports().now())
  const asks = ({ id, validUntil }: DraftRow): boolean =>
    sent.has(id) &&
    (retracted.has(id) || endsSoon({ stage: 'released', daysLeft: daysLeft(validUntil ?? null) }))
  const few = own.filter(asks)
  const told = new Map((await tellAll(asked, few, ofThese(few))).map((one) => [one.id, one]))
  const unsent: Progress = { stage: 'draft', history: null, authors: [by], scheduled: false, daysLeft: null }
  const task = taskFor(doerOf(user), unsent)
  const taskOf = ({ id }: DraftRow): Task | null => (sent.has(id) ? (told.get(id)?.task ?? null) : task)
  const ends = ({ id }: DraftRow): boolean => {
    const one = told.get(id)
    return one !== undefined && one.authors.includes(by) && endsSoon(one)
  }
  const title = titleField(payload, kind)
  const named = (draft: DraftRow): Named => ({
    id: draft.id,
    collection: kind.collection,
    title: String(draft[title] ?? ''),
  })
  return {
    toWrite: own.filter((draft) => taskOf(draft) === 'write').map(named),
    ending: own.filter(ends).map(named),
  }
}
