import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPorts } from '../../../cms/base/ports.ts'
import { decisionsOn, submissionById } from '../../../cms/records/rows.ts'
import { readProposals } from '../../../cms/workflow/proposals.ts'
import { approvalHolds } from '../../../cms/records/decision-seals.ts'
import type { FrozenContent } from '../../../src/model/content.ts'
import { STEPS } from '../../fakes/print.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf, createRow, SCREEN, sloganOf } from './rows.ts'

type Fault = Readonly<Record<string, unknown>>
const faultsOf = ({ body }: Answer): readonly Fault[] => (body.errors ?? []) as unknown as readonly Fault[]
const told = (answer: Answer) =>
  faultsOf(answer).map(({ code, level, field, hint }) => [code, level, field, hint].filter(Boolean).join(' '))

describe.each(databases)('what may not go out, on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database, { publicUrl: 'https://wujian.town.test' })
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const draft = async (data: object, collection = 'cases') => {
    const { body, status } = await desk.rest('POST', `/${collection}?draft=true`, {
      as: 'author',
      json: data,
    })
    expect(status, JSON.stringify(body)).toBe(201)
    return String((body['doc'] as { id: string }).id)
  }
  const submit = (id: string, confirmed?: object, collection = 'cases') => {
    desk.ports.clock.advance(1000)
    return desk.rest('POST', `/${collection}/${id}/submit`, {
      as: 'author',
      json: confirmed ? { confirmed } : {},
    })
  }
  const submitted = (answer: Answer): string => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return String((answer.body['submission'] as { id: string }).id)
  }
  const approve = (id: string, as: PersonName, confirmed?: object) => {
    desk.ports.clock.advance(1000)
    return desk.rest('POST', `/submissions/${id}/approve`, { as, json: confirmed ? { confirmed } : {} })
  }
  const named = (title = '老刘的教训') => ({
    ...caseOf(hotline),
    title,
    accent: '教训',
    story: '王建国在公园领了鸡蛋。\n第三个月，门店关了。',
  })
  const rows = async (submission: string) => decisionsOn({ payload: desk.payload }, submission)
  const frozenOf = async (submission: string) =>
    JSON.parse((await submissionById({ payload: desk.payload }, submission))?.frozen ?? '{}') as FrozenContent

  it('CHK-14 送审 refuses with all that stops and asks at once, each at its field, beside the other faults', async () => {
    const id = await draft({
      ...named(''),
      accent: '',
      story: '王建国在公园，身份证500118195202301236。\n有事打13812345678。',
      lesson: '拿不准，打96ll0',
      validUntil: '2020-01-01T04:00:00.000Z',
    })
    const answer = await submit(id)
    expect(answer.status).toBe(400)
    expect(told(answer)).toEqual([
      'TEXT_EMPTY title',
      'CHECK_REAL_NAME ask story line 1',
      'CHECK_ID_NUMBER stop story line 1',
      'CHECK_PHONE_NUMBER stop story line 2',
      'CHECK_HOTLINE_WRONG stop lesson',
      'CONTENT_EXPIRED validUntil',
    ])
    expect(faultsOf(answer)[2]).toMatchObject({
      start: 10,
      end: 28,
      got: '500118195202301236',
      remedy: { to: '' },
    })
    expect(faultsOf(answer)[4]).toMatchObject({ limit: '96110', remedy: { to: '96110', zh: '写成96110' } })
    const checked = await desk.rest('POST', `/cases/${id}/check`, { as: 'author', json: {} })
    expect((checked.body['faults'] as readonly Fault[]).map(({ code }) => code)).toHaveLength(6)
  })

  it('CHK-14 what asks goes through with a reason, which is frozen with the words and who gave it; a stop does not', async () => {
    const id = await draft(named())
    expect(told(await submit(id))).toEqual(['CHECK_REAL_NAME ask story line 1'])
    expect(told(await submit(id, { CHECK_REAL_NAME: '  ' }))).toEqual(['CHECK_REAL_NAME ask story line 1'])
    const submission = submitted(await submit(id, { CHECK_REAL_NAME: '是化名' }))
    expect((await frozenOf(submission)).confirmed).toEqual([
      { code: 'CHECK_REAL_NAME', words: ['王建国'], reason: '是化名', by: desk.ids.author },
    ])
    const phone = await draft({ ...sloganOf(hotline, '拿不准 打13812345678'), accent: '' }, 'slogans')
    const stopped = await submit(phone, { CHECK_PHONE_NUMBER: '是本镇的' }, 'slogans')
    expect(told(stopped)).toEqual(['CHECK_PHONE_NUMBER stop text'])
  })

  it('CHK-7 a name behind 嫌疑人 stops in the form, at 送审 and at decisions, unless the case has its final judgment', async () => {
    const suspect = {
      ...named('养老骗局的结局'),
      accent: '结局',
      story: '嫌疑人王建国冒充医生。\n第三个月，门店关了。',
    }
    const seen = async (data: object) => {
      const { body } = await desk.rest('POST', '/cases/preview', {
        as: 'author',
        json: { draft: data, grid: '', whole: true },
      })
      const { findings } = body['told'] as { findings: readonly Fault[] }
      return findings.map(({ code }) => code).filter((code) => String(code).startsWith('CHECK_'))
    }
    for (const status of [null, 'reported', 'investigated', 'in-court', 'composite']) {
      expect(await seen({ ...suspect, status }), String(status)).toEqual(['CHECK_SUSPECT_NAMED'])
      const id = await draft({ ...suspect, status, syncNote: '立案后由派出所统一口径' })
      expect(told(await submit(id, { CHECK_REAL_NAME: '判了' }))).toEqual([
        'CHECK_SUSPECT_NAMED stop story line 1',
      ])
    }
    expect(await seen({ ...suspect, status: 'judged' })).toEqual(['CHECK_REAL_NAME'])
    const id = await draft({ ...suspect, status: 'judged' })
    const submission = submitted(await submit(id, { CHECK_REAL_NAME: '判决书已公开' }))
    // What is decided on is what was frozen: the draft may say otherwise by now.
    await desk.rest('PATCH', `/cases/${id}?draft=true`, { as: 'author', json: { status: 'reported' } })
    for (const who of ['reviewer', 'second-reviewer', 'issuer'] as const) {
      const decided = await approve(submission, who, { CHECK_REAL_NAME: '' })
      expect(decided.status, JSON.stringify(decided.body)).toBe(200)
    }
    expect(told(await submit(id, { CHECK_REAL_NAME: '判了' }))).toEqual([
      'CHECK_SUSPECT_NAMED stop story line 1',
    ])
  })

  it('CHK-14 reasons are texts of bounded length and number', async () => {
    const id = await draft(named())
    for (const confirmed of [7, ['x'], { CHECK_REAL_NAME: 7 }, { CHECK_REAL_NAME: 'x'.repeat(201) }])
      expect((await submit(id, confirmed as object)).status).toBe(400)
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`C${i}`, 'x']))
    expect(told(await submit(id, many))).toEqual(['TOO_MANY_ITEMS confirmed'])
  })

  it('CHK-15 CHK-16 each who decides ticks it; the tick is sealed in his row, and one changed behind the product does not hold', async () => {
    const submission = submitted(
      await submit(await draft(named('老刘的第二个教训')), { CHECK_REAL_NAME: '是化名' }),
    )
    expect(told(await approve(submission, 'reviewer'))).toEqual(['CHECK_REAL_NAME ask story line 1'])
    expect(await rows(submission)).toEqual([])
    expect((await approve(submission, 'reviewer', { CHECK_REAL_NAME: '' })).status).toBe(200)
    expect((await approve(submission, 'second-reviewer', { CHECK_REAL_NAME: '' })).status).toBe(200)
    expect((await approve(submission, 'issuer', { CHECK_REAL_NAME: '问过派出所' })).status).toBe(200)
    const row = await submissionById({ payload: desk.payload }, submission)
    const decided = await rows(submission)
    expect(decided.map(({ confirmed }) => JSON.parse(confirmed ?? 'null') as unknown)).toEqual([
      [{ code: 'CHECK_REAL_NAME', words: ['王建国'], reason: '是化名', by: desk.ids.reviewer }],
      [{ code: 'CHECK_REAL_NAME', words: ['王建国'], reason: '是化名', by: desk.ids['second-reviewer'] }],
      [{ code: 'CHECK_REAL_NAME', words: ['王建国'], reason: '问过派出所', by: desk.ids.issuer }],
    ])
    for (const one of decided) {
      expect(approvalHolds(one, row?.digest ?? '')).toBe(true)
      for (const confirmed of [null, '', one.confirmed?.replace('王建国', '李建国')])
        expect(approvalHolds({ ...one, confirmed }, row?.digest ?? '')).toBe(false)
    }
    const seen = await desk.rest(
      'GET',
      `/approvals?where[submission][equals]=${submission}&sort=at&depth=0`,
      {
        as: 'operator',
      },
    )
    expect((seen.body['docs'] as readonly Fault[]).map(({ confirmed }) => confirmed)).toEqual(
      decided.map(({ confirmed }) => confirmed),
    )
  })

  it('CNT-1 CHK-16 a decision without a tick has the bytes it always had, and one put beside it does not hold', async () => {
    const submission = submitted(
      await submit(await draft(sloganOf(hotline), 'slogans'), undefined, 'slogans'),
    )
    expect((await frozenOf(submission)).confirmed).toBeUndefined()
    expect((await approve(submission, 'reviewer')).status).toBe(200)
    const [row] = await rows(submission)
    const digest = (await submissionById({ payload: desk.payload }, submission))?.digest ?? ''
    expect(row && [row.confirmed ?? null, approvalHolds(row, digest)]).toEqual([null, true])
    expect(row && approvalHolds({ ...row, confirmed: '[]' }, digest)).toBe(false)
  })

  it('CHK-15 the frozen words are checked anew by what the town says today; 退回 and 撤下 are never held up', async () => {
    const waiting = submitted(
      await submit(
        await draft({ ...sloganOf(hotline, '守好养老钱 不信高回报'), accent: '' }, 'slogans'),
        undefined,
        'slogans',
      ),
    )
    const term = await desk.rest('POST', '/terms', {
      as: 'issuer',
      json: { term: '高回报', severity: 'stop', instead: '高利息', reason: '镇里统一写高利息' },
    })
    expect(term.status, JSON.stringify(term.body)).toBe(201)
    const stopped = await approve(waiting, 'reviewer', { CHECK_TERM_FORBIDDEN: '没关系' })
    expect(told(stopped)).toEqual(['CHECK_TERM_FORBIDDEN stop text'])
    expect(faultsOf(stopped)[0]).toMatchObject({
      message_zh: '用词表里不许写“高回报”：镇里统一写高利息',
      remedy: { to: '高利息' },
    })
    expect(await rows(waiting)).toEqual([])
    const returned = await desk.rest('POST', `/submissions/${waiting}/return`, {
      as: 'reviewer',
      json: { comment: '改词' },
    })
    expect(returned.status).toBe(200)
    const id = String((term.body['doc'] as { id: string }).id)
    expect((await desk.rest('DELETE', `/terms/${id}`, { as: 'administrator' })).status).toBe(200)
  })

  it('CHK-15 a word that asks since then needs a reason of who decides; the author’s speaks of his words alone', async () => {
    const submission = submitted(
      await submit(await draft(named('老刘的第三个教训')), { CHECK_REAL_NAME: '是化名' }),
    )
    await createRow(desk, 'terms', { term: '门店关了', severity: 'ask' })
    const ticked = { CHECK_REAL_NAME: '', CHECK_TERM_DOUBTFUL: '' }
    expect(told(await approve(submission, 'reviewer', ticked))).toEqual([
      'CHECK_TERM_DOUBTFUL ask story line 2',
    ])
    const reasoned = await approve(submission, 'reviewer', { ...ticked, CHECK_TERM_DOUBTFUL: '说的是事实' })
    expect(reasoned.status).toBe(200)
  })

  it('CHK-15 a validity that ended while it waited, and a hotline that left the list, stop at the decision', async () => {
    const police = await createRow(desk, 'hotlines', {
      number: '02349871234',
      label: '派出所',
      prompt: '就近打',
    })
    const id = await draft(
      {
        ...sloganOf(hotline, '有事别慌张 打023-49871234'),
        accent: '',
        validUntil: new Date(desk.ports.now()).toISOString(),
      },
      'slogans',
    )
    const submission = submitted(await submit(id, undefined, 'slogans'))
    await desk.rest('DELETE', `/hotlines/${police.id}`, { as: 'administrator' })
    desk.ports.clock.advance(2 * 86_400_000)
    expect(told(await approve(submission, 'reviewer'))).toEqual([
      'CHECK_PHONE_NUMBER stop text',
      'CONTENT_EXPIRED validUntil',
    ])
  })

  it('CHK-17 the word list is written by issuers and administrators, read by the town; blanks alone are no word', async () => {
    const json = { term: ' · ', severity: 'stop' }
    const blank = await desk.rest('POST', '/terms', { as: 'administrator', json })
    expect([blank.status, told(blank)]).toEqual([400, ['TEXT_WITHOUT_WORDS term']])
    const town = await desk.rest('GET', '/terms/town', { as: 'operator' })
    expect(town.body).toMatchObject({
      hotlines: ['96110'],
      hosts: ['wujian.town.test'],
      terms: [{ term: '门店关了', severity: 'ask', instead: '', reason: '' }],
    })
  })

  it('CHK-18 when the list grows a withdrawal is proposed to who may withdraw, and none is done', async () => {
    const release = async (title: string, confirmed = {}) => {
      const submission = submitted(
        await submit(await draft(named(title)), { CHECK_REAL_NAME: '是化名', ...confirmed }),
      )
      const ticks = { CHECK_REAL_NAME: '', ...confirmed }
      await approve(submission, 'reviewer', ticks)
      await approve(submission, 'second-reviewer', ticks)
      const { body } = await approve(submission, 'issuer', ticks)
      return String(body['release'])
    }
    const asking = async (as: 'issuer' | 'author') => ({
      payload: desk.payload,
      user: (await desk.requestOf(as)).user,
    })
    const answered = await release('老刘的第四个教训', { CHECK_TERM_DOUBTFUL: '说的是事实' })
    const before = await readProposals(await asking('issuer'))
    expect(before.map((one) => one.release)).not.toContain(answered)

    const { id } = await createRow(desk, 'terms', { term: '第四个', severity: 'stop', instead: '第4个' })
    const [first] = await readProposals(await asking('issuer'))
    expect(first).toEqual({
      release: answered,
      title: '老刘的第四个教训',
      stops: true,
      words: ['第四个'],
      places: 0,
    })
    expect(await readProposals(await asking('author'))).toEqual([])
    const standing = await desk.rest('GET', `/releases/${answered}?depth=0`, { as: 'issuer' })
    expect(standing.body['state'] ?? 'released').toBe('released')

    const off = await desk.rest('POST', `/releases/${answered}/withdraw`, {
      as: 'issuer',
      json: { reason: '用词不当' },
    })
    expect(off.status, JSON.stringify(off.body)).toBe(200)
    expect((await readProposals(await asking('issuer'))).map((one) => one.release)).not.toContain(answered)
    await desk.rest('DELETE', `/terms/${id}`, { as: 'issuer' })
  })
})

