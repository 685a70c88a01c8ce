/** The short way to some fields of many rows gives what the long way gives, whatever stands in the database. */
import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leanCount, leanRows } from '../../../cms/database/lean.ts'
import { APPROVAL_FIELDS, RELEASE_FIELDS, rowsOf } from '../../../cms/records/rows.ts'
import { inTransaction } from '../../../cms/records/transaction.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, createRow, sloganOf } from './rows.ts'
import { releaseAgain, releaseSlogan, type Story } from './stories.ts'

type Row = Record<string, unknown> & { readonly id: string }

const SUBMISSION_FIELDS = ['kind', 'title', 'content', 'authors', 'submittedBy', 'submittedAt', 'digest']
const AUDIT_FIELDS = ['seq', 'at', 'actor', 'action', 'subject', 'detail', 'hash']
const POSTING_FIELDS = ['code', 'title', 'release', 'unit', 'place', 'postedAt', 'until']

describe.each(databases)('reading some fields of many rows on $name', (database) => {
  let desk: Desk
  let first: Story
  let second: Story
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
    first = await releaseSlogan(desk, sloganOf(hotline, '路边馅饼 别捡'))
    desk.ports.clock.advance(60_000)
    second = await releaseAgain(desk, first.content, sloganOf(hotline, '天上不会 掉下馅饼'))
    await releaseSlogan(desk, sloganOf(hotline, '百分之百_赚 馅饼都是假的'))
    desk.ports.clock.advance(60_000)
    await desk.rest('POST', `/releases/${second.release}/withdraw`, {
      as: 'issuer',
      json: { reason: '演练' },
    })
    await createRow(desk, 'places', { name: '没有单位的地方', placeType: 'square' })
  })
  afterAll(() => desk.close())

  const write = (collection: string, id: string, data: Record<string, unknown>) =>
    desk.payload.db.updateOne({ collection: collection as CollectionSlug, id, data })
  type Asked = {
    readonly collection: string
    readonly only: readonly string[]
    readonly where?: Where
    readonly sort?: string
    readonly limit?: number
  }
  const short = ({ collection, only, where = {}, sort = '-createdAt', limit = 0 }: Asked) =>
    leanRows(desk.payload.db, { collection, drafts: false, only, where, sort, limit })
  /** As the adapter gives them, an empty cell said in one way. */
  const long = async ({ collection, only, where = {}, sort = '-createdAt', limit = 0 }: Asked) => {
    const { docs } = await desk.payload.db.find<Row>({
      collection: collection as CollectionSlug,
      where,
      sort,
      limit,
      pagination: false,
      select: Object.fromEntries(only.map((name) => [name, true])),
    })
    return docs.map((doc) => plain(doc, only))
  }
  const plain = (doc: Readonly<Record<string, unknown>>, only: readonly string[]) =>
    JSON.parse(
      JSON.stringify(Object.fromEntries(['id', ...only].map((name) => [name, doc[name] ?? null]))),
    ) as object
  const questions = (): readonly Asked[] => {
    const content = { 'content.value': { in: [first.content, 'nobody'] } }
    return [
      { collection: 'releases', only: RELEASE_FIELDS, sort: 'releasedAt' },
      { collection: 'releases', only: RELEASE_FIELDS, where: content, sort: '-releasedAt', limit: 1 },
      { collection: 'releases', only: ['title'], where: { 'content.value': { equals: first.content } } },
      { collection: 'approvals', only: APPROVAL_FIELDS, sort: 'at' },
      {
        collection: 'approvals',
        only: ['at'],
        where: { and: [content, { decision: { equals: 'withdraw' } }] },
      },
      {
        collection: 'approvals',
        only: ['by'],
        where: { submission: { in: [first.submission] } },
        sort: 'at',
      },
      { collection: 'approvals', only: ['by'], where: { at: { exists: true } }, sort: 'at' },
      { collection: 'submissions', only: SUBMISSION_FIELDS, sort: '-submittedAt', limit: 2 },
      { collection: 'submissions', only: SUBMISSION_FIELDS, where: { id: { in: [first.submission] } } },
      {
        collection: 'submissions',
        only: ['title'],
        where: { authors: { in: [desk.ids.author] } },
        sort: 'id',
      },
      { collection: 'submissions', only: ['title'], where: { title: { contains: '百分之百_' } } },
      {
        collection: 'submissions',
        only: ['title'],
        where: { or: [{ title: { contains: '%' } }, { title: { contains: '馅饼' } }] },
        sort: 'submittedAt',
      },
      { collection: 'audit', only: AUDIT_FIELDS, sort: 'seq' },
      { collection: 'audit', only: ['hash'], where: { action: { equals: 'submission.issue' } }, sort: 'seq' },
      { collection: 'postings', only: POSTING_FIELDS, where: { takenDownAt: { exists: false } } },
      { collection: 'places', only: ['name', 'unit', 'placeType'], sort: 'name' },
      { collection: 'users', only: ['name'], where: { id: { in: Object.values(desk.ids) } }, sort: 'name' },
    ]
  }

  it('CMS-110 whatever is asked, the short way answers as the long one does', async () => {
    for (const asked of questions()) {
      const found = await short(asked)
      expect(found, `${asked.collection} ${JSON.stringify(asked.where)}`).not.toBeNull()
      expect(found?.map((doc) => plain(doc, asked.only))).toEqual(await long(asked))
    }
    expect(await short({ collection: 'releases', only: RELEASE_FIELDS })).toHaveLength(3)
  })

  it('CMS-110 of the drafts of a town it reads who wrote each, and whether one person did, as the long way does', async () => {
    const { author, reviewer } = desk.ids
    const req = await desk.requestOf('second')
    const data = { ...sloganOf(hotline, '两个人写的 馅饼'), _status: 'draft' } as never
    const { id } = await desk.payload.create({ collection: 'slogans', data, draft: true, req })
    const again = { collection: 'slogans', id, data: {}, draft: true } as const
    await desk.payload.update({ ...again, req: await desk.requestOf('author') })
    const { docs } = await desk.payload.find({
      collection: 'slogans',
      draft: true,
      depth: 0,
      limit: 0,
      sort: '-updatedAt',
      overrideAccess: true,
    })
    const expected = (to: string) =>
      docs.map((doc) => ({ id: doc.id, leads: (doc.contributors ?? []).map(String).includes(to) }))
    const asked = (to: string, more: object = {}) =>
      leanRows(desk.payload.db, {
        collection: 'slogans',
        drafts: true,
        only: [],
        where: {},
        sort: '-updatedAt',
        limit: 0,
        leads: { field: 'contributors', to },
        ...more,
      })
    for (const to of [author, desk.ids.second, reviewer, 'nobody'])
      expect([to, await asked(to)]).toEqual([to, expected(to)])
    expect(new Set(expected(desk.ids.second).map(({ leads }) => leads))).toEqual(new Set([true, false]))
    const some = { where: { id: { in: [first.content] } } }
    expect(await asked(author, some)).toEqual(expected(author).filter((row) => row.id === first.content))
    // In parts, and counted.
    const ids = async (more: object) => (await asked(author, more))?.map((row) => row['id'])
    const leads = (only: boolean) => ({ leads: { field: 'contributors', to: author, only } })
    for (const only of [true, false])
      expect(await ids(leads(only))).toEqual(
        expected(author).flatMap((row) => (row.leads === only ? [row.id] : [])),
      )
    const [whole, without] = [await ids({}), { where: { id: { not_in: [first.content] } } }]
    expect(await ids(without)).toEqual(whole?.filter((one) => one !== first.content))
    const wheres: readonly Where[] = [{}, without.where, some.where, { text: { contains: '馅饼' } }]
    const pages = [0, 2, 4].map((offset) => ids({ offset, limit: 2 }))
    expect((await Promise.all(pages)).flat()).toEqual(whole?.slice(0, 6))
    for (const to of [author, desk.ids.second, reviewer, 'nobody'])
      for (const where of wheres) {
        const meant = (await asked(to, { where })) ?? []
        const question = { collection: 'slogans', drafts: true, where, leads: { field: 'contributors', to } }
        expect(await leanCount(desk.payload.db, question)).toEqual({
          all: meant.length,
          leading: meant.filter((row) => row['leads']).length,
        })
      }
    for (const field of ['title', 'no such field'])
      expect(await asked(author, { leads: { field, to: author } })).toBeNull()
  })

  it('CMS-110 nothing is kept: an edited row is read as it stands, the next moment', async () => {
    const title = async () =>
      (await short({ collection: 'releases', only: ['title'] }))?.map((row) => row['title'])
    const before = await title()
    await write('releases', first.release, { title: '改过的' })
    expect(await title()).toContain('改过的')
    await write('releases', first.release, { title: '路边馅饼 别捡' })
    expect(await title()).toEqual(before)
  })

  it('CMS-110 a question that is not known, and a row that cannot be read so, go the long way', async () => {
    expect(
      await short({ collection: 'audit', only: ['seq'], where: { seq: { greater_than: 1 } } }),
    ).toBeNull()
    expect(await short({ collection: 'audit', only: ['no such field'] })).toBeNull()
    const unsaid = { comment: { exists: false } }
    expect(await short({ collection: 'approvals', only: ['by'], where: unsaid })).toBeNull()
    expect(await short({ collection: 'submissions', only: ['state'] })).toBeNull()
    const [row] = (await short({ collection: 'approvals', only: ['at'], sort: 'at' })) ?? []
    const id = String(row?.['id'])
    const { at } = (await desk.payload.db.findOne<Row>({
      collection: 'approvals' as CollectionSlug,
      where: { id: { equals: id } },
    })) as Row
    await damage(desk, id)
    expect(await short({ collection: 'approvals', only: ['at'] })).toBeNull()
    const read = await rowsOf<Row>(desk.payload, 'approvals', { only: ['at'] })
    expect(read.find((one) => one.id === id)).toMatchObject({ at: null })
    await write('approvals', id, { at })
    expect(await short({ collection: 'approvals', only: ['at'] })).not.toBeNull()
  })

  it('CMS-110 inside a transaction rows are read as it sees them', async () => {
    const req = await desk.requestOf('administrator')
    await inTransaction(req, async () => {
      await desk.payload.create({
        collection: 'units',
        data: { name: '新村', kind: 'village' } as never,
        req,
      })
      const names = async (within?: typeof req) =>
        (await rowsOf<Row>(desk.payload, 'units', { only: ['name'], ...(within && { req: within }) })).map(
          ({ name }) => name,
        )
      expect(await names(req)).toContain('新村')
      expect(await names()).not.toContain('新村')
    })
  })

  // MongoDB weighs its indexes by trying them.
  if (database.name === 'sqlite')
    it('CMS-110 pages of drafts and the newest submissions are walked along an index, and nothing is sorted for them', async () => {
      const { client } = desk.payload.db as unknown as {
        readonly client: { readonly execute: (sql: string) => Promise<{ readonly rows: readonly object[] }> }
      }
      const planOf = async (sql: string): Promise<string> =>
        JSON.stringify((await client.execute(`EXPLAIN QUERY PLAN ${sql}`)).rows)
      for (const kind of ['cases', 'techniques', 'slogans']) {
        const drafts = `SELECT * FROM _${kind}_v WHERE latest = 1`
        expect(await planOf(`${drafts} AND parent_id IN ('a', 'b')`)).toContain(
          `_${kind}_v_latest_parent_idx`,
        )
        const saved = await planOf(`${drafts} ORDER BY version_updated_at DESC, id DESC LIMIT 20`)
        expect(saved).toContain(`_${kind}_v_latest_updated_idx`)
        const made = await planOf(`${drafts} ORDER BY version_created_at DESC, created_at DESC LIMIT 10`)
        expect(made).toContain(`_${kind}_v_latest_created_idx`)
        expect(saved + made).not.toContain('TEMP B-TREE')
      }
      const sent = await planOf(
        'SELECT id FROM submissions ORDER BY submitted_at DESC, created_at DESC LIMIT 9',
      )
      expect(sent).toContain('submissions_submitted_idx')
      expect(sent).not.toContain('TEMP B-TREE')
    })
})

/** A time that is none, as only somebody beside the product writes it. */
const damage = async ({ payload }: Desk, id: string): Promise<void> => {
  const db = payload.db as unknown as {
    readonly client?: { readonly execute: (statement: object) => Promise<unknown> }
    readonly collections?: Record<
      string,
      { collection: { updateOne: (a: object, b: object) => Promise<unknown> } }
    >
  }
  if (db.client)
    await db.client.execute({ sql: 'UPDATE approvals SET at = ? WHERE id = ?', args: ['gestern', id] })
  else {
    const { connection } = payload.db as unknown as {
      connection: { base: { Types: { ObjectId: new (hex: string) => unknown } } }
    }
    const named = new connection.base.Types.ObjectId(id)
    await db.collections?.['approvals']?.collection.updateOne({ _id: named }, { $set: { at: 'gestern' } })
  }
}
