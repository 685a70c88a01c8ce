/** What the first page tells a person of what he wrote: what he may go on with, and what ends soon. */
import type { ContentKind } from '../../src/content/index.ts'
import { endsSoon } from '../../src/review/task.ts'
import { ports } from '../base/ports.ts'
import { rowsOf, type ApprovalRow } from '../records/rows.ts'
import {
  besideOf,
  daysFrom,
  draftsAmong,
  ledTo,
  neverSent,
  newestOf,
  ofThese,
  readSent,
  seenDrafts,
  taskOfUnsent,
  tellAll,
  titleField,
  type Asked,
  type Asking,
  type Beside,
  type DraftRow,
  type Sent,
  type Told,
} from './contents.ts'

type Own = DraftRow & { readonly leads: boolean }

/** Which contents rows of records are of. */
const contentsOf = (rows: readonly Pick<Sent, 'content'>[]): ReadonlySet<string> =>
  new Set(rows.map(({ content }) => String(content?.value ?? '')))

/** A content by name, and where it is. */
export type Named = Pick<Told, 'id' | 'collection' | 'title'>

/** How many, and the first of them by name. */
export type Few = { readonly count: number; readonly first: readonly Named[] }

/** Of what a person wrote that which asks something of him, those changed last first. */
export type OwnOpen = { readonly toWrite: Few; readonly ending: Few }

/** As many as a line of the first page names. */
export const NAMED = 2

/** Of what was sent in that which the person is an author of, or sent in himself, as long as that was the last time. */
const ownSent = async (asked: Asked, submissions: readonly OwnSent[]): Promise<readonly Own[]> => {
  const { payload, kind, user } = asked
  const sent = [...contentsOf(submissions)]
  if (sent.length === 0) return []
  const by = String(user.id)
  const sentByHim = contentsOf(submissions.filter(({ submittedBy }) => String(submittedBy) === by))
  const only = [titleField(payload, kind), 'updatedAt', 'validUntil']
  const drafts = await seenDrafts<Own>(asked, { only, where: { id: { in: sent } }, leads: ledTo(user) })
  return drafts.filter(({ id, leads }) => leads || sentByHim.has(id))
}

type OwnSent = Pick<Sent, 'content' | 'submittedBy'>

/** Of what he sent in that which may ask something of him, told whole: what was taken back once, or ends soon. */
const tellOwnSent = async (
  asked: Asked,
  plays: Beside['plays'],
  own: readonly Own[],
): Promise<readonly Told[]> => {
  const { payload, user } = asked
  const where = { decision: { equals: 'retract' } }
  const retracted = contentsOf(await rowsOf<ApprovalRow>(payload, 'approvals', { where, only: ['content'] }))
  const now = ports().now()
  const daysLeft = daysFrom(now)
  const few = own.filter(
    ({ id, validUntil }) =>
      retracted.has(id) || endsSoon({ stage: 'released', daysLeft: daysLeft(validUntil ?? null) }),
  )
  if (few.length === 0) return []
  const newest = newestOf(await readSent(payload, ofThese(few)))
  const beside = await besideOf(payload, newest, plays, now)
  const by = [String(user.id)]
  const his = few.map((draft): DraftRow => ({ ...draft, contributors: draft.leads ? by : [] }))
  return tellAll(asked, his, beside)
}

/** How many of his that nobody sent in ask something of him, and the first of them. */
const ownUnsent = async (asked: Asked, sent: readonly string[]) => {
  if (taskOfUnsent(asked.user) !== 'write') return { count: 0, first: [] }
  const never = neverSent(asked, sent)
  const { mine } = await never.count()
  const first = mine > 0 ? await never.read({ whose: 'mine', order: 'newest', offset: 0, limit: NAMED }) : []
  const rows = await draftsAmong(
    asked,
    first.map(({ id }) => id),
  )
  return { count: mine, first: rows }
}

/**
 * What this person wrote or sent in that was never sent in, was taken back, or ends soon. What became of all else is not
 * read, and of drafts that nobody sent in the first ones alone: all of them are alike.
 */
export const readOwnOpen = async (
  asking: Asking,
  kind: ContentKind,
  plays: Beside['plays'],
): Promise<OwnOpen> => {
  const asked = { ...asking, kind }
  const by = String(asking.user.id)
  const submissions = await rowsOf<OwnSent>(asking.payload, 'submissions', {
    where: { kind: { equals: kind.kind } },
    only: ['content', 'submittedBy'],
  })
  const unsent = await ownUnsent(asked, [...contentsOf(submissions)])
  const told = await tellOwnSent(asked, plays, await ownSent(asked, submissions))
  const toWrite = told.filter(({ task }) => task === 'write')
  const ending = told.filter((one) => one.authors.includes(by) && endsSoon(one))
  const title = titleField(asking.payload, kind)
  const named = ({ id, title: said }: Pick<Told, 'id' | 'title'>): Named => ({
    id,
    collection: kind.collection,
    title: said,
  })
  const drafts = unsent.first.map((draft) => ({ ...draft, title: String(draft[title] ?? '') }))
  const lastFirst = [...toWrite, ...drafts].toSorted(
    (a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt),
  )
  return {
    toWrite: { count: toWrite.length + unsent.count, first: lastFirst.slice(0, NAMED).map(named) },
    ending: { count: ending.length, first: ending.slice(0, NAMED).map(named) },
  }
}
