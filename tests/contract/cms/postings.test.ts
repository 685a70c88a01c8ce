import { symlinkSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookUp } from '../../../cms/code-page/look-up.ts'
import { readRecall } from '../../../cms/postings/recall.ts'
import { placeLine, recallLines } from '../../../cms/components/print/recall.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Asking, type Desk } from './desk.ts'
import { sloganOf } from './rows.ts'
import { releaseAgain, releaseSlogan } from './stories.ts'
import { buildVillages, formWith, phonePhoto, type Villages } from './villages.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]
const DAY = 86_400_000

describe.each(databases)('postings on $name', (database) => {
  let desk: Desk
  let v: Villages
  let code: string
  let shade = 0
  // Shades next to each other are one JPEG.
  const photo = () => phonePhoto((shade += 9))
  const print = async (as: Asking['as'], unit: string, release = v.story.release) => {
    const answer = await desk.raw('POST', '/print/pdf', {
      ...(as && { as }),
      json: {
        release,
        template: 'a4-notice',
        size: 'a4',
        way: 'office',
        tiling: 'none',
        unit,
        contact: null,
      },
    })
    return answer.headers.get('x-print-code') ?? ''
  }
  const post = async (as: Asking['as'], parts: Readonly<Record<string, string | File>>, on = code) =>
    desk.rest('POST', `/print/codes/${encodeURIComponent(on)}/postings`, {
      ...(as && { as }),
      form: formWith(parts),
    })
  const recall = async (as: Asking['as']) =>
    (await desk.rest('GET', '/print/recall', { ...(as && { as }) })).body['items'] as Record<
      string,
      unknown
    >[]
  const takeDown = async (as: Asking['as'], id: string, parts?: Record<string, File>) =>
    desk.rest('POST', `/postings/${id}/takedown`, {
      ...(as && { as }),
      form: formWith(parts ?? { photo: await photo() }),
    })
  beforeAll(async () => {
    desk = await openDesk(database)
    v = await buildVillages(desk)
    code = await print('village', v.units.stone)
  })
  afterAll(() => desk.close())

  it('PST-8 anybody may look a code up, however it is typed, and learns of no person', async () => {
    for (const typed of [code, code.toLowerCase().replace('-', ' '), code.replace('-', '')])
      expect((await desk.rest('GET', `/print/codes/${encodeURIComponent(typed)}`)).body).toEqual({
        code,
        title: '天上不会 掉馅饼',
        issuer: '五间镇平安建设办公室',
        unit: '石桥村',
        edition: 1,
        state: 'valid',
        since: null,
        hotlines: [
          { prompt: '拿不准？先打', number: '96110' },
          { prompt: expect.any(String), number: '110' },
        ],
        mayPost: false,
      })
    for (const typed of ['2222-2222', 'x', '%00', 'ＡＡＡＡ'])
      expect(codes(await desk.rest('GET', `/print/codes/${encodeURIComponent(typed)}`))).toEqual([
        404,
        'PRINT_CODE_UNKNOWN',
      ])
  })

  it('PST-8 who may post there learns where: the village’s own places first, then the town’s', async () => {
    const { body } = await desk.rest('GET', `/print/codes/${code}`, { as: 'village' })
    expect(body).toMatchObject({
      mayPost: true,
      places: [
        { id: v.places.stone, name: '石桥村公告栏' },
        { id: v.places.town, name: '农贸市场' },
      ],
    })
    expect((await desk.rest('GET', `/print/codes/${code}`, { as: 'neighbour' })).body).toMatchObject({
      mayPost: false,
    })
  })

  it('PST-7 a sheet is posted by its own unit, at its own place or the town’s, with a photo, until a day in force', async () => {
    const place = v.places.stone
    const refused: [Asking['as'], Record<string, string | File>, string][] = [
      ['neighbour', { photo: await photo(), place }, 'PRINT_OTHER_UNIT'],
      ['village', { photo: await photo(), place: v.places.willow }, 'PRINT_OTHER_UNIT'],
      ['village', { photo: await photo(), place: 'x' }, 'PRINT_OTHER_UNIT'],
      ['village', { photo: await photo() }, 'TEXT_EMPTY'],
      ['village', { place }, 'POSTING_PHOTO_MISSING'],
      ['village', { photo: 'text', place }, 'POSTING_PHOTO_MISSING'],
      ['village', { photo: await photo(), place, until: '2020-01-01' }, 'POSTING_UNTIL_INVALID'],
      ['village', { photo: await photo(), place, until: '2026-02-30' }, 'POSTING_UNTIL_INVALID'],
      ['village', { photo: await photo(), place, until: '2099-01-01' }, 'POSTING_UNTIL_INVALID'],
      ['village', { photo: new File(['GIF89a'], 'a.gif'), place }, 'IMAGE_TYPE_NOT_ALLOWED'],
    ]
    for (const [as, parts, wanted] of refused)
      expect((await post(as, parts)).body.errors?.[0]?.code, wanted).toBe(wanted)
    expect(codes(await post(undefined, { photo: await photo(), place }))).toEqual([401, 'NOT_SIGNED_IN'])
    expect(
      codes(await desk.rest('POST', `/print/codes/${code}/postings`, { as: 'village', json: {} })),
    ).toEqual([400, 'BODY_INVALID'])
    expect((await desk.payload.find({ collection: 'postings', overrideAccess: true })).totalDocs).toBe(0)
    const { status, body } = await post('village', { photo: await photo(), place, until: '2026-12-31' })
    expect(status).toBe(201)
    const row = await desk.payload.findByID({
      collection: 'postings',
      id: String(body['id']),
      overrideAccess: true,
      depth: 0,
    })
    expect(row).toMatchObject({
      code: code.replace('-', ''),
      title: '天上不会 掉馅饼',
      release: v.story.release,
      unit: v.units.stone,
      place,
      postedBy: desk.ids.village,
      until: '2026-12-30T16:00:00.000Z',
      postedAt: new Date(desk.ports.clock.now()).toISOString(),
    })
    const { docs } = await desk.payload.find({
      collection: 'audit',
      where: { action: { equals: 'posting.put' } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ actorName: '孙村居', subject: `postings/${String(body['id'])}` }])
  })

  it('PST-9 a photo is kept without place and maker, once, apart from the pictures, for its own village', async () => {
    desk.ports.clock.advance(1000)
    const twice = await photo()
    const place = v.places.town
    const first = await post('village', { photo: twice, place })
    expect((await post('village', { photo: twice, place })).body).toEqual(first.body)
    expect(codes(await post('village', { photo: twice, place: v.places.stone }))).toEqual([
      409,
      'POSTING_PHOTO_USED',
    ])
    const { docs } = await desk.payload.find({
      collection: 'posting-photos' as 'media',
      overrideAccess: true,
      pagination: false,
    })
    expect(docs).toHaveLength(2)
    expect((await desk.payload.count({ collection: 'media', overrideAccess: true })).totalDocs).toBe(0)
    const [{ filename } = { filename: '' }] = docs
    expect(filename).toMatch(/^[0-9a-f]{64}\.jpg$/)
    const path = `/posting-photos/file/${filename}`
    const kept = await desk.raw('GET', path, { as: 'village' })
    expect(kept.status).toBe(200)
    const { exif } = await sharp(new Uint8Array(await kept.arrayBuffer())).metadata()
    expect(exif).toBeUndefined()
    expect((await desk.raw('GET', path, { as: 'neighbour' })).status).toBeGreaterThanOrEqual(403)
    expect((await desk.raw('GET', path)).status).toBeGreaterThanOrEqual(401)
    const form = formWith({ file: await photo(), _payload: '{}' })
    expect(codes(await desk.rest('POST', '/posting-photos', { as: 'administrator', form }))[0]).toBe(403)
  })

  it('PST-10 a newer edition, a withdrawal, a last day: each puts what hangs on the list, and a photo takes it off', async () => {
    expect(await recall('village')).toEqual([])
    const second = await print('operator', v.units.willow)
    const there = await post('neighbour', { photo: await photo(), place: v.places.willow }, second)
    expect(there.status).toBe(201)

    desk.ports.clock.advance(60_000)
    const newer = await releaseAgain(desk, v.story.content, sloganOf(v.hotline, '馅饼 不会掉'))
    const mine = await recall('village')
    expect(mine).toHaveLength(2)
    expect(mine[0]).toMatchObject({
      code,
      title: '天上不会 掉馅饼',
      edition: 1,
      place: '石桥村公告栏',
      unit: '石桥村',
      why: 'replaced',
      since: new Date(desk.ports.clock.now()).toISOString(),
    })
    expect(await recall('neighbour')).toMatchObject([{ unit: '柳河村' }])
    expect(await recall('operator')).toHaveLength(3)
    expect(await recall('issuer')).toHaveLength(3)
    expect(codes(await desk.rest('GET', '/print/recall'))).toEqual([401, 'NOT_SIGNED_IN'])
    expect((await desk.rest('GET', `/print/codes/${code}`)).body).toMatchObject({
      state: 'replaced',
      since: new Date(desk.ports.clock.now()).toISOString(),
      mayPost: false,
    })
    expect(codes(await post('village', { photo: await photo(), place: v.places.stone }))).toEqual([
      409,
      'PRINT_REPLACED',
    ])

    const id = String(mine[0]?.['posting'])
    expect(codes(await takeDown('neighbour', id))).toEqual([403, 'PRINT_OTHER_UNIT'])
    expect(codes(await takeDown('village', id, {}))).toEqual([400, 'POSTING_PHOTO_MISSING'])
    const down = await takeDown('village', id)
    expect(down).toMatchObject({ status: 200, body: { id } })
    desk.ports.clock.advance(1000)
    expect((await takeDown('village', id)).body).toEqual(down.body)
    expect(await recall('village')).toHaveLength(1)
    expect(await recall('operator')).toHaveLength(2)

    const now = desk.ports.clock.now()
    await desk.rest('POST', `/releases/${newer.release}/withdraw`, { as: 'issuer', json: { reason: '错' } })
    expect((await recall('village'))[0]).toMatchObject({ why: 'withdrawn' })
    desk.ports.clock.set(now + 400 * DAY)
    expect(await recall('operator')).toHaveLength(2)
    desk.ports.clock.set(now + 60_000)
  })

  it('PST-10 PST-4 past its last day a sheet is on the list, and not a moment before', async () => {
    const { content } = v.story
    const again = await releaseAgain(desk, content, { ...sloganOf(v.hotline, '别信 馅饼'), validUntil: null })
    const fresh = await print('village', v.units.stone, again.release)
    const made = await post(
      'village',
      { photo: await photo(), place: v.places.stone, until: '2026-12-31' },
      fresh,
    )
    const id = String(made.body['id'])
    const now = desk.ports.clock.now()
    const isListed = async () => (await recall('village')).find(({ posting }) => posting === id)
    desk.ports.clock.set(Date.parse('2026-12-31T15:59:59Z'))
    expect(await isListed()).toBeUndefined()
    desk.ports.clock.set(Date.parse('2026-12-31T16:00:00Z'))
    expect(await isListed()).toMatchObject({ why: 'expired', since: '2026-12-31T16:00:00.000Z', edition: 3 })
    desk.ports.clock.set(now)
  })

  it('PST-10 I8 of an edited release nobody can vouch for what hangs: it is to come down, and its code says nothing', async () => {
    const before = (await recall('operator')).length
    const { db } = desk.payload
    const { docs } = await desk.payload.find({
      collection: 'releases',
      sort: '-releasedAt',
      limit: 1,
      overrideAccess: true,
    })
    const [newest] = docs
    const id = String(newest?.id)
    await db.updateOne({ collection: 'releases', id, data: { title: newest?.title, digest: 'e'.repeat(64) } })
    expect((await recall('operator')).length).toBe(before + 1)
    expect(codes(await desk.rest('GET', `/print/codes/${code}`))).toEqual([409, 'RELEASE_TAMPERED'])
    const asking = { payload: desk.payload, user: null, language: 'zh', publicUrl: '' } as const
    // PPG-11: a passer-by is told no word of signatures.
    expect(await lookUp(asking, code)).toEqual({ at: 'unverifiable', status: 409 })
    await db.updateOne({ collection: 'releases', id, data: { digest: newest?.digest } })
    expect((await recall('operator')).length).toBe(before)
  })

  it('PST-8 I8 a row of codes that was edited behind the product vouches for nothing', async () => {
    const [row] = (
      await desk.payload.find({ collection: 'prints', limit: 1, overrideAccess: true, depth: 0 })
    ).docs
    const { id = '', code: stored = '', unit } = row ?? {}
    const say = async (data: Record<string, unknown>) =>
      desk.payload.db.updateOne({ collection: 'prints', id, data })
    await say({ unit: v.units.town })
    expect(codes(await desk.rest('GET', `/print/codes/${stored}`))).toEqual([404, 'PRINT_CODE_UNKNOWN'])
    await say({ unit, code: '22222222' })
    expect(codes(await desk.rest('GET', '/print/codes/2222-2222'))).toEqual([404, 'PRINT_CODE_UNKNOWN'])
    await say({ unit, code: stored })
    expect((await desk.rest('GET', `/print/codes/${stored}`)).status).toBe(200)
  })

  it('PST-11 the first page says how many of which edition to change, in both languages', async () => {
    const req = await desk.requestOf('operator')
    const items = await readRecall({ payload: desk.payload, user: req.user })
    expect(recallLines(items, 'zh').map(({ words }) => words)).toEqual([
      '海报《天上不会 掉馅饼》第1版有2处已撤下，请取下',
    ])
    const [item] = items
    if (!item) throw new Error('no item')
    const old = { ...item, title: '甲', why: 'replaced' as const, edition: 3 }
    const [line] = recallLines(
      Array.from({ length: 14 }, () => old),
      'zh',
    )
    expect(line?.words).toBe('海报《甲》第3版有14处已过时，请更换')
    expect(placeLine(old, 'zh')).toBe(`${item.place} ·《甲》· 有新版`)
    expect(recallLines([old], 'en')[0]?.words).toContain('edition 3 is outdated in 1 place')
  })

  it('PST-10 one sheet recorded twice at one place is one to take down, by its newest record, with one photo', async () => {
    const own = await releaseSlogan(desk, sloganOf(v.hotline, '馅饼 两次'))
    const twice = await print('village', v.units.stone, own.release)
    const post2 = async (until: string) =>
      String(
        (await post('village', { photo: await photo(), place: v.places.stone, until }, twice)).body['id'],
      )
    const first = await post2('2026-11-30')
    desk.ports.clock.advance(1000)
    const second = await post2('2026-12-31')
    const now = desk.ports.clock.now()
    const listed = async () =>
      (await recall('village')).filter((item) => item['code'] === twice).map(({ posting }) => posting)
    desk.ports.clock.set(Date.parse('2026-12-02T00:00:00Z'))
    expect(await listed()).toEqual([])
    desk.ports.clock.set(Date.parse('2027-01-02T00:00:00Z'))
    expect(await listed()).toEqual([second])
    expect((await takeDown('village', second)).status).toBe(200)
    const { docs } = await desk.payload.find({
      collection: 'postings',
      where: { id: { in: [first, second] } },
      overrideAccess: true,
      depth: 0,
    })
    expect(docs.map(({ takenDownAt }) => Boolean(takenDownAt))).toEqual([true, true])
    expect(new Set(docs.map(({ takenDownPhoto }) => takenDownPhoto)).size).toBe(1)
    expect(await listed()).toEqual([])
    desk.ports.clock.set(now)
  })

  it('CMS-63 a photo that a full disk cannot take says so by the disk’s name, and is taken when there is room', async () => {
    const own = await releaseSlogan(desk, sloganOf(v.hotline, '馅饼 满了'))
    const sheet = await print('village', v.units.stone, own.release)
    const sent = await photo()
    const { sha256 } = await desk.ports.cleanImage(new Uint8Array(await sent.arrayBuffer()))
    const { upload } = desk.payload.collections['posting-photos' as 'media'].config
    // What is written there meets a disk that is full.
    symlinkSync('/dev/full', path.join(upload.staticDir ?? '', `${sha256}.jpg`))
    const parts = { photo: sent, place: v.places.stone }
    const told = await post('village', parts, sheet)
    expect(codes(told)).toEqual([503, 'DATABASE_READ_ONLY'])
    expect(told.body.errors?.[0]?.message_zh).toContain('磁盘满')
    expect((await post('village', parts, sheet)).status).toBe(201)
  })

  it('PST-8 too many look-ups at once are refused for a moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => desk.rest('GET', '/print/codes/2222-2222')),
    )
    expect(new Set(answers.map((answer) => codes(answer).join(' ')))).toEqual(
      new Set(['404 PRINT_CODE_UNKNOWN', '429 PRINT_CODE_TOO_MANY']),
    )
    expect((await desk.rest('GET', `/print/codes/${code}`, { as: 'village' })).status).toBe(200)
    desk.ports.clock.advance(1000)
    expect((await desk.rest('GET', '/print/codes/2222-2222')).status).toBe(404)
  })
})
