/** Notices outside the desk: whom they are told, once, and what goes on without anybody doing it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Post } from '../../../cms/base/ports.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { databases } from './databases.ts'
import { DAY, HOUR, openNoticeDesk, ROBOT, said, type NoticeDesk } from './notice-desk.ts'
import { sloganOf } from './rows.ts'

describe.each(databases)('notices on $name', (database) => {
  let desk: NoticeDesk
  beforeAll(async () => {
    desk = await openNoticeDesk(database)
  })
  afterAll(() => desk.close())
  beforeEach(() => desk.anew())

  it('NTC-3 each step is told to the robot, and by mail to whoever it asks, but not to who did it', async () => {
    await desk.webhook()
    const content = await desk.draft()
    const submission = await desk.submit(content)
    await desk.notices.settled()
    expect(desk.mailed()).toEqual(['reviewer@town.cn 等审核'])
    expect(desk.posts().map(said)[0]).toContain(
      '等审核**\n> 经手：林编写\n> 轮到：吴审核、许审核\n[打开](https://led.town.cn/',
    )
    desk.outside().sent.splice(0)
    await desk.must('POST', `/submissions/${submission}/return`, 'reviewer', {
      comment: '某人电话 13800000000',
    })
    await desk.notices.settled()
    expect(desk.mailed()).toEqual(['author@town.cn 被退回，请修改'])
    // NTC-1: what was written about it stays on the desk.
    expect(JSON.stringify(desk.outside().sent)).not.toContain('13800000000')
    expect(desk.posts()[0]?.body).toContain(`/admin/collections/slogans/${content}`)
    desk.outside().sent.splice(0)
    await desk.must(
      'PATCH',
      `/slogans/${content}?draft=true`,
      'author',
      sloganOf(desk.hotline, '世上没有 白来的钱').text ? { text: '世上没有 白来的钱', accent: '白来' } : {},
    )
    const again = await desk.submit(content)
    await desk.approve(again, 'reviewer')
    await desk.notices.settled()
    // The reviewer was asked and had done it before anybody looked: he is not told any more.
    expect(desk.mailed()).toEqual(['issuer@town.cn 等签发'])
    desk.outside().sent.splice(0)
    await desk.approve(again, 'issuer')
    const [release] = await rowsOf<{ id: string }>(desk.payload, 'releases', {
      where: { submission: { equals: again } },
    })
    await desk.must('POST', `/releases/${release?.id}/withdraw`, 'reviewer', { reason: '有误' })
    await desk.notices.settled()
    expect(desk.mailed()).toEqual(['author@town.cn 已签发', 'author@town.cn 已撤下'])
    expect(desk.posts().map((one) => said(one).split('\n')[0]?.replace(/.*》/, ''))).toEqual([
      '已签发**',
      '已撤下**',
    ])
  })

  it('NTC-3 催办 and 转交 say what they are; who wants no mail gets none, and a receiver what it asked for', async () => {
    await desk.webhook({ events: ['issued'] })
    const submission = await desk.submit(await desk.draft())
    await desk.must('POST', `/submissions/${submission}/remind`, 'author')
    await desk.notices.settled()
    expect(desk.mailed()).toEqual([
      'reviewer@town.cn 等审核',
      expect.stringMatching(/^reviewer@town.cn 银盾：催办/),
    ])
    expect(desk.posts()).toEqual([])
    await desk.payload.update({
      collection: 'users',
      id: desk.ids.reviewer,
      data: { mailMe: false },
      overrideAccess: true,
    })
    desk.outside().sent.splice(0)
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    expect(desk.mails()).toEqual([])
    await desk.payload.update({
      collection: 'users',
      id: desk.ids.reviewer,
      data: { mailMe: true },
      overrideAccess: true,
    })
    // NTC-10: a town without a mail server.
    desk.put({ ...desk.outside(), mail: null })
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    expect(await desk.deliveries()).toEqual([expect.anything(), expect.anything()])
  })

  it('NTC-3 PPL-5 who has left the town is neither named nor sent mail', async () => {
    await desk.webhook()
    const leave = (leftTown: boolean) =>
      desk.payload.db.updateOne({ collection: 'users', id: desk.ids.reviewer, data: { leftTown } })
    await leave(true)
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    await leave(false)
    expect(desk.mails()).toEqual([])
    expect(desk.posts().map(said)[0]).not.toContain('吴审核')
  })

  it('NTC-6 one event is one delivery to one receiver, whoever reads it again', async () => {
    await desk.webhook()
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    const first = await desk.deliveries()
    expect(first.map(({ state, tries }) => [state, tries])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ])
    // As after a restore of the place up to which it was read, and in a process of its own.
    await desk.payload.kv.set('notices-read-to', 0)
    const submissions = desk.outside().sent.length
    await desk.open().settled()
    const ids = new Set((await desk.deliveries()).map(({ key }) => key))
    expect(ids.size).toBe((await desk.deliveries()).length)
    for (const { key } of first) expect([...ids]).toContain(key)
    const told = desk.outside().sent.map((one) => `${one.id} ${'mail' in one ? one.mail : one.to.address}`)
    expect(new Set(told).size).toBe(told.length)
    expect(desk.outside().sent.length).toBeGreaterThanOrEqual(submissions)
    expect(await desk.jobs()).toEqual([])
  })

  it('NTC-6 a process that dies while it sends: the next one sends the same event once more, and no third time', async () => {
    await desk.webhook()
    await desk.submit(await desk.draft())
    const letGo = desk.outside().hold(ROBOT)
    await desk.notices.look()
    await expect.poll(() => desk.posts().length).toBe(1)
    const event = desk.posts()[0]?.id
    // Marked as running in the database, as kill -9 leaves it, and nobody hears the end.
    const [stuck] = (await desk.deliveries()).filter(({ channel }) => channel === 'wecom')
    expect(stuck).toMatchObject({ state: 'queued', tries: 0 })
    const next = desk.open()
    desk.outside().sent.splice(0)
    const { sent, post } = desk.outside()
    const taking: Post = {
      ...post,
      send: async (to, { id, body }) => {
        sent.push({ to, id, body })
        return null
      },
    }
    desk.put({ ...desk.outside(), post: taking })
    await next.settled()
    expect(desk.posts().map(({ id }) => id)).toEqual([event])
    letGo()
    await next.settled()
    expect(desk.posts()).toHaveLength(1)
    expect((await desk.deliveries()).map(({ state, tries }) => [state, tries])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ])
  })

  it('NTC-9 an overdue review is told on its first day, the third, then weekly, until somebody takes it up', async () => {
    await desk.webhook({ events: ['overdue'] })
    const submission = await desk.submit(await desk.draft())
    const told: string[] = []
    for (let day = 0; day <= 12; day += 1) {
      const before = desk.posts().length
      for (const hour of [0, 1]) {
        await desk.notices.settled()
        desk.ports.clock.advance((hour ? 23 : 1) * HOUR)
      }
      const mine = desk
        .posts()
        .slice(before)
        .filter(({ body }) => body.includes(submission))
      told.push(...mine.map((one) => `${day}: ${said(one).replace(/[^]*》(.*)\*\*[^]*/, '$1')}`))
    }
    // The town allows three days.
    expect(told).toEqual(['4: 等审核，已 4 天', '6: 等审核，已 6 天', '10: 等审核，已 10 天'])
    // Whoever takes it up ends it.
    await desk.approve(submission, 'reviewer')
    desk.outside().sent.splice(0)
    await desk.notices.settled()
    expect(desk.posts().filter(({ body }) => body.includes(submission))).toEqual([])
  })

  it('NTC-9 the end of a content is told at its marks, once each', async () => {
    await desk.webhook({ events: ['expiring'] })
    const last = new Date(desk.ports.now() + 9 * DAY).toISOString()
    const content = await desk.draft({ validUntil: last })
    const submission = await desk.submit(content)
    await desk.approve(submission, 'reviewer')
    await desk.approve(submission, 'issuer')
    const told: string[] = []
    for (let day = 0; day <= 11; day += 1) {
      const before = desk.posts().length
      for (const hours of [2, 22]) {
        await desk.notices.settled()
        desk.ports.clock.advance(hours * HOUR)
      }
      told.push(
        ...desk
          .posts()
          .slice(before)
          .map((one) => said(one).replace(/[^]*》(.*)\*\*[^]*/, '$1')),
      )
    }
    expect(told).toEqual(['还有 9 天到期', '还有 7 天到期', '还有 3 天到期', '还有 1 天到期'])
  })

  it('NTC-12 deliveries are written by the product alone, read by administrators, and go after thirty days', async () => {
    await desk.webhook()
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    const [row] = await desk.deliveries()
    for (const [method, path] of [
      ['POST', '/deliveries'],
      ['PATCH', `/deliveries/${row?.id}`],
      ['DELETE', `/deliveries/${row?.id}`],
    ] as const)
      for (const as of ['administrator', 'author', 'village'] as const)
        expect(
          (await desk.rest(method, path, { as, json: { state: 'sent' } })).status,
        ).toBeGreaterThanOrEqual(400)
    expect(
      (await desk.rest('GET', '/deliveries', { as: 'administrator' })).body['totalDocs'],
    ).toBeGreaterThan(0)
    for (const as of ['author', 'issuer', 'village'] as const)
      expect((await desk.rest('GET', '/deliveries', { as })).status).toBe(403)
    expect((await desk.deliveries()).length).toBeGreaterThan(0)
    desk.ports.clock.advance(31 * DAY)
    await desk.notices.settled()
    expect((await desk.deliveries()).filter(({ id }) => id === row?.id)).toEqual([])
  })

  it('NTC-6 a town that is told of for the first time is told of nothing that is past', async () => {
    await desk.webhook()
    await desk.submit(await desk.draft())
    await desk.payload.kv.delete('notices-read-to')
    await desk.open().settled()
    expect(
      desk
        .outside()
        .sent.map(said)
        .filter((words) => !words.includes('超期')),
    ).toEqual([])
  })
})
