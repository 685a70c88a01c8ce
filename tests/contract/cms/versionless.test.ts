/** Doors that Payload opens for every collection lead somewhere, or are shut. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'

const NO_ROW = '00000000-0000-4000-8000-000000000000'

describe.each(databases)('versions where none are kept, on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())

  it('I14 are not there, of whatever collection or global, read or restored', async () => {
    const { collections, globals } = desk.payload.config
    const bare = [
      // Payload's own helpers have doors of their own, where that word is a name.
      ...collections
        .filter(({ slug, versions }) => !versions && !slug.startsWith('payload-'))
        .map(({ slug }) => `/${slug}`),
      ...globals.filter(({ versions }) => !versions).map(({ slug }) => `/globals/${slug}`),
    ]
    expect(bare).toEqual(expect.arrayContaining(['/units', '/audit', '/globals/town']))
    const wrong: unknown[] = []
    for (const at of bare)
      for (const [method, path] of [
        ['GET', `${at}/versions`],
        ['GET', `${at}/versions?sort=`],
        ['GET', `${at}/versions/${NO_ROW}`],
        ['POST', `${at}/versions/${NO_ROW}`],
      ] as const) {
        const { status } = await desk.rest(method, path, { as: 'everything' })
        if (status < 400 || status >= 500) wrong.push([method, path, status])
      }
    expect(wrong).toEqual([])
  })
})
