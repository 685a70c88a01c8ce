/** What lists and the first page tell of contents, beside what all rows together say. */
import fc from 'fast-check'
import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  readListing,
  readPlays,
  type Listed,
  type Listing,
  type Told,
} from '../../../cms/overview/contents.ts'
import { CHIPS, PAGE } from '../../../cms/overview/list.ts'
import { readOwnOpen } from '../../../cms/overview/own-open.ts'
import { foundBy } from '../../../cms/overview/search.ts'
import { readUnscheduled } from '../../../cms/overview/unscheduled.ts'
import { rowsOf, type ReleaseRow, type SubmissionRow } from '../../../cms/records/rows.ts'
import { readVerifiedReleases } from '../../../cms/town/release-status.ts'
import { withdrawRelease } from '../../../cms/workflow/decisions.ts'
import { readReturned, readWaiting } from '../../../cms/workflow/read.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import { endsSoon, TASKS, type Task } from '../../../src/review/task.ts'
import { CHIP_HOLDS } from '../../builders/chips.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { draftSlogan, expectedStates, histories, live } from './histories.ts'
import { allOf, everyPage, expectedList, toldList } from './listings.ts'
import { buildPlaceWithScreens, createRow } from './rows.ts'

const LOOKERS: readonly PersonName[] = [
  'author',
  'second',
  'reviewer',
  'issuer',
  'administrator',
  'everything',
]

/** Sent in by one who never wrote on it, and taken back: it is his to write as well. */
const SENT_BY_ANOTHER = (['submit', 'retract'] as const).map((act) => ({
  act,
  content: 1,
  by: 'second' as const,
}))

/** What a list orders by, taken from the whole of it; days are counted of what was sent in. */
const listedOf = (one: Told, { id }: TypedUser) => ({
  id: one.id,
  stage: one.stage,
  daysLeft: one.submission === null ? null : one.daysLeft,
  task: one.task,
  isMine: one.authors.includes(id),
  at: Date.parse(one.last.at),
})

/** On any page stand the rows that stand there when all contents are sorted one by one, and the chips count them. */
const pagesHold = async (listing: Listing, all: readonly Listed[]): Promise<void> => {
  for (const [{ scope, chip, page }, shown] of await everyPage(listing)) {
    const scoped = all.filter(({ isMine }) => scope === 'all' || isMine)
    const chosen = scoped.filter((one) => chip === null || CHIP_HOLDS[chip](one))
    const [turn, rest] = [chosen.filter(({ task }) => task), chosen.filter(({ task }) => !task)]
    const sorted = [
      ...turn.toSorted(
        (a, b) => TASKS.indexOf(a.task as Task) - TASKS.indexOf(b.task as Task) || a.at - b.at,
      ),
      ...rest.toSorted((a, b) => b.at - a.at),
    ]
    const what = `${scope} ${chip} ${page}`
    const places = (some: readonly Listed[]) => some.map(({ task, at }) => [task, at])
    expect([what, ...places(shown.rows)]).toEqual([
      what,
      ...places(sorted.slice((page - 1) * PAGE, page * PAGE)),
    ])
    for (const { id, ...row } of shown.rows) expect({ id, ...row }).toEqual(all.find((one) => one.id === id))
    expect([what, shown.total, shown.waiting, shown.others]).toEqual([
      what,
      all.length,
      turn.length,
      rest.length,
    ])
    for (const one of CHIPS)
      expect([what, one, shown.counts[one]]).toEqual([what, one, scoped.filter(CHIP_HOLDS[one]).length])
  }
}

