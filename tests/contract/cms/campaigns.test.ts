import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCampaigns } from '../../../cms/town/campaigns.ts'
import { stagesOn } from '../../../src/campaign/index.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens, sloganOf } from './rows.ts'

type Fault = Readonly<Record<string, unknown>>
const told = ({ body }: Answer) =>
  ((body.errors ?? []) as unknown as readonly Fault[]).map(
    ({ code, field }) => `${String(code)} ${String(field)}`,
  )

/** The town's midnight of a day, as the form stores it. */
const at = (day: string): string => `${day}T00:00:00.000+08:00`

describe.each(databases)('campaigns, on $name', (database) => {
  let desk: Desk
  let town: Awaited<ReturnType<typeof buildPlaceWithScreens>>
  beforeAll(async () => {
    desk = await openDesk(database)
    town = await buildPlaceWithScreens(desk)
  })
  afterAll(() => desk.close())

  const plan = (more: object = {}) => ({
    name: '打击整治养老诈骗专项行动',
    documentNo: '演示〔2026〕1号',
    units: [town.unit.id],
    stages: [
      { stage: 'mobilise', fromDate: at('2026-05-26'), untilDate: at('2026-06-10') },
      { stage: 'crack-down', name: '集中整治', fromDate: at('2026-05-26'), untilDate: at('2026-11-10') },
    ],
    themes: ['care-product'],
    goals: [{ theme: 'ai-voice', placeType: 'market', minutes: 30 }],
    ...more,
  })
  const write = (json: object, as: 'operator' | 'author' = 'operator') =>
    desk.rest('POST', '/campaigns', { as, json })
  const idOf = ({ body, status }: Answer): string => {
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    return String((body['doc'] as { id: string }).id)
  }

  it('CMP-2 what the operator planned is read back with the days of the town', async () => {
    const id = idOf(await write(plan()))
    const [read] = await readCampaigns({ payload: desk.payload })
    expect(read).toEqual({
      id,
      name: '打击整治养老诈骗专项行动',
      stages: [
        { stage: 'mobilise', name: '', fromDate: '2026-05-26', untilDate: '2026-06-10' },
        { stage: 'crack-down', name: '集中整治', fromDate: '2026-05-26', untilDate: '2026-11-10' },
      ],
      themes: ['care-product'],
      goals: [{ theme: 'ai-voice', placeType: 'market', minutes: 30 }],
    })
    expect(read && stagesOn(read, '2026-06-10').map(({ stage }) => stage)).toEqual(['mobilise', 'crack-down'])
    expect(read && stagesOn(read, '2026-06-11').map(({ stage }) => stage)).toEqual(['crack-down'])
  })

  it('CMP-1 all faults at once at their fields, and nothing is stored', async () => {
    const { totalDocs } = await desk.payload.count({ collection: 'campaigns', overrideAccess: true })
    const wrong = await write(
      plan({
        stages: [{ stage: 'mobilise', fromDate: at('2026-06-10'), untilDate: at('2026-05-26') }],
        goals: [
          { theme: 'ai-voice', placeType: 'market', minutes: 2000 },
          { theme: 'ai-voice', placeType: 'market', minutes: 5 },
        ],
      }),
    )
    expect([wrong.status, told(wrong)]).toEqual([
      400,
      [
        'CAMPAIGN_STAGE_REVERSED stages.0.untilDate',
        'CAMPAIGN_MINUTES_INVALID goals.0.minutes',
        'CAMPAIGN_GOAL_TWICE goals.1.theme',
      ],
    ])
    const odd = [
      plan({ stages: [] }),
      plan({ stages: [{ stage: 'mobilise' }] }),
      plan({ stages: 7 }),
      plan({ themes: ['weather'] }),
      plan({ goals: [{ theme: 'ai-voice', placeType: 'moon', minutes: 5 }] }),
      plan({ goals: [{ theme: 'ai-voice', placeType: 'market', minutes: '5' }] }),
      plan({ stages: [{ stage: 'mobilise', fromDate: '2026-02-30', untilDate: at('2026-05-26') }] }),
    ]
    for (const one of odd) expect((await write(one)).status, JSON.stringify(one)).toBe(400)
    expect((await desk.payload.count({ collection: 'campaigns', overrideAccess: true })).totalDocs).toBe(
      totalDocs,
    )
  })

  it('CMP-1 a stage is changed by itself and still held against the others that stand', async () => {
    const id = idOf(await write(plan({ name: '第二个行动' })))
    const patch = (json: object) => desk.rest('PATCH', `/campaigns/${id}`, { as: 'operator', json })
    expect(told(await patch({ goals: [{ theme: 'romance', placeType: 'park', minutes: 0 }] }))).toEqual([
      'CAMPAIGN_MINUTES_INVALID goals.0.minutes',
    ])
    expect((await patch({ documentNo: '演示〔2026〕2号' })).status).toBe(200)
  })

  it('CMP-3 a content is tagged with it, freezes as it did, and keeps it from being deleted', async () => {
    const id = idOf(await write(plan({ name: '第三个行动' })))
    const content = idOf(
      await desk.rest('POST', '/slogans?draft=true', {
        as: 'author',
        json: { ...sloganOf(town.hotline.id), campaign: id, stages: ['mobilise'] },
      }),
    )
    const read = await desk.rest('GET', `/slogans/${content}?draft=true&depth=0`, { as: 'reviewer' })
    expect(read.body).toMatchObject({ campaign: id, stages: ['mobilise'] })
    const sent = await desk.rest('POST', `/slogans/${content}/submit`, { as: 'author', json: {} })
    const { id: submission } = sent.body['submission'] as { id: string }
    const row = await desk.rest('GET', `/submissions/${submission}?depth=0`, { as: 'reviewer' })
    expect(String(row.body['frozen'])).not.toMatch(/campaign|mobilise/)
    const refused = await desk.rest('DELETE', `/campaigns/${id}`, { as: 'operator' })
    expect([refused.status, told(refused)]).toEqual([409, ['IN_USE undefined']])
    const other = idOf(await write(plan({ name: '没有人用的行动' })))
    expect((await desk.rest('DELETE', `/campaigns/${other}`, { as: 'operator' })).status).toBe(200)
  })

  it('CMP-4 authors read it and plan nothing; who changed what is in the audit', async () => {
    expect((await write(plan({ name: '编写的行动' }), 'author')).status).toBe(403)
    const id = idOf(await write(plan({ name: '第四个行动' })))
    expect((await desk.rest('GET', `/campaigns/${id}`, { as: 'author' })).status).toBe(200)
    await desk.rest('PATCH', `/campaigns/${id}`, { as: 'administrator', json: { name: '改了名' } })
    const audit = await desk.rest('GET', `/audit?where[subject][equals]=campaigns/${id}&sort=seq&depth=0`, {
      as: 'administrator',
    })
    expect((audit.body['docs'] as readonly Fault[]).map(({ action }) => action).toSorted()).toEqual([
      'create',
      'update',
    ])
  })
})
