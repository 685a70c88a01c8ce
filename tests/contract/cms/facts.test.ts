import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissionById } from '../../../cms/records/rows.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf, sloganOf } from './rows.ts'

describe.each(databases)('what a content is sorted by, on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const draft = async (collection: string, data: object) => {
    const json = { hotline, ...data }
    const { body, status } = await desk.rest('POST', `/${collection}?draft=true`, { as: 'author', json })
    expect(status, JSON.stringify(body)).toBe(201)
    return String((body['doc'] as { id: string }).id)
  }
  const frozen = async (collection: string, id: string) => {
    desk.ports.clock.advance(1000)
    const { body, status } = await desk.rest('POST', `/${collection}/${id}/submit`, {
      as: 'author',
      json: {},
    })
    expect(status, JSON.stringify(body)).toBe(201)
    const { id: submission } = body['submission'] as { id: string }
    const row = await submissionById({ payload: desk.payload }, submission)
    return JSON.parse(row?.frozen ?? '{}') as FrozenContent & { readonly body: Record<string, unknown> }
  }
  const technique = (more: object = {}) =>
    draft('techniques', {
      title: '养老卡打折，钱难退回',
      fraudClass: 'care-service',
      steps: [{ heSays: '今天办卡打八折', youDo: '不急，先去看房', part: 'hook' }],
      ...more,
    })

  it('CNT-6 what the form chose is stored, read again, and frozen with the words', async () => {
    const how = await technique({ redFlags: ['haste'], channels: ['door'] })
    const facts = { status: 'composite', outcome: 'recovered', amount: 'to-10000', channels: ['phone'] }
    const id = await draft('cases', {
      ...caseOf(hotline),
      ...facts,
      method: 'virtual-card',
      officialClass: 'care-investment',
      lawNote: '骗老人的钱，要判刑。',
      techniques: [how],
      audience: ['children', 'elders'],
      placeTypes: ['market'],
    })
    const { body } = await desk.rest('GET', `/cases/${id}?draft=true&depth=0`, { as: 'reviewer' })
    expect(body).toMatchObject({ ...facts, techniques: [how], placeTypes: ['market'] })
    const told = await frozen('cases', id)
    expect([told.audience, told.placeTypes]).toEqual([['elders', 'children'], ['market']])
    expect(told.body).toMatchObject({
      facts: { ...facts, method: 'virtual-card', officialClass: 'care-investment' },
      lawNote: '骗老人的钱，要判刑。',
      techniques: [how],
    })
    const { body: said } = await frozen('techniques', how)
    expect(said).toMatchObject({
      facts: { redFlags: ['haste'], channels: ['door'] },
      steps: [{ heSays: '今天办卡打八折', youDo: '不急，先去看房', part: 'hook' }],
    })
  })

  it('CNT-6 a draft that says nothing has none of it in its frozen words', async () => {
    const id = await draft('slogans', sloganOf(hotline))
    const { audience, placeTypes, body } = await frozen('slogans', id)
    expect([audience, placeTypes, body['facts']]).toEqual([undefined, undefined, undefined])
  })

  it('CNT-6 what is no value of its list, stored by whatever door, is not frozen; of another type it is refused', async () => {
    const id = await draft('slogans', { ...sloganOf(hotline, '守住钱袋子 护好幸福家'), accent: '' })
    const write = (json: object) =>
      desk.rest('PATCH', `/slogans/${id}?draft=true`, { as: 'author', json: json })
    expect((await write({ occasion: 7 })).status).toBe(400)
    expect((await write({ audience: 'elders' })).status).toBe(400)
    await write({ occasion: 'doomsday', audience: ['ghosts'] })
    const { audience, body } = await frozen('slogans', id)
    expect([audience, body['facts']]).toEqual([undefined, undefined])
  })

  it('CNT-6 a technique that a case is an example of is not deleted', async () => {
    const how = await technique({ title: '投养老项目，本金没影' })
    const id = await draft('cases', {
      ...caseOf(hotline),
      title: '老李的第二课',
      accent: '',
      techniques: [how],
    })
    const refused = await desk.rest('DELETE', `/techniques/${how}`, { as: 'author' })
    expect([refused.status, refused.body]).toMatchObject([409, { errors: [{ code: 'IN_USE' }] }])
    await desk.rest('PATCH', `/cases/${id}?draft=true`, { as: 'author', json: { techniques: [] } })
    await desk.rest('DELETE', `/cases/${id}`, { as: 'author' })
    expect((await desk.rest('DELETE', `/techniques/${how}`, { as: 'author' })).status).toBe(200)
  })
})
