import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTown } from '../../../cms/town/read.ts'
import { formatCode } from '../../../src/poster/index.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Asking, type Desk } from './desk.ts'
import { sloganOf } from './rows.ts'
import { releaseAgain, releaseSlogan } from './stories.ts'
import { buildVillages, type Villages } from './villages.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
const ORIGIN = 'https://shield.wujian.gov.cn'

describe.each(databases)('printing on $name', (database) => {
  let desk: Desk
  let v: Villages
  beforeAll(async () => {
    desk = await openDesk(database, { publicUrl: ORIGIN })
    v = await buildVillages(desk)
  })
  afterAll(() => desk.close())

  const choice = (more: object = {}) => ({
    release: v.story.release,
    template: 'a4-notice',
    size: 'a4',
    way: 'office',
    tiling: 'none',
    unit: v.units.stone,
    contact: null,
    ...more,
  })
  const pdf = (as: Asking['as'], more: object = {}) =>
    desk.rest('POST', '/print/pdf', { ...(as && { as }), json: choice(more) })
  const rows = async () =>
    (await desk.payload.find({ collection: 'prints', pagination: false, overrideAccess: true, depth: 0 }))
      .docs as unknown as Record<string, unknown>[]

  it('PST-3 the catalogue holds what is released, what fits it, and for whom; a draft and a submission are not there', async () => {
    const draft = await desk.rest('POST', '/slogans?draft=true', {
      as: 'author',
      json: sloganOf(v.hotline, '还没审 的标语'),
    })
    expect(draft.status).toBe(201)
    const { status, body } = await desk.rest('GET', '/print/catalogue', { as: 'village' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      contents: [
        {
          release: v.story.release,
          kind: 'slogan',
          title: '天上不会 掉馅饼',
          fraudClass: '',
          edition: 1,
          validUntil: null,
          photo: false,
          templates: [
            { id: 'a4-notice', fits: true },
            { id: 'steps', fits: false, why_zh: expect.any(String), why_en: expect.any(String) },
          ],
        },
      ],
      templates: [{ id: 'a4-notice', version: 1 }, { id: 'steps' }],
      units: [{ id: v.units.stone, name: '石桥村' }],
      own: v.units.stone,
      bulk: false,
      qr: true,
      contactDefault: { name: '老孙', number: '0571123' },
    })
    const all = (await desk.rest('GET', '/print/catalogue', { as: 'operator' })).body
    expect(all).toMatchObject({ bulk: true, own: v.units.office })
    expect(
      (all['units'] as { name: string }[])
        .map(({ name }) => name)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['柳河村', '石桥村'].toSorted())
    expect(codes(await desk.rest('GET', '/print/catalogue'))).toEqual([401, 'NOT_SIGNED_IN'])
  })

  it('PST-3 a sheet is made of the signed words and the records: issuer by full name, hotline with its day, edition', async () => {
    expect((await desk.raw('POST', '/print/pdf', { as: 'village', json: choice() })).status).toBe(200)
    const { source } = desk.ports.print.orders.at(-1) ?? {}
    expect(source).toMatchObject({
      words: { kind: 'slogan', title: '天上不会 掉馅饼' },
      edition: 1,
      withdrawnAt: null,
      validUntil: null,
      hotline: {
        prompt: '拿不准？先打',
        number: '96110',
        verifiedAt: Date.parse('2026-11-10T04:00:00Z'),
        confirmBy: '派出所',
      },
      town: '五间镇',
      issuer: '五间镇平安建设办公室',
      unit: { id: v.units.stone, name: '石桥村' },
      demo: false,
      publicUrl: ORIGIN,
    })
  })

  it('PST-5 the file comes with its code, its warnings and its name; the picture of it leaves no row', async () => {
    const before = (await rows()).length
    const seen = await desk.raw('POST', '/print/preview?page=2', { as: 'village', json: choice() })
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(await seen.json()).toMatchObject({ page: 2 })
    expect((await rows()).length).toBe(before)
    const made = await desk.raw('POST', '/print/pdf', { as: 'village', json: choice() })
    expect(made.headers.get('content-type')).toBe('application/pdf')
    expect(made.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('石桥村.pdf')}`,
    )
    expect(JSON.parse(decodeURIComponent(made.headers.get('x-print-warnings') ?? ''))).toEqual([])
    const [row] = await rows()
    expect(made.headers.get('x-print-code')).toBe(formatCode(String(row?.['code'])))
    expect(row).toMatchObject({
      release: v.story.release,
      template: 'a4-notice',
      templateVersion: 1,
      unit: v.units.stone,
      printedBy: desk.ids.village,
      title: '天上不会 掉馅饼',
    })
  })

  it('PST-5 one release on one template for one unit has one code, however often and by however many at once', async () => {
    const as = ['village', 'operator', 'administrator', 'operator', 'village'] as const
    const answers = await Promise.all(
      [...as, ...as].map((name) =>
        desk.raw('POST', '/print/pdf', { as: name, json: choice({ way: 'shop' }) }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ headers }) => headers.get('x-print-code'))).size).toBe(1)
    expect(await rows()).toHaveLength(1)
    const other = await desk.raw('POST', '/print/pdf', {
      as: 'operator',
      json: choice({ unit: v.units.willow }),
    })
    expect(other.headers.get('x-print-code')).not.toBe(answers[0]?.headers.get('x-print-code'))
    expect(await rows()).toHaveLength(2)
  })

  it('PST-5 a row that another process wrote in the same moment is the row of this sheet too', async () => {
    const { db } = desk.payload
    const find = db.find
    let isBlind = false
    db.find = (async (args: { collection: string }) => {
      if (args.collection !== 'prints' || !isBlind) return find.call(db, args as never)
      isBlind = false
      return { docs: [] }
    }) as typeof db.find
    const before = (await rows()).length
    isBlind = true
    const answer = await desk.raw('POST', '/print/pdf', { as: 'village', json: choice() })
    db.find = find
    expect([answer.status, isBlind]).toEqual([200, false])
    expect((await rows()).length).toBe(before)
  })

  it('PST-5 a code that belongs to another sheet prints nothing', async () => {
    const { print } = desk.ports
    const [taken] = await rows()
    const codeOf = print.codeOf
    Object.assign(print, { codeOf: () => String(taken?.['code']) })
    const answer = await pdf('operator', { unit: v.units.office })
    Object.assign(print, { codeOf })
    expect(codes(answer)).toEqual([409, 'PRINT_CODE_TAKEN'])
  })

  it('PST-2 a village and an author print for their own unit only, the operator and the administrator for all', async () => {
    for (const as of ['village', 'author'] as const)
      expect(codes(await pdf(as, { unit: v.units.willow })), as).toEqual([403, 'PRINT_OTHER_UNIT'])
    // Neither has a unit here.
    for (const as of ['reviewer', 'issuer'] as const)
      expect(codes(await pdf(as)), as).toEqual([403, 'PRINT_OTHER_UNIT'])
    for (const as of ['operator', 'administrator'] as const)
      expect((await desk.raw('POST', '/print/pdf', { as, json: choice() })).status, as).toBe(200)
    expect(codes(await desk.rest('POST', '/print/preview', { json: choice() }))).toEqual([
      401,
      'NOT_SIGNED_IN',
    ])
  })

  it('PST-3 I14 a choice that makes no sense is refused at its field', async () => {
    const cases = [
      [{ release: '' }, 'TEXT_EMPTY'],
      [{ release: 'no-such' }, 'PRINT_NOT_RELEASED'],
      [{ template: 'none' }, 'PRINT_TEMPLATE_UNKNOWN'],
      [{ template: 'steps' }, 'PRINT_TEMPLATE_UNFIT'],
      [{ size: 'a0' }, 'PRINT_SIZE_UNKNOWN'],
      [{ way: 'fax' }, 'FIELD_INVALID'],
      [{ tiling: 7 }, 'FIELD_INVALID'],
      [{ unit: '0' }, 'FIELD_INVALID'],
      [{ contact: 'me' }, 'FIELD_INVALID'],
      [{ contact: { name: '老\u0000孙', number: '110' } }, 'TEXT_CONTROL_CHAR'],
      [{ contact: { name: '一二三四五六七八九十一', number: '110' } }, 'PRINT_CONTACT_INVALID'],
    ] as const
    for (const [more, code] of cases) {
      const { status, body } = await pdf('operator', more)
      expect(body.errors?.[0]?.code, JSON.stringify(more)).toBe(code)
      expect(status).toBeLessThan(500)
    }
    expect(codes(await desk.rest('POST', '/print/pdf', { as: 'operator', json: '[]' }))).toEqual([
      400,
      'BODY_INVALID',
    ])
  })

  it('PST-4 what was replaced, withdrawn or has expired is refused for every sheet of it, and leaves the catalogue', async () => {
    const first = await releaseSlogan(desk, { ...sloganOf(v.hotline, '第一版 的标语'), accent: '' })
    desk.ports.clock.advance(60_000)
    const second = await releaseAgain(desk, first.content, {
      ...sloganOf(v.hotline, '第二版 的标语'),
      accent: '第二版',
      validUntil: '2027-01-01T00:00:00.000Z',
    })
    const of = (release: string) => pdf('village', { release })
    const refused = await of(first.release)
    expect(codes(refused)).toEqual([409, 'PRINT_REPLACED'])
    expect(refused.body.errors?.[0]?.message_zh).toContain('2026年11月')
    expect((await desk.raw('POST', '/print/pdf', { as: 'village', json: choice(second) })).status).toBe(200)
    expect(desk.ports.print.orders.at(-1)?.source.edition).toBe(2)
    const now = desk.ports.clock.now()
    desk.ports.clock.set(Date.parse('2027-01-02T00:00:00Z'))
    expect(codes(await of(second.release))).toEqual([409, 'PRINT_EXPIRED'])
    desk.ports.clock.set(now + 1000)
    const ended = await desk.rest('POST', `/releases/${second.release}/withdraw`, {
      as: 'issuer',
      json: { reason: '写错了' },
    })
    expect(ended.status).toBe(200)
    for (const release of [first.release, second.release])
      expect(codes(await of(release))).toEqual([409, 'PRINT_WITHDRAWN'])
    const { body } = await desk.rest('GET', '/print/catalogue', { as: 'village' })
    expect((body['contents'] as { release: string }[]).map(({ release }) => release)).toEqual([
      v.story.release,
    ])
  })

  it('PST-3 PST-13 I8 edited rows print nothing: release, words, hotline, village, issuer, town', async () => {
    const edit = async (collection: string, id: string, data: Record<string, unknown>, code: string) => {
      const { db } = desk.payload
      const where = { id: { equals: id } }
      const before = (await db.findOne({ collection: collection as 'releases', where })) as object
      await db.updateOne({ collection: collection as 'releases', id, data })
      const answer = await pdf('operator')
      expect(codes(answer), collection).toEqual([409, code])
      expect((await loadTown(desk.payload)).refusals.map((one) => one.code)).toContain(code)
      const back = Object.fromEntries(
        Object.keys(data).map((key) => [key, (before as Record<string, unknown>)[key]]),
      )
      await db.updateOne({ collection: collection as 'releases', id, data: back })
    }
    await edit('releases', v.story.release, { digest: 'f'.repeat(64) }, 'RELEASE_TAMPERED')
    await edit('submissions', v.story.submission, { frozen: '{}' }, 'SUBMISSION_TAMPERED')
    await edit('hotlines', v.hotline, { verifiedOn: '2030-01-01T00:00:00.000Z' }, 'HOTLINE_TAMPERED')
    await edit('units', v.units.stone, { name: '假村' }, 'UNIT_TAMPERED')
    await edit('units', v.units.office, { fullName: '假办公室' }, 'UNIT_TAMPERED')
    await desk.payload.db.updateGlobal({ slug: 'town', data: { name: '假镇' } })
    expect(codes(await pdf('operator'))).toEqual([409, 'TOWN_TAMPERED'])
    await desk.payload.updateGlobal({ slug: 'town', data: { name: '五间镇' }, overrideAccess: true })
    expect((await desk.raw('POST', '/print/pdf', { as: 'operator', json: choice() })).status).toBe(200)
  })

  const bulk = (as: Asking['as'], more: object = {}) =>
    desk.rest('POST', '/print/bulk', {
      ...(as && { as }),
      json: { ...choice(), unit: undefined, units: 'all', as: 'zip', ...more },
    })
  const look = (as: Asking['as'], job: unknown) =>
    desk.rest('GET', `/print/jobs/${String(job)}`, as ? { as } : {})
  const whenOver = async (job: unknown) => {
    for (;;) {
      const { body } = await look('operator', job)
      if (body['state'] !== 'running') return body
    }
  }

  it('PST-6 one poster for all villages is one file, each sheet with its code', async () => {
    const { status, body } = await bulk('operator')
    expect(status).toBe(202)
    expect(await whenOver(body['job'])).toEqual({ done: 2, total: 2, state: 'ready' })
    const file = await desk.raw('GET', `/print/jobs/${String(body['job'])}/file`, { as: 'operator' })
    expect([file.headers.get('content-type'), (await file.text()).split('\n').toSorted()]).toEqual([
      'application/zip',
      ['柳河村', '石桥村'].toSorted(),
    ])
    expect(codes(await look('village', body['job']))).toEqual([404, 'PRINT_JOB_UNKNOWN'])
    const units = (await rows()).filter((row) => row['release'] === v.story.release).map((row) => row['unit'])
    expect(units).toEqual(expect.arrayContaining([v.units.stone, v.units.willow]))
  })

  it('PST-6 a person runs one job, may cancel it, and nobody else sees it; a village makes none for others', async () => {
    expect(codes(await bulk('village'))).toEqual([403, 'PRINT_OTHER_UNIT'])
    expect(codes(await bulk('village', { units: [v.units.willow] }))).toEqual([403, 'PRINT_OTHER_UNIT'])
    expect(codes(await bulk('operator', { units: [] }))).toEqual([400, 'TEXT_EMPTY'])
    expect(codes(await bulk('operator', { as: 'exe' }))).toEqual([400, 'FIELD_INVALID'])
    let open = (): void => undefined
    desk.ports.print.hold = new Promise((done) => {
      open = done
    })
    const { body } = await bulk('operator')
    expect(codes(await bulk('operator'))).toEqual([409, 'PRINT_JOB_RUNNING'])
    const mine = async (as?: Asking['as']) => desk.rest('GET', '/print/jobs', as ? { as } : {})
    expect((await mine('operator')).body).toMatchObject({
      jobs: [{ job: body['job'], choice: { release: v.story.release }, done: 0, total: 2, state: 'running' }],
    })
    expect((await mine('administrator')).body).toEqual({ jobs: [] })
    expect(codes(await mine())).toEqual([401, 'NOT_SIGNED_IN'])
    const cancelled = await desk.rest('DELETE', `/print/jobs/${String(body['job'])}`, { as: 'operator' })
    expect(cancelled.body).toEqual({ done: 0, total: 2, state: 'cancelled' })
    open()
    desk.ports.print.hold = null
    expect(
      codes(await desk.rest('GET', `/print/jobs/${String(body['job'])}/file`, { as: 'operator' })),
    ).toEqual([409, 'PRINT_CANCELLED'])
    const again = (await bulk('operator')).body['job']
    expect(await whenOver(again)).toMatchObject({ state: 'ready' })
    expect(codes(await look('operator', body['job']))).toEqual([404, 'PRINT_JOB_UNKNOWN'])
  })

  it('PST-6 a job that fails says why, in both languages', async () => {
    const { job } = (await bulk('operator', { size: 'a0' })).body
    expect(await whenOver(job)).toMatchObject({
      state: 'failed',
      error: { code: 'PRINT_SIZE_UNKNOWN', message_zh: expect.any(String), message_en: expect.any(String) },
    })
    expect(codes(await desk.rest('GET', `/print/jobs/${String(job)}/file`, { as: 'operator' }))).toEqual([
      400,
      'PRINT_SIZE_UNKNOWN',
    ])
  })

  it('PST-12 a template comes in through the gate, by the administrator, as a row for each version', async () => {
    const install = (as: Asking['as'], words: string) => {
      const form = new FormData()
      form.set('file', new File([words], 't.zip', { type: 'application/zip' }))
      return desk.rest('POST', '/poster-templates/install', { ...(as && { as }), form })
    }
    const [schema] = await desk.ports.print.templates()
    const own = JSON.stringify({ ...schema, id: 'own-notice', version: 3, name_zh: '本镇通知' })
    expect(codes(await install('operator', own))).toEqual([403, 'ROLE_MISSING'])
    expect(codes(await install('administrator', 'no zip'))).toEqual([400, 'TEMPLATE_SCHEMA_INVALID'])
    expect((await install('administrator', own)).body).toEqual({
      template: 'own-notice',
      version: 3,
      name: '本镇通知',
    })
    expect((await install('administrator', own)).status).toBe(201)
    const { docs } = await desk.payload.find({
      collection: 'poster-templates',
      overrideAccess: true,
      depth: 0,
    })
    expect(docs).toMatchObject([{ name: '本镇通知', version: 3, installedBy: desk.ids.administrator }])
    const { body } = await desk.rest('GET', '/print/catalogue', { as: 'village' })
    expect((body['templates'] as { id: string }[]).map(({ id }) => id)).toContain('own-notice')
  })

  it('TPL-26 its own words are read before it is in, its look after; who let them in stands in the audit', async () => {
    const own = {
      ...(await desk.ports.print.templates())[0],
      id: 'worded',
      version: 2,
      standing: ['请记住', '后来'],
    }
    const send = (door: string, as: Asking['as']) => {
      const form = new FormData()
      form.set('file', new File([JSON.stringify(own)], 't.zip', { type: 'application/zip' }))
      return desk.rest('POST', `/poster-templates/${door}`, { ...(as && { as }), form })
    }
    expect(codes(await send('judge', 'operator'))).toEqual([403, 'ROLE_MISSING'])
    const { body } = await send('judge', 'administrator')
    expect(body).toMatchObject({ template: 'worded', version: 2, standing: ['请记住', '后来'] })
    expect(body['thumb']).toMatch(/^data:image\/png;base64,/)
    expect((await desk.ports.print.templates()).map(({ id }) => id)).not.toContain('worded')
    expect((await send('install', 'administrator')).status).toBe(201)
    const { docs } = await desk.payload.find({
      collection: 'audit',
      where: { action: { equals: 'template.install' } },
      sort: '-at',
      limit: 10,
    })
    expect(docs.map(({ detail }) => detail)).toContain('worded/2：请记住 ｜ 后来')
    const look = (id: string, as?: Asking['as']) =>
      desk.rest('GET', `/poster-templates/thumb/${id}`, { ...(as && { as }) })
    expect((await look('a4-notice')).status).toBe(401)
    expect((await look('a4-notice', 'village')).status).toBe(200)
    expect(codes(await look('none', 'village'))).toEqual([404, 'PRINT_TEMPLATE_UNKNOWN'])
  })
})
