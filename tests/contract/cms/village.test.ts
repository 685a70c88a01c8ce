import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takesSteps } from '../../../src/review/policy.ts'
import { rightsOf } from '../../../cms/access/menu.ts'
import { hiddenFromVillages } from '../../../cms/access/roles.ts'
import { readHung } from '../../../cms/app/(pages)/print/hung.ts'
import { menuOf } from '../../../cms/base/menu.ts'
import { ports } from '../../../cms/base/ports.ts'
import { readHanging } from '../../../cms/components/today/village.ts'
import { readSubmissions } from '../../../cms/workflow/read.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildVillages, formWith, phonePhoto, type Villages } from './villages.ts'

const codes = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map((e) => e.code)]

/** What a village has a use for. */
const OPEN = ['prints', 'postings', 'posting-photos', 'users', 'units', 'places'] as const

describe.each(databases)('a village on $name', (database) => {
  let desk: Desk
  let v: Villages
  beforeAll(async () => {
    desk = await openDesk(database)
    v = await buildVillages(desk)
    let shade = 0
    for (const [as, unit, place] of [
      ['village', v.units.stone, v.places.stone],
      ['neighbour', v.units.willow, v.places.willow],
    ] as const) {
      const json = {
        release: v.story.release,
        template: 'a4-notice',
        size: 'a4',
        way: 'office',
        tiling: 'none',
        unit,
        contact: null,
      }
      const code = (await desk.raw('POST', '/print/pdf', { as, json })).headers.get('x-print-code')
      const form = formWith({ photo: await phonePhoto((shade += 9)), place })
      await desk.rest('POST', `/print/codes/${code}/postings`, { as, form })
    }
  })
  afterAll(() => desk.close())

  const list = async (as: 'village' | 'neighbour' | 'operator', slug: string) => {
    const { body } = await desk.rest('GET', `/${slug}?depth=0&limit=0`, { as })
    return body['docs'] as Record<string, unknown>[]
  }

  it('PST-1 it reads no content, no draft, no version, no submission, no screen, no audit', async () => {
    const closed = Object.keys(desk.payload.collections).filter(
      (slug) => !slug.startsWith('payload-') && !OPEN.some((open) => open === slug),
    )
    expect(closed).toContain('cases')
    for (const slug of closed) {
      expect(codes(await desk.rest('GET', `/${slug}`, { as: 'village' })), slug).toEqual([403, 'NOT_ALLOWED'])
      const { status } = await desk.rest('GET', `/${slug}`, { as: 'administrator' })
      // Second factors are nobody’s to read (PPL-9).
      expect(status, slug).toBe(slug === 'factors' ? 403 : 200)
    }
    for (const slug of ['cases', 'slogans', 'techniques'])
      expect((await desk.rest('GET', `/${slug}/versions`, { as: 'village' })).status, slug).toBe(403)
    expect((await desk.rest('GET', `/slogans/${v.story.content}`, { as: 'village' })).status).toBe(403)
    const [screen] = (await desk.payload.find({ collection: 'screens', overrideAccess: true })).docs
    expect(codes(await desk.rest('GET', `/screens/${screen?.id}/timeline`, { as: 'village' }))).toEqual([
      403,
      'NOT_ALLOWED',
    ])
  })

  it('PST-1 it sees prints, postings and photos of its own unit alone; the town’s people see all', async () => {
    for (const slug of ['prints', 'postings', 'posting-photos']) {
      expect(
        (await list('village', slug)).map((row) => row['unit']),
        slug,
      ).toEqual([v.units.stone])
      expect(
        (await list('neighbour', slug)).map((row) => row['unit']),
        slug,
      ).toEqual([v.units.willow])
      expect(await list('operator', slug), slug).toHaveLength(2)
    }
    expect((await list('village', 'users')).map((row) => row['name'])).toEqual(['孙村居'])
    const { user } = await desk.requestOf('village')
    expect(await readHanging({ payload: desk.payload, user })).toMatchObject([{ place: '石桥村公告栏' }])
  })

  it('PST-1 without a unit it sees and prints nothing', async () => {
    const put = (unit: string | null) =>
      desk.payload.update({
        collection: 'users',
        id: desk.ids.neighbour,
        data: { unit },
        overrideAccess: true,
      })
    await put(null)
    expect((await desk.rest('GET', '/postings', { as: 'neighbour' })).status).toBe(403)
    const { body } = await desk.rest('GET', '/print/catalogue', { as: 'neighbour' })
    expect(body).toMatchObject({ units: [], own: null, bulk: false })
    expect((await desk.rest('GET', '/print/recall', { as: 'neighbour' })).body).toEqual({ items: [] })
    const { user } = await desk.requestOf('neighbour')
    expect(await readHung(desk.payload, user as never)).toEqual([])
    await put(v.units.willow)
  })

  it('PST-1 who holds no role, or none any more, reads no more than a village and prints nothing', async () => {
    const give = (roles: readonly 'village'[]) =>
      desk.payload.update({
        collection: 'users',
        id: desk.ids.neighbour,
        data: { roles: [...roles] },
        overrideAccess: true,
      })
    await give([])
    const closed = Object.keys(desk.payload.collections).filter(
      (slug) => !slug.startsWith('payload-') && !['users', 'units', 'places'].includes(slug),
    )
    for (const slug of closed)
      expect(codes(await desk.rest('GET', `/${slug}`, { as: 'neighbour' })), slug).toEqual([
        403,
        'NOT_ALLOWED',
      ])
    expect((await list('neighbour', 'users')).map((row) => row['id'])).toEqual([desk.ids.neighbour])
    expect(codes(await desk.rest('GET', '/print/catalogue', { as: 'neighbour' }))).toEqual([
      403,
      'ROLE_MISSING',
    ])
    const { user } = await desk.requestOf('neighbour')
    expect(await readHanging({ payload: desk.payload, user })).toEqual([])
    await give(['village'])
  })

  it('PST-1 it writes nothing but its prints and postings, and decides nothing', async () => {
    const tries = [
      ['POST', '/slogans?draft=true', { text: '村里 自己写' }],
      ['PATCH', `/slogans/${v.story.content}`, { text: '改' }],
      ['POST', `/slogans/${v.story.content}/submit`, {}],
      ['POST', `/submissions/${v.story.submission}/approve`, {}],
      ['POST', `/releases/${v.story.release}/withdraw`, { reason: '不要' }],
      ['POST', '/units', { name: '新村' }],
      ['PATCH', `/units/${v.units.stone}`, { name: '改名' }],
      ['POST', '/places', { name: '新场所', placeType: 'other' }],
      ['PATCH', `/hotlines/${v.hotline}`, { number: '123' }],
      ['PATCH', `/users/${desk.ids.village}`, { unit: v.units.willow }],
      ['PATCH', `/users/${desk.ids.village}`, { roles: ['administrator'] }],
      ['POST', '/globals/town', { name: '新镇' }],
      ['POST', '/postings', { unit: v.units.stone }],
      ['POST', '/poster-templates/install', {}],
      ['POST', '/poster-templates/judge', {}],
    ] as const
    for (const [method, path, json] of tries) {
      const { status } = await desk.rest(method, path, { as: 'village', json })
      expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(403)
      expect(status, `${method} ${path}`).toBeLessThan(500)
    }
  })

  it('PST-1 its desk shows only what it may use; who holds another role too sees all of the desk', async () => {
    const { body } = await desk.rest('GET', '/access', { as: 'village' })
    const seen = Object.entries(body['collections'] as Record<string, { read?: unknown }>)
      .filter(([slug, may]) => may.read && !slug.startsWith('payload-'))
      .map(([slug]) => slug)
    expect(seen.toSorted()).toEqual([...OPEN].toSorted())
    const { user } = await desk.requestOf('village')
    const takes = takesSteps({ id: String(user?.id), roles: user?.roles ?? [] })
    const entries = menuOf(rightsOf(user), ports().kinds, takes).flatMap((group) => group.entries)
    expect(entries.map(({ href }) => href)).toEqual(['/admin', '/print', '/print/hung', '/print/recall'])
    expect(await readSubmissions({ payload: desk.payload, user })).toEqual([])
    expect(hiddenFromVillages({ user: { roles: ['village', 'author'] } })).toBe(false)
  })
})
