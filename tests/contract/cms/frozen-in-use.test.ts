import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf, createRow } from './rows.ts'
import { releaseCase } from './stories.ts'

describe.each(databases)('what frozen words name, on $name', (database) => {
  let desk: Desk
  let photo: string
  let hotline: string
  let unit: string
  /** Of another number, for the draft to go on with. */
  let other: string
  let story: Awaited<ReturnType<typeof releaseCase>>

  beforeAll(async () => {
    desk = await openDesk(database)
    const started = await buildPlaceWithScreens(desk)
    other = started.hotline.id
    const own = { number: '12345', label: '热线', prompt: '拿不准？先打' }
    hotline = (await createRow(desk, 'hotlines', own)).id
    unit = (await createRow(desk, 'units', { name: '反诈中心', kind: 'department' })).id
    const form = new FormData()
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#123' } })
      .png()
      .toBuffer()
    form.set('file', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
    form.set('_payload', JSON.stringify({ alt: '银行柜台' }))
    const stored = await desk.rest('POST', '/media', { as: 'author', form })
    expect(stored.status, JSON.stringify(stored.body)).toBe(201)
    photo = (stored.body['doc'] as { id: string }).id
    story = await releaseCase(desk, { ...caseOf(hotline, photo), unit })
    const cleared = await desk.rest('PATCH', `/cases/${story.content}`, {
      as: 'author',
      json: { photo: null, unit: null, hotline: other },
    })
    expect(cleared.status, JSON.stringify(cleared.body)).toBe(200)
  })
  afterAll(() => desk.close())

  const del = async (path: string) => {
    const { status, body } = await desk.rest('DELETE', path, { as: 'everything' })
    return [status, body.errors?.[0]?.code, body.errors?.[0]?.hint]
  }

  it('CMS-45 picture, hotline and unit of a live release stay, though no draft points at them any more', async () => {
    const held = [409, 'IN_USE', `submissions/${story.submission}`]
    expect(await del(`/media/${photo}`)).toEqual(held)
    expect(await del(`/hotlines/${hotline}`)).toEqual(held)
    expect(await del(`/units/${unit}`)).toEqual(held)
  })

  it('CMS-45 those of a submission that people still decide on stay too; of a withdrawn release they may go', async () => {
    const redrafted = await desk.rest('PATCH', `/cases/${story.content}?draft=true`, {
      as: 'author',
      json: { photo, unit, hotline, title: '高息返了两个月，门店关了' },
    })
    expect(redrafted.status, JSON.stringify(redrafted.body)).toBe(200)
    const sent = await desk.rest('POST', `/cases/${story.content}/submit`, { as: 'author' })
    expect(sent.status, JSON.stringify(sent.body)).toBe(201)
    const open = (sent.body['submission'] as { id: string }).id
    await desk.rest('PATCH', `/cases/${story.content}`, {
      as: 'author',
      json: { photo: null, unit: null, hotline: other },
    })
    const off = await desk.rest('POST', `/releases/${story.release}/withdraw`, {
      as: 'issuer',
      json: { reason: '过时' },
    })
    expect(off.status, JSON.stringify(off.body)).toBe(200)
    expect(await del(`/media/${photo}`)).toEqual([409, 'IN_USE', `submissions/${open}`])
    const back = await desk.rest('POST', `/submissions/${open}/return`, {
      as: 'reviewer',
      json: { comment: '照片不清楚' },
    })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    for (const path of [`/media/${photo}`, `/hotlines/${hotline}`, `/units/${unit}`])
      expect((await del(path))[0], path).toBe(200)
  })
})
