import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf } from './rows.ts'

type Doc = { readonly id: string; readonly updatedAt: string } & Record<string, unknown>

const docIn = ({ status, body }: Answer): Doc => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return (body['doc'] ?? body['result']) as Doc
}
const told = ({ status, body }: Answer) => ({
  status,
  faults: body.errors?.map(({ code, field, got }) => ({ code, field, got })),
})
const conflict = (field: string, got: string) => ({
  status: 409,
  faults: [{ code: 'EDIT_CONFLICT', field, got }],
})

describe.each(databases)('two writers of one row on $name', (database) => {
  let desk: Desk
  let rows: Awaited<ReturnType<typeof buildPlaceWithScreens>>
  beforeAll(async () => {
    desk = await openDesk(database)
    rows = await buildPlaceWithScreens(desk)
  })
  afterAll(() => desk.close())

  const begun = async (): Promise<Doc> =>
    docIn(await desk.rest('POST', '/cases?draft=true', { as: 'author', json: caseOf(rows.hotline.id) }))
  const DRAFT = 'draft=true&depth=0'
  const write = (as: PersonName, { id }: Doc, json: object, query = DRAFT) =>
    desk.rest('PATCH', `/cases/${id}?${query}`, { as, json })
  const stands = async ({ id }: Doc): Promise<Doc> =>
    (await desk.rest('GET', `/cases/${id}?${DRAFT}`, { as: 'author' })).body as unknown as Doc

  it('CMS-83 a whole form written from an older draft puts back nothing of what another wrote since', async () => {
    const base = await begun()
    docIn(await write('author', base, { ...base, madeFrom: base, title: '甲的标题' }))
    const merged = docIn(
      await write('second', base, { ...base, madeFrom: base, lesson: '乙的提醒' }, `${DRAFT}&autosave=true`),
    )
    expect(merged).toMatchObject({ title: '甲的标题', lesson: '乙的提醒' })
    expect(await stands(base)).toMatchObject({ title: '甲的标题', lesson: '乙的提醒', story: base['story'] })
    expect(merged).not.toHaveProperty('madeFrom')
  })

  it('CMS-83 what both changed is refused at its field and names who wrote, in both languages; nothing is stored', async () => {
    const base = await begun()
    docIn(await write('author', base, { madeFrom: base, title: '甲的标题', story: '甲的经过' }))
    const refused = await write('second', base, {
      ...base,
      madeFrom: base,
      title: '乙的标题',
      lesson: '乙的提醒',
    })
    expect(told(refused)).toEqual(conflict('title', '林编写'))
    const [fault] = refused.body.errors ?? []
    expect(fault?.message_zh).toMatch(/林编写在\d+年\d+月\d+日 \d\d:\d\d也改了这一栏/)
    expect(fault?.message_en).toMatch(/林编写 changed this field too \(\d+ \w+ \d+, \d\d:\d\d\)/)
    expect(await stands(base)).toMatchObject({ title: '甲的标题', lesson: base['lesson'] })
    // The same words are no conflict, and who has seen what stands may write over it.
    docIn(await write('second', base, { madeFrom: base, title: '甲的标题' }))
    docIn(await write('second', base, { madeFrom: { title: '甲的标题' }, title: '乙的标题' }))
  })

  it('CMS-83 the name told is of who wrote that field, however many wrote others since', async () => {
    const base = await begun()
    const auto = `${DRAFT}&autosave=true`
    docIn(await write('author', base, { madeFrom: base, title: '甲' }, auto))
    docIn(await write('second', base, { madeFrom: base, lesson: '乙' }, auto))
    docIn(await write('second', base, { madeFrom: base, story: '乙的经过' }, auto))
    const refused = await write('everything', base, {
      madeFrom: base,
      title: '丙',
      lesson: '丙',
      story: '丙',
    })
    expect(refused.body.errors?.map(({ field, got }) => [field, got])).toEqual([
      ['title', '林编写'],
      ['story', '周编写'],
      ['lesson', '周编写'],
    ])
  })

  it('CMS-83 a form that says only when it was read is refused where it differs from what stands', async () => {
    const base = await begun()
    docIn(await write('author', base, { ...base, title: '甲的标题' }))
    const old = await write('second', base, { ...base, lesson: '乙的提醒' }, `${DRAFT}&autosave=true`)
    expect(old.status).toBe(409)
    expect(old.body.errors?.map(({ field }) => field)).toEqual(['title', 'lesson'])
    expect(await stands(base)).toMatchObject({ title: '甲的标题', lesson: base['lesson'] })
    const seen = await stands(base)
    docIn(await write('second', base, { ...seen, lesson: '乙的提醒' }))
  })

  it('CMS-83 rows of a list count whole: a step added by one is not taken away by the other', async () => {
    const step = (n: number) => ({ heSays: `他说${n}`, youDo: `您做${n}` })
    const base = docIn(
      await desk.rest('POST', '/techniques?draft=true&depth=0', {
        as: 'author',
        json: { title: '冒充客服', fraudClass: 'fake-police', hotline: rows.hotline.id, steps: [step(1)] },
      }),
    )
    const at = `/techniques/${base.id}?${DRAFT}`
    const steps = base['steps'] as object[]
    docIn(
      await desk.rest('PATCH', at, { as: 'author', json: { madeFrom: base, steps: [...steps, step(2)] } }),
    )
    const next = docIn(
      await desk.rest('PATCH', at, { as: 'second', json: { ...base, madeFrom: base, title: '冒充公安' } }),
    )
    expect(next).toMatchObject({ title: '冒充公安', steps: [step(1), step(2)] })
    const refused = await desk.rest('PATCH', at, {
      as: 'second',
      json: { madeFrom: base, steps: [{ ...steps[0], youDo: '挂掉' }] },
    })
    expect(told(refused)).toEqual(conflict('steps', '林编写'))
  })

  it('CMS-83 at the same instant only one of two passes', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const base = await begun()
      const both = await Promise.all([
        write('author', base, { madeFrom: base, title: '甲的标题' }),
        write('second', base, { madeFrom: base, title: '乙的标题' }),
        write('everything', base, { madeFrom: base, lesson: '丙的提醒' }),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 409])
      const won = both[0].status === 200 ? '甲的标题' : '乙的标题'
      expect(await stands(base)).toMatchObject({ title: won, lesson: '丙的提醒' })
    }
  })

  it('CMS-83 publishing, bulk editing and the Local API are doors like the first', async () => {
    const base = await begun()
    docIn(await write('author', base, { madeFrom: base, title: '甲的标题' }))
    const late = { madeFrom: base, title: '乙的标题', _status: 'published' }
    expect(told(await write('second', base, late, 'depth=0'))).toEqual(conflict('title', '林编写'))
    const bulk = await desk.rest('PATCH', `/cases?where[id][equals]=${base.id}&${DRAFT}`, {
      as: 'second',
      json: { madeFrom: base, title: '乙的标题' },
    })
    expect(bulk.body.errors?.[0]?.message).toContain('EDIT_CONFLICT')
    const local = desk.payload.update({
      collection: 'cases',
      id: base.id,
      draft: true,
      overrideAccess: true,
      req: await desk.requestOf('second'),
      data: { madeFrom: base, title: '乙的标题' } as never,
    })
    await expect(local).rejects.toThrow('EDIT_CONFLICT')
    expect(await stands(base)).toMatchObject({ title: '甲的标题' })
  })

  it('CMS-85 a bulk edit or bulk publish starts from each newest draft and puts back no older words', async () => {
    const base = await begun()
    docIn(await write('author', base, { title: '甲的标题' }))
    for (const json of [{ lesson: '成批改的提醒' }, { _status: 'published' }]) {
      const { status } = await desk.rest('PATCH', `/cases?where[id][equals]=${base.id}&depth=0`, {
        as: 'second',
        json,
      })
      expect(status).toBe(200)
      expect(await stands(base)).toMatchObject({ title: '甲的标题', lesson: '成批改的提醒' })
    }
  })

  it('CMS-83 an older version put back on purpose stands, and who wrote from before it hears of it', async () => {
    const base = await begun()
    docIn(await write('author', base, { madeFrom: base, title: '甲的标题' }))
    const versions = await desk.rest(
      'GET',
      `/cases/versions?where[parent][equals]=${base.id}&sort=updatedAt`,
      {
        as: 'second',
      },
    )
    const [oldest] = versions.body['docs'] as readonly { readonly id: string }[]
    const back = await desk.rest('POST', `/cases/versions/${oldest?.id}?draft=true`, { as: 'second' })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    expect(await stands(base)).toMatchObject({ title: base['title'] })
    const late = await write('author', base, { madeFrom: { title: '甲的标题' }, title: '甲的新标题' })
    expect(told(late)).toEqual(conflict('title', '周编写'))
    const all = await desk.rest('GET', `/cases/versions?where[parent][equals]=${base.id}`, { as: 'author' })
    const kept = all.body['docs'] as readonly { readonly version: { readonly title: string } }[]
    expect(kept.map(({ version }) => version.title)).toContain('甲的标题')
  })

  it('CMS-83 a copy takes nothing from anybody, and says nothing of what it was made from', async () => {
    const base = await begun()
    const copy = docIn(
      await desk.rest('POST', `/cases/${base.id}/duplicate?${DRAFT}`, {
        as: 'second',
        json: { madeFrom: { title: '不是这个' }, title: '抄来的标题' },
      }),
    )
    expect(copy).toMatchObject({ title: '抄来的标题' })
    expect(copy.id).not.toBe(base.id)
    expect(copy).not.toHaveProperty('madeFrom')
  })

  it('CMS-83 every other kind of row that people edit by form', async () => {
    const read = async (path: string, as: PersonName) =>
      (await desk.rest('GET', `${path}?depth=0`, { as })).body as unknown as Doc
    const made = async (slug: string, json: object) =>
      `/${slug}/${docIn(await desk.rest('POST', `/${slug}?depth=0`, { as: 'everything', json })).id}`
    const entries = [{ relationTo: 'cases', value: (await begun()).id }]
    const playlist = await made('playlists', { name: '早上', entries })
    const day = '2026-11-23T04:00:00.000Z'
    const doors: readonly (readonly [path: string, field: string, other: string])[] = [
      [`/places/${rows.place.id}`, 'name', 'placeType'],
      [`/units/${rows.unit.id}`, 'name', 'fullName'],
      [`/screens/${rows.wall.id}`, 'name', 'responsible'],
      [`/hotlines/${rows.hotline.id}`, 'label', 'scope'],
      [playlist, 'name', 'entries'],
      [
        await made('schedules', {
          name: '早',
          playlist: playlist.split('/')[2],
          screens: [rows.wall.id],
          fromDate: day,
        }),
        'name',
        'untilTime',
      ],
      [`/users/${desk.ids.neighbour}`, 'name', 'unit'],
    ]
    const OTHERS: Record<string, unknown> = {
      placeType: 'park',
      fullName: '五间镇人民政府',
      responsible: '老王',
      scope: '随时',
      entries: [...entries, { relationTo: 'cases', value: (await begun()).id }],
      untilTime: '20:00',
      unit: rows.unit.id,
    }
    for (const [path, field, other] of doors) {
      const base = await read(path, 'everything')
      const patch = (as: PersonName, json: object) => desk.rest('PATCH', `${path}?depth=0`, { as, json })
      docIn(await patch('everything', { ...base, madeFrom: base, [field]: '甲的名称' }))
      const form = { ...base, madeFrom: base, [other]: OTHERS[other] }
      const apart = await patch('everything', form)
      expect(apart.body.errors, path).toBeUndefined()
      expect(docIn(apart), path).toMatchObject({ [field]: '甲的名称' })
      const late = await patch('everything', { ...base, [field]: '乙的名称' })
      expect(late.status, path).toBe(409)
      expect(
        late.body.errors?.map((e) => [e.code, e.field]),
        path,
      ).toContainEqual(['EDIT_CONFLICT', field])
      expect(await read(path, 'everything'), path).toMatchObject({ [field]: '甲的名称' })
    }
  })

  it('DESK-23 every form that anybody may save says what it was made from, and no lock keeps another out', () => {
    const { collections, globals } = desk.config
    const written = [
      ...collections.filter(
        ({ lockDocuments, slug }) => lockDocuments !== false && !slug.startsWith('payload-'),
      ),
      ...globals,
    ]
    expect(written.map(({ slug }) => slug)).toContain('places')
    for (const { fields, lockDocuments, slug } of written) {
      expect(
        fields.some((field) => 'name' in field && field.name === 'writing'),
        slug,
      ).toBe(true)
      expect(lockDocuments, slug).toEqual({ duration: 0 })
    }
  })

  it('CMS-83 the town itself', async () => {
    const save = (json: object) => desk.rest('POST', '/globals/town?depth=0', { as: 'administrator', json })
    const base = docIn(await save({ name: '五间镇' }))
    docIn(await save({ ...base, madeFrom: base, name: '六间镇' }))
    expect(told(await save({ ...base, madeFrom: base, name: '七间镇' }))).toEqual(conflict('name', '冯管理'))
    expect(told(await save({ ...base, name: '七间镇' }))).toEqual(conflict('name', '冯管理'))
    docIn(await save({ name: '七间镇' }))
  })

  it('CMS-84 an autosave that does not say what it was made from is refused; a script may write a field without', async () => {
    const base = await begun()
    const refused = await write('author', base, { title: '甲' }, `${DRAFT}&autosave=true`)
    expect(told(refused)).toMatchObject({ status: 400, faults: [{ code: 'EDIT_UNSTATED' }] })
    docIn(await write('author', base, { title: '甲' }))
    for (const [name, value] of [
      ['madeFrom', '甲'],
      ['madeFrom', [1]],
      ['updatedAt', '昨天'],
      ['updatedAt', 7],
    ] as const) {
      const wrong = await write('author', base, { [name]: value, title: '乙' })
      expect(told(wrong), `${name} ${JSON.stringify(value)}`).toMatchObject({
        status: 400,
        faults: [{ code: 'FIELD_INVALID', field: name }],
      })
    }
    expect(await stands(base)).toMatchObject({ title: '甲' })
  })
})
