import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockingOwnRows, LOCKS } from '../../../cms/access/locks.ts'
import { PEOPLE, type PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, sloganOf } from './rows.ts'

/** Which rows a person may edit, and so whose locks he sees: of slogans, of screens, of people. */
const EDITS: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
  author: ['slogans', 'users author'],
  operator: ['users operator'],
  administrator: ['screens', 'users author', 'users operator', 'users village', 'town'],
  reviewer: ['users reviewer'],
  village: ['users village'],
}

describe.each(databases)('helper rows on $name', (database) => {
  let desk: Desk
  let slogan: string
  let wall: string
  const locks: Record<string, string> = {}

  const lock = async (document: { relationTo: string; value: string } | undefined, by: PersonName) => {
    const user = { relationTo: 'users', value: desk.ids[by] }
    const data = { document, user, ...(!document && { globalSlug: 'town' }) }
    const made = await desk.payload.db.create({ collection: LOCKS, data })
    return String(made.id)
  }
  beforeAll(async () => {
    desk = await openDesk(database)
    const built = await buildPlaceWithScreens(desk)
    wall = built.wall.id
    const json = sloganOf(built.hotline.id)
    const made = await desk.rest('POST', '/slogans?draft=true', { as: 'author', json })
    slogan = (made.body['doc'] as { id: string }).id
  })
  afterAll(() => desk.close())

  const relock = async () => {
    await desk.payload.db.deleteMany({ collection: LOCKS, where: {} })
    locks['slogans'] = await lock({ relationTo: 'slogans', value: slogan }, 'second')
    locks['screens'] = await lock({ relationTo: 'screens', value: wall }, 'administrator')
    locks['town'] = await lock(undefined, 'administrator')
    for (const name of ['author', 'operator', 'reviewer', 'village'] as const)
      locks[`users ${name}`] = await lock({ relationTo: 'users', value: desk.ids[name] }, 'administrator')
  }
  const seenBy = async (as?: PersonName) => {
    const { status, body } = await desk.rest('GET', `/${LOCKS}?limit=100&depth=0`, as ? { as } : {})
    const ids = ((body['docs'] ?? []) as { id: string }[]).map(({ id }) => id)
    return { status, names: Object.keys(locks).filter((name) => ids.includes(locks[name] ?? '')) }
  }

  it('CMS-44 a lock is seen, taken over and ended by who may edit its row, and by nobody else', async () => {
    for (const [name, edits] of Object.entries(EDITS) as [PersonName, readonly string[]][]) {
      await relock()
      const expected = Object.keys(locks).filter(
        (one) => edits.includes(one) || (name === 'administrator' && one.startsWith('users ')),
      )
      expect((await seenBy(name)).names.sort(), name).toEqual(expected.sort())
      for (const [row, id] of Object.entries(locks)) {
        const own = `/${LOCKS}/${id}`
        const user = { relationTo: 'users', value: desk.ids[name] }
        const fits = expected.includes(row)
        const taken = await desk.rest('PATCH', own, { as: name, json: { user } })
        expect([200, 403, 404], `${name} takes ${row} ${JSON.stringify(taken.body)}`).toContain(taken.status)
        expect(taken.status === 200, `${name} takes ${row}`).toBe(fits)
        const ended = await desk.rest('DELETE', own, { as: name })
        expect(ended.status === 200, `${name} ends ${row}`).toBe(fits)
      }
    }
    expect(await seenBy()).toEqual({ status: 401, names: [] })
  })

  it('CMS-44 nobody locks in another name, another row, or into the future; no lock is made by this door', async () => {
    await relock()
    const user = { relationTo: 'users', value: desk.ids.reviewer }
    const json = {
      user,
      document: { relationTo: 'users', value: desk.ids.administrator },
      updatedAt: '2999-01-01T00:00:00.000Z',
    }
    const answer = await desk.rest('PATCH', `/${LOCKS}/${locks['slogans']}?depth=0`, { as: 'author', json })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const doc = answer.body['doc'] as { document: unknown; user: { value: string }; updatedAt: string }
    expect(doc.document).toEqual({ relationTo: 'slogans', value: slogan })
    expect(doc.user.value).toBe(desk.ids.author)
    expect(Date.parse(doc.updatedAt)).toBeLessThan(Date.UTC(2900, 0, 1))
    for (const name of ['village', 'author', 'administrator', 'everything'] as const)
      expect((await desk.rest('POST', `/${LOCKS}`, { as: name, json })).status, name).toBe(403)
  })

  it('CMS-44 a form locks only a row its reader may edit', async () => {
    const asks = async (
      name: PersonName,
      of: { collectionSlug?: string; globalSlug?: string; id?: string },
    ) =>
      (await lockingOwnRows({ req: await desk.requestOf(name), returnLockStatus: true, ...of }))
        .returnLockStatus
    expect(await asks('author', { collectionSlug: 'slogans', id: slogan })).toBe(true)
    expect(await asks('village', { collectionSlug: 'slogans', id: slogan })).toBe(false)
    expect(await asks('reviewer', { collectionSlug: 'slogans', id: slogan })).toBe(false)
    expect(await asks('village', { collectionSlug: 'users', id: desk.ids.village })).toBe(true)
    expect(await asks('village', { collectionSlug: 'users', id: desk.ids.author })).toBe(false)
    expect(await asks('operator', { globalSlug: 'town' })).toBe(false)
    expect(await asks('administrator', { globalSlug: 'town' })).toBe(true)
    expect(await asks('administrator', { globalSlug: 'nothing' })).toBe(false)
    expect(await asks('administrator', { collectionSlug: 'nothing', id: 'x' })).toBe(false)
  })

  it('DESK-23 what another has open is saved all the same, one by one and many at once', async () => {
    await relock()
    for (const door of [`/screens/${wall}`, `/screens?where[id][equals]=${wall}`]) {
      const answer = await desk.rest('PATCH', door, { as: 'everything', json: { responsible: '老王' } })
      expect([answer.status, answer.body.errors ?? []], door).toEqual([200, []])
      await relock()
    }
  })

  it('CMS-44 what a page of the desk remembers for its reader is stored as Payload writes it', async () => {
    const req = await desk.requestOf('author')
    const made = await desk.payload.create({
      collection: 'payload-preferences',
      // Payload's lists name the collection so, and its own hook puts the reader in its place.
      data: {
        key: 'collection-cases',
        user: { collection: 'users', value: desk.ids.author },
        value: { limit: 50 },
      },
      req,
      user: req.user,
    } as unknown as Parameters<typeof desk.payload.create>[0])
    expect(made).toMatchObject({ key: 'collection-cases', value: { limit: 50 } })
  })

  it('CMS-7 a preference that is not there is not found, and no fault of the server', async () => {
    const gone = await desk.rest('DELETE', '/payload-preferences/nothing', { as: 'author' })
    expect([gone.status, gone.body.errors?.[0]?.code]).toEqual([404, 'NOT_FOUND'])
  })

  it('CMS-44 what a person set for himself nobody else reads, changes or deletes', async () => {
    const mine = await desk.rest('POST', '/payload-preferences/nav', {
      as: 'author',
      json: { value: { open: 1 } },
    })
    const { id } = mine.body['doc'] as { id: string }
    const others = (Object.keys(PEOPLE) as PersonName[]).filter((name) => name !== 'author')
    for (const name of others) {
      const listed = await desk.rest('GET', '/payload-preferences?limit=100', { as: name })
      expect(JSON.stringify(listed.body), name).not.toContain(id)
      for (const method of ['GET', 'PATCH', 'DELETE'])
        expect(
          (
            await desk.rest(method, `/payload-preferences/${id}`, {
              as: name,
              ...(method === 'PATCH' && { json: { value: 1 } }),
            })
          ).body,
          `${name} ${method}`,
        ).not.toHaveProperty('doc.id')
    }
    const user = { relationTo: 'users', value: desk.ids.village }
    const forged = await desk.rest('POST', '/payload-preferences', { as: 'author', json: { key: 'x', user } })
    expect(JSON.stringify((forged.body['doc'] as { user: unknown }).user)).toContain(desk.ids.author)
    const kept = await desk.payload.db.find({
      collection: 'payload-preferences',
      where: { id: { equals: id } },
    })
    expect(kept.docs).toHaveLength(1)
    expect((await desk.rest('GET', '/payload-preferences')).status).toBe(401)
  })

  it('CMS-44 every other helper of Payload is closed to everybody, and none is there that is not known', async () => {
    const own = desk.config.collections.map(({ slug }) => slug as string)
    const helpers = own.filter((slug) => slug.startsWith('payload-')).sort()
    expect(helpers).toEqual([
      'payload-jobs',
      'payload-kv',
      LOCKS,
      'payload-migrations',
      'payload-preferences',
    ])
    for (const slug of ['payload-kv', 'payload-migrations', 'payload-jobs'])
      for (const as of [undefined, 'village', 'author', 'administrator', 'everything'] as const)
        for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
          const json = { name: 'x', key: 'x' }
          const asking = { ...(as && { as }), ...(method !== 'GET' && { json }) }
          const { status } = await desk.rest(method, `/${slug}?where[id][exists]=true`, asking)
          expect([401, 403, 404, 501], `${as} ${method} ${slug}`).toContain(status)
        }
    const req = await desk.requestOf('everything')
    for (const as of [undefined, 'administrator', 'everything'] as const)
      for (const door of ['run', 'handle-schedules']) {
        const { status } = await desk.rest('GET', `/payload-jobs/${door}`, as ? { as } : {})
        expect([401, 403, 404, 501], `${as} ${door}`).toContain(status)
      }
    for (const slug of ['payload-kv', 'payload-migrations', 'payload-jobs'] as CollectionSlug[])
      for (const right of ['create', 'read', 'update', 'delete'] as const)
        expect(await desk.payload.collections[slug].config.access[right]({ req }), `${slug} ${right}`).toBe(
          false,
        )
  })

  it('CMS-44 versions follow their drafts: who may not read drafts reads no version and restores none', async () => {
    const list = await desk.rest('GET', '/slogans/versions?depth=0', { as: 'author' })
    const [first] = list.body['docs'] as { id: string }[]
    for (const as of [undefined, 'village'] as const)
      for (const [method, door] of [
        ['GET', '/slogans/versions'],
        ['GET', `/slogans/versions/${first?.id}`],
        ['POST', `/slogans/versions/${first?.id}`],
      ] as const)
        expect((await desk.rest(method, door, as ? { as } : {})).status, `${as} ${method} ${door}`).toBe(
          as ? 403 : 401,
        )
    expect((await desk.rest('POST', `/slogans/versions/${first?.id}`, { as: 'reviewer' })).status).toBe(403)
  })
})
