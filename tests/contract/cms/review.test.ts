/** What happens around a decision: comments pinned to words, taking back, handing over, reminding. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTown } from '../../../cms/town/read.ts'
import { readSubmissions, readWaiting } from '../../../cms/workflow/read.ts'
import { remindedAt, readReviewDays, waitOf } from '../../../cms/workflow/waiting.ts'
import { KINDS } from '../../../src/content/index.ts'
import { DAY_MS } from '../../../src/time/index.ts'
import { databases } from './databases.ts'
import type { PersonName } from '../../builders/people.ts'
import { openDesk, type Asking, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf, sloganOf } from './rows.ts'

const techniqueOf = (hotline: string) => ({
  title: '“保本高息”怎样骗走养老钱',
  accent: '',
  fraudClass: 'care-investment',
  hotline,
  steps: [{ heSays: '本金随时能取', youDo: '先问儿女，再交钱' }],
})

type Told = { readonly errors?: readonly { readonly code: string }[] } & Readonly<Record<string, unknown>>

describe.each(databases)('around a decision on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const post = async (path: string, as: PersonName, json: object = {}) => {
    desk.ports.clock.advance(1000)
    const { status, body } = await desk.rest('POST', path, { as, json } as Asking)
    return { status, body: body as Told, code: (body as Told).errors?.[0]?.code }
  }
  const draft = async (collection: string, data: object): Promise<string> => {
    const { body } = await desk.rest('POST', `/${collection}?draft=true`, { as: 'author', json: data })
    return (body['doc'] as { id: string }).id
  }
  const sent = async (collection: string, id: string): Promise<string> => {
    const { status, body } = await post(`/${collection}/${id}/submit`, 'author')
    expect(status, JSON.stringify(body)).toBe(201)
    return (body['submission'] as { id: string }).id
  }
  const stateOf = async (id: string) =>
    (await desk.rest('GET', `/submissions/${id}?depth=0`, { as: 'reviewer' })).body['state']
  const returnedOf = async (collection: string, id: string) => {
    const { body } = await desk.rest('GET', `/${collection}/${id}/returned`, { as: 'author' })
    return body['returned'] as {
      readonly pins: readonly { readonly isMended: boolean; readonly said: readonly string[] }[]
      readonly comment: string
      readonly by: string
      readonly isMended: boolean
    } | null
  }
  const change = (collection: string, id: string, json: object) =>
    desk.rest('PATCH', `/${collection}/${id}?draft=true`, { as: 'author', json })
  const userOf = async (name: PersonName) =>
    desk.payload.findByID({ collection: 'users', id: desk.ids[name], depth: 0 })
  const asking = async (name: PersonName) => ({
    payload: desk.payload,
    user: { ...(await userOf(name)), collection: 'users' } as never,
  })

  it('CMS-100 comments pinned to words come back to their places, and say which are answered', async () => {
    const id = await draft('cases', caseOf(hotline))
    const submission = await sent('cases', id)
    const pins = [
      { field: 'title', text: '太长' },
      { field: 'story', item: 1, text: '谁的钱？' },
    ]
    const back = await post(`/submissions/${submission}/return`, 'reviewer', { pins })
    expect([back.status, back.code]).toEqual([200, undefined])
    const first = await returnedOf('cases', id)
    expect(first?.pins).toMatchObject([
      { field: 'title', text: '太长', isMended: false },
      { field: 'story', item: 1, text: '谁的钱？', isMended: false },
    ])
    expect(first?.pins[1]?.said).toHaveLength(1)
    const { story } = caseOf(hotline) as { story: string }
    const lines = story.split('\n')
    // A line put in before moves the one that was meant, and answers nothing.
    await change('cases', id, { story: ['多一句。', ...lines].join('\n') })
    expect((await returnedOf('cases', id))?.pins.map(({ isMended }) => isMended)).toEqual([false, false])
    lines[1] = '头两个月返的，是他自己的钱。'
    await change('cases', id, { story: lines.join('\n') })
    expect((await returnedOf('cases', id))?.pins.map(({ isMended }) => isMended)).toEqual([false, true])
    await sent('cases', id)
    expect(await returnedOf('cases', id)).toBeNull()
  })

  it('CMS-100 pins are part of what was sealed: another word, one taken away or put in is refused', async () => {
    const id = await draft('slogans', sloganOf(hotline))
    const submission = await sent('slogans', id)
    await post(`/submissions/${submission}/return`, 'reviewer', { pins: [{ field: 'text', text: '改短' }] })
    const { docs } = await desk.payload.db.find<{ id: string; pins?: string | null }>({
      collection: 'approvals',
      where: { submission: { equals: submission } },
    })
    const [row] = docs
    const asks = async () => (await post(`/submissions/${submission}/approve`, 'reviewer')).code
    expect(await asks()).toBe('SUBMISSION_NOT_OPEN')
    for (const pins of [null, '[]', String(row?.pins).replace('改短', '很好')]) {
      await desk.payload.db.updateOne({ collection: 'approvals', id: row?.id ?? '', data: { pins } })
      expect([pins, await asks()]).toEqual([pins, 'APPROVAL_TAMPERED'])
    }
    await desk.payload.db.updateOne({ collection: 'approvals', id: row?.id ?? '', data: { pins: row?.pins } })
    expect(await asks()).toBe('SUBMISSION_NOT_OPEN')
  })

  it('CMS-100 a pin says something at a place there is, and there is an end to them', async () => {
    const submission = await sent('slogans', await draft('slogans', sloganOf(hotline)))
    const pin = { field: 'text', text: '改短' }
    for (const [pins, code] of [
      ['改短', 'FIELD_INVALID'],
      [[{ field: 'text' }], 'FIELD_INVALID'],
      [[{ field: 'text', item: -1, text: 'x' }], 'FIELD_INVALID'],
      [[{ field: 'story', item: 0, text: 'x' }], 'FIELD_INVALID'],
      [[{ ...pin, text: ' ' }], 'TEXT_EMPTY'],
      [[{ ...pin, text: '长'.repeat(501) }], 'TEXT_TOO_LONG'],
      [[{ ...pin, text: '\ud800' }], 'TEXT_NOT_UNICODE'],
      [Array.from({ length: 41 }, () => pin), 'TOO_MANY_ITEMS'],
      [[], 'COMMENT_REQUIRED'],
    ] as const)
      expect([pins, (await post(`/submissions/${submission}/return`, 'reviewer', { pins })).code]).toEqual([
        pins,
        code,
      ])
    expect(await stateOf(submission)).toBe('in-review')
  })

  it('CMS-101 what was returned is not sent in again as it was, whatever its kind', async () => {
    const drafts: Readonly<Record<string, readonly [object, object]>> = {
      slogans: [sloganOf(hotline), { text: '天上不掉 大馅饼' }],
      cases: [caseOf(hotline), { lesson: '先问儿女再投钱' }],
      techniques: [techniqueOf(hotline), { title: '另一个题目', accent: '' }],
    }
    expect(Object.keys(drafts).toSorted()).toEqual(KINDS.all.map(({ collection }) => collection).toSorted())
    for (const [collection, [data, other]] of Object.entries(drafts)) {
      const id = await draft(collection, data)
      await post(`/submissions/${await sent(collection, id)}/return`, 'reviewer', { comment: '再改改' })
      expect(await returnedOf(collection, id)).toMatchObject({ comment: '再改改', isMended: false })
      const same = await post(`/${collection}/${id}/submit`, 'author')
      expect([collection, same.status, same.code]).toEqual([collection, 409, 'UNCHANGED_SINCE_RETURN'])
      const checked = await desk.rest('POST', `/${collection}/${id}/check`, { as: 'author' })
      expect(checked.body['faults']).toMatchObject([{ code: 'UNCHANGED_SINCE_RETURN' }])
      await change(collection, id, other)
      expect((await returnedOf(collection, id))?.isMended).toBe(true)
      await sent(collection, id)
    }
  })

  it('CMS-102 a writer takes back what nobody has issued, and sends the same words again if he likes', async () => {
    const id = await draft('slogans', sloganOf(hotline))
    const first = await sent('slogans', id)
    expect((await post(`/submissions/${first}/retract`, 'second')).code).toBe('NOT_ITS_WRITER')
    expect((await post(`/submissions/${first}/retract`, 'reviewer')).code).toBe('ROLE_MISSING')
    await post(`/submissions/${first}/approve`, 'reviewer')
    expect((await post(`/submissions/${first}/retract`, 'author')).status).toBe(200)
    expect(await stateOf(first)).toBe('retracted')
    expect((await post(`/submissions/${first}/issue`, 'issuer')).code).toBe('SUBMISSION_NOT_OPEN')
    expect(await returnedOf('slogans', id)).toBeNull()
    const second = await sent('slogans', id)
    await post(`/submissions/${second}/approve`, 'reviewer')
    expect((await post(`/submissions/${second}/issue`, 'issuer')).status).toBe(200)
    expect((await post(`/submissions/${second}/retract`, 'author')).code).toBe('SUBMISSION_NOT_OPEN')
    const { town, refusals } = await loadTown(desk.payload)
    expect([refusals, town.releases.some(({ content }) => content === id)]).toEqual([[], true])
  })

  it('CMS-103 what is handed over waits for that person, and for nobody else until the step is taken', async () => {
    const roles = ['reviewer'] as const
    const data = { roles: [...roles] }
    await desk.payload.update({ collection: 'users', id: desk.ids.second, data, overrideAccess: true })
    const submission = await sent('slogans', await draft('slogans', sloganOf(hotline)))
    const waits = async (name: PersonName) =>
      (await readWaiting(await asking(name))).some((told) => told.submission.id === submission)
    expect([await waits('reviewer'), await waits('second')]).toEqual([true, true])
    const hand = (to: string, as: PersonName = 'reviewer') =>
      post(`/submissions/${submission}/hand-over`, as, { to, comment: '请您看' })
    for (const unfit of [desk.ids.issuer, desk.ids.reviewer, desk.ids.author, 'none'])
      expect((await hand(unfit)).code).toBe('HAND_OVER_UNFIT')
    expect((await hand(desk.ids.second, 'issuer')).code).toBe('ROLE_MISSING')
    expect((await hand(desk.ids.second)).status).toBe(200)
    expect([await waits('reviewer'), await waits('second')]).toEqual([false, true])
    const [told] = await readSubmissions(await asking('reviewer'), { id: { equals: submission } })
    expect(told?.approvals.at(-1)).toMatchObject({ decision: 'hand-over', to: { id: desk.ids.second } })
    expect((await post(`/submissions/${submission}/approve`, 'reviewer')).status).toBe(200)
    expect(await waits('issuer')).toBe(true)
  })

  it('CMS-103 its writers remind once a day of the town; the wait is told in days, and what is overdue', async () => {
    const submission = await sent('slogans', await draft('slogans', sloganOf(hotline)))
    const toldNow = async () => {
      const [told] = await readSubmissions(await asking('reviewer'), { id: { equals: submission } })
      if (!told) throw new Error('not told')
      return told
    }
    const remind = () => post(`/submissions/${submission}/remind`, 'author')
    expect((await post(`/submissions/${submission}/remind`, 'issuer')).code).toBe('ROLE_MISSING')
    expect(remindedAt(await toldNow())).toBeUndefined()
    expect((await remind()).status).toBe(200)
    expect((await remind()).code).toBe('REMINDED_TODAY')
    desk.ports.clock.advance(DAY_MS)
    expect((await remind()).status).toBe(200)
    expect(remindedAt(await toldNow())).toBe(desk.ports.now())
    const days = await readReviewDays(desk.payload)
    expect([days, waitOf(await toldNow(), desk.ports.now(), days)]).toEqual([
      3,
      { days: 1, isOverdue: false },
    ])
    desk.ports.clock.advance(3 * DAY_MS)
    expect(waitOf(await toldNow(), desk.ports.now(), days)).toEqual({ days: 4, isOverdue: true })
    // Passed on, it waits anew, and for another.
    await post(`/submissions/${submission}/approve`, 'reviewer')
    expect(remindedAt(await toldNow())).toBeUndefined()
    expect(waitOf(await toldNow(), desk.ports.now(), days)).toEqual({ days: 0, isOverdue: false })
  })

  it('CMS-103 the town says after how many days a wait is overdue', async () => {
    const set = (reviewDays: unknown) =>
      desk.rest('POST', '/globals/town', { as: 'administrator', json: { name: '五间镇', reviewDays } })
    expect((await set(5)).status).toBe(200)
    expect(await readReviewDays(desk.payload)).toBe(5)
    for (const wrong of [0, 31, 'bald']) expect((await set(wrong)).status).toBe(400)
    expect(await readReviewDays(desk.payload)).toBe(5)
    await set(3)
  })
})
