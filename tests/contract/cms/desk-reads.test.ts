import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TypedUser } from 'payload'
import { readPlays } from '../../../cms/overview/contents.ts'
import { readOwnOpen } from '../../../cms/overview/own-open.ts'
import { readUnscheduled } from '../../../cms/overview/unscheduled.ts'
import { readRecall } from '../../../cms/postings/recall.ts'
import { verifyAudit } from '../../../cms/audit/verify.ts'
import { newsOf } from '../../../cms/components/today/news.ts'
import {
  readNewestSteps,
  readReturned,
  readSubmissions,
  readWaiting,
  returnedTo,
  waitsFor,
} from '../../../cms/workflow/read.ts'
import { deriveMissing } from '../../../cms/town/derive.ts'
import { readVerifiedReleases } from '../../../cms/town/release-status.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { inTransaction } from '../../../cms/records/transaction.ts'
import { approveSubmission } from '../../../cms/workflow/decisions.ts'
import { rowsOf, type ReleaseRow, type SubmissionRow } from '../../../cms/records/rows.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { expectedStates, histories, live } from './histories.ts'
import { toldList } from './listings.ts'
import { createRow, SCREEN, sloganOf } from './rows.ts'
import { watchReads, watchTurns } from './watch-reads.ts'

const LOOKERS: readonly PersonName[] = [
  'author',
  'second',
  'reviewer',
  'issuer',
  'administrator',
  'everything',
]

