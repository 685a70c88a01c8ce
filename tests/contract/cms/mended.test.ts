import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf } from './rows.ts'

type Place = { readonly field: string; readonly kind: string; readonly from: string; readonly to: string }
type Doc = { readonly id: string; readonly mended?: readonly Place[] } & Record<string, unknown>

const docIn = ({ status, body }: Answer): Doc => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return (body['doc'] ?? body['result'] ?? body) as Doc
}
const places = ({ mended = [] }: Doc) => mended.map(({ field, from, to }) => [field, from, to])

describe.each(databases)('what saving puts right on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const DRAFT = 'draft=true&depth=0'
  const begun = async (over: object = {}): Promise<Doc> =>
    docIn(await desk.rest('POST', `/cases?${DRAFT}`, { as: 'author', json: { ...caseOf(hotline), ...over } }))
  const save = async ({ id }: Doc, json: object, query = DRAFT): Promise<Doc> =>
    docIn(await desk.rest('PATCH', `/cases/${id}?${query}`, { as: 'author', json }))

  it('MEND-5 whoever creates or saves a draft gets it mended, and each place named', async () => {
    const made = await begun({ title: '免费鸡蛋!!骗走２万', story: '• 他说"白送"\n再想想...' })
    expect(made).toMatchObject({ title: '免费鸡蛋！！骗走2万', story: '他说“白送”\n再想想……' })
    expect(places(made)).toEqual([
      ['title', '!!', '！！'],
      ['title', '２', '2'],
      ['story', '• ', ''],
      ['story', '"', '“'],
      ['story', '"', '”'],
      ['story', '...', '……'],
    ])
    const saved = await save(made, { lesson: '先问儿女,再掏钱' })
    expect(saved['lesson']).toBe('先问儿女，再掏钱')
    expect(places(saved)).toEqual([['lesson', ',', '，']])
    const read = docIn(await desk.rest('GET', `/cases/${made.id}?${DRAFT}`, { as: 'author' }))
    expect(read).toMatchObject({ title: '免费鸡蛋！！骗走2万', lesson: '先问儿女，再掏钱' })
    expect(read).not.toHaveProperty('mended')
    expect(await save(made, { title: '保健品不治病' })).not.toHaveProperty('mended')
  })

  it('MEND-5 words in rows of a list and halves of a slogan are mended in their own way, in many rows at once too', async () => {
    const technique = docIn(
      await desk.rest('POST', `/techniques?${DRAFT}`, {
        as: 'author',
        json: {
          title: '冒充客服',
          fraudClass: 'fake-police',
          hotline,
          steps: [{ heSays: '快转账!', youDo: '挂掉.' }],
        },
      }),
    )
    expect(technique).toMatchObject({ steps: [{ heSays: '快转账！', youDo: '挂掉。' }] })
    expect(places(technique).map(([field]) => field)).toEqual(['steps.0.heSays', 'steps.0.youDo'])
    const slogan = docIn(
      await desk.rest('POST', `/slogans?${DRAFT}`, {
        as: 'author',
        json: { text: '高息是骗局, 先问儿女', hotline },
      }),
    )
    expect(slogan['text']).toBe('高息是骗局， 先问儿女')
    const [one, other] = [await begun(), await begun()]
    const many = await desk.rest('PATCH', `/cases?where[id][in]=${one.id},${other.id}&${DRAFT}`, {
      as: 'author',
      json: { lesson: '别信!!' },
    })
    const docs = many.body['docs'] as readonly Doc[]
    expect(docs.map(places)).toEqual([[['lesson', '!!', '！！']], [['lesson', '!!', '！！']]])
  })

  it('MEND-6 what a form saves by itself is not moved under the caret', async () => {
    const made = await begun()
    const saved = await save(made, { madeFrom: made, title: '钱!!' }, `${DRAFT}&autosave=true`)
    expect(saved['title']).toBe('钱!!')
    expect(saved).not.toHaveProperty('mended')
  })

  it('MEND-4 words left as typed stay so in later saves, but for what cannot stay, which is named', async () => {
    const made = await begun()
    const kept = await save(made, { title: '钱!!\u200b包⼥', lesson: '好!!', asTyped: ['title'] })
    expect(kept).toMatchObject({ title: '钱!!包女', lesson: '好！！' })
    expect(places(kept)).toEqual([
      ['title', '\u200b', ''],
      ['title', '⼥', '女'],
      ['lesson', '!!', '！！'],
    ])
    const later = await save(made, { ...kept, lesson: '别信!' })
    expect(later).toMatchObject({ title: '钱!!包女', lesson: '别信！' })
    expect(places(later)).toEqual([['lesson', '!', '！']])
    for (const asTyped of ['title', { title: true }, [1]]) {
      const answer = await desk.rest('PATCH', `/cases/${made.id}?${DRAFT}`, {
        as: 'author',
        json: { title: '钱', asTyped },
      })
      expect(answer.status).toBe(400)
      expect(answer.body.errors?.[0]).toMatchObject({ code: 'FIELD_INVALID', field: 'asTyped' })
    }
  })

  it('MEND-5 an earlier version that is put back comes back as it was', async () => {
    const made = await begun()
    await save(made, { title: '钱!!', asTyped: ['title'] })
    const versions = await desk.rest(
      'GET',
      `/cases/versions?where[parent][equals]=${made.id}&sort=-updatedAt`,
      {
        as: 'author',
      },
    )
    const [typed] = versions.body['docs'] as readonly { readonly id: string }[]
    await save(made, { title: '别的' })
    const back = await desk.rest('POST', `/cases/versions/${typed?.id}?draft=true`, { as: 'author' })
    expect(back.status).toBe(200)
    const read = docIn(await desk.rest('GET', `/cases/${made.id}?${DRAFT}`, { as: 'author' }))
    expect(read['title']).toBe('钱!!')
  })
})
