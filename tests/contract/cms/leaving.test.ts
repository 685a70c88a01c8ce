import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handOverSubmission } from '../../../cms/workflow/decisions.ts'
import { submitContent } from '../../../cms/workflow/submit.ts'
import { PASSWORD, PEOPLE, type PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens, sloganOf } from './rows.ts'
import { releaseSlogan } from './stories.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]

describe.each(databases)('PPL-5 leaving the town, on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())

  const patch = (name: PersonName, json: object, as: PersonName = 'administrator') =>
    desk.rest('PATCH', `/users/${desk.ids[name]}`, { as, json })
  const login = (name: PersonName) =>
    desk.rest('POST', '/users/login', { json: { email: PEOPLE[name].email, password: PASSWORD } })

  it('PPL-5 sessions end, no sign-in succeeds, and he stands in the records as before', async () => {
    const { hotline } = await buildPlaceWithScreens(desk)
    const story = await releaseSlogan(desk, sloganOf(hotline.id))
    expect((await patch('author', { leftTown: true })).status).toBe(200)
    expect((await desk.rest('GET', '/users/me', { as: 'author' })).body['user'] ?? null).toBeNull()
    expect(codes(await desk.rest('GET', '/slogans', { as: 'author' }))).toEqual([401, 'NOT_SIGNED_IN'])
    expect(codes(await login('author'))).toEqual([403, 'ACCOUNT_OFF'])
    const own = { username: PEOPLE.author.email, password: PASSWORD, next: 'one of my own, 2' }
    expect(codes(await desk.rest('POST', '/users/own-password', { json: own }))).toEqual([403, 'ACCOUNT_OFF'])
    const { body } = await desk.rest('GET', `/submissions/${story.submission}`, { as: 'issuer' })
    expect(JSON.stringify(body['submittedBy'])).toContain(PEOPLE.author.name)
    expect(codes(await desk.rest('DELETE', `/users/${desk.ids.author}`, { as: 'administrator' }))).toEqual([
      409,
      'IN_USE',
    ])
    expect((await patch('author', { leftTown: false })).status).toBe(200)
    expect((await login('author')).status).toBe(200)
  })

  it('PPL-5 nothing is handed to who has left', async () => {
    const { hotline } = await buildPlaceWithScreens(desk)
    const author = await desk.requestOf('second')
    const { id } = await desk.payload.create({
      collection: 'slogans',
      data: sloganOf(hotline.id) as never,
      req: author,
      draft: true,
    })
    const { id: submission } = await submitContent(author, 'slogans', String(id))
    const off = await patch('operator', { roles: ['operator', 'reviewer'], leftTown: true })
    expect(off.status).toBe(200)
    await expect(
      handOverSubmission(await desk.requestOf('reviewer'), submission, desk.ids.operator),
    ).rejects.toMatchObject({ name: 'RefusalError' })
    const back = await patch('operator', { leftTown: false })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    await handOverSubmission(await desk.requestOf('reviewer'), submission, desk.ids.operator)
  })

  it('PPL-5 only an administrator switches anybody off, and never the last who administers', async () => {
    expect(codes(await patch('author', { leftTown: true }, 'second'))[0]).toBeGreaterThanOrEqual(403)
    expect(codes(await patch('second', { leftTown: true }, 'second'))).toEqual([403, 'FIELD_NOT_WRITABLE'])
    expect((await patch('everything', { leftTown: true })).status).toBe(200)
    expect(codes(await patch('administrator', { leftTown: true }))).toEqual([409, 'LAST_ADMINISTRATOR'])
    expect(codes(await patch('administrator', { roles: ['author'] }))).toEqual([409, 'LAST_ADMINISTRATOR'])
    expect((await login('administrator')).status).toBe(200)
    expect((await patch('everything', { leftTown: false })).status).toBe(200)
  })

  it('PPL-5 of two administrators who switch each other off at one moment one stays', async () => {
    const answers = await Promise.all([
      patch('everything', { leftTown: true }, 'administrator'),
      patch('administrator', { leftTown: true }, 'everything'),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const people = await desk.payload.find({
      collection: 'users',
      where: { and: [{ roles: { in: ['administrator'] } }, { leftTown: { not_equals: true } }] },
      overrideAccess: true,
    })
    expect(people.totalDocs).toBe(1)
  })
})
