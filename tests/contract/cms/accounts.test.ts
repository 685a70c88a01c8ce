import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { freeOptionalNames } from '../../../cms/database/optional-names.ts'
import { PASSWORD, PEOPLE } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { openOldDesk } from './old-desk.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]

describe.each(databases)('PPL-1 by what people sign in, on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())

  const FIRST = 'k7mpx-3xqhd-9wtdv'
  /** Made by an administrator, and by his own password at once. */
  const hire = async (json: Readonly<Record<string, string>>) => {
    const data = { roles: ['author'], password: FIRST, ...json }
    const answer = await desk.rest('POST', '/users', { as: 'administrator', json: data })
    const own = { username: json['username'] ?? json['email'], password: FIRST, next: PASSWORD }
    if (answer.status === 201)
      expect((await desk.rest('POST', '/users/own-password', { json: own })).status).toBe(200)
    return answer
  }
  const login = (json: object) => desk.rest('POST', '/users/login', { json: { password: PASSWORD, ...json } })

  it('PPL-1 a short name signs in however it is typed, and so does a mail address where there is one', async () => {
    expect((await hire({ name: '钱进', username: ' Ｑian１ ' })).status).toBe(201)
    for (const username of ['qian1', 'QIAN1', ' ｑｉａｎ１ '])
      expect((await login({ username })).status, username).toBe(200)
    expect((await login({ email: 'Qian1' })).status).toBe(200)
    expect((await hire({ name: '赵前', username: '赵前', email: 'zhao@town.test' })).status).toBe(201)
    for (const username of ['赵前', 'zhao@town.test', 'ＺＨＡＯ＠town.test'])
      expect((await login({ username })).status, username).toBe(200)
    expect(codes(await login({ username: '赵' }))).toEqual([401, 'LOGIN_WRONG'])
  })

  it('PPL-1 a name is given once, an address too; any number have neither', async () => {
    expect(codes(await hire({ name: '甲', username: 'ＱＩＡＮ１' }))).toEqual([409, 'VALUE_TAKEN'])
    expect(codes(await hire({ name: '甲', username: 'jia', email: PEOPLE.author.email }))).toEqual([
      409,
      'VALUE_TAKEN',
    ])
    for (const username of ['sun1', 'sun2'])
      expect((await hire({ name: '孙', username, email: '' })).status).toBe(201)
    for (const email of ['sun3@town.test', 'sun4@town.test'])
      expect((await hire({ name: '孙', email })).status).toBe(201)
    expect(codes(await hire({ name: '孙' }))[0]).toBe(400)
  })

  it('PPL-1 what was emptied is free again, for any number of people', async () => {
    for (const username of ['wu1', 'wu2']) {
      const { body } = await hire({ name: '吴', username, email: `${username}@town.test` })
      const { id } = body['doc'] as { id: string }
      const json = { email: '' }
      const answer = await desk.rest('PATCH', `/users/${id}`, { as: 'administrator', json })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      expect((answer.body['doc'] as { email?: unknown }).email ?? null).toBeNull()
    }
    expect((await hire({ name: '吴', username: 'wu3', email: 'wu1@town.test' })).status).toBe(201)
  })

  it.each(['a b', 'a@b.cn', 'a.b', 'z'.repeat(21), 'сергей', '李\u200b四'])(
    'PPL-1 %j is no name',
    async (username) => expect(codes(await hire({ name: '李', username }))[0]).toBe(400),
  )

  it('PPL-1 only an administrator gives one, and unlocks by it', async () => {
    const answer = await desk.rest('PATCH', `/users/${desk.ids.author}`, {
      as: 'author',
      json: { username: 'boss' },
    })
    expect(codes(answer)).toEqual([403, 'FIELD_NOT_WRITABLE'])
    for (let i = 0; i < 6; i++) await login({ username: 'sun1', password: 'wrong' })
    expect(codes(await login({ username: 'sun1' }))).toEqual([401, 'LOGIN_LOCKED'])
    const json = { username: ' SUN1 ' }
    expect((await desk.rest('POST', '/users/unlock', { as: 'administrator', json })).status).toBe(200)
    expect((await login({ username: 'sun1' })).status).toBe(200)
  })

  it('PPL-1 an index of a version before is made anew', async () => {
    if (database.name !== 'mongodb') return
    const db = desk.payload.db as unknown as MongooseAdapter
    const people = db.collections['users']
    await people?.collection.dropIndex('email_1')
    await people?.collection.deleteMany({ email: null })
    await people?.collection.createIndex({ email: 1 }, { unique: true, name: 'email_1' })
    await freeOptionalNames(db)
    await people?.ensureIndexes()
    for (const username of ['zheng1', 'zheng2'])
      expect((await hire({ name: '郑', username })).status).toBe(201)
  })
})

describe.each(databases)('PPL-1 people of a version before, on $name', (database) => {
  it('PPL-1 sign in by mail, may be given a short name, and stand in all records as before', async () => {
    const desk = await openOldDesk(database)
    try {
      const { payload, facts } = desk
      const email = PEOPLE.author.email
      const by = (data: object) =>
        payload.login({ collection: 'users', data: { password: PASSWORD, ...data } as never })
      expect((await by({ email })).user?.id).toBe(facts.ids.author)
      await payload.update({ collection: 'users', id: facts.ids.author, data: { username: '林编写' } })
      expect((await by({ username: '林编写' })).user?.id).toBe(facts.ids.author)
      const { docs } = await payload.find({ collection: 'approvals', depth: 0, limit: 0 })
      expect(docs.length).toBeGreaterThan(0)
      for (const { by: who } of docs) expect(Object.values(facts.ids)).toContain(who)
      const { docs: audit } = await payload.find({ collection: 'audit', depth: 0, limit: 0 })
      expect(audit.some(({ actor }) => actor === facts.ids.issuer)).toBe(true)
    } finally {
      await desk.close()
    }
  })
})
