import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginTown } from '../../../cms/seed/index.ts'
import { databases } from './databases.ts'
import { countsOf, openTown, type Town } from './empty-town.ts'

describe.each(databases)('a real town begun on $name', (database) => {
  let town: Town
  beforeAll(async () => {
    town = await openTown(database)
  })
  afterAll(() => town.close())

  it('SEED-6 it holds an administrator and nothing else, and is no demo', async () => {
    const { people } = await beginTown(town.payload, { random: randomBytes, email: 'a@town.example' })
    expect(people.map(({ role, email }) => [role, email])).toEqual([['administrator', 'a@town.example']])
    expect(await countsOf(town.payload)).toMatchObject({ users: 1, units: 0, cases: 0, submissions: 0 })
    expect((await town.payload.findGlobal({ slug: 'town' })).demo).not.toBe(true)
  })
})
