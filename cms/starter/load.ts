import type { Payload, PayloadRequest, TypedUser } from 'payload'
import { refuse } from '../../src/errors/refusal.ts'
import { appendAudit } from '../audit/append.ts'
import { keptOn } from '../base/kept-on.ts'
import { ports } from '../base/ports.ts'
import { turn } from '../base/turn.ts'
import { makeRow } from '../records/make-row.ts'
import { rowsOf } from '../records/rows.ts'
import { inTransaction, localRequest } from '../records/transaction.ts'
import { DRAFTS, GROUPS, type StarterDraft, type StarterGroup } from './drafts.ts'
import { HOTLINES } from './hotlines.ts'
import { linkHotlines, linkPictures, type Linked, type Pictures } from './links.ts'

/** How many rows were made; none where the library was loaded before. */
export type Loaded = { readonly contents: number; readonly hotlines: number; readonly pictures: number }

const LOADED = 'starter.load'
const subjectOf = ({ key }: StarterGroup): string => `starter/${key}`

/** Numbers first: all of them, those too that no content names. */
const ALL: readonly StarterGroup[] = [{ key: 'hotlines', drafts: [] }, ...GROUPS]

type Reader = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/**
 * The groups that never were loaded here, as the audit tells: what a loaded one made may have been changed or deleted
 * since, and stays so.
 */
const leftIn = async (req: Reader): Promise<readonly StarterGroup[]> => {
  const rows = await rowsOf<{ subject: string }>(req.payload, 'audit', {
    where: { action: { equals: LOADED } },
    only: ['subject'],
    req,
  })
  const loaded = new Set(rows.map(({ subject }) => subject))
  return ALL.filter((group) => !loaded.has(subjectOf(group)))
}

const hasContents = async (req: Reader): Promise<boolean> => {
  for (const { collection } of ports().kinds.all)
    if ((await rowsOf(req.payload, collection, { limit: 1, only: ['updatedAt'], req })).length > 0)
      return true
  return false
}

/** Whether the desk offers it: nothing was written yet, or loading was broken off. */
export const isOffered = async (req: Reader): Promise<boolean> => {
  if (!(await hasContents(req))) return (await leftIn(req)).length > 0
  const left = await leftIn(req)
  return left.length > 0 && left.length < ALL.length
}

const collectionOf = ({ kind }: StarterDraft): string =>
  ports().kinds.named(kind)?.collection ?? refuse('CONTENT_UNKNOWN', { got: kind })

/** The field a kind is called by in its form. */
const titleField = ({ fields }: StarterDraft): 'title' | 'text' => ('title' in fields ? 'title' : 'text')

const nameOf = (draft: StarterDraft): string => `${collectionOf(draft)} ${draft.title}`

/** Whether its like stands in the town already. */
const standing = async (req: Reader): Promise<(draft: StarterDraft) => boolean> => {
  const fields = new Map(DRAFTS.map((draft) => [collectionOf(draft), titleField(draft)]))
  const names = new Set<string>()
  for (const [collection, field] of fields)
    for (const row of await rowsOf<Record<string, unknown>>(req.payload, collection, { only: [field], req }))
      names.add(`${collection} ${String(row[field])}`)
  return (draft) => names.has(nameOf(draft))
}

type Given = { readonly drafts: readonly StarterDraft[]; readonly pictures: Linked }

/** A group and its row of the audit in one transaction: broken off, none of it stands (I9). */
const makeGroup = async (
  req: PayloadRequest,
  group: StarterGroup,
  { drafts, pictures }: Given,
): Promise<Loaded> =>
  inTransaction(req, async () => {
    const named =
      group.drafts.length > 0 ? drafts.map(({ hotline }) => hotline) : HOTLINES.map(({ key }) => key)
    const hotlines = await linkHotlines(req, named)
    for (const draft of drafts)
      await makeRow(req, collectionOf(draft), {
        ...draft.fields,
        ...(draft.picture && { photo: pictures.ids.get(draft.picture.name) }),
        hotline: hotlines.ids.get(draft.hotline),
        _status: 'draft',
      })
    const loaded = { contents: drafts.length, hotlines: hotlines.made, pictures: pictures.made }
    const detail = Object.entries(loaded).map(([what, count]) => `${what} ${count}`)
    await appendAudit(req, { action: LOADED, subject: subjectOf(group), detail: detail.join(', ') })
    return loaded
  })

/** Two at once would make things twice over; one process serves a town (ADP-34). */
const oneAtATime = <T>(payload: Payload, work: () => Promise<T>): Promise<T> => {
  const turns = keptOn(payload, 'starter-turns', () => ({ last: Promise.resolve<unknown>(null) }))
  const mine = turns.last.then(work)
  turns.last = mine.catch(() => null)
  return mine
}

/**
 * The starter library as drafts of this town, each group once: asked for again it makes nothing, whatever became of the
 * first. Group by group, for who publishes or withdraws meanwhile waits for one of them and not for all (PUB-7); what was
 * broken off goes on with the next group.
 * @param user who asked for it, and so a contributor of all of them; missing for the installer's command
 */
export const loadStarter = (
  payload: Payload,
  user: TypedUser | undefined,
  pictures: Pictures,
): Promise<Loaded> =>
  oneAtATime(payload, async () => {
    const left = await leftIn({ payload })
    const stands = left.length > 0 ? await standing({ payload }) : () => true
    let [contents, hotlines, made] = [0, 0, 0]
    for (const group of left) {
      const drafts = group.drafts.filter((draft) => !stands(draft))
      const wanted = drafts.flatMap(({ picture }) => (picture ? [picture] : []))
      const linked = await linkPictures(payload, user, wanted, pictures)
      const loaded = await makeGroup(await localRequest(payload, user), group, { drafts, pictures: linked })
      contents += loaded.contents
      hotlines += loaded.hotlines
      made += loaded.pictures
      await turn()
    }
    return { contents, hotlines, pictures: made }
  })
