import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'

const codes = ({ status, body }: Answer) => [
  status,
  ...(body.errors ?? []).map(({ code, field }) => `${code} ${field}`),
]

describe.each(databases)('PPL-6 units are a tree, on $name', (database) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(database)
  })
  afterAll(() => desk.close())

  const make = async (name: string, parent?: string): Promise<string> => {
    const json = { name, kind: 'village', ...(parent && { parent }) }
    const { body } = await desk.rest('POST', '/units', { as: 'administrator', json })
    return (body['doc'] as { id: string }).id
  }
  const move = (id: string, parent: string | null) =>
    desk.rest('PATCH', `/units/${id}`, { as: 'administrator', json: { parent } })
  const parentOf = async (id: string) =>
    (await desk.payload.findByID({ collection: 'units', id, depth: 0 })).parent ?? null

  it('PPL-6 a parent below the unit, or the unit itself, is refused at its field; any other is taken', async () => {
    const town = await make('镇')
    const office = await make('办公室', town)
    const village = await make('村', office)
    for (const below of [town, office, village])
      expect(codes(await move(town, below))).toEqual([400, 'UNIT_CYCLE parent'])
    expect(await parentOf(town)).toBeNull()
    expect((await move(village, town)).status).toBe(200)
    expect((await move(office, village)).status).toBe(200)
    expect(codes(await move(village, office))).toEqual([400, 'UNIT_CYCLE parent'])
    expect((await move(office, null)).status).toBe(200)
    expect((await move(village, office)).status).toBe(200)
  })

  it('PPL-6 of two edits at one moment that would close a circle one is refused', async () => {
    const [a, b] = [await make('甲'), await make('乙')]
    const answers = await Promise.all([move(a, b), move(b, a)])
    expect(answers.map(codes).toSorted()).toEqual([[200], [400, 'UNIT_CYCLE parent']])
    expect([await parentOf(a), await parentOf(b)].filter((parent) => parent === null)).toHaveLength(1)
  })

  it('PPL-6 many units at once are refused as one', async () => {
    const top = await make('上')
    const low = await make('下', top)
    const query = `/units?where[id][in]=${top}`
    const answer = await desk.rest('PATCH', query, { as: 'administrator', json: { parent: low } })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await parentOf(top)).toBeNull()
  })

  it('PPL-6 a circle of an older version ends the walk, and is mended by a parent outside it', async () => {
    const [a, b, c] = [await make('子'), await make('丑'), await make('寅')]
    for (const [id, parent] of [
      [a, b],
      [b, a],
    ])
      await desk.payload.db.updateOne({ collection: 'units', id: id ?? '', data: { parent } })
    expect((await move(c, a)).status).toBe(200)
    expect((await move(a, null)).status).toBe(200)
  })
})
