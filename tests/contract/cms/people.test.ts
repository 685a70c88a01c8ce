import { inspect } from 'node:util'
import type { BaseDatabaseAdapter } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, PEOPLE } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens, sloganOf } from './rows.ts'
import { releaseSlogan } from './stories.ts'

describe.each(databases)('people on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())
  const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]

  it('CMS-2 nobody but an administrator changes name, roles, unit or address, his own least of all', async () => {
    const own = `/users/${desk.ids.author}`
    for (const json of [{ roles: ['issuer'] }, { email: 'x@town.test' }, { name: '吴审核' }])
      expect(codes(await desk.rest('PATCH', own, { as: 'author', json }))).toEqual([
        403,
        'FIELD_NOT_WRITABLE',
      ])
    expect(
      codes(await desk.rest('PATCH', `/users/${desk.ids.issuer}`, { as: 'author', json: { name: '改' } }))[0],
    ).toBeGreaterThanOrEqual(403)
    expect(
      (await desk.rest('PATCH', own, { as: 'author', json: { name: PEOPLE.author.name, roles: ['author'] } }))
        .status,
    ).toBe(200)
    const bulk = await desk.rest('PATCH', '/users?where[email][contains]=author', {
      as: 'author',
      json: { roles: ['issuer'] },
    })
    expect(bulk.status).toBeGreaterThanOrEqual(400)
    const stored = await desk.payload.findByID({
      collection: 'users',
      id: desk.ids.author,
      overrideAccess: true,
    })
    expect(stored.roles).toEqual(['author'])
    const promoted = await desk.rest('PATCH', own, {
      as: 'administrator',
      json: { roles: ['author', 'operator'] },
    })
    expect(promoted.status).toBe(200)
  })

  it('CMS-40 accounts: wrong password, short password, lock, no mail door', async () => {
    const login = (email: string, password: string) =>
      desk.rest('POST', '/users/login', { json: { email, password } })
    expect(codes(await login(PEOPLE.second.email, 'wrong'))).toEqual([401, 'LOGIN_WRONG'])
    for (let i = 0; i < 5; i++) await login(PEOPLE.second.email, 'wrong')
    expect(codes(await login(PEOPLE.second.email, PASSWORD))).toEqual([401, 'LOGIN_LOCKED'])
    expect(
      codes(
        await desk.rest('POST', '/users/unlock', { as: 'author', json: { email: PEOPLE.second.email } }),
      )[0],
    ).toBe(403)
    const unlocked = await desk.rest('POST', '/users/unlock', {
      as: 'administrator',
      json: { email: PEOPLE.second.email },
    })
    expect(unlocked.status, JSON.stringify(unlocked.body)).toBe(200)
    expect((await login(PEOPLE.second.email, PASSWORD)).status).toBe(200)
    const short = await desk.rest('POST', '/users', {
      as: 'administrator',
      json: { name: '新', email: 'n@town.test', password: 'short' },
    })
    expect(codes(short)).toEqual([400, 'PASSWORD_TOO_SHORT'])
    const taken = await desk.rest('POST', '/users', {
      as: 'administrator',
      json: { name: '新', email: PEOPLE.author.email, password: PASSWORD },
    })
    expect(codes(taken)).toEqual([409, 'VALUE_TAKEN'])
    expect(
      codes(await desk.rest('POST', '/users/forgot-password', { json: { email: PEOPLE.author.email } })),
    ).toEqual([404, 'ROUTE_UNKNOWN'])
  })

  it('CMS-43 a stranger reads nothing but the name of the town', async () => {
    const slugs = Object.keys(desk.payload.collections).filter((slug) => slug !== 'payload-migrations')
    for (const slug of slugs)
      expect(codes(await desk.rest('GET', `/${slug}`)), slug).toEqual([401, 'NOT_SIGNED_IN'])
    expect(
      Object.keys((await desk.rest('GET', '/globals/town')).body).filter((key) => key !== 'globalType'),
    ).toEqual(['demo'])
  })

  it('CMS-41 who stands in the records, and what is in use, is not deleted', async () => {
    const { hotline, place, unit } = await buildPlaceWithScreens(desk)
    const story = await releaseSlogan(desk, sloganOf(hotline.id))
    const del = async (what: string) => codes(await desk.rest('DELETE', what, { as: 'everything' }))
    expect(await del(`/users/${desk.ids.author}`)).toEqual([409, 'IN_USE'])
    expect(await del(`/slogans/${story.content}`)).toEqual([409, 'IN_USE'])
    expect(await del(`/places/${place.id}`)).toEqual([409, 'IN_USE'])
    expect(await del(`/units/${unit.id}`)).toEqual([409, 'IN_USE'])
    expect(await del(`/hotlines/${hotline.id}`)).toEqual([409, 'IN_USE'])
  })

  it('CMS-28 the name of the town is Chinese characters, short, drawn by every font, and audited', async () => {
    const save = async (name: unknown, as: 'administrator' | 'issuer' = 'administrator') =>
      codes(await desk.rest('POST', '/globals/town', { as, json: { name } }))
    expect((await save('五间镇', 'issuer'))[0]).toBe(403)
    expect(await save(5)).toEqual([400, 'FIELD_INVALID'])
    for (const name of ['', '加微信12345', 'ABC', '五间镇！', '镇'.repeat(13), '五 间'])
      expect(await save(name), name).toEqual([400, 'TOWN_NAME_INVALID'])
    expect(await save('五间\u0007镇')).toEqual([400, 'TEXT_CONTROL_CHAR'])
    desk.ports.unknownGlyphs.add('龘')
    expect(await save('龘镇')).toEqual([400, 'GLYPH_MISSING'])
    expect((await save(' 五间镇 '))[0]).toBe(200)
    const { name, seal } = (await desk.payload.db.findGlobal({ slug: 'town' })) as Record<string, unknown>
    expect([name, typeof seal]).toEqual(['五间镇', 'string'])
    const { docs } = await desk.payload.find({
      collection: 'audit',
      where: { subject: { equals: 'globals/town' } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ action: 'update', detail: 'name', actorName: PEOPLE.administrator.name }])
  })

  it('CMS-42 a demo town stays one, and a real town never becomes one', async () => {
    const name = async (json: object) =>
      codes(await desk.rest('POST', '/globals/town', { as: 'administrator', json }))
    expect((await name({ name: '五间镇' }))[0]).toBe(200)
    expect(await name({ name: '五间镇', demo: true })).toEqual([403, 'FIELD_NOT_WRITABLE'])
    await desk.payload.updateGlobal({
      slug: 'town',
      data: { name: '五间镇', demo: true },
      overrideAccess: true,
    })
    expect(await name({ demo: false })).toEqual([403, 'FIELD_NOT_WRITABLE'])
    await expect(
      desk.payload.updateGlobal({ slug: 'town', data: { demo: false }, overrideAccess: true }),
    ).rejects.toMatchObject({ refusals: [{ code: 'FIELD_NOT_WRITABLE' }] })
  })

  describe('LOG-1 what the adapter throws, as Node, Next and a console print it', () => {
    const printed = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        await work()
      } catch (error) {
        return inspect(error, { depth: 9, showHidden: true })
      }
      return 'nothing was thrown'
    }
    const db = (): BaseDatabaseAdapter => desk.payload.db as unknown as BaseDatabaseAdapter
    /** Words where a number or a day belongs, beside a secret: each driver refuses in its own way, values and all. */
    const wrong = { width: { hidden: 'S3CRET-WIDTH' }, lastSeen: { hidden: 'S3CRET-DAY' }, key: 'S3CRET-KEY' }
    const where = { width: { equals: { hidden: 'S3CRET' } } }

    it.each([
      ['create', () => db().create({ collection: 'screens', data: wrong })],
      ['updateOne', () => db().updateOne({ collection: 'screens', where: {}, data: wrong })],
      ['find', () => db().find({ collection: 'screens', where })],
      ['count', () => db().count({ collection: 'screens', where })],
      ['findVersions', () => db().findVersions({ collection: 'cases', where: { updatedAt: where.width } })],
    ])('LOG-1 %s repeats no value', async (_, work) => {
      expect(await printed(work)).not.toMatch(/S3CRET/)
    })

    it('LOG-1 what went wrong is still told', async () => {
      const said = await printed(() => db().create({ collection: 'screens', data: wrong }))
      expect(said).toMatch(database.name === 'sqlite' ? /Failed query: insert into "screens"/ : /Cast to/)
    })
  })
})
