import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../../cms/records/rows.ts'
import { DRAFTS, GROUPS } from '../../../cms/starter/drafts.ts'
import { HOTLINES } from '../../../cms/starter/hotlines.ts'
import { isOffered, loadStarter } from '../../../cms/starter/load.ts'
import { METHODS } from '../../../cms/starter/methods.ts'
import { shippedPictures } from '../../../cms/starter/pictures.ts'
import { SLOGANS } from '../../../cms/starter/slogans.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'

const METHOD_COUNT = Object.keys(METHODS).length
const COLLECTIONS = [
  'cases',
  'techniques',
  'slogans',
  'media',
  'hotlines',
  'submissions',
  'releases',
] as const

const countsOf = async (desk: Desk) =>
  Object.fromEntries(
    await Promise.all(
      COLLECTIONS.map(async (name) => [name, (await rowsOf(desk.payload, name)).length] as const),
    ),
  )

describe.each(databases)('SEED-10 the starter library on $name', (database) => {
  let desk: Desk
  let before: Record<string, number>
  beforeAll(async () => {
    desk = await openDesk(database)
    before = await countsOf(desk)
  })
  afterAll(() => desk.close())

  const load = () => desk.rest('POST', '/starter', { as: 'author' })
  const loads = () =>
    rowsOf<{ actorName: string; subject: string }>(desk.payload, 'audit', {
      where: { action: { equals: 'starter.load' } },
    })

  it('SEED-10 I9 broken off it stands group by group, each whole and on record', async () => {
    const broken = loadStarter(desk.payload, undefined, async (name) =>
      name === 'house-hook' ? Promise.reject(new Error('disk')) : shippedPictures(name),
    )
    await expect(broken).rejects.toThrow('disk')
    expect((await loads()).map(({ subject }) => subject).toSorted()).toEqual([
      'starter/care-investment',
      'starter/care-product',
      'starter/care-service',
      'starter/hotlines',
    ])
    expect(await countsOf(desk)).toMatchObject({
      cases: before['cases']! + 3,
      techniques: before['techniques']! + 3,
      slogans: before['slogans'],
    })
    expect(await isOffered({ payload: desk.payload })).toBe(true)
  })

  it('SEED-10 asked for three times at once it makes the rest, each draft once', async () => {
    const answers = await Promise.all([load(), load(), load()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    const hotlines = await rowsOf<{ number: string }>(desk.payload, 'hotlines')
    expect(hotlines.map(({ number }) => number)).toEqual(
      expect.arrayContaining(HOTLINES.map(({ number }) => number)),
    )
    expect(new Set(hotlines.map(({ number }) => number)).size).toBe(hotlines.length)
    expect(await countsOf(desk)).toMatchObject({
      cases: before['cases']! + METHOD_COUNT,
      techniques: before['techniques']! + METHOD_COUNT,
      slogans: before['slogans']! + SLOGANS.length,
      media: before['media']! + METHOD_COUNT,
      submissions: before['submissions'],
      releases: before['releases'],
    })
    const rows = await loads()
    expect(rows).toHaveLength(GROUPS.length + 1)
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(rows.length)
    expect(rows.filter(({ actorName }) => actorName === '林编写')).toHaveLength(GROUPS.length - 3)
    expect(await isOffered({ payload: desk.payload })).toBe(false)
  })

  it('SEED-10 they are drafts of who asked, each with its hotline and drawing, and may be sent in as they stand', async () => {
    const { docs } = await desk.payload.find({
      collection: 'cases',
      pagination: false,
      depth: 0,
      draft: true,
    })
    const ours = docs.filter(({ title }) => DRAFTS.some((draft) => draft.title === title))
    expect(ours).toHaveLength(METHOD_COUNT)
    const written = ours.filter(({ contributors }) => contributors?.includes(desk.ids.author))
    expect(written).toHaveLength(METHOD_COUNT - 3)
    for (const row of ours)
      expect(row).toMatchObject({
        _status: 'draft',
        source: '根据公开案例改编',
        photo: expect.any(String),
        hotline: expect.any(String),
      })
    for (const collection of ['cases', 'techniques', 'slogans'] as const) {
      const [first] = await rowsOf<{ id: string }>(desk.payload, collection, {
        where: { contributors: { in: [desk.ids.author] } },
        limit: 1,
      })
      const answer = await desk.rest('POST', `/${collection}/${first?.id}/check`, { as: 'author' })
      expect([collection, answer.body['faults']]).toEqual([collection, []])
    }
  })

  it('SEED-10 what somebody changed or deleted stays so when it is asked for again', async () => {
    const [gone, changed] = await rowsOf<{ id: string; text: string }>(desk.payload, 'slogans', { limit: 2 })
    await desk.rest('DELETE', `/slogans/${gone?.id}`, { as: 'author' })
    await desk.rest('PATCH', `/slogans/${changed?.id}?draft=true`, {
      as: 'author',
      json: { text: '我镇自己写的话 老人一听就明白', accent: '自己写的话' },
    })
    const counts = await countsOf(desk)
    expect((await load()).body).toEqual({ contents: 0, hotlines: 0, pictures: 0 })
    expect(await countsOf(desk)).toEqual(counts)
  })

  it('SEED-10 whoever neither writes nor administers is refused', async () => {
    for (const as of ['reviewer', 'operator', 'village'] as const)
      expect((await desk.rest('POST', '/starter', { as })).body).toMatchObject({
        errors: [{ code: 'ROLE_MISSING' }],
      })
    expect((await desk.rest('POST', '/starter')).status).toBe(401)
  })
})
