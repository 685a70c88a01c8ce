/** The photo a released case was cut from is gone when a screen of another size comes: named, asked for once an hour. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPorts } from '../../../cms/base/ports.ts'
import { deriveMissing } from '../../../cms/town/derive.ts'
import { loadTown } from '../../../cms/town/read.ts'
import { refuse } from '../../../src/errors/refusal.ts'
import { gridKey } from '../../../src/model/screen.ts'
import { databases } from './databases.ts'
import { openDesk, type Desk } from './desk.ts'
import { buildPlaceWithScreens, caseOf, createRow, SCREEN, sloganOf } from './rows.ts'
import { releaseCase, releaseSlogan, type Story } from './stories.ts'

const HOUR_MS = 3_600_000

describe.each(databases)('pictures that are gone, on $name', (database) => {
  let desk: Desk
  let place: string
  let photo: string
  let pictured: Story
  let words: Story
  /** What the folder of uploads would answer. */
  let isThere = true
  const asked: string[] = []

  beforeAll(async () => {
    desk = await openDesk(database)
    const { ports } = desk
    fillPorts({
      ...ports,
      rendition: async (source, width, height) => {
        asked.push(`${width}x${height}`)
        return isThere
          ? ports.rendition(source, width, height)
          : refuse('IMAGE_SOURCE_MISSING', { field: 'photo', hint: source })
      },
    })
    const started = await buildPlaceWithScreens(desk)
    place = started.place.id
    photo = await sent()
    pictured = await releaseCase(desk, caseOf(started.hotline.id, photo))
    words = await releaseSlogan(desk, sloganOf(started.hotline.id))
  })
  afterAll(() => desk.close())

  const sent = async (): Promise<string> => {
    const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#79b' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' }))
    form.set('_payload', JSON.stringify({ alt: '一张照片' }))
    const { body } = await desk.rest('POST', '/media', { as: 'author', form })
    return (body['doc'] as { id: string }).id
  }
  /** A screen of a size nobody had; answers its grid. */
  const newGrid = async (width: number, height: number): Promise<string> => {
    const profile = { ...SCREEN, name: `${width}`, place, width, height, pitchMm: 5 }
    const { id } = await createRow(desk, 'screens', profile)
    const { town } = await loadTown(desk.payload)
    const screen = town.screens.find((one) => one.id === id)
    if (!screen) throw new Error('the new screen is not in the town')
    return gridKey(screen.profile)
  }
  const derive = async () => deriveMissing(desk.payload, (await loadTown(desk.payload)).town)
  const laidOut = async (grid: string): Promise<readonly string[]> => {
    const { town } = await loadTown(desk.payload)
    return town.releases.filter(({ pages }) => grid in pages).map(({ id }) => id as string)
  }

  it('CMS-18 PUB-3 the content is named with its picture, the others get their pages, and the file is asked for once an hour', async () => {
    isThere = false
    const grid = await newGrid(768, 384)
    const first = await derive()
    expect(first.failed).toEqual([])
    expect(first.refused.map(({ refusals }) => refusals)).toMatchObject([
      [{ code: 'CONTENT_PICTURE_MISSING', got: caseOf('').title, hint: `media/${photo}` }],
    ])
    expect(await laidOut(grid)).toEqual([words.release])
    const once = asked.length
    for (let reading = 0; reading < 20; reading += 1) {
      desk.ports.clock.advance(HOUR_MS / 30)
      const again = await derive()
      expect(again.added).toBe(0)
      expect(again.refused.map(({ refusals }) => refusals[0]?.code)).toEqual(['CONTENT_PICTURE_MISSING'])
    }
    expect(asked).toHaveLength(once)
    desk.ports.clock.advance(HOUR_MS)
    await derive()
    expect(asked.length).toBeGreaterThan(once)
  })

  it('CMS-18 within an hour of its coming back the content has its pages', async () => {
    const grid = await newGrid(896, 448)
    isThere = false
    await derive()
    isThere = true
    desk.ports.clock.advance(HOUR_MS)
    expect(await derive()).toMatchObject({ refused: [], failed: [] })
    expect((await laidOut(grid)).toSorted()).toEqual([pictured.release, words.release].toSorted())
    const done = asked.length
    await derive()
    expect(asked).toHaveLength(done)
  })

  it('I8 PUB-3 the row of a picture that was struck from the database takes nothing away: the frozen words name the file', async () => {
    await desk.payload.db.deleteOne({ collection: 'media', where: { id: { equals: photo } } })
    const grid = await newGrid(1024, 512)
    const { town, refusals } = await loadTown(desk.payload)
    expect(town.releases.map(({ id }) => id as string)).toContain(pictured.release)
    expect(refusals.map(({ code }) => code)).toEqual([])
    expect(await derive()).toMatchObject({ refused: [], failed: [] })
    expect(await laidOut(grid)).toContain(pictured.release)
  })
})