describe.each(databases)(
  'CHK-14 a town whose one screen is too small for the words, on $name',
  (database) => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(database)
    })
    afterAll(() => desk.close())

    it('CHK-14 what fits no screen says so; where it goes on no sheet either, that stops as well', async () => {
      const { place, unit, hotline, wall, strip } = await buildPlaceWithScreens(desk)
      for (const { id } of [wall, strip])
        await desk.payload.delete({ collection: 'screens', id, overrideAccess: true })
      const small = { ...SCREEN, width: 64, height: 16, pitchMm: 10, colour: 'mono', distanceTypical: 60 }
      const at = { name: '小屏', place: place.id, unit: unit.id, distanceFar: 90 }
      await createRow(desk, 'screens', { ...small, ...at })
      const { body } = await desk.rest('POST', '/slogans?draft=true', {
        as: 'author',
        json: sloganOf(hotline.id, '天上不会 掉下馅饼'),
      })
      const { id } = body['doc'] as { id: string }
      const submit = async () =>
        told(await desk.rest('POST', `/slogans/${id}/submit`, { as: 'author', json: {} }))
      const alone = await submit()
      expect(alone.map((one) => one.split(' ')[0])).toEqual(['TEXT_DOES_NOT_FIT'])
      // No template takes slogans.
      fillPorts({ ...desk.ports, print: { ...desk.ports.print, templates: async () => [STEPS] } })
      expect(await submit()).toEqual([...alone, 'CHECK_NOWHERE'])
      const check = await desk.rest('POST', `/slogans/${id}/check`, { as: 'author', json: {} })
      expect((check.body['faults'] as Fault[]).at(-1)).toMatchObject({ code: 'CHECK_NOWHERE' })
      fillPorts(desk.ports)
    })
  },
)
