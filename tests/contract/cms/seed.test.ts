import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginTown, seedTown, type Seeded } from '../../../cms/seed/index.ts'
import { PEOPLE } from '../../../cms/seed/people.ts'
import { POSTINGS } from '../../../cms/seed/plan.ts'
import { CASES } from '../../../cms/seed/cases.ts'
import { SLOGANS } from '../../../cms/seed/slogans.ts'
import { TECHNIQUES } from '../../../cms/seed/techniques.ts'
import { databases } from './databases.ts'
import { countsOf, openEmptyDesk, type EmptyDesk } from './empty-desk.ts'

/** A picture of its own for each name, as media refuses the same bytes twice. */
const drawing = async (name: string): Promise<Uint8Array> => {
  const [r = 0, g = 0, b = 0] = randomBytes(3)
  const background = { r, g, b }
  return new Uint8Array(
    await sharp({ create: { width: 64 + name.length, height: 64, channels: 3, background } })
      .png()
      .toBuffer(),
  )
}

const NOW = Date.parse('2026-11-23T02:00:00Z')
const seedWith = { now: NOW, random: randomBytes, pictures: drawing }

const CONTENTS = CASES.length + TECHNIQUES.length + SLOGANS.length

describe.each(databases)('the seed on $name', (database) => {
  let desk: EmptyDesk
  let seeded: Seeded
  beforeAll(async () => {
    desk = await openEmptyDesk(database)
  })
  afterAll(() => desk.close())

  it('SEED-5 I9 a seed broken off leaves the database as it was', async () => {
    const broken = seedTown(desk.payload, {
      ...seedWith,
      pictures: async (name) => (name === 'mask' ? Promise.reject(new Error('disk')) : drawing(name)),
    })
    await expect(broken).rejects.toThrow('disk')
    expect(Object.values(await countsOf(desk.payload)).every((count) => count === 0)).toBe(true)
    expect((await desk.payload.findGlobal({ slug: 'town' })).demo).not.toBe(true)
  })

  it('SEED-5 the demo town stands, its releases made by three people through the workflow', async () => {
    seeded = await seedTown(desk.payload, seedWith)
    expect(seeded.people).toHaveLength(PEOPLE.length)
    expect(await desk.payload.findGlobal({ slug: 'town' })).toMatchObject({ name: '五间镇', demo: true })
    expect(await countsOf(desk.payload)).toMatchObject({
      users: PEOPLE.length,
      units: 16,
      cases: CASES.length,
      submissions: CONTENTS,
      releases: CONTENTS - 2,
      schedules: 3,
    })
    const states = (await desk.payload.find({ collection: 'submissions', pagination: false })).docs
    expect(states.filter(({ state }) => state === 'in-review')).toHaveLength(1)
    expect(states.filter(({ state }) => state === 'reviewed')).toHaveLength(1)
  })

  it('SEED-7 the village’s clerk has hung sheets of released content, with codes, photos and days from the seeding day', async () => {
    const { docs } = await desk.payload.find({ collection: 'postings', pagination: false, depth: 1 })
    expect(docs).toHaveLength(POSTINGS.length)
    for (const row of docs) {
      expect(row).toMatchObject({
        unit: { name: '石桥村' },
        postedBy: { name: '孙玉梅' },
        release: { title: row.title },
        photo: { filename: expect.stringMatching(/^[0-9a-f]{64}\.png$/) },
      })
      expect(row.code).toMatch(/^[2-9A-Z]{8}$/)
    }
    const days = docs.map(({ until }) => String(until)).toSorted()
    expect(days).toEqual(['2026-11-22T16:00:00.000Z', '2027-05-21T16:00:00.000Z', '2027-05-21T16:00:00.000Z'])
  })

  it('SEED-3 everyone signs in with the password that is written down', async () => {
    for (const { username, password } of seeded.people) {
      const signedIn = await desk.payload.login({ collection: 'users', data: { username, password } })
      expect(signedIn.user?.username).toBe(username)
    }
  })

  it('SEED-5 a database that holds people is left alone', async () => {
    const before = await countsOf(desk.payload)
    expect(await seedTown(desk.payload, seedWith)).toEqual({ people: [] })
    expect(await beginTown(desk.payload, { random: randomBytes, email: 'a@town.example' })).toEqual({
      people: [],
    })
    expect(await countsOf(desk.payload)).toEqual(before)
  })
})
