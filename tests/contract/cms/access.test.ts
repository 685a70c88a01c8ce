import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ACTS,
  askerOf,
  HOLDERS,
  ROWS,
  scopeOfAct,
  scopeOfRows,
  type Act,
  type Holder,
  type Rows,
  type Scope,
} from '../../../src/review/access.ts'
import {
  as,
  buildTown,
  freshRow,
  isOthers,
  isShut,
  PERSON_OF,
  slugsOf,
  triesOf,
  type Town,
  type Try,
} from './access-walk.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'

/** Every cell over the door a stranger would use: what the table says, the HTTP interface does (CMS-96). */
describe.each(databases)('CMS-96 the access matrix on $name', (database) => {
  let desk: Desk
  let town: Town
  let tries: Readonly<Record<Act, Try>>
  beforeAll(async () => {
    desk = await openDesk(database)
    town = await buildTown(desk)
    tries = triesOf(desk, town, await freshRow(desk, town, 'screens'))
  })
  afterAll(() => desk.close())

  const tables = Object.keys(ROWS).filter((rows) => rows !== 'town') as Rows[]
  const cell = (...parts: readonly string[]): string => parts.join(' ')
  const count = async (slug: string): Promise<number> =>
    (
      await desk.payload.count({
        collection: slug as 'users',
        where: { id: { exists: true } },
        overrideAccess: true,
      })
    ).totalDocs
  const shown = (answer: Answer): readonly Record<string, unknown>[] | null =>
    isShut(answer) ? null : (answer.body['docs'] as Record<string, unknown>[])

  /** Which rows of a list that scope leaves, by the unit of each. */
  const expectRows = (docs: readonly Record<string, unknown>[] | null, scope: Scope, total: number): void => {
    if (scope === 'none') return expect(docs).toBeNull()
    if (scope === 'all') return expect(docs).toHaveLength(total)
    expect(scope).toBe('own-unit')
    expect(docs?.length).toBeGreaterThan(0)
    expect(docs?.length).toBeLessThan(total)
    expect(new Set(docs?.map(({ unit }) => unit))).toEqual(new Set([town.units.stone]))
  }

  it('CMS-96 every collection of the product stands in the table, and the table knows no other', () => {
    const named = tables.flatMap(slugsOf).toSorted()
    const there = Object.keys(desk.payload.collections).filter((slug) => !slug.startsWith('payload-'))
    expect(named).toEqual(there.toSorted())
    expect(desk.payload.config.globals.map(({ slug }) => slug)).toEqual(['town'])
  })

  it('CMS-96 reading: each holder sees all rows, those of his unit, or is refused', async () => {
    for (const rows of tables)
      for (const slug of slugsOf(rows)) {
        const total = await count(slug)
        for (const holder of HOLDERS) {
          const answer = await desk.rest('GET', `/${slug}?depth=0&limit=0`, as(holder))
          const scope = scopeOfRows(rows, 'read', askerOf(holder))
          try {
            expectRows(shown(answer), scope, total)
          } catch (error) {
            throw new Error(cell('read', slug, holder, scope, String(answer.status)), { cause: error })
          }
        }
      }
  })

  it('CMS-96 creating: who may not is refused before a word of his is looked at, and no row is made', async () => {
    for (const rows of tables)
      for (const slug of slugsOf(rows)) {
        let before = await count(slug)
        for (const holder of HOLDERS) {
          const answer = await desk.rest('POST', `/${slug}`, { ...as(holder), json: {} })
          const may = scopeOfRows(rows, 'create', askerOf(holder)) !== 'none'
          expect(isShut(answer), cell('create', slug, holder, JSON.stringify(answer))).toBe(!may)
          const after = await count(slug)
          if (!may) expect(after, cell('create', slug, holder)).toBe(before)
          before = after
        }
      }
  })

  const changed = async (slug: string, id: string, holder: Holder): Promise<boolean> =>
    !isShut(await desk.rest('PATCH', `/${slug}/${id}?draft=true`, { ...as(holder), json: {} }))

  /** A row of the unit that all people but one are of, or one that is not. */
  const one = async (slug: string, is: 'equals' | 'not_equals'): Promise<string> => {
    const where = { unit: { [is]: town.units.stone } }
    const { docs } = await desk.payload.find({
      collection: slug as 'users',
      limit: 1,
      where,
      overrideAccess: true,
    })
    return docs[0]?.id ?? 'none'
  }

  it('CMS-96 changing: all rows, his own, or none', async () => {
    for (const rows of tables)
      for (const slug of slugsOf(rows)) {
        const { docs } = await desk.payload.find({
          collection: slug as 'users',
          limit: 1,
          overrideAccess: true,
        })
        const id = docs[0]?.id ?? 'none'
        for (const holder of HOLDERS) {
          const scope = scopeOfRows(rows, 'update', askerOf(holder))
          if (scope === 'own-unit') {
            const [mine, other] = [await one(slug, 'equals'), await one(slug, 'not_equals')]
            expect(await changed(slug, mine, holder), cell('update own', slug, holder)).toBe(true)
            expect(await changed(slug, other, holder), cell('update other', slug, holder)).toBe(false)
            continue
          }
          if (scope !== 'self') {
            expect(await changed(slug, id, holder), cell('update', slug, holder)).toBe(scope === 'all')
            continue
          }
          const [self, other] = [desk.ids[PERSON_OF[holder] ?? 'second'], desk.ids.neighbour]
          expect(await changed(slug, self, holder), cell('update self', slug, holder)).toBe(true)
          const answer = await desk.rest('PATCH', `/${slug}/${other}`, { ...as(holder), json: {} })
          expect(answer.status, cell('update other', slug, holder)).toBeGreaterThanOrEqual(403)
        }
      }
  })

  it('CMS-96 deleting: a row is gone or stays, as the table says', async () => {
    for (const rows of tables)
      for (const slug of slugsOf(rows))
        for (const holder of HOLDERS) {
          const scope = scopeOfRows(rows, 'delete', askerOf(holder))
          const may = scope !== 'none'
          if (scope === 'own-unit') {
            const other = await freshRow(desk, town, slug, 'other')
            const answer = await desk.rest('DELETE', `/${slug}/${other}`, as(holder))
            expect(isOthers(answer), cell('delete other', slug, holder, JSON.stringify(answer))).toBe(true)
          }
          const { docs } = await desk.payload.find({
            collection: slug as 'users',
            limit: 1,
            overrideAccess: true,
          })
          const of = scope === 'own-unit' ? 'own' : 'other'
          const id = may ? await freshRow(desk, town, slug, of) : (docs[0]?.id ?? 'none')
          const before = await count(slug)
          const answer = await desk.rest('DELETE', `/${slug}/${id}`, as(holder))
          expect(isShut(answer), cell('delete', slug, holder, JSON.stringify(answer))).toBe(!may)
          expect(await count(slug), cell('delete', slug, holder, JSON.stringify(answer))).toBe(
            may ? before - 1 : before,
          )
        }
  })

  it('CMS-96 the name of the town is read by all and changed by whom the table names', async () => {
    for (const holder of HOLDERS) {
      expect((await desk.rest('GET', '/globals/town', as(holder))).status, holder).toBe(200)
      const answer = await desk.rest('POST', '/globals/town', { ...as(holder), json: { name: '五间镇' } })
      expect(isShut(answer), holder).toBe(scopeOfRows('town', 'update', askerOf(holder)) === 'none')
    }
  })

  it('CMS-96 acts: for all, for his own unit, or refused', async () => {
    for (const [act, attempt] of Object.entries(tries) as [Act, Try][])
      for (const holder of HOLDERS) {
        const scope = scopeOfAct(act, askerOf(holder))
        const own = await attempt(holder, 'own')
        expect(isShut(own), cell(act, holder, JSON.stringify(own))).toBe(scope === 'none')
        if (scope === 'none' || act === 'posting.recall') continue
        const other = await attempt(holder, 'other')
        const closed = scope === 'own-unit' ? isOthers(other) : isShut(other)
        expect(closed, cell(act, 'other', holder, JSON.stringify(other))).toBe(scope === 'own-unit')
      }
    expect(Object.keys(tries).toSorted()).toEqual(Object.keys(ACTS).toSorted())
  })

  it('CMS-96 what is to come down is listed for all villages, or for his own', async () => {
    const json = { reason: '演练' }
    await desk.rest('POST', `/releases/${town.story.release}/withdraw`, { as: 'issuer', json })
    for (const holder of HOLDERS) {
      const scope = scopeOfAct('posting.recall', askerOf(holder))
      const { body } = await desk.rest('GET', '/print/recall', as(holder))
      const units = ((body['items'] ?? []) as { unit: string }[]).map(({ unit }) => unit).toSorted()
      const expected = { all: ['柳河村', '石桥村'], 'own-unit': ['石桥村'], self: [], none: [] }[scope]
      expect(units, holder).toEqual(expected.toSorted())
    }
  })
})
