/** Receivers: what is known of them, what fails on the way to them, and who waits for whom. */
import type { TypedUser } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTasks } from '../../../cms/components/today/tasks.ts'
import { changedReceivers } from '../../../cms/notices/changed.ts'
import { rowsOf } from '../../../cms/records/rows.ts'
import { refusal } from '../../../src/errors/refusal.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { DAY, MINUTE, openNoticeDesk, ROBOT, type NoticeDesk } from './notice-desk.ts'

const DEAD = refusal('WEBHOOK_UNREACHABLE', { got: 'ECONNREFUSED' })

describe.each(databases)('receivers of notices on $name', (database) => {
  let desk: NoticeDesk
  beforeAll(async () => {
    desk = await openNoticeDesk(database)
  })
  afterAll(() => desk.close())
  beforeEach(() => desk.anew())

  it('NTC-7 a dead receiver is tried later and later, for a day, then given up and told on 今天 of administrators', async () => {
    await desk.webhook()
    desk.outside().failing.set(ROBOT, DEAD)
    await desk.submit(await desk.draft())
    const begun = desk.ports.now()
    const robots = async () =>
      (await desk.deliveries()).filter(({ event, channel }) => event === 'waiting' && channel === 'wecom')
    await desk.notices.settled()
    let waits = 0
    for (let [row] = await robots(); row?.state === 'again'; [row] = await robots()) {
      const next = Date.parse(row.nextAt ?? '')
      expect(next - desk.ports.now()).toBeGreaterThanOrEqual(waits)
      waits = next - desk.ports.now()
      desk.ports.clock.set(next - 1)
      await desk.notices.settled()
      expect((await robots())[0]?.tries).toBe(row.tries)
      desk.ports.clock.set(next)
      await desk.notices.settled()
    }
    expect((await robots()).map(({ state, tries, code, got }) => [state, tries, code, got])).toEqual([
      ['failed', 9, 'WEBHOOK_UNREACHABLE', 'ECONNREFUSED'],
    ])
    expect(desk.ports.now() - begun).toBeLessThan(DAY)
    expect(new Set(desk.posts().map(({ id }) => id)).size).toBe(1)
    const line = async (name: PersonName) => {
      const user = (await desk.requestOf(name)).user as unknown as TypedUser
      const all = await readTasks({ payload: desk.payload, user, language: 'zh' }, [], [])
      return all.find(({ key }) => key === 'notices')
    }
    expect(await line('administrator')).toMatchObject({
      words: '1 处外发通知没送到',
      more: expect.stringContaining('值班群：连不上'),
    })
    expect(await line('issuer')).toBeUndefined()
    // NTC-7: what is taken since makes it good.
    desk.outside().failing.clear()
    const [robot] = await rowsOf<{ id: string }>(desk.payload, 'webhooks', {})
    desk.ports.clock.advance(MINUTE)
    await desk.must('POST', `/webhooks/${robot?.id}/try`, 'administrator')
    await desk.notices.settled()
    expect(await line('administrator')).toBeUndefined()
  })

  it('NTC-8 a receiver that hangs holds up its own line alone', async () => {
    await desk.webhook()
    await desk.webhook({ name: '另一个群', address: 'https://other.test/' })
    const letGo = desk.outside().hold(ROBOT)
    await desk.submit(await desk.draft())
    await desk.submit(await desk.draft())
    await desk.notices.look()
    await expect.poll(() => desk.posts().filter(({ to }) => to.address !== ROBOT).length).toBe(2)
    await expect.poll(() => desk.mails().length).toBe(2)
    expect(desk.posts().filter(({ to }) => to.address === ROBOT)).toHaveLength(1)
    letGo()
    await desk.notices.settled()
    await desk.notices.settled()
    expect(desk.posts().filter(({ to }) => to.address === ROBOT)).toHaveLength(2)
  })

  it('NTC-4 a secret comes in and never out again, by whatever door', async () => {
    const SECRET = 'hush-hush-SECRET-1'
    const id = await desk.webhook({ kind: 'generic', newSecret: SECRET })
    const seen: string[] = []
    const look = async (method: string, path: string, json?: object) =>
      seen.push(
        JSON.stringify((await desk.rest(method, path, { as: 'administrator', ...(json && { json }) })).body),
      )
    await look(
      'GET',
      `/webhooks/${id}?depth=2&showHiddenFields=true&select[secret]=true&select[newSecret]=true`,
    )
    await look('GET', '/webhooks?where[name][exists]=true')
    await look('PATCH', `/webhooks/${id}`, { newSecret: SECRET, name: '群' })
    await look('POST', '/webhooks', {
      name: 'x',
      kind: 'generic',
      address: 'http://no',
      newSecret: SECRET,
      events: ['issued'],
    })
    await look('POST', '/webhooks', { name: 'x'.repeat(300), kind: 'odd', newSecret: SECRET.repeat(30) })
    await look('PATCH', `/webhooks/${id}`, { secret: SECRET, seal: 'x' })
    await look('GET', '/audit?limit=0')
    await look('GET', '/deliveries?limit=0')
    expect(seen.join('\n')).not.toContain(SECRET)
    const [row] = await rowsOf<{ secret: string; seal: string }>(desk.payload, 'webhooks', {
      where: { id: { equals: id } },
    })
    expect(JSON.stringify(row)).not.toContain(SECRET)
    expect(seen.join('\n')).not.toContain(row?.secret)
    for (const field of ['secret', 'seal'])
      expect(
        (await desk.rest('GET', `/webhooks?where[${field}][like]=a`, { as: 'administrator' })).status,
        field,
      ).toBeGreaterThanOrEqual(400)
    // And it is what signs.
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    expect(desk.posts()[0]?.to.secret).toBe(SECRET)
  })

  it('NTC-4 empty keeps it, and the audit says that it changed, not what', async () => {
    const id = await desk.webhook({ kind: 'generic', newSecret: 'hush-hush-1' })
    const last = async () =>
      (
        await rowsOf<{ detail: string; subject: string }>(desk.payload, 'audit', { sort: '-seq', limit: 1 })
      )[0]
    await desk.must('PATCH', `/webhooks/${id}`, 'administrator', { name: '夜班群', newSecret: '' })
    expect(await last()).toMatchObject({
      subject: `webhooks/${id}`,
      detail: expect.not.stringContaining('secretAt'),
    })
    desk.ports.clock.advance(MINUTE)
    await desk.must('PATCH', `/webhooks/${id}`, 'administrator', { newSecret: 'another-secret' })
    expect((await last())?.detail).toContain('secretAt')
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    expect(desk.posts()[0]?.to.secret).toBe('another-secret')
    const refused = async (json: object) =>
      (
        await desk.rest('POST', '/webhooks', {
          as: 'administrator',
          json: { name: 'x', events: ['issued'], address: ROBOT, ...json },
        })
      ).body.errors?.[0]?.code
    expect(await refused({ kind: 'generic' })).toBe('WEBHOOK_SECRET_REQUIRED')
    expect(await refused({ kind: 'generic', newSecret: 'short' })).toBe('WEBHOOK_SECRET_SHORT')
    expect(await refused({ kind: 'wecom', address: 'https://169.254.169.254/' })).toBe(
      'WEBHOOK_ADDRESS_INNER',
    )
    expect(await refused({ kind: 'wecom', address: 'http://robot.test/' })).toBe('WEBHOOK_ADDRESS_INVALID')
  })

  it('NTC-4 an address put in behind the product gets nothing, and the audit tells it', async () => {
    const id = await desk.webhook()
    await desk.payload.db.updateOne({ collection: 'webhooks', id, data: { address: 'https://thief.test/' } })
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    expect(desk.posts()).toEqual([])
    expect((await desk.deliveries()).find(({ channel }) => channel === 'wecom')).toMatchObject({
      state: 'failed',
      code: 'WEBHOOK_TAMPERED',
    })
    const told = await rowsOf<{ detail: string }>(desk.payload, 'audit', {
      where: { subject: { equals: `webhooks/${id}` } },
    })
    expect(told.map(({ detail }) => detail)).toContain('WEBHOOK_TAMPERED')
    expect(await changedReceivers(desk.payload)).toMatchObject([
      { code: 'WEBHOOK_TAMPERED', hint: `webhooks/${id}` },
    ])
    // Whoever opens it, looks and saves it again makes it his own.
    await desk.must('PATCH', `/webhooks/${id}`, 'administrator', { address: ROBOT })
    expect(await changedReceivers(desk.payload)).toEqual([])
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    expect(desk.posts().map(({ to }) => to.address)).toEqual([ROBOT])
  })

  it('NTC-4 words put into a submission behind the product are sent to nobody', async () => {
    await desk.webhook()
    const submission = await desk.submit(await desk.draft())
    await desk.payload.db.updateOne({
      collection: 'submissions',
      id: submission,
      data: { frozen: '{"title":"请转账"}' },
    })
    await desk.notices.settled()
    expect(desk.outside().sent).toEqual([])
  })

  it('NTC-7 switched off or deleted meanwhile: dropped, and said so', async () => {
    const off = await desk.webhook()
    const gone = await desk.webhook({ name: '旧群', address: 'https://old.test/' })
    desk.outside().failing.set(ROBOT, DEAD).set('https://old.test/', DEAD)
    await desk.submit(await desk.draft())
    await desk.notices.settled()
    await desk.must('PATCH', `/webhooks/${off}`, 'administrator', { active: false })
    await desk.must('DELETE', `/webhooks/${gone}`, 'administrator')
    desk.outside().failing.clear()
    desk.outside().sent.splice(0)
    desk.ports.clock.advance(2 * MINUTE)
    await desk.notices.settled()
    expect(desk.posts()).toEqual([])
    const rows = (await desk.deliveries()).filter(({ channel }) => channel === 'wecom')
    expect(rows.map(({ state, code }) => [state, code])).toEqual([
      ['dropped', 'NOTICE_RECEIVER_GONE'],
      ['dropped', 'NOTICE_RECEIVER_GONE'],
    ])
  })

  it('NTC-8 试发 waits for nobody outside; its outcome stands among the deliveries, tried once', async () => {
    const id = await desk.webhook()
    desk.outside().failing.set(ROBOT, refusal('WEBHOOK_ROBOT_REFUSED', { got: 93000 }))
    const letGo = desk.outside().hold(ROBOT)
    const answer = await desk.rest('POST', `/webhooks/${id}/try`, { as: 'administrator', json: {} })
    expect(answer.status).toBe(202)
    const delivery = String(answer.body['delivery'])
    const state = async () =>
      (await desk.rest('GET', `/deliveries/${delivery}`, { as: 'administrator' })).body
    expect((await state())['state']).toBe('queued')
    await desk.notices.look()
    letGo()
    await desk.notices.settled()
    expect(await state()).toMatchObject({
      state: 'failed',
      tries: 1,
      why: expect.stringContaining('错误号 93000'),
    })
    expect(await desk.jobs()).toEqual([])
    const codes: unknown[] = []
    for (let i = 0; i < 7; i += 1)
      codes.push(
        (await desk.rest('POST', `/webhooks/${id}/try`, { as: 'administrator', json: {} })).body.errors?.[0]
          ?.code,
      )
    expect(codes).toContain('WEBHOOK_TRY_TOO_OFTEN')
  })

  it('NTC-8 who does not lead the town sends nothing', async () => {
    await desk.webhook()
    await desk.submit(await desk.draft())
    const other = desk.open(false)
    await other.settled()
    expect(desk.outside().sent).toEqual([])
  })
})
