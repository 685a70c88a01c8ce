/** Contents that a form may name: those its writer may read, and of all others those that stand released (CMS-99). */
import type { Where } from 'payload'
import { mayAllRows } from '../access/roles.ts'
import { isIdIn, rowsOf, type ReleaseRow } from '../records/rows.ts'
import { readStanding } from '../town/standing.ts'
import { seenDrafts, titleField, type Asked } from './contents.ts'
import { calledLike, titledLike } from './search.ts'

export type Choice = {
  readonly id: string
  /** As it was issued, while it stands; else as it is written today. */
  readonly title: string
  /** Whether the reader may open it. */
  readonly isOwn: boolean
  readonly stands: boolean
}

export type Choices = { readonly contents: readonly Choice[]; readonly more: boolean }

/** Of one's own and of the others' each so many are offered at once; who looks for more types a word of its title. */
export const MOST_OFFERED = 20

/** Times that contents which may stand are looked through, each time twice as many: some six hundred in all. */
const MOST_LOOKS = 5

type TitleRow = Readonly<Record<string, unknown>> & { readonly id: string }

/** Some of them by name, in their order; what the person may not be told of is missing, whatever keeps it from him. */
export const readNamed = async (asked: Asked, ids: readonly string[]): Promise<readonly Choice[]> => {
  const { payload, kind } = asked
  const meant = [...new Set(ids)].filter((id) => isIdIn(payload, id))
  if (meant.length === 0) return []
  const title = titleField(payload, kind)
  const rows = await seenDrafts<TitleRow>(asked, { only: [title], where: { id: { in: meant } } })
  const own = new Map(rows.map((row) => [row.id, String(row[title] ?? '')]))
  const standing = await readStanding(payload, meant)
  return meant.flatMap((id) => {
    const issued = standing.get(id)
    const stands = issued?.collection === kind.collection
    const name = stands ? issued.title : own.get(id)
    return name === undefined ? [] : [{ id, title: name, isOwn: own.has(id), stands }]
  })
}

type Titled = Pick<ReleaseRow, 'content' | 'title'>

/** Contents whose newest release is called like it, newest first; that they stand is not said. */
const issuedLike = async ({ payload, kind }: Asked, words: string): Promise<readonly string[]> => {
  const isLike = await calledLike(words)
  const rows = await rowsOf<Titled>(payload, 'releases', {
    where: { kind: { equals: kind.kind } },
    sort: '-releasedAt',
    only: ['content', 'title'],
  })
  const newest = new Map<string, string>()
  for (const { content, title } of rows) {
    const id = String(content?.value ?? '')
    if (!newest.has(id)) newest.set(id, title)
  }
  return [...newest].filter(([, title]) => isLike(title)).map(([id]) => id)
}

const standingLike = async (asked: Asked, words: string): Promise<Found> => {
  const called = await issuedLike(asked, words)
  const found: string[] = []
  let [from, size] = [0, MOST_OFFERED + 1]
  for (let look = 0; look < MOST_LOOKS && from < called.length && found.length <= MOST_OFFERED; look += 1) {
    const some = called.slice(from, from + size)
    const standing = await readStanding(asked.payload, some)
    found.push(...some.filter((id) => standing.get(id)?.collection === asked.kind.collection))
    from += size
    size *= 2
  }
  return { ids: found.slice(0, MOST_OFFERED), more: found.length > MOST_OFFERED || from < called.length }
}

type Found = { readonly ids: readonly string[]; readonly more: boolean }

const ownLike = async (asked: Asked, words: string): Promise<Found> => {
  const where: Where = (await titledLike(asked.payload, asked.kind, words)) ?? {}
  const rows = await seenDrafts<{ readonly id: string }>(asked, { only: [], where, limit: MOST_OFFERED + 1 })
  return { ids: rows.slice(0, MOST_OFFERED).map(({ id }) => id), more: rows.length > MOST_OFFERED }
}

/** What may be chosen whose title has these words or initials in it; one's own first, those changed last before others. */
export const readChoices = async (asked: Asked, words: string): Promise<Choices> => {
  const own = await ownLike(asked, words)
  const seesAll = mayAllRows(asked.user, 'contents', 'read')
  const others = seesAll ? { ids: [], more: false } : await standingLike(asked, words)
  const contents = await readNamed(asked, [...own.ids, ...others.ids])
  return {
    contents: [...contents.filter(({ isOwn }) => isOwn), ...contents.filter(({ isOwn }) => !isOwn)],
    more: own.more || others.more,
  }
}
