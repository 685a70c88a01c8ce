import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHeadRows, type HeadRows } from '../../../src/adapters/publishing/head-rows.ts'
import type { GroupKey, ScreenId, Sha256 } from '../../../src/model/ids.ts'
import type { Head } from '../../../src/model/programme.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'

const SCREEN = '00000000-0000-4000-8000-000000000001' as ScreenId

const headOf = (sequence: number): Head => ({
  sequence,
  town: 'x'.repeat(43),
  group: 'a'.repeat(16) as GroupKey,
  programme: String(sequence).padStart(64, '0') as Sha256,
  activateAt: sequence * 1000,
  leaseUntil: sequence * 1000 + 1_000_000,
  revoked: [],
})

describe.each(databases)('heads edited behind the product on $name', (database) => {
  let desk: Desk
  let rows: HeadRows
  beforeAll(async () => {
    desk = await openDesk(database)
    rows = openHeadRows(desk.payload, desk.ports.heads)
    for (const sequence of [1, 2, 3]) await rows.append(headOf(sequence), [SCREEN], 'changed')
  })
  afterAll(() => desk.close())

  const edit = async (sequence: number, data: object) => {
    const where = { sequence: { equals: sequence } }
    await desk.payload.db.updateOne({ collection: 'heads', where, data: { ...data } })
  }
  const activeAt = async (at: number) => (await rows.activeAt(SCREEN, at))?.sequence ?? null

  it('CMS-71 the head active at an instant is told from what was signed, not from the columns beside it', async () => {
    expect([await activeAt(500), await activeAt(2500), await activeAt(9000)]).toEqual([null, 2, 3])
    await edit(3, { activateAt: new Date(60_000).toISOString() })
    expect(await activeAt(9000)).toBe(3)
    await edit(3, { activateAt: new Date(3000).toISOString() })
    const { id: _, ...copy } = (await desk.payload.db.findOne<{ id: string }>({
      collection: 'heads',
      where: { sequence: { equals: 1 } },
    })) as { id: string }
    await desk.payload.db.create({ collection: 'heads', data: { ...copy, sequence: 7, screens: 'no list' } })
    await desk.payload.db.create({
      collection: 'heads',
      data: { ...copy, sequence: 8, screens: JSON.stringify([SCREEN]), signature: 'AAAA' },
    })
    expect(await activeAt(9000)).toBe(3)
  })

  it('CMS-72 a forged number takes at most ten thousand from the town', async () => {
    expect((await rows.atStart()).last).toBe(8)
    await edit(8, { sequence: Number.MAX_SAFE_INTEGER - 1 })
    const { last, rows: held } = await rows.atStart()
    expect(last).toBe(7)
    expect(held.map(({ head }) => head.sequence)).toEqual([3, 2, 1])
    await desk.payload.db.deleteMany({ collection: 'heads', where: { sequence: { greater_than: 2 } } })
    expect((await rows.atStart()).last).toBe(3)
  })
})
