import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf } from './rows.ts'

describe.each(databases)('key phrases of a case on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const begun = async (over: object): Promise<string> => {
    const json = { ...caseOf(hotline), story: '投五万，月返一千五\n头两月准时到账', ...over }
    const { body } = await desk.rest('POST', '/cases?draft=true&depth=0', { as: 'author', json })
    return (body['doc'] as { id: string }).id
  }
  const submit = (id: string) => desk.rest('POST', `/cases/${id}/submit`, { as: 'author', json: {} })
  const frozenOf = async (id: string): Promise<string> => {
    const { body } = await desk.rest('GET', `/submissions?where[content.value][equals]=${id}&depth=0`, {
      as: 'author',
    })
    return (body['docs'] as readonly { readonly frozen: string }[])[0]?.frozen ?? ''
  }

  it('CNT-4 what the author marks is in the frozen words, and nothing of it where he marks none', async () => {
    const [marked, plain] = [await begun({ beatAccents: '一千五、准时' }), await begun({})]
    for (const id of [marked, plain]) expect((await submit(id)).status).toBe(201)
    expect(JSON.parse(await frozenOf(marked))).toMatchObject({ body: { lineAccents: ['一千五', '准时'] } })
    expect(await frozenOf(plain)).not.toContain('Accents')
  })

  it('CNT-4 a phrase that stands in no beat is told at its field before anything is stored', async () => {
    const id = await begun({ beatAccents: '八万' })
    const { status, body } = await submit(id)
    expect(status).toBe(400)
    expect(body.errors?.map(({ code, field }) => [code, field])).toEqual([
      ['ACCENT_NOT_IN_TEXT', 'beatAccents'],
    ])
    expect(await frozenOf(id)).toBe('')
  })
})
