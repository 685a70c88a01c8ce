import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TypedUser } from 'payload'
import { readContents, readPlays, type Told } from '../../../cms/overview/contents.ts'
import { containing } from '../../../cms/overview/search.ts'
import { readUnscheduled } from '../../../cms/overview/unscheduled.ts'
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
import { approveSubmission, returnSubmission, withdrawRelease } from '../../../cms/workflow/decisions.ts'
import { rowsOf, type ApprovalRow, type ReleaseRow, type SubmissionRow } from '../../../cms/records/rows.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
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
  const draft = async (by: PersonName, text?: string): Promise<string> => {
    const data = { ...sloganOf(hotline, text), _status: 'draft' } as never
    return String((await desk.payload.create({ collection: 'slogans', data, req: await as(by) })).id)
  }
  const countDrafts = async (): Promise<number> =>
    (await rowsOf<{ readonly id: string }>(desk.payload, 'slogans', { only: [] })).length
  const roleOf = ({ roles }: TypedUser, role: 'author'): boolean => roles?.includes(role) ?? false
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
    for (const name of ['menu', 'today', 'catalogue'] as const)
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

  const histories = fc.array(
    fc.record({
      act: fc.constantFrom('submit', 'submit', 'approve', 'approve', 'approve', 'return', 'withdraw'),
      content: fc.nat(4),
      by: fc.constantFrom<PersonName>('author', 'second', 'reviewer', 'issuer', 'everything'),
    }),
    { minLength: 12, maxLength: 30 },
  )
  type Step = { readonly act: string; readonly content: number; readonly by: PersonName }

  /** Whatever the policy refuses is no step; what it lets pass is. */
  const live = async (steps: readonly Step[]): Promise<void> => {
    const contents = await Promise.all([0, 1, 2, 3, 4].map(() => draft('author')))
    const newestOf = async (collection: string, content: string) =>
      (
        await rowsOf<{ id: string }>(desk.payload, collection, {
          where: { 'content.value': { equals: content } },
          sort: collection === 'releases' ? '-releasedAt' : '-submittedAt',
          limit: 1,
        })
      )[0]?.id ?? ''
    for (const [index, { act, content, by }] of steps.entries()) {
      desk.ports.clock.advance(1000)
      const id = contents[content] ?? ''
      const req = await as(by)
      const acts: Record<string, () => Promise<unknown>> = {
        submit: async () => {
          const data = { text: `第${index}回 先问再转账` }
          await desk.payload.update({ collection: 'slogans', id, data, draft: true, req: await as('author') })
          return submitContent(req, 'slogans', id)
        },
        approve: async () => approveSubmission(req, await newestOf('submissions', id)),
        return: async () => returnSubmission(req, await newestOf('submissions', id), '再改改'),
        withdraw: async () => withdrawRelease(req, await newestOf('releases', id), '演练'),
      }
      await acts[act]?.().catch(() => undefined)
    }
  }

  it('DESK-6 DESK-30 on any history the menu and the first page say what all rows together say', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await live(steps)
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

  const oneKind = () => {
    const kind = desk.ports.kinds.writtenIn('slogans')
    if (!kind) throw new Error('no slogans')
    return kind
  }
  const seen = ({ id, task, stage }: Told) => [id, stage, task] as const

  it('DESK-40 on any history the list says of each content what its page, the menu and the first page say', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await live(steps)
        const { ofSubmissions } = await expectedStates()
        const sent = await rowsOf<SubmissionRow>(desk.payload, 'submissions', { sort: 'submittedAt' })
        const newest = new Map(sent.map(({ content, id }) => [content.value, id]))
        for (const name of LOOKERS) {
          const { payload, user } = await asking(name)
          const person = user as TypedUser
          const told = await readContents({ payload, user: person }, oneKind())
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
            new Set(roleOf(person, 'author') ? back.map(({ submission }) => submission.content) : []),
          )
          const own = await readContents({ payload, user: person }, oneKind(), { by: person.id })
          const mine = told.filter(({ id }) => own.some((one) => one.id === id))
          expect(own.map(seen)).toEqual(mine.map(seen))
        }
      }),
      { numRuns: 2, endOnFailure: true },
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
    expect(before.found.toSorted()).toEqual(before.expected.toSorted())
    const [one = '', two = ''] = before.found
    const entries = [{ relationTo: 'slogans', value: one }]
    const playlist = (await createRow(desk, 'playlists', { name: '早市', entries })).id
    const when = { fromDate: '2026-01-01T12:00:00.000Z', fromTime: '08:00', untilTime: '18:00' }
    const places = [ground.place]
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
    const user = (await as('issuer')).user as unknown as TypedUser
    const told = await readContents({ payload: desk.payload, user }, oneKind())
    expect(told.filter(({ id }) => id === one).map(({ screens, scheduled }) => [screens, scheduled])).toEqual(
      [[1, true]],
    )
    expect(told.find(({ id }) => id === two)).toMatchObject({ stage: 'withdrawn', edition: 0 })
  })

  it('DESK-41 words are found in any field, and nothing but those contents', async () => {
    const id = await draft('author', '隔壁老王 100%_别信 馅饼')
    for (const words of ['老王', '100%_', 'b'.repeat(3)])
      expect([...(await containing(desk.payload, oneKind(), words))]).toEqual(
        words.startsWith('b') ? [] : [id],
      )
    expect((await containing(desk.payload, oneKind(), '馅饼')).size).toBeGreaterThan(1)
  })

  /** What became of each submission and release, reckoned from the rows in another way than the product does. */
  const expectedStates = async () => {
    const approvals = await rowsOf<ApprovalRow>(desk.payload, 'approvals', { sort: 'at' })
    const submissions = await rowsOf<SubmissionRow>(desk.payload, 'submissions')
    const releases = await rowsOf<ReleaseRow>(desk.payload, 'releases', { sort: '-releasedAt' })
    const ofReleases = new Map<string, string>()
    const ofSubmissions = new Map<string, string>()
    for (const { id, content, submission, releasedAt } of releases) {
      const same = ({ content: other }: Pick<ReleaseRow, 'content'>) => other.value === content.value
      const ended = approvals.some((row) => row.decision === 'withdraw' && same(row) && row.at >= releasedAt)
      const state = ended ? 'withdrawn' : releases.find(same)?.id === id ? 'released' : 'replaced'
      ofReleases.set(id, state)
      ofSubmissions.set(String(submission), state)
    }
    for (const { id } of submissions) {
      const mine = approvals.filter((row) => String(row.submission) === String(id)).map((row) => row.decision)
      const open = mine.includes('return') ? 'returned' : mine.includes('approve') ? 'reviewed' : 'in-review'
      if (!ofSubmissions.has(id)) ofSubmissions.set(id, open)
    }
    return { ofReleases, ofSubmissions }
  }

  const statesHold = async (): Promise<void> => {
    const { ofReleases, ofSubmissions } = await expectedStates()
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
        await live(steps)
        await statesHold()
      }),
      { numRuns: 2, endOnFailure: true },
    )
    // The case that once had three answers: of two releases the newer is withdrawn.
    const content = 0
    const act = (name: string, by: PersonName) => ({ act: name, content, by })
    const once = [act('submit', 'author'), act('approve', 'reviewer'), act('approve', 'issuer')]
    await live([...once, ...once])
    await statesHold()
    await live([...once, ...once, act('withdraw', 'issuer')])
    await statesHold()
  })

  it('CMS-90 the walk through the audit lets others in between its parts', async () => {
    // Without a question MongoDB answers with what it guesses.
    const where = { seq: { greater_than: 0 } }
    const { totalDocs } = await desk.payload.count({ collection: 'audit', where, overrideAccess: true })
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
