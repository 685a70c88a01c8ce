import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTown } from '../../../cms/town/read.ts'
import { gridsInUse } from '../../../cms/grids/grids.ts'
import { layOut } from '../../../cms/grids/paginate.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf, SCREEN, sloganOf } from './rows.ts'

describe.each(databases)('workflow on $name', (database) => {
  let desk: Desk
  let hotline: string
  let place: string
  beforeAll(async () => {
    desk = await openDesk(database)
    const started = await buildPlaceWithScreens(desk)
    hotline = started.hotline.id
    place = started.place.id
  })
  afterAll(() => desk.close())

  const draft = async (data: object, collection = 'slogans') => {
    const { body, status } = await desk.rest('POST', `/${collection}?draft=true`, {
      as: 'author',
      json: data,
    })
    expect(status, JSON.stringify(body)).toBe(201)
    return String((body['doc'] as { id: string }).id)
  }
  const submitted = async (id: string, collection = 'slogans') => {
    desk.ports.clock.advance(1000)
    const { body, status } = await desk.rest('POST', `/${collection}/${id}/submit`, { as: 'author' })
    expect(status, JSON.stringify(body)).toBe(201)
    return String((body['submission'] as { id: string }).id)
  }
  const released = async (submission: string, looks: readonly PersonName[] = ['reviewer']) => {
    for (const as of looks) {
      await desk.rest('POST', `/submissions/${submission}/approve`, { as, json: {} })
      desk.ports.clock.advance(1000)
    }
    const { body, status } = await desk.rest('POST', `/submissions/${submission}/approve`, {
      as: 'issuer',
      json: {},
    })
    expect(status, JSON.stringify(body)).toBe(200)
    return String(body['release'])
  }
  const codeOf = (body: { readonly errors?: readonly { readonly code: string }[] }) =>
    body.errors?.map((e) => e.code)

  it('CMS-10 a case goes from draft to the town by four people, and back off by a withdrawal', async () => {
    const content = await draft(caseOf(hotline), 'cases')
    const submission = await submitted(content, 'cases')
    const seen = await desk.rest('GET', `/submissions/${submission}?depth=0`, { as: 'reviewer' })
    expect(seen.body['state']).toBe('in-review')
    expect(Object.keys(JSON.parse(String(seen.body['pages'])) as object)).toHaveLength(2)
    expect((await loadTown(desk.payload)).town.releases.map((r) => r.content)).not.toContain(content)

    const before = desk.ports.changes.length
    const release = await released(submission, ['reviewer', 'second-reviewer'])
    expect(desk.ports.changes.slice(before)).toEqual([{ kind: 'town' }])
    const { town, refusals } = await loadTown(desk.payload)
    expect(refusals).toEqual([])
    const live = town.releases.find((r) => r.content === content)
    expect(live?.id).toBe(release)
    expect(live?.frozen.body).toMatchObject({
      kind: 'case',
      lines: [expect.any(String), expect.any(String), expect.any(String)],
    })

    desk.ports.clock.advance(1000)
    const off = await desk.rest('POST', `/releases/${release}/withdraw`, {
      as: 'reviewer',
      json: { reason: '信息过时' },
    })
    expect(off.status).toBe(200)
    const after = (await loadTown(desk.payload)).town
    expect(after.releases.map((r) => r.content)).not.toContain(content)
    expect(after.withdrawals).toContainEqual({ content, at: desk.ports.now(), releases: [release] })
    const again = await desk.rest('POST', `/releases/${release}/withdraw`, {
      as: 'issuer',
      json: { reason: '再撤' },
    })
    expect(codeOf(again.body)).toEqual(['ALREADY_WITHDRAWN'])

    const second = await released(await submitted(content, 'cases'), ['reviewer', 'second-reviewer'])
    expect((await loadTown(desk.payload)).town.releases.map((r) => r.id)).toContain(second)
  })

  it('CMS-11 author, reviewer and issuer are different people whatever roles they hold', async () => {
    const id = await draft(sloganOf(hotline, '保本高息 都是骗'.replace('馅饼', '')), 'slogans').catch(
      () => '',
    )
    expect(id).not.toBe('')
    await desk.rest('PATCH', `/slogans/${id}?draft=true`, { as: 'everything', json: { accent: '' } })
    const submission = await submitted(id)
    const mighty = await desk.rest('POST', `/submissions/${submission}/approve`, {
      as: 'everything',
      json: {},
    })
    expect([mighty.status, codeOf(mighty.body)]).toEqual([403, ['ADMINISTRATOR_DECIDES_NOTHING']])
    const roles = ['author', 'reviewer', 'issuer'] as const
    await desk.payload.update({
      collection: 'users',
      id: desk.ids.everything,
      data: { roles: [...roles] },
      overrideAccess: true,
    })
    const own = await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'everything', json: {} })
    expect([own.status, codeOf(own.body)]).toEqual([403, ['SAME_PERSON']])
    const noRole = await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'issuer', json: {} })
    expect(codeOf(noRole.body)).toEqual(['ROLE_MISSING'])
    expect(
      (await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'reviewer', json: {} })).status,
    ).toBe(200)
    const twice = await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'reviewer', json: {} })
    expect(codeOf(twice.body)).toEqual(['ROLE_MISSING'])
    expect(
      (await desk.rest('POST', `/submissions/${submission}/issue`, { as: 'issuer', json: {} })).status,
    ).toBe(200)
    const closed = await desk.rest('POST', `/submissions/${submission}/approve`, { as: 'reviewer', json: {} })
    expect([closed.status, codeOf(closed.body)]).toEqual([409, ['SUBMISSION_NOT_OPEN']])
  })

  it('CMS-12 a return needs a reason, and a changed draft closes the submission before it', async () => {
    const id = await draft(sloganOf(hotline))
    const first = await submitted(id)
    const mute = await desk.rest('POST', `/submissions/${first}/return`, {
      as: 'reviewer',
      json: { comment: ' ' },
    })
    expect(codeOf(mute.body)).toEqual(['COMMENT_REQUIRED'])
    const same = await desk.rest('POST', `/slogans/${id}/submit`, { as: 'author' })
    expect(codeOf(same.body)).toEqual(['UNCHANGED_SINCE_SUBMIT'])
    await desk.rest('PATCH', `/slogans/${id}?draft=true`, { as: 'author', json: { text: '天上不掉 大馅饼' } })
    const second = await submitted(id)
    const old = await desk.rest('GET', `/submissions/${first}?depth=0`, { as: 'reviewer' })
    expect(old.body['state']).toBe('retracted')
    const back = await desk.rest('POST', `/submissions/${second}/return`, {
      as: 'reviewer',
      json: { comment: '改短' },
    })
    expect(back.status).toBe(200)
  })

  it('CMS-13 submit refuses every fault at once, each at its field, and stores nothing', async () => {
    desk.ports.unknownGlyphs.add('龘')
    const id = await draft(
      { ...caseOf(hotline), title: '长'.repeat(5000), accent: '没有', lesson: '龘' },
      'cases',
    )
    const count = async () =>
      (
        await desk.payload.count({
          collection: 'submissions',
          where: { id: { exists: true } },
          overrideAccess: true,
        })
      ).totalDocs
    const before = await count()
    const { status, body } = await desk.rest('POST', `/cases/${id}/submit`, { as: 'author', language: 'en' })
    expect(status).toBe(400)
    expect(body.errors?.map(({ code, field }) => `${code} ${field}`).sort()).toEqual([
      'ACCENT_NOT_IN_TEXT accent',
      'GLYPH_MISSING lesson',
      'TEXT_TOO_LONG title',
    ])
    expect(
      body.errors?.every((e) => e.message.endsWith(e.message_en) && /\p{Script=Han}/u.test(e.message_zh)),
    ).toBe(true)
    expect(await count()).toBe(before)
    const none = await draft({ text: '没有电话' })
    const refused = await desk.rest('POST', `/slogans/${none}/submit`, { as: 'author' })
    expect(codeOf(refused.body)).toEqual(['HOTLINE_UNKNOWN'])
  })

  it('CMS-38 a text of marks alone is refused at its field, in both languages', async () => {
    const bare = [
      [await draft({ ...sloganOf(hotline), text: '！！！', accent: '' }), 'slogans', ['text']],
      [
        await draft(
          { ...caseOf(hotline), title: '……', accent: '', story: '老李投了五万\n？！', lesson: '。' },
          'cases',
        ),
        'cases',
        ['title', 'story', 'lesson'],
      ],
    ] as const
    for (const [id, slug, fields] of bare) {
      const { status, body } = await desk.rest('POST', `/${slug}/${id}/submit`, { as: 'author' })
      expect([status, body.errors?.map(({ code, field }) => `${code} ${field}`)]).toEqual([
        400,
        fields.map((field) => `TEXT_WITHOUT_WORDS ${field}`),
      ])
      expect(body.errors?.[0]).toMatchObject({
        message_zh: '这里只有标点或空格，至少要写一个字',
        message_en: 'Only marks or blanks stand here; write one word at least',
      })
    }
  })

  it('CMS-13 words, class, hotline and validity are told together, nested rows too; looking at it stores nothing', async () => {
    const id = await draft(
      {
        title: '',
        accent: '没有',
        steps: [
          { heSays: '长'.repeat(50), youDo: '' },
          { heSays: '好', youDo: '挂掉' },
        ],
        validUntil: '2020-01-01T04:00:00.000Z',
      },
      'techniques',
    )
    const wanted = [
      'ACCENT_NOT_IN_TEXT accent',
      'CONTENT_EXPIRED validUntil',
      'HOTLINE_UNKNOWN hotline',
      'TEXT_EMPTY fraudClass',
      'TEXT_EMPTY steps.0.youDo',
      'TEXT_EMPTY title',
      'TEXT_TOO_LONG steps.0.heSays',
    ]
    const sent = await desk.rest('POST', `/techniques/${id}/submit`, { as: 'author' })
    expect(sent.body.errors?.map(({ code, field }) => `${code} ${field}`).sort()).toEqual(wanted)
    const looked = await desk.rest('POST', `/techniques/${id}/check`, { as: 'author' })
    const faults = looked.body['faults'] as readonly { readonly code: string; readonly field: string }[]
    expect([looked.status, faults.map(({ code, field }) => `${code} ${field}`).sort()]).toEqual([200, wanted])
    const sound = await draft(caseOf(hotline), 'cases')
    expect((await desk.rest('POST', `/cases/${sound}/check`, { as: 'author' })).body).toEqual({ faults: [] })
    const { totalDocs } = await desk.payload.count({
      collection: 'submissions',
      where: { 'content.value': { equals: sound } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
    expect((await desk.rest('POST', `/cases/${sound}/check`, { as: 'operator' })).status).toBe(403)
    expect((await desk.rest('POST', `/cases/${id}/check`, { as: 'author' })).status).toBe(404)
  })

  it('CMS-26 a decision that names another digest than what stands there is refused', async () => {
    const submission = await submitted(await draft(sloganOf(hotline, '天上 哪会掉馅饼')))
    const { body } = await desk.rest('GET', `/submissions/${submission}?depth=0`, { as: 'reviewer' })
    const digest = String(body['digest'])
    const act = async (path: string, as: 'reviewer' | 'issuer', json: object) =>
      desk.rest('POST', path, { as, json })
    const other = 'f'.repeat(64)
    for (const as of ['reviewer', 'issuer'] as const) {
      const door = `/submissions/${submission}/${as === 'reviewer' ? 'approve' : 'issue'}`
      const wrong = await act(door, as, { digest: other })
      expect([wrong.status, codeOf(wrong.body)]).toEqual([409, ['DIGEST_MISMATCH']])
      expect((await act(door, as, { digest })).status).toBe(200)
    }
    const { docs } = await desk.payload.find({
      collection: 'releases',
      where: { submission: { equals: submission } },
      overrideAccess: true,
    })
    const off = `/releases/${docs[0]?.id}/withdraw`
    expect(codeOf((await act(off, 'reviewer', { reason: '过时', digest: other })).body)).toEqual([
      'DIGEST_MISMATCH',
    ])
    expect((await act(off, 'reviewer', { reason: '过时', digest })).status).toBe(200)
  })

  it('CMS-27 a panel too small for the words is left out and told; too long for all is refused', async () => {
    const small = { ...SCREEN, width: 64, height: 16, pitchMm: 10, colour: 'mono', distanceTypical: 60 }
    const tiny = await desk.payload.create({
      collection: 'screens',
      data: { ...small, name: '小屏', place, distanceFar: 90 } as never,
      overrideAccess: true,
    })
    const content = await draft(sloganOf(hotline, '天上不会 掉下馅饼'))
    const { status, body } = await desk.rest('POST', `/slogans/${content}/submit`, { as: 'author' })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body['left_out']).toMatchObject([
      {
        grid: expect.stringContaining('64'),
        message_zh: expect.stringMatching(/\p{Script=Han}/u),
        message_en: expect.any(String),
      },
    ])
    const { id } = body['submission'] as { id: string }
    const stored = await desk.rest('GET', `/submissions/${id}?depth=0`, { as: 'reviewer' })
    expect(Object.keys(JSON.parse(String(stored.body['pages'])) as object)).toHaveLength(2)
    const grids = await gridsInUse(desk.payload)
    const only = new Map([...grids].filter(([key]) => key.includes('64x16') || key.includes('64×16')))
    expect(only.size).toBe(1)
    const alone = await layOut(JSON.parse(String(stored.body['frozen'])) as FrozenContent, only)
    expect(alone).toMatchObject({ pages: {}, leftOut: [], faults: [{ code: 'TEXT_DOES_NOT_FIT' }] })
    await desk.payload.delete({ collection: 'screens', id: tiny.id, overrideAccess: true })
  })

  it('CMS-27 a panel whose font lacks a character is left out and told; where it is the only one, it is refused', async () => {
    desk.ports.withoutDots.add('鱲')
    const content = await draft(sloganOf(hotline, '天上不会 掉下鱲和馅饼'))
    const { status, body } = await desk.rest('POST', `/slogans/${content}/submit`, { as: 'author' })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body['left_out']).toMatchObject([
      { grid: expect.stringContaining('640'), message_zh: expect.stringContaining('鱲') },
    ])
    const { id } = body['submission'] as { id: string }
    const stored = await desk.rest('GET', `/submissions/${id}?depth=0`, { as: 'reviewer' })
    const frozen = JSON.parse(String(stored.body['frozen'])) as FrozenContent
    const grids = [...(await gridsInUse(desk.payload))].filter(([key]) => key.includes('640'))
    expect(await layOut(frozen, new Map(grids))).toMatchObject({
      leftOut: [],
      faults: [{ code: 'GLYPH_NOT_ON_SCREEN', field: 'text', got: '鱲', hint: '640×32' }],
    })
  })

  it('CMS-14 who is not signed in or lacks the role is refused by code', async () => {
    const id = await draft(sloganOf(hotline))
    expect(codeOf((await desk.rest('POST', `/slogans/${id}/submit`)).body)).toEqual(['NOT_SIGNED_IN'])
    expect(codeOf((await desk.rest('POST', `/slogans/${id}/submit`, { as: 'operator' })).body)).toEqual([
      'ROLE_MISSING',
    ])
    expect((await desk.rest('POST', '/submissions/nothing/approve', { as: 'reviewer' })).status).toBe(404)
    const text = await desk.rest('POST', `/submissions/${id}/return`, {
      as: 'reviewer',
      json: '{"comment": ',
    })
    expect(codeOf(text.body)).toEqual(['BODY_INVALID'])
  })
})
