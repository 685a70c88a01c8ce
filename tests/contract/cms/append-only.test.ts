import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendHead } from '../../../cms/playback/heads.ts'
import { appendAudit } from '../../../cms/audit/append.ts'
import { verifyAudit } from '../../../cms/audit/verify.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { RefusalError } from '../../../src/errors/refusal.ts'
import type { GroupKey, ScreenId, Sha256 } from '../../../src/model/ids.ts'
import { PERSON_NAMES } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, sloganOf } from './rows.ts'
import { releaseSlogan } from './stories.ts'

const COLLECTIONS = [
  'submissions',
  'approvals',
  'releases',
  'derivations',
  'heads',
  'receipts',
  'pairings',
  'audit',
  'prints',
  'postings',
  'poster-templates',
] as const

describe.each(databases)('append-only rows on $name', (database) => {
  let desk: Desk
  let story: Awaited<ReturnType<typeof releaseSlogan>>
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    const started = await buildPlaceWithScreens(desk)
    hotline = started.hotline.id
    story = await releaseSlogan(desk, sloganOf(hotline))
    await appendHead(desk.payload, {
      sequence: 1,
      group: 'a'.repeat(16) as GroupKey,
      programme: 'b'.repeat(64) as Sha256,
      activateAt: 1,
      leaseUntil: 2,
      body: '{}',
      signature: 'x',
      screens: [started.wall.id as ScreenId],
      cause: 'changed',
    })
  })
  afterAll(() => desk.close())

  const anyId = async (collection: string): Promise<string> =>
    String(
      (await desk.payload.find({ collection: collection as 'audit', limit: 1, overrideAccess: true })).docs[0]
        ?.id ?? story.release,
    )
  const dump = async () =>
    JSON.stringify(
      await Promise.all(
        ['submissions', 'approvals', 'releases', 'heads'].map((collection) =>
          desk.payload.db.find({ collection: collection as 'audit', pagination: false, sort: 'id' }),
        ),
      ),
    )
  const codeOf = (error: unknown) => (error instanceof RefusalError ? error.refusals[0]?.code : String(error))

  it.each(COLLECTIONS)(
    'CMS-1 no role changes, deletes or makes a row of %s over REST',
    async (collection) => {
      const id = await anyId(collection)
      const before = await dump()
      for (const as of PERSON_NAMES) {
        const doors = [
          ['PATCH', `/${collection}/${id}`, 'APPEND_ONLY'],
          ['PATCH', `/${collection}?where[id][exists]=true`, 'APPEND_ONLY'],
          ['DELETE', `/${collection}/${id}`, 'APPEND_ONLY'],
          ['DELETE', `/${collection}?where[id][exists]=true`, 'APPEND_ONLY'],
          ['POST', `/${collection}`, 'WORKFLOW_ONLY'],
        ] as const
        for (const [method, path, code] of doors) {
          const { status, body } = await desk.rest(method, path, {
            as,
            json: { title: '改', digest: 'x', seq: 9, sequence: 9 },
          })
          expect([status, body.errors?.[0]?.code], `${method} ${path} ${as}`).toEqual([403, code])
        }
        const copied = await desk.rest('POST', `/${collection}/${id}/duplicate`, { as, json: {} })
        expect(copied.status).toBeGreaterThanOrEqual(400)
      }
      expect(await dump()).toBe(before)
    },
  )

  it.each(COLLECTIONS)(
    'CMS-1 the Local API changes nothing in %s, with a user or without',
    async (collection) => {
      const id = await anyId(collection)
      const before = await dump()
      const at = collection as 'audit'
      const user = (await desk.requestOf('everything')).user
      for (const by of [
        { overrideAccess: true },
        { overrideAccess: false, user },
        { overrideAccess: true, user },
      ]) {
        const tries = [
          () => desk.payload.update({ collection: at, id, data: { detail: '改' }, ...by }),
          () =>
            desk.payload.update({
              collection: at,
              where: { id: { exists: true } },
              data: { detail: '改' },
              ...by,
            }),
          () => desk.payload.delete({ collection: at, id, ...by }),
          () => desk.payload.delete({ collection: at, where: { id: { exists: true } }, ...by }),
          () => desk.payload.create({ collection: at, data: { seq: 99 }, ...by }),
        ]
        for (const attempt of tries) {
          const code = await attempt().then(() => 'let through', codeOf)
          expect(['APPEND_ONLY', 'WORKFLOW_ONLY']).toContain(code)
        }
      }
      expect(await dump()).toBe(before)
    },
  )

  it('CMS-15 editing, bulk editing, publishing and restoring a draft change nothing that is released', async () => {
    const live = async () => JSON.stringify((await loadTown(desk.payload)).town.releases)
    const before = await live()
    const slogan = story.content
    const at = desk.ports.changes.length
    expect(
      (
        await desk.rest('PATCH', `/slogans/${slogan}`, {
          as: 'author',
          json: { text: '换了', _status: 'published' },
        })
      ).status,
    ).toBe(200)
    expect(
      (
        await desk.rest('PATCH', '/slogans?where[id][exists]=true', {
          as: 'author',
          json: { text: '全换', _status: 'published' },
        })
      ).status,
    ).toBe(200)
    const versions = await desk.payload.findVersions({
      collection: 'slogans',
      limit: 1,
      sort: 'createdAt',
      overrideAccess: true,
    })
    const restored = await desk.rest('POST', `/slogans/versions/${String(versions.docs[0]?.id)}`, {
      as: 'second',
      json: {},
    })
    expect(restored.status, JSON.stringify(restored.body)).toBe(200)
    await desk.payload.update({
      collection: 'slogans',
      id: slogan,
      data: { text: '再换', _status: 'published' },
      overrideAccess: true,
    })
    expect(await live()).toBe(before)
    expect(desk.ports.changes.length).toBe(at)
    const row = await desk.payload.findByID({
      collection: 'slogans',
      id: slogan,
      draft: true,
      depth: 0,
      overrideAccess: true,
    })
    expect(row.contributors).toEqual(expect.arrayContaining([desk.ids.author, desk.ids.second]))
  })

  it('CMS-16 the contributors of a draft cannot be written by a request', async () => {
    const made = await desk.rest('POST', '/slogans?draft=true&depth=0', {
      as: 'author',
      json: { text: '别信', contributors: [desk.ids.reviewer] },
    })
    const doc = made.body['doc'] as { id: string; contributors: string[] }
    expect(doc.contributors).toEqual([desk.ids.author])
    const patched = await desk.rest('PATCH', `/slogans/${doc.id}?draft=true&depth=0`, {
      as: 'second',
      json: { contributors: [] },
    })
    expect((patched.body['doc'] as typeof doc).contributors).toEqual([desk.ids.author, desk.ids.second])
  })

  it('I12 the audit chain holds, and shows an edited row and a row cut out', async () => {
    expect((await verifyAudit(desk.payload)).broken).toBeNull()
    const rows = await desk.payload.find({
      collection: 'audit',
      pagination: false,
      sort: 'seq',
      overrideAccess: true,
    })
    const actions = rows.docs.map((row) => row.action)
    expect(actions).toEqual(
      expect.arrayContaining([
        'login',
        'create',
        'update',
        'submission.submit',
        'submission.approve',
        'submission.issue',
        'head.publish',
      ]),
    )
    const victim = rows.docs[5]
    const edit = (detail: string) =>
      desk.payload.db.updateOne({ collection: 'audit', id: String(victim?.id), data: { detail } })
    await edit('不是我')
    expect((await verifyAudit(desk.payload)).broken).toMatchObject({ code: 'AUDIT_BROKEN', hint: '6' })
    await edit(victim?.detail ?? '')
    expect((await verifyAudit(desk.payload)).broken).toBeNull()
    await desk.payload.db.deleteOne({ collection: 'audit', where: { id: { equals: victim?.id } } })
    expect((await verifyAudit(desk.payload)).broken).toMatchObject({ code: 'AUDIT_BROKEN', hint: '6' })
  })

  it('I12 rows written at once stand in one chain', async () => {
    const { tail } = await verifyAudit(desk.payload)
    const last = async () =>
      (
        await desk.payload.db.find<{ seq: number }>({
          collection: 'audit',
          sort: '-seq',
          limit: 1,
          pagination: false,
        })
      ).docs[0]?.seq ?? 0
    const before = await last()
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        appendAudit({ payload: desk.payload }, { action: 'test', subject: `n/${i}` }),
      ),
    )
    expect(await last()).toBe(before + 20)
    expect(tail.seq).toBe(5)
  })
})
