/** What a content may name of others: what stands released, whoever wrote it, and never a draft that is not his (CMS-99). */
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_OFFERED } from '../../../cms/overview/choices.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { caseOf, techniqueOf } from './rows.ts'
import { releaseTechnique, type Story } from './stories.ts'
import { buildVillages, type Villages } from './villages.ts'

const WRITER: PersonName = 'village-author'
const SECRET = '柳河村还没审的话'
const DAY_MS = 86_400_000

type Choice = {
  readonly id: string
  readonly title: string
  readonly isOwn: boolean
  readonly stands: boolean
}

const docOf = ({ status, body }: Answer): string => {
  if (!body['doc']) throw new Error(`${status} ${JSON.stringify(body)}`)
  return (body['doc'] as { readonly id: string }).id
}

describe.each(databases)('CMS-99 contents that a content names, on $name', (database) => {
  let desk: Desk
  let villages: Villages
  let released: Story
  let withdrawn: Story
  let ended: Story
  let draft: string
  let own: string

  const freshId = (): string => (database.name === 'mongodb' ? randomBytes(12).toString('hex') : randomUUID())
  const technique = (title: string) => techniqueOf(villages.hotline, title)
  const draftOf = async (as: PersonName, title: string): Promise<string> =>
    docOf(await desk.rest('POST', '/techniques?draft=true', { as, json: technique(title) }))
  const casesWith = (techniques: unknown, as = WRITER): Promise<Answer> =>
    desk.rest('POST', '/cases?draft=true', { as, json: { ...caseOf(villages.hotline), techniques } })
  const told = ({ status, body }: Answer) => [
    status,
    ...(body.errors ?? []).map(({ code, field }) => `${code} ${field}`),
  ]
  const choices = async (query: string, as: PersonName = WRITER) => {
    const { status, body } = await desk.rest('GET', `/techniques/choices${query}`, { as })
    expect(status).toBe(200)
    return { contents: body['contents'] as readonly Choice[], more: body['more'] }
  }
  const withdraw = (release: string) =>
    desk.rest('POST', `/releases/${release}/withdraw`, { as: 'issuer', json: { reason: '说错了' } })

  beforeAll(async () => {
    desk = await openDesk(database)
    villages = await buildVillages(desk)
    await desk.payload.update({
      collection: 'users',
      id: desk.ids[WRITER],
      data: { unit: villages.units.stone },
      overrideAccess: true,
    })
    released = await releaseTechnique(desk, technique('以房养老的套路'))
    await desk.rest('PATCH', `/techniques/${released.content}?draft=true`, {
      as: 'author',
      json: { title: SECRET },
    })
    withdrawn = await releaseTechnique(desk, technique('冒充孙子的套路'))
    ended = await releaseTechnique(desk, {
      ...technique('过期的套路'),
      validUntil: new Date(desk.ports.clock.now() + 3 * DAY_MS).toISOString(),
    })
    desk.ports.clock.advance(1_000)
    expect((await withdraw(withdrawn.release)).status).toBe(200)
    draft = await draftOf('author', SECRET)
    own = await draftOf(WRITER, '本村写的套路')
  })
  afterAll(() => desk.close())

  it('CMS-99 a released one of others and a draft of his own are linked, at once and one by one, and stay so', async () => {
    const id = docOf(await casesWith([released.content, own]))
    const stored = await desk.rest('GET', `/cases/${id}?draft=true&depth=0`, { as: WRITER })
    expect(stored.body['techniques']).toEqual([released.content, own])
    const json = { techniques: [released.content], title: '改了标题' }
    expect((await desk.rest('PATCH', `/cases/${id}?draft=true`, { as: WRITER, json })).status).toBe(200)
    // Its draft comes by no door with it.
    const deep = await desk.raw('GET', `/cases/${id}?draft=true&depth=3`, { as: WRITER })
    expect(await deep.text()).not.toContain(SECRET)
    const copied = await desk.rest('POST', `/cases/${id}/duplicate`, { as: WRITER, json: {} })
    expect(copied.status).toBeLessThan(300)
  })

  it('CMS-99 the id of another’s draft, of a withdrawn one, of another kind and of none are answered alike', async () => {
    const none = freshId()
    const id = docOf(await casesWith([]))
    for (const one of [draft, withdrawn.content, villages.story.content, none]) {
      const ways = [
        casesWith([one]),
        desk.rest('PATCH', `/cases/${id}?draft=true`, { as: WRITER, json: { techniques: [one] } }),
        desk.rest('PATCH', `/cases/${id}`, { as: WRITER, json: { techniques: [one] } }),
      ]
      for (const answer of await Promise.all(ways)) {
        expect(told(answer)).toEqual([400, 'LINK_UNKNOWN techniques.0'])
        expect(JSON.stringify(answer.body)).not.toContain(SECRET)
      }
    }
    // Many at once, of which the database is not asked one by one.
    const many = [draft, released.content, ...Array.from({ length: 20 }, freshId), own]
    const faults = many.flatMap((one, i) =>
      one === released.content || one === own ? [] : [`LINK_UNKNOWN techniques.${i}`],
    )
    expect(told(await casesWith(many))).toEqual([400, ...faults])
  })

  it('CMS-99 a released technique is no picture, no campaign and no entry of theirs', async () => {
    const json = { ...caseOf(villages.hotline), photo: released.content, campaign: released.content }
    const answer = await desk.rest('POST', '/cases?draft=true', { as: WRITER, json })
    expect(told(answer)).toEqual([400, 'LINK_UNKNOWN photo', 'LINK_UNKNOWN campaign'])
  })

  it('CMS-99 he is told released titles and his own drafts by id, and of all others nothing', async () => {
    const ids = [draft, released.content, withdrawn.content, villages.story.content, freshId(), own]
    const asked = await desk.raw('GET', `/techniques/choices?ids=${ids.join(',')}`, { as: WRITER })
    const text = await asked.text()
    expect(JSON.parse(text)).toEqual({
      contents: [
        { id: released.content, title: '以房养老的套路', isOwn: false, stands: true },
        { id: own, title: '本村写的套路', isOwn: true, stands: false },
      ],
      more: false,
    })
    expect((await choices('?ids=')).contents).toEqual([])
    expect((await choices(`?ids=${released.content},${released.content},x,' OR 1=1`)).contents).toHaveLength(
      1,
    )
  })

  it('CMS-99 whoever reviews reads the same title, and of what does not stand that of the draft', async () => {
    const ids = `?ids=${[released.content, own, withdrawn.content].join(',')}`
    for (const as of ['reviewer', 'author', 'supervisor'] as const)
      expect(
        (await choices(ids, as)).contents.map(({ title, isOwn, stands }) => [title, isOwn, stands]),
      ).toEqual([
        ['以房养老的套路', true, true],
        ['本村写的套路', true, false],
        ['冒充孙子的套路', true, false],
      ])
  })

  it('CMS-99 the list is looked through by words and initials of titles, his own first', async () => {
    const titles = async (query: string) => (await choices(query)).contents.map(({ title }) => title)
    expect(await titles('')).toEqual(['本村写的套路', '过期的套路', '以房养老的套路'])
    expect(await titles('?words=%20养老')).toEqual(['以房养老的套路'])
    expect(await titles('?words=yfyl')).toEqual(['以房养老的套路'])
    expect(await titles('?words=bcx')).toEqual(['本村写的套路'])
    for (const hidden of ['柳河村', '冒充', 'mcsz', '%25', '_'])
      expect(await titles(`?words=${hidden}`)).toEqual([])
    expect(await titles('?words[equals]=冒充')).toHaveLength(3)
    expect(JSON.stringify((await choices('', 'author')).contents)).toContain('冒充孙子的套路')
  })

  it('CMS-99 it offers so many at once and says that there are more', async () => {
    for (let n = 0; n <= MOST_OFFERED; n += 1) await draftOf(WRITER, `许多里的第${n}个`)
    const { contents, more } = await choices('')
    expect(contents.filter(({ isOwn }) => isOwn)).toHaveLength(MOST_OFFERED)
    expect(contents.filter(({ isOwn }) => !isOwn)).toHaveLength(2)
    expect(more).toBe(true)
    const found = await choices('?words=第20个')
    expect([found.contents.length, found.more]).toEqual([1, false])
  })

  it('CMS-99 nobody else is answered, nor a list of ids that no form has', async () => {
    for (const asking of [{}, { as: 'village' as const }])
      expect((await desk.rest('GET', '/techniques/choices', asking)).status).toBeGreaterThanOrEqual(401)
    const ids = Array.from({ length: 101 }, freshId).join(',')
    expect(told(await desk.rest('GET', `/techniques/choices?ids=${ids}`, { as: WRITER }))).toEqual([
      400,
      'TOO_MANY_ITEMS ids',
    ])
  })

  it('CMS-99 what ends or is withdrawn is named no more; where it stood it stands, and nobody is asked again', async () => {
    const id = docOf(await casesWith([ended.content, released.content]))
    desk.ports.clock.advance(5 * DAY_MS)
    expect((await choices(`?ids=${ended.content}`)).contents).toEqual([])
    expect(told(await casesWith([ended.content]))).toEqual([400, 'LINK_UNKNOWN techniques.0'])
    expect((await withdraw(released.release)).status).toBe(200)
    expect((await choices(`?ids=${released.content}`)).contents).toEqual([])
    expect((await choices('?words=养老')).contents).toEqual([])
    const patch = (json: object) => desk.rest('PATCH', `/cases/${id}?draft=true`, { as: WRITER, json })
    expect((await patch({ title: '再改', techniques: [ended.content, released.content, own] })).status).toBe(
      200,
    )
    expect((await patch({ techniques: [own] })).status).toBe(200)
    expect(told(await patch({ techniques: [own, released.content] }))).toEqual([
      400,
      'LINK_UNKNOWN techniques.1',
    ])
  })

  it('CMS-99 a release whose row was edited vouches for nothing', async () => {
    const forged = await releaseTechnique(desk, technique('被改过的套路'))
    expect((await choices(`?ids=${forged.content}`)).contents).toHaveLength(1)
    await desk.payload.db.updateOne({
      collection: 'releases',
      id: forged.release,
      data: { digest: 'f'.repeat(64) },
    })
    expect((await choices(`?ids=${forged.content}`)).contents).toEqual([])
    expect(told(await casesWith([forged.content]))).toEqual([400, 'LINK_UNKNOWN techniques.0'])
  })
})