describe.each(databases)('lists of contents on $name', (database) => {
  let desk: Desk
  let hotline: string
  let place: { readonly id: string }
  const as = (name: PersonName) => desk.requestOf(name)
  const personOf = async (name: PersonName) => (await as(name)).user as unknown as TypedUser
  const countDrafts = async (): Promise<number> =>
    (await rowsOf<{ readonly id: string }>(desk.payload, 'slogans', { only: [] })).length
  const oneKind = () => {
    const kind = desk.ports.kinds.writtenIn('slogans')
    if (!kind) throw new Error('no slogans')
    return kind
  }

  beforeAll(async () => {
    desk = await openDesk(database)
    const started = await buildPlaceWithScreens(desk)
    hotline = started.hotline.id
    place = started.place
    const releaseOne = ['submit', 'approve', 'approve'].map((act, i) => ({
      act,
      by: (['author', 'reviewer', 'issuer'] as const)[i] ?? 'author',
    }))
    const steps = [0, 1, 2].flatMap((content) => releaseOne.map((step) => ({ ...step, content })))
    await live(desk, hotline, steps)
  })
  afterAll(() => desk.close())

  it('DESK-40 on any history the list says of each content what its page, the menu and the first page say', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await live(desk, hotline, steps)
        const { ofSubmissions } = await expectedStates(desk)
        const sent = await rowsOf<SubmissionRow>(desk.payload, 'submissions', { sort: 'submittedAt' })
        const newest = new Map(sent.map(({ content, id }) => [content.value, id]))
        for (const name of LOOKERS) {
          const { payload } = desk
          const person = await personOf(name)
          const listing = await readListing({ payload, user: person }, oneKind())
          const all = await allOf(listing)
          const told = await listing.tell(all)
          const expected = await expectedList(desk, oneKind(), person)
          expect(all.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
          expect(all).toMatchObject(expected)
          expect(all).toEqual(told.map((one) => listedOf(one, person)))
          expect(await listing.tell(all.slice(2, 5))).toEqual(told.slice(2, 5))
          await pagesHold(listing, all)
          const stage = (id: string) => ofSubmissions.get(newest.get(id) ?? '') ?? 'draft'
          expect(told.map(({ id, stage: said }) => [id, said])).toEqual(told.map(({ id }) => [id, stage(id)]))
          expect(told).toHaveLength(await countDrafts())
          const waiting = told.filter(({ task }) => task === 'approve' || task === 'issue')
          const menu = await readWaiting({ payload, user: person })
          expect(new Set(waiting.map(({ submission }) => submission))).toEqual(
            new Set(menu.map(({ submission }) => submission.id)),
          )
          const back = await readReturned({ payload, user: person })
          expect(new Set(told.filter(({ task }) => task === 'mend').map(({ id }) => id))).toEqual(
            new Set(person.roles?.includes('author') ? back.map(({ submission }) => submission.content) : []),
          )
          const own = told
            .filter(({ authors }) => authors.includes(person.id))
            .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
          const plays = await readPlays(payload)
          const open = await readOwnOpen({ payload, user: person }, oneKind(), plays)
          const named = (some: readonly Told[]) => ({
            count: some.length,
            first: some.slice(0, 2).map(({ id, collection, title }) => ({ id, collection, title })),
          })
          expect(open).toEqual({
            toWrite: named(own.filter(({ task }) => task === 'write')),
            ending: named(own.filter(endsSoon)),
          })
        }
      }),
      { numRuns: 3, endOnFailure: true, examples: [[SENT_BY_ANOTHER]] },
    )
  })

  it('DESK-40 what is issued and scheduled nowhere is the operator’s turn, until it is, or is withdrawn', async () => {
    const open = async () => {
      const found = await readUnscheduled(desk.payload, await readPlays(desk.payload))
      const standing = await readVerifiedReleases(desk.payload)
      const expected = standing.rows
        .filter((row) => standing.endingOf(row) === null)
        .map(({ content }) => String(content.value))
      return { found: found.map(({ content }) => content), expected }
    }
    const before = await open()
    expect(before.found.length).toBeGreaterThanOrEqual(3)
    expect(before.found.toSorted()).toEqual(before.expected.toSorted())
    const [one = '', two = ''] = before.found
    const entries = [{ relationTo: 'slogans', value: one }]
    const playlist = (await createRow(desk, 'playlists', { name: '早市', entries })).id
    const when = { fromDate: '2026-01-01T12:00:00.000Z', fromTime: '08:00', untilTime: '18:00' }
    const places = [place.id]
    await createRow(desk, 'schedules', { name: '天天', playlist, level: 'daily', places, ...when })
    const [release] = await rowsOf<ReleaseRow>(desk.payload, 'releases', {
      where: { 'content.value': { equals: two } },
      sort: '-releasedAt',
      limit: 1,
    })
    desk.ports.clock.advance(1000)
    await withdrawRelease(await as('issuer'), String(release?.id), '演练')
    const after = await open()
    expect(after.found.toSorted()).toEqual(before.found.filter((id) => id !== one && id !== two).toSorted())
    const user = await personOf('issuer')
    const told = await toldList({ payload: desk.payload, user }, oneKind())
    expect(told.filter(({ id }) => id === one).map(({ screens, scheduled }) => [screens, scheduled])).toEqual(
      [[2, true]],
    )
    expect(told.find(({ id }) => id === two)).toMatchObject({ stage: 'withdrawn', edition: 0 })
  })

  it('DESK-41 words are found in any field and initials in a title, and nothing but those contents', async () => {
    const id = await draftSlogan(desk, hotline, 'author', '隔壁老王 100%_别信 馅饼')
    const user = await personOf('author')
    const found = async (words: string) => {
      const listing = await readListing({ payload: desk.payload, user }, oneKind())
      const those = await listing.find(await foundBy(desk.payload, oneKind(), words))
      const read = await those.read({ whose: 'all', order: 'newest', offset: 0, limit: 0 })
      expect(those.unsent.mine + those.unsent.others).toBe(read.length)
      const sent = listing.sent.filter((one) => those.has(one.id))
      return [...sent, ...read].map((one) => one.id)
    }
    for (const words of ['老王', '100%_', 'gblw', 'wang', 'b'.repeat(3)])
      expect([words, await found(words)]).toEqual([words, /^(?:wang|b+)$/.test(words) ? [] : [id]])
    expect((await found('馅饼')).length).toBeGreaterThan(1)
    expect((await found('')).length).toBe(await countDrafts())
  })

  it('DESK-41 a draft is counted and read as it stands the moment after it was saved, sent in, or thrown away', async () => {
    const user = await personOf('author')
    const now = async () => {
      const listing = await readListing({ payload: desk.payload, user }, oneKind())
      return { sent: listing.sent.length, ...listing.unsent }
    }
    const before = await now()
    const id = await draftSlogan(desk, hotline, 'author', '数一数 馅饼')
    expect(await now()).toEqual({ ...before, mine: before.mine + 1 })
    const other = await draftSlogan(desk, hotline, 'second', '别人的 馅饼')
    expect(await now()).toEqual({ ...before, mine: before.mine + 1, others: before.others + 1 })
    await submitContent(await as('author'), 'slogans', id)
    expect(await now()).toEqual({ ...before, sent: before.sent + 1, others: before.others + 1 })
    await desk.payload.delete({ collection: 'slogans', id: other, req: await as('administrator') })
    expect(await now()).toEqual({ ...before, sent: before.sent + 1 })
  })
})
