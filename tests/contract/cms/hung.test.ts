import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_TAKEN_DOWN, readHung } from '../../../cms/app/(pages)/print/hung.ts'
import { readRecall } from '../../../cms/postings/recall.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildVillages, type Villages } from './villages.ts'

/** More than any page of the desk or the API gives at once. */
const HANGING = 620
const DAY = 86_400_000

describe.each(databases)('a large town’s list on $name', (database) => {
  let desk: Desk
  let v: Villages
  const user = async (name: 'operator' | 'village') => (await desk.requestOf(name)).user as never
  const hang = async (unit: string, place: string, at: number, takenDownAt: number | null = null) =>
    desk.payload.db.create({
      collection: 'postings',
      data: {
        title: '天上不会 掉馅饼',
        code: at.toString(36).slice(-8),
        release: v.story.release,
        unit,
        place,
        postedAt: new Date(at).toISOString(),
        until: new Date(at + DAY).toISOString(),
        takenDownAt: takenDownAt && new Date(takenDownAt).toISOString(),
      },
    })
  beforeAll(async () => {
    desk = await openDesk(database)
    v = await buildVillages(desk)
    const { stone, willow } = v.units
    const now = desk.ports.clock.now()
    // What hangs is old; what came down is newer, and much.
    for (let i = 0; i < HANGING; i++) {
      const own = i % 2 === 0
      await hang(own ? stone : willow, own ? v.places.stone : v.places.willow, now - 9 * DAY - i * 1000)
    }
    for (let i = 0; i < MOST_TAKEN_DOWN + 7; i++) await hang(stone, v.places.stone, now - i * 1000, now - i)
  })
  afterAll(() => desk.close())

  it('PPG-8 all that hangs is on the list, however much and however old, and the latest of what came down', async () => {
    const town = await readHung(desk.payload, await user('operator'))
    expect(town.map(({ name, hanging, own }) => [name, hanging, own])).toEqual(
      ['柳河村', '石桥村']
        .toSorted((a, b) => a.localeCompare(b, 'zh-CN'))
        .map((name) => [name, HANGING / 2, false]),
    )
    const down = town.flatMap(({ postings }) => postings.filter(({ takenDownAt }) => takenDownAt !== null))
    expect(down).toHaveLength(MOST_TAKEN_DOWN)
    const latest = new Date(desk.ports.clock.now()).toISOString()
    expect(down.map(({ takenDownAt }) => takenDownAt)).toContain(latest)
    const [mine, ...others] = await readHung(desk.payload, await user('village'))
    expect(others).toEqual([])
    expect(mine).toMatchObject({ name: '石桥村', own: true, hanging: HANGING / 2 })
    expect(mine?.postings[0]).toMatchObject({ place: '石桥村公告栏', takenDownAt: null })
  })

  it('PST-10 nothing that must come down is left off the list, however much it is', async () => {
    const items = await readRecall({ payload: desk.payload, user: await user('operator') })
    expect(items).toHaveLength(HANGING)
  })
})
