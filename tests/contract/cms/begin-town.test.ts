import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginTown } from '../../../cms/seed/index.ts'
import { databases } from './databases.ts'
import { countsOf, openEmptyDesk, type EmptyDesk } from './empty-desk.ts'

describe.each(databases)('a real town begun on $name', (database) => {
  let desk: EmptyDesk
  beforeAll(async () => {
    desk = await openEmptyDesk(database)
  })
  afterAll(() => desk.close())

  it('SEED-6 it holds an administrator and nothing else, and is no demo', async () => {
    const { people } = await beginTown(desk.payload, { random: randomBytes, email: 'a@town.example' })
    expect(people.map(({ role, username }) => [role, username])).toEqual([['administrator', 'admin']])
    expect(await countsOf(desk.payload)).toMatchObject({ users: 1, units: 0, cases: 0, submissions: 0 })
    expect((await desk.payload.findGlobal({ slug: 'town' })).demo).not.toBe(true)
  })
})
