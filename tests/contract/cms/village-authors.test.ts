/** Who writes for one village: his own by every door, another village's by none (PPL-20). */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReturned, readSubmissions } from '../../../cms/workflow/read.ts'
import type { PersonName } from '../../builders/people.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { toldList } from './listings.ts'
import { caseOf } from './rows.ts'
import { buildVillages, formWith, type Villages } from './villages.ts'

const WRITER: PersonName = 'village-author'
const SECRET = '柳河村还没审的话'

type Doc = { readonly id: string; readonly filename?: string; readonly unit?: string | null }
const docOf = ({ status, body }: Answer): Doc => {
  if (!body['doc']) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body['doc'] as Doc
}
const photoBytes = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: { r: shade, g: 7, b: 200 } } })
    .png()
    .toBuffer()

type Written = { readonly content: string; readonly submission: string; readonly photo: Required<Doc> }

describe.each(databases)('PPL-20 who writes for a village, on $name', (database) => {
  let desk: Desk
  let villages: Villages
  let own: Written
  let other: Written

  const settle = (unit: string) =>
    desk.payload.update({ collection: 'users', id: desk.ids[WRITER], data: { unit }, overrideAccess: true })
  const upload = async (shade: number, as = WRITER): Promise<Answer> => {
    const file = new File([new Uint8Array(await photoBytes(shade))], 'a.png', { type: 'image/png' })
    return desk.rest('POST', '/media', {
      as,
      form: formWith({ file, _payload: JSON.stringify({ alt: SECRET }) }),
    })
  }
  const write = async (shade: number): Promise<Written> => {
    const photo = docOf(await upload(shade)) as Required<Doc>
    const json = { ...caseOf(villages.hotline, photo.id), title: SECRET, accent: '' }
    const { id: content } = docOf(await desk.rest('POST', '/cases?draft=true', { as: WRITER, json }))
    const sent = await desk.rest('POST', `/cases/${content}/submit`, { as: WRITER, json: { confirmed: {} } })
    const submission = (sent.body['submission'] as { id: string } | undefined)?.id
    if (!submission) throw new Error(JSON.stringify(sent.body))
    await desk.rest('POST', `/submissions/${submission}/return`, {
      as: 'reviewer',
      json: { comment: SECRET, pins: [{ field: 'title', text: SECRET }] },
    })
    return { content, submission, photo }
  }

  beforeAll(async () => {
    desk = await openDesk(database)
    villages = await buildVillages(desk)
    await settle(villages.units.willow)
    other = await write(11)
    await settle(villages.units.stone)
    own = await write(12)
  })
  afterAll(() => desk.close())

  const asking = async () => ({ payload: desk.payload, user: (await desk.requestOf(WRITER)).user ?? null })
  const ids = ({ body }: Answer) => ((body['docs'] ?? []) as Doc[]).map(({ id }) => id)
  const caseKind = () => {
    const kind = desk.ports.kinds.writtenIn('cases')
    if (!kind) throw new Error('no cases')
    return kind
  }

  it('PPL-20 what he writes is of his unit, whatever his form says', async () => {
    const said = { unit: villages.units.willow, ...caseOf(villages.hotline) }
    const foreign = await desk.rest('POST', '/cases?draft=true', { as: WRITER, json: said })
    expect([foreign.status, foreign.body.errors?.[0]?.field]).toEqual([403, 'unit'])
    for (const unit of [villages.units.willow, villages.units.office]) {
      const given = await desk.rest('PATCH', `/cases/${own.content}?draft=true`, {
        as: WRITER,
        json: { unit },
      })
      expect(given.status).toBe(403)
    }
    await desk.rest('PATCH', `/cases/${own.content}?draft=true`, { as: WRITER, json: { unit: null } })
    const stored = await desk.rest('GET', `/cases/${own.content}?draft=true&depth=0`, { as: WRITER })
    expect(stored.body['unit']).toBe(villages.units.stone)
    expect(own.photo).toMatchObject({ unit: expect.anything() })
  })

  it('PPL-20 his own come by the doors that another’s do not', async () => {
    const doors = ({ content, submission, photo }: Written) => [
      `/cases/${content}`,
      `/cases/${content}?draft=true&depth=2`,
      `/cases/${content}/returned`,
      `/submissions/${submission}?depth=2`,
      `/media/${photo.id}`,
      `/media/file/${photo.filename}`,
    ]
    for (const door of doors(own))
      expect((await desk.raw('GET', door, { as: WRITER })).status, door).toBe(200)
    for (const door of doors(other)) {
      const answer = await desk.raw('GET', door, { as: WRITER })
      expect([403, 404], door).toContain(answer.status)
      expect(await answer.text(), door).not.toContain(SECRET)
    }
  })

  it('PPL-20 no list, version, count or search holds another’s', async () => {
    const lists = [
      'cases?draft=true',
      'cases',
      'cases/versions',
      'submissions',
      'media',
      'payload-locked-documents',
    ]
    for (const list of lists) {
      const path = `/${list}${list.includes('?') ? '&' : '?'}limit=0&depth=2`
      const answer = await desk.rest('GET', path, { as: WRITER })
      const told = JSON.stringify(answer.body)
      for (const foreign of [other.content, other.submission, other.photo.id])
        expect(told, list).not.toContain(foreign)
    }
    expect(ids(await desk.rest('GET', '/cases?draft=true', { as: WRITER }))).toEqual([own.content])
    expect((await desk.rest('GET', '/cases/count', { as: WRITER })).body['totalDocs']).toBe(1)
    const versions = await desk.rest('GET', '/cases/versions?depth=0', { as: 'author' })
    const foreign = ((versions.body['docs'] ?? []) as { id: string; parent: string }[]).find(
      ({ parent }) => parent === other.content,
    )
    const version = `/cases/versions/${foreign?.id ?? 'none'}`
    expect((await desk.rest('GET', version, { as: WRITER })).status).toBeGreaterThanOrEqual(403)
    expect((await desk.rest('POST', version, { as: WRITER })).status).toBeGreaterThanOrEqual(403)
    const who = await asking()
    const user = who.user ?? undefined
    expect((await toldList({ ...who, user: user! }, caseKind())).map(({ id }) => id)).toEqual([own.content])
    expect((await readSubmissions(who)).map(({ submission }) => submission.id)).toEqual([own.submission])
    expect((await readReturned(who)).map(({ submission }) => submission.id)).toEqual([own.submission])
  })

  it('PPL-20 nothing of another’s is changed, copied, deleted, sent in, taken back or locked', async () => {
    const { content, submission, photo } = other
    const before = await desk.rest('GET', `/cases/${content}?draft=true&depth=0`, { as: 'author' })
    const json = { title: '改掉', alt: '改掉' }
    const tries: readonly (readonly [string, string])[] = [
      ['PATCH', `/cases/${content}?draft=true`],
      ['PATCH', `/cases/${content}`],
      ['DELETE', `/cases/${content}`],
      ['POST', `/cases/${content}/duplicate`],
      ['POST', `/cases/${content}/submit`],
      ['POST', `/cases/${content}/check`],
      ['POST', `/cases/${content}/paper`],
      ['POST', `/submissions/${submission}/retract`],
      ['POST', `/submissions/${submission}/remind`],
      ['PATCH', `/media/${photo.id}`],
      ['DELETE', `/media/${photo.id}`],
    ]
    for (const [method, path] of tries) {
      const { status, body } = await desk.rest(method, path, { as: WRITER, json })
      expect(status, `${method} ${path} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(403)
    }
    for (const method of ['PATCH', 'DELETE'])
      await desk.rest(method, `/cases?draft=true&where[id][equals]=${content}`, { as: WRITER, json })
    const after = await desk.rest('GET', `/cases/${content}?draft=true&depth=0`, { as: 'author' })
    expect(after.body).toEqual(before.body)
  })

  it('PPL-20 the id of another’s picture is the id of none: in the live page and when it is sent in', async () => {
    const draft = { ...caseOf(villages.hotline, other.photo.id), title: '借来的照片', accent: '' }
    const ask = { as: WRITER, json: { draft, grid: '', whole: true } }
    const preview = await desk.raw('POST', '/cases/preview', ask)
    expect(preview.status).toBe(200)
    const told = await preview.text()
    expect(told).not.toContain(other.photo.filename.split('.')[0])
    expect(told).not.toContain(SECRET)
    const faults = ({ body }: Answer) => body.errors?.map(({ code, field }) => `${code} ${field}`)
    const saved = await desk.rest('POST', '/cases?draft=true', { as: WRITER, json: draft })
    expect(faults(saved)).toEqual(['LINK_UNKNOWN photo'])
    // Nor where an author of the town, who sees both, put it there.
    const put = (photo: string) =>
      desk.rest('PATCH', `/cases/${own.content}?draft=true`, { as: 'author', json: { photo } })
    expect((await put(other.photo.id)).status).toBe(200)
    const shown = await desk.raw('GET', `/cases/${own.content}?draft=true&depth=3`, { as: WRITER })
    expect(await shown.text()).not.toContain(other.photo.filename)
    const sent = await desk.rest('POST', `/cases/${own.content}/submit`, { as: WRITER, json: {} })
    expect(faults(sent)).toContain('NOT_FOUND photo')
    await put(own.photo.id)
    const again = await upload(11)
    expect([again.status, again.body.errors?.[0]?.code]).toEqual([409, 'IMAGE_OF_ANOTHER_UNIT'])
    expect(JSON.stringify(again.body)).not.toContain(SECRET)
    expect(JSON.stringify(again.body)).not.toContain(other.photo.id)
  })

  it('PPL-20 a content that an author of the town gives to another unit is that one’s by every door', async () => {
    const json = { ...caseOf(villages.hotline), title: '要转走的', accent: '' }
    const { id } = docOf(await desk.rest('POST', '/cases?draft=true', { as: WRITER, json }))
    const moved = { title: SECRET, unit: villages.units.willow }
    expect((await desk.rest('PATCH', `/cases/${id}?draft=true`, { as: 'author', json: moved })).status).toBe(
      200,
    )
    for (const [method, path] of [
      ['GET', `/cases/${id}`],
      ['GET', `/cases/${id}?draft=true`],
      ['PATCH', `/cases/${id}?draft=true`],
      ['POST', `/cases/${id}/check`],
      ['DELETE', `/cases/${id}`],
    ] as const) {
      const { status } = await desk.rest(method, path, { as: WRITER, ...(method !== 'GET' && { json: {} }) })
      expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(403)
    }
    await settle(villages.units.willow)
    const found = await desk.rest('GET', `/cases/${id}?draft=true`, { as: WRITER })
    expect(found.body['title']).toBe(SECRET)
    await settle(villages.units.stone)
  })

  it('PPL-20 without a unit he writes and reads nothing; with a role of the town as well he has all', async () => {
    const set = (data: object) =>
      desk.payload.update({ collection: 'users', id: desk.ids[WRITER], data, overrideAccess: true })
    await set({ unit: null })
    expect((await desk.rest('GET', '/cases?draft=true', { as: WRITER })).status).toBe(403)
    expect((await desk.rest('POST', '/cases?draft=true', { as: WRITER, json: {} })).status).toBe(403)
    await set({ unit: villages.units.stone, roles: ['village-author', 'author'] })
    expect((await desk.rest('GET', '/cases?draft=true', { as: WRITER })).body['totalDocs']).toBeGreaterThan(1)
    await set({ roles: ['village-author'] })
  })

  it('PPL-20 his goes all the way by other people of the town, and what came of it is told to him', async () => {
    const json = { title: '石桥村的案例' }
    desk.ports.clock.advance(60_000)
    await desk.rest('PATCH', `/cases/${own.content}?draft=true`, { as: WRITER, json })
    const sent = await desk.rest('POST', `/cases/${own.content}/submit`, { as: WRITER, json: {} })
    const { id } = sent.body['submission'] as { id: string }
    const approve = (as: PersonName) => desk.rest('POST', `/submissions/${id}/approve`, { as, json: {} })
    expect((await approve(WRITER)).status).toBe(403)
    expect((await approve('reviewer')).status).toBe(200)
    expect((await approve('second-reviewer')).status).toBe(200)
    expect((await approve('issuer')).status).toBe(200)
    const who = await asking()
    const [told] = await toldList({ ...who, user: who.user! }, caseKind())
    expect(told).toMatchObject({ id: own.content, stage: 'released', edition: 1 })
  })
})