describe.each(databases)('what pages of the desk read on $name', (database) => {
  let desk: Desk
  let hotline: string
  let ground: { readonly unit: string; readonly place: string }
  const as = (name: PersonName) => desk.requestOf(name)
  const asking = async (name: PersonName) => ({
    payload: desk.payload,
    user: (await as(name)).user as never,
  })
  /** All in one transaction, which is quicker by much. */
  const releaseUpTo = async (count: number): Promise<void> => {
    const { totalDocs } = await desk.payload.count({
      collection: 'releases',
      where: { id: { exists: true } },
      overrideAccess: true,
    })
    const [author, reviewer, issuer] = [await as('author'), await as('reviewer'), await as('issuer')]
    const data = { ...sloganOf(hotline), _status: 'draft' } as never
    await inTransaction(author, async () => {
      for (const req of [reviewer, issuer]) req.transactionID = (await author.transactionID) ?? ''
      for (let i = totalDocs; i < count; i++) {
        desk.ports.clock.advance(1000)
        const content = await desk.payload.create({ collection: 'slogans', data, depth: 0, req: author })
        const { id } = await submitContent(author, 'slogans', String(content.id))
        await approveSubmission(reviewer, id)
        await approveSubmission(issuer, id)
      }
    })
  }

  beforeAll(async () => {
    desk = await openDesk(database)
    const unit = (await createRow(desk, 'units', { name: '五间镇', kind: 'town' })).id
    const place = (await createRow(desk, 'places', { name: '中心广场', placeType: 'square', unit })).id
    ground = { unit, place }
    await createRow(desk, 'screens', { ...SCREEN, ...ground, name: '大屏' })
    const line = {
      number: '96110',
      label: '反诈专线',
      prompt: '拿不准？先打',
      scope: '劝阻',
      source: '公安机关',
    }
    hotline = (await createRow(desk, 'hotlines', { ...line, verifiedOn: '2026-11-23T04:00:00.000Z' })).id
  })
  afterAll(() => desk.close())

  const oneKind = () => {
    const kind = desk.ports.kinds.writtenIn('slogans')
    if (!kind) throw new Error('no slogans')
    return kind
  }
  const costs = async (read: () => Promise<unknown>) => {
    // What is verified once is verified by now.
    await read()
    return watchReads(desk.payload, read)
  }
  const list = (path: string) => () => desk.rest('GET', path, { as: 'everything' })
  const pages = async (): Promise<Readonly<Record<string, Awaited<ReturnType<typeof costs>>>>> => {
    const me = await asking('reviewer')
    return {
      menu: await costs(async () => readWaiting(me)),
      today: await costs(async () => [await readReturned(me), await readNewestSteps(me, 10)]),
      contents: await costs(async () => toldList({ ...me, user: me.user as TypedUser }, oneKind())),
      own: await costs(async () =>
        readOwnOpen(
          { ...(await asking('author')), user: (await asking('author')).user as TypedUser },
          oneKind(),
          await readPlays(desk.payload),
        ),
      ),
      unscheduled: await costs(async () => readUnscheduled(desk.payload, await readPlays(desk.payload))),
      recall: await costs(async () => readRecall(me)),
      submissions: await costs(list('/submissions?limit=0&depth=0&select[state]=true')),
      releases: await costs(list('/releases?limit=0&depth=0')),
      linked: await costs(list('/approvals?limit=0&depth=1&select[submission]=true')),
      catalogue: await costs(list('/print/catalogue')),
    }
  }

  it('DESK-30 any page asks the database as often in a town of sixty releases as in one of ten, and reads no frozen page', async () => {
    await releaseUpTo(10)
    const few = await pages()
    await releaseUpTo(60)
    const many = await pages()
    const queries = (all: typeof few) =>
      Object.fromEntries(Object.entries(all).map(([name, cost]) => [name, cost.queries]))
    expect(queries(many)).toEqual(queries(few))
    for (const name of ['menu', 'today', 'contents', 'own', 'recall', 'catalogue'] as const)
      expect([name, many[name]?.fields.has('pages')]).toEqual([name, false])
    // The last steps are a fixed number; of the menu only what is open, beside one id a submission and its decisions.
    expect(many['today']?.rows).toBeLessThanOrEqual(10 * 60)
    expect(many['menu']?.fields.has('frozen')).toBe(false)
  })

  it('PST-3 the catalogue lists no word that was changed behind the product, and no sheet is made where a page was', async () => {
    const [row] = await rowsOf<ReleaseRow>(desk.payload, 'releases', { sort: '-releasedAt', limit: 1 })
    const id = String(row?.submission)
    const listed = async (): Promise<boolean> => {
      const { body } = await desk.rest('GET', '/print/catalogue', { as: 'everything' })
      return (body['contents'] as { release: string }[]).some(({ release }) => release === row?.id)
    }
    expect(await listed()).toBe(true)
    const before = (
      await rowsOf<SubmissionRow>(desk.payload, 'submissions', { where: { id: { equals: id } } })
    )[0]
    const write = (data: object) =>
      desk.payload.db.updateOne({ collection: 'submissions', id, data: { ...data } })
    const { frozen = '', digest = '', pages: laidOut = '' } = before ?? {}
    for (const data of [
      { frozen: frozen.replaceAll('馅饼', '黄金') },
      { digest: 'f'.repeat(64) },
      { frozen: 'no json' },
    ]) {
      await write(data)
      expect([data, await listed()]).toEqual([data, false])
      await write({ frozen, digest })
      expect(await listed()).toBe(true)
    }
    await write({ pages: `${laidOut} ` })
    const json = {
      release: row?.id,
      template: 'a4-notice',
      size: 'a4',
      way: 'office',
      tiling: 'none',
      unit: ground.unit,
    }
    const { status, body } = await desk.rest('POST', '/print/pdf', { as: 'operator', json })
    expect([status, body.errors?.[0]?.code]).toEqual([409, 'SUBMISSION_TAMPERED'])
    await write({ pages: laidOut })
  })

  it('DESK-6 DESK-30 on any history the menu and the first page say what all rows together say', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await live(desk, hotline, steps)
        for (const name of LOOKERS) {
          const me = await asking(name)
          const all = await readSubmissions(me)
          const ids = (told: typeof all) => told.map(({ submission, state }) => [submission.id, state])
          const user = me.user as { id: string }
          expect(ids(await readWaiting(me))).toEqual(ids(all.filter((told) => waitsFor(told, user))))
          expect(ids(await readReturned(me))).toEqual(ids(returnedTo(all, user)))
          expect(newsOf(await readNewestSteps(me, 10), 'zh')).toEqual(newsOf(all, 'zh'))
        }
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  const statesHold = async (): Promise<void> => {
    const { ofReleases, ofSubmissions } = await expectedStates(desk)
    const listed = async (collection: string) => {
      const { body } = await desk.rest('GET', `/${collection}?limit=0&depth=0`, { as: 'everything' })
      const docs = body['docs'] as { id: string; state: string }[]
      return new Map(docs.map(({ id, state }) => [id, state]))
    }
    expect(await listed('submissions')).toEqual(ofSubmissions)
    expect(await listed('releases')).toEqual(ofReleases)
    const page = await readSubmissions(await asking('reviewer'))
    expect(new Map(page.map(({ submission, state }) => [submission.id, state]))).toEqual(ofSubmissions)
    const printed = await readVerifiedReleases(desk.payload)
    const said = printed.rows.map((row) => [row.id, printed.endingOf(row)?.why ?? 'released'] as const)
    expect(new Map(said)).toEqual(ofReleases)
    const air = (await loadTown(desk.payload)).town.releases.map(({ id }) => id)
    const standing = [...ofReleases].flatMap(([id, state]) => (state === 'released' ? [id] : []))
    expect(air.toSorted()).toEqual(standing.toSorted())
  }

  it('CMS-95 on any history lists, pages, prints and the air say the same of every submission and release', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await live(desk, hotline, steps)
        await statesHold()
      }),
      { numRuns: 2, endOnFailure: true },
    )
    // The case that once had three answers: of two releases the newer is withdrawn.
    const content = 0
    const act = (name: string, by: PersonName) => ({ act: name, content, by })
    const once = [act('submit', 'author'), act('approve', 'reviewer'), act('approve', 'issuer')]
    await live(desk, hotline, [...once, ...once])
    await statesHold()
    await live(desk, hotline, [...once, ...once, act('withdraw', 'issuer')])
    await statesHold()
  })

  it('CMS-90 the walk through the audit lets others in between its parts', async () => {
    const { totalDocs } = await desk.payload.count({ collection: 'audit', overrideAccess: true })
    const { result, most } = await watchTurns(desk.payload, () => verifyAudit(desk.payload))
    expect(result).toMatchObject({ broken: null, tail: { seq: totalDocs } })
    expect(totalDocs).toBeGreaterThan(200)
    expect(most).toBeLessThanOrEqual(100)
  })

  it('CMS-90 laying out for a grid that came into use lets others in between any two contents', async () => {
    await createRow(desk, 'screens', { ...SCREEN, ...ground, name: '新屏', width: 320, height: 160 })
    const { town } = await loadTown(desk.payload)
    const { result, created } = await watchTurns(desk.payload, () => deriveMissing(desk.payload, town))
    expect(result.added).toBeGreaterThan(20)
    // One derivation and its row in the audit.
    expect(created).toBeLessThanOrEqual(2)
  })

  // MongoDB answers from elsewhere, and each answer is an event of the loop.
  if (database.name === 'sqlite')
    it('CMS-90 between any two reads of whoever asks at once a turn of the loop passes', async () => {
      const readers = () =>
        Promise.all(
          Array.from({ length: 10 }, async () => {
            for (let i = 0; i < 5; i++) await rowsOf(desk.payload, 'users', { limit: 1 })
          }),
        )
      const { readsInOneTurn } = await watchTurns(desk.payload, readers)
      expect(readsInOneTurn.reduce((sum, reads) => sum + reads, 0)).toBe(50)
      // All ten begin in the same turn; after that they come one by one, a turn each.
      expect(readsInOneTurn).toEqual([10, ...Array.from({ length: 40 }, () => 1)])
    })
})
