import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPorts } from '../../../cms/base/ports.ts'
import { deriveMissing } from '../../../cms/town/derive.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { readInForce } from '../../../cms/town/verified.ts'
import { PASSWORD } from '../../builders/people.ts'
import { localRequest } from '../../../cms/records/transaction.ts'
import { approveSubmission, withdrawRelease } from '../../../cms/workflow/decisions.ts'
import { checkContent, submitContent } from '../../../cms/workflow/submit.ts'
import { contentKinds, KINDS } from '../../../src/content/index.ts'
import { databases } from './databases.ts'
import { openOldDesk, type OldDesk } from './old-desk.ts'
import { SCREEN } from './rows.ts'

describe.each(databases)('CNT-1 what an earlier version wrote, on $name', (database) => {
  let desk: OldDesk
  beforeAll(async () => {
    desk = await openOldDesk(database)
  })
  afterAll(() => desk.close())

  const onAir = async () => {
    const { town, refusals } = await loadTown(desk.payload)
    expect(refusals).toEqual([])
    return town.releases
  }
  const pagesOf = async () =>
    Object.fromEntries(
      (await onAir()).map(({ content, pages }) => [
        content,
        Object.fromEntries(Object.entries(pages).map(([grid, { length }]) => [grid, length])),
      ]),
    )

  it('CNT-1 releases and pages laid out later verify byte for byte and are on air', async () => {
    const wanted = desk.facts.town.map(({ content, pages }) => [content, pages])
    expect(await pagesOf()).toEqual(Object.fromEntries(wanted))
    expect((await onAir()).map(({ id }) => id).toSorted()).toEqual(
      desk.facts.town.map(({ id }) => id).toSorted(),
    )
    for (const { id, title } of desk.facts.town) {
      const { row, frozen } = await readInForce(desk.payload, id)
      expect(row.title).toBe(title)
      expect(frozen.hotline).toEqual({ prompt: '拿不准？先打', number: '96110' })
    }
  })

  it('CNT-1 a grid that is new gets pages of them', async () => {
    const before = await pagesOf()
    const { docs: places } = await desk.payload.find({ collection: 'places', limit: 1, depth: 0 })
    await desk.payload.create({
      collection: 'screens',
      data: { ...SCREEN, name: '新屏', width: 768, height: 384, place: places[0]?.id } as never,
      overrideAccess: true,
    })
    const { town } = await loadTown(desk.payload)
    expect(await deriveMissing(desk.payload, town)).toEqual({ added: 3, refused: [], failed: [] })
    for (const [content, pages] of Object.entries(await pagesOf())) {
      expect(Object.keys(pages)).toHaveLength(4)
      expect(pages).toMatchObject(before[content] ?? {})
    }
  })

  it('CNT-1 drafts are sent in as they stand, and what waited is decided on', async () => {
    const { contents, waiting } = desk.facts
    const [author, reviewer, issuer] = [
      await desk.requestOf('author'),
      await desk.requestOf('reviewer'),
      await desk.requestOf('issuer'),
    ]
    const data = { name: '许审核', username: 'second', password: PASSWORD, roles: ['reviewer'] } as never
    const { id: other } = await desk.payload.create({ collection: 'users', data, overrideAccess: true })
    const second = await localRequest(desk.payload, {
      ...(await desk.payload.findByID({ collection: 'users', id: other, depth: 0, overrideAccess: true })),
      collection: 'users',
    } as never)
    expect(await checkContent(author, 'cases', contents.draft)).toEqual([])
    for (const [slug, id] of [
      ['cases', contents.case],
      ['cases', contents.draft],
      ['techniques', contents.technique],
      ['slogans', contents.slogan],
    ] as const) {
      desk.ports.clock.advance(1000)
      const sent = await submitContent(author, slug, id)
      expect((await approveSubmission(reviewer, sent.id)).decision).toBe('approve')
      if (slug !== 'slogans') await approveSubmission(second, sent.id)
      expect((await approveSubmission(issuer, sent.id)).decision).toBe('issue')
    }
    await approveSubmission(reviewer, waiting)
    const { release } = await approveSubmission(issuer, waiting)
    const live = await onAir()
    expect(live.map(({ content }) => content).toSorted()).toEqual(Object.values(contents).toSorted())
    expect(live.find(({ content }) => content === contents.case)?.frozen.body).toMatchObject({
      kind: 'case',
      title: '高息返了两个月，人去楼空',
      fraudClass: 'care-investment',
      lines: ['张阿姨听人说，投五万每月返息。', '头两个月，钱准时到账。', '第三个月，门店关了。'],
      lesson: '先问儿女，再掏钱',
      photo: { width: 640, height: 480, alt: '银行柜台' },
    })
    desk.ports.clock.advance(1000)
    await withdrawRelease(issuer, release ?? '', '过时')
    expect((await onAir()).map(({ content }) => content)).not.toContain(contents.waiting)
  })

  it('CNT-3 where its layout version can no longer run, a new grid goes without and is told; the others play on', async () => {
    const before = await pagesOf()
    const { docs: places } = await desk.payload.find({ collection: 'places', limit: 1, depth: 0 })
    await desk.payload.create({
      collection: 'screens',
      data: { ...SCREEN, name: '更新的屏', width: 960, height: 480, place: places[0]?.id } as never,
      overrideAccess: true,
    })
    const { town } = await loadTown(desk.payload)
    fillPorts({
      ...desk.ports,
      kinds: contentKinds(KINDS.all.map((kind) => ({ ...kind, layouts: [99] }))),
    })
    const { added, refused, failed } = await deriveMissing(desk.payload, town)
    fillPorts(desk.ports)
    expect([added, failed]).toEqual([0, []])
    expect(refused.flatMap(({ refusals }) => refusals)).toMatchObject(
      town.releases.map(() => ({ code: 'LAYOUT_VERSION_GONE', limit: expect.any(Number) as number })),
    )
    expect(await pagesOf()).toEqual(before)
  })
})
