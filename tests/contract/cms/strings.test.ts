import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPorts } from '../../../cms/base/ports.ts'
import { oddStrings } from '../../builders/odd.ts'
import { draftsOf } from '../../builders/odd-drafts.ts'
import { buildSchema } from '../../builders/print.ts'
import { databases } from './databases.ts'
import { openDesk, type Answer, type Desk } from './desk.ts'
import { buildPlaceWithScreens } from './rows.ts'

const COUNT = Number(process.env['ODD_STRINGS'] ?? 8)
const SEED = Number(process.env['ODD_SEED'] ?? 20261129)

describe.each(databases)('odd strings at the doors of the desk on $name', (database) => {
  let desk: Desk
  let hotline: string
  beforeAll(async () => {
    desk = await openDesk(database)
    hotline = (await buildPlaceWithScreens(desk)).hotline.id
  })
  afterAll(() => desk.close())

  const ask = async (path: string, json: object = {}): Promise<Answer> => {
    const answer = await desk.rest('POST', path, { as: 'author', json })
    const told =
      answer.status < 400 || (answer.body.errors ?? []).every(({ code, message_zh }) => code && message_zh)
    expect([path, json, answer.status < 500, told]).toEqual([path, json, true, true])
    return answer
  }

  it('PRT-23 writing, checking and sending in answer with a draft, a submission or a refusal by name', async () => {
    let sent = 0
    for (const words of oddStrings(COUNT, SEED))
      for (const [collection, draft] of draftsOf(words)) {
        const { body } = await ask(`/${collection}?draft=true&depth=0`, { ...draft, hotline })
        const id = (body['doc'] as { readonly id?: string } | undefined)?.id
        if (!id) continue
        const notes = (await ask(`/${collection}/${id}/paper`)).body['notes']
        expect(Array.isArray(notes)).toBe(true)
        const { status } = await ask(`/${collection}/${id}/submit`)
        sent += status === 201 ? 1 : 0
      }
    expect(sent).toBeGreaterThan(0)
  })

  it('PRT-22 the writer is told at the line on which paper it will not go, and when sending in', async () => {
    const templates = async () => [buildSchema({ name_zh: 'A4通知', fields: { lines: { max: 24 } } })]
    fillPorts({ ...desk.ports, print: { ...desk.ports.print, templates } })
    const draft = {
      title: '高息返了两个月',
      fraudClass: 'care-investment',
      story: `老刘去听课\n${'门店关了没有人在那里'.repeat(3)}`,
      hotline,
    }
    const { body } = await ask('/cases?draft=true&depth=0', draft)
    const { id } = body['doc'] as { readonly id: string }
    const { body: told } = await ask(`/cases/${id}/paper`)
    const { body: sent } = await ask(`/cases/${id}/submit`)
    expect(told['notes']).toMatchObject([
      { code: 'TEXT_NOT_ON_PAPER', field: 'story', hint: 'line 2', limit: 24 },
    ])
    expect(sent['not_on_paper']).toEqual(told['notes'])
    fillPorts(desk.ports)
  })

  it('PRT-25 a photo that is too small for some paper is told at its field, and when sending in', async () => {
    const templates = async () => [
      buildSchema({ id: 'poster', name_zh: '案例海报', photo: { a3: { widthMm: 120, heightMm: 90 } } }),
      buildSchema({ id: 'notice', name_zh: 'A4通知', photo: null }),
      buildSchema({ id: 'banner', kinds: ['slogan'], photo: null }),
    ]
    const look = async () => ({ look: 'photo' as const, width: 300, height: 225 })
    fillPorts({ ...desk.ports, look, print: { ...desk.ports.print, templates } })
    const form = new FormData()
    const bytes = await sharp({ create: { width: 300, height: 225, channels: 3, background: '#175' } })
      .png()
      .toBuffer()
    form.set('file', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
    form.set('_payload', JSON.stringify({ alt: '柜台' }))
    const { body: stored } = await desk.rest('POST', '/media', { as: 'author', form })
    const { id: photo } = stored['doc'] as { readonly id: string }
    const draft = {
      title: '高息返了两个月',
      fraudClass: 'care-investment',
      story: '老刘去听课',
      hotline,
      photo,
    }
    const { body } = await ask('/cases?draft=true&depth=0', draft)
    const { id } = body['doc'] as { readonly id: string }
    const { body: told } = await ask(`/cases/${id}/paper`)
    expect(told['notes']).toMatchObject([
      { code: 'PHOTO_NOT_ON_PAPER', field: 'photo', got: 'poster' },
      { code: 'PHOTO_NO_PLACE_ON_PAPER', field: 'photo', got: 'notice' },
    ])
    // The same pixels, were they a drawing of the product, would come in lines and areas (TPL-27).
    const drawn = async () => ({
      look: 'screen-drawing' as const,
      width: 300,
      height: 225,
      vector: true as const,
    })
    fillPorts({ ...desk.ports, look: drawn, print: { ...desk.ports.print, templates } })
    const { body: asDrawing } = await ask(`/cases/${id}/paper`)
    expect(asDrawing['notes']).toMatchObject([{ code: 'PHOTO_NO_PLACE_ON_PAPER', got: 'notice' }])
    fillPorts({ ...desk.ports, look, print: { ...desk.ports.print, templates } })
    const { body: sent } = await ask(`/cases/${id}/submit`)
    expect(sent['not_on_paper']).toEqual(told['notes'])
    fillPorts(desk.ports)
  })
})
