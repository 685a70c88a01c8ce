import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readActs, questionIn, sentenceOf } from '../../../cms/audit-report/index.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Asking, type Desk } from './desk.ts'
import { sloganOf } from './rows.ts'
import { releaseAgain, releaseSlogan } from './stories.ts'
import { buildVillages, formWith, phonePhoto, type Villages } from './villages.ts'

const ORIGIN = 'https://shield.wujian.gov.cn'
const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]

describe.each(databases)('packs on $name', (database) => {
  let desk: Desk
  let v: Villages
  beforeAll(async () => {
    desk = await openDesk(database, { publicUrl: ORIGIN })
    v = await buildVillages(desk)
  })
  afterAll(() => desk.close())

  const pack = (as: Asking['as'], release: string) =>
    desk.raw('POST', `/print/packs/${release}`, as ? { as } : {})
  const refused = (as: Asking['as'], release: string, language: 'zh' | 'en' = 'zh') =>
    desk.rest('POST', `/print/packs/${release}`, { ...(as && { as }), language })
  const slogan = (text: string) => ({ ...sloganOf(v.hotline, text), accent: '' })
  const printsOf = async (release: string) =>
    (
      await desk.payload.find({
        collection: 'prints',
        where: { release: { equals: release } },
        overrideAccess: true,
        depth: 0,
      })
    ).docs as unknown as Readonly<Record<string, unknown>>[]

  it('PACK-2 PACK-5 a village packs what was released, not the draft; one code, however often and by whom; who took it is told', async () => {
    await desk.rest('PATCH', `/slogans/${v.story.content}?draft=true`, {
      as: 'author',
      json: { text: '草稿里的 另外一句', accent: '' },
    })
    const first = await pack('village', v.story.release)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('application/zip')
    expect(decodeURIComponent(first.headers.get('content-disposition') ?? '')).toContain(
      '天上不会 掉馅饼-打包稿.zip',
    )
    const words = await first.text()
    expect(words).toContain('天上不会 掉馅饼')
    expect(words).not.toContain('另外一句')
    expect(await (await pack('operator', v.story.release)).text()).toBe(words)
    const [source] = desk.ports.pack.sources
    const [row, ...others] = await printsOf(v.story.release)
    expect(others).toEqual([])
    expect(row).toMatchObject({ template: 'pack', unit: v.units.office })
    expect(source).toMatchObject({ release: v.story.release, issuer: '五间镇平安建设办公室', edition: 1 })
    expect(source?.code.replace('-', '')).toBe(row?.['code'])
    expect(source?.address).toBe(`${ORIGIN}/v/${source?.code ?? ''}`)
    expect(desk.ports.pack.waiting()).toBe(0)
    const [act] = await readActs({ payload: desk.payload, language: 'zh' }, questionIn({ of: 'releases' }), 1)
    expect(act && [sentenceOf(act, 'zh'), act.detail, act.holds]).toEqual([
      '打包下载发布件“天上不会 掉馅饼”',
      source?.code,
      true,
    ])
  })

  it('PACK-5 its code answers as one of an article; nobody records it as a sheet that hangs', async () => {
    const code = desk.ports.pack.sources[0]?.code ?? ''
    const { body } = await desk.rest('GET', `/print/codes/${code}`, { as: 'operator' })
    expect(body).toMatchObject({ packed: true, state: 'valid', mayPost: false, edition: 1 })
    const form = formWith({ photo: await phonePhoto(1), place: v.places.town })
    expect(codes(await desk.rest('POST', `/print/codes/${code}/postings`, { as: 'operator', form }))).toEqual(
      [404, 'PRINT_CODE_UNKNOWN'],
    )
  })

  it('CMS-96 a stranger and a supervisor get none', async () => {
    expect(codes(await refused(undefined, v.story.release))).toEqual([401, 'NOT_SIGNED_IN'])
    expect(codes(await refused('supervisor', v.story.release))).toEqual([403, 'ROLE_MISSING'])
  })

  it('PACK-2 what is withdrawn, replaced or no release is refused with the reason in both languages, and leaves nothing', async () => {
    const old = await releaseSlogan(desk, slogan('先问儿女 再掏钱'))
    desk.ports.clock.advance(60_000)
    const next = await releaseAgain(desk, old.content, { text: '先问儿女 再转账', accent: '' })
    const before = desk.ports.pack.sources.length
    const zh = await refused('author', old.release)
    expect(codes(zh)).toEqual([409, 'PACK_REPLACED'])
    expect(zh.body.errors?.[0]?.message).toContain('有了新版')
    await desk.rest('POST', `/releases/${next.release}/withdraw`, {
      as: 'issuer',
      json: { reason: '号码错了' },
    })
    const en = await refused('author', next.release, 'en')
    expect(codes(en)).toEqual([409, 'PACK_WITHDRAWN'])
    expect(en.body.errors?.[0]?.message).toContain('withdrawn')
    expect(codes(await refused('author', 'none-such'))).toEqual([409, 'PRINT_NOT_RELEASED'])
    expect(desk.ports.pack.sources.length).toBe(before)
    expect(await printsOf(old.release)).toEqual([])
  })

  it('PACK-2 I8 a submission that was edited behind the product is packed by nobody', async () => {
    const story = await releaseSlogan(desk, slogan('陌生链接 一个不点'))
    const stored = await desk.payload.findByID({
      collection: 'submissions',
      id: story.submission,
      overrideAccess: true,
    })
    const frozen = String(stored.frozen).replaceAll('一个不点', '个个都点')
    await desk.payload.db.updateOne({ collection: 'submissions', id: story.submission, data: { frozen } })
    expect(codes(await refused('author', story.release))).toEqual([409, 'SUBMISSION_TAMPERED'])
  })

  it('PACK-2 what is withdrawn while it is packed leaves the house no more, and its file is dropped', async () => {
    const story = await releaseSlogan(desk, slogan('天下没有 免费午餐'))
    const { pack: real } = desk.ports
    const slow = Object.assign(
      async (source: Parameters<typeof real>[0]) => {
        const packed = await real(source)
        await desk.rest('POST', `/releases/${story.release}/withdraw`, {
          as: 'issuer',
          json: { reason: '错了' },
        })
        return packed
      },
      { sources: real.sources, waiting: real.waiting },
    )
    Object.assign(desk.ports, { pack: slow })
    expect(codes(await refused('author', story.release))).toEqual([409, 'PACK_WITHDRAWN'])
    Object.assign(desk.ports, { pack: real })
    expect(real.waiting()).toBe(0)
    expect(await printsOf(story.release)).toEqual([])
  })
})
