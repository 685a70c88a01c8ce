/** Files of a picture that released content needs are taken from the disk of a real town, and put back. */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/errors/refusal.ts'
import type { Created } from '../e2e/api.ts'
import { openDevice, type Device } from '../fakes/device.ts'
import { openDesk, type Desk } from './desk.ts'
import { intrude } from './intruder.ts'
import { backOf, playing } from './playing.ts'
import { openServer, type TestServer } from './server.ts'

const TITLE = '免费体检查出大病，三万买回糖水'
const PROFILE = { width: 640, height: 320, pitchMm: 8 }
const OTHER = { width: 768, height: 384, pitchMm: 8, name: '新来的屏' }
const THIRD = { width: 512, height: 256, pitchMm: 8, name: '第三块屏' }

let server: TestServer
let desk: Desk
let media: string
let pictured: string
let words: string
let playlist: string
const devices: Device[] = []

const writeCase = async (photo: string): Promise<string> => {
  const { doc } = await desk.as.author.post<Created>('/api/cases?draft=true', {
    title: TITLE,
    accent: '三万',
    fraudClass: 'care-product',
    story: '张阿姨在超市门口做了免费体检。\n“专家”说她病得很重。\n三万元的药，化验出来是糖水。',
    lesson: '看病去医院，别信摆摊的专家',
    hotline: desk.hotline,
    photo,
  })
  return doc.id
}

const release = async (collection: string, content: string): Promise<string> => {
  const sent = await desk.as.author.post<{ submission: { id: string } }>(
    `/api/${collection}/${content}/submit`,
    {},
  )
  return desk.approve(sent.submission.id, 2)
}

const uploadPhoto = async (): Promise<string> => {
  const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7799bb' } })
    .jpeg()
    .toBuffer()
  const { body } = await desk.as.author.upload(photo, '现场.jpg', 'image/jpeg', { alt: '体检摊' })
  return (body as Created).doc.id
}

/** A screen that plays both contents, with its box. */
const openScreen = async (profile: Readonly<Record<string, unknown>>): Promise<Device> => {
  const id = await desk.screen(profile)
  const device = openDevice(server.origin)
  devices.push(device)
  await desk.pair(device, id)
  await desk.schedule(playlist, [id])
  return device
}

const plays = (device: Device, ...releases: readonly string[]): Promise<void> => {
  const wanted = JSON.stringify(releases.toSorted())
  return device.until(`${wanted} and no other`, () => JSON.stringify(playing(device)) === wanted, 30_000)
}

const missing = async (): Promise<readonly Refusal[]> => {
  const answer = await fetch(`${server.origin}/readyz`)
  expect(answer.status).toBe(200)
  const { refused } = (await answer.json()) as { refused: readonly Refusal[] }
  return refused.filter(({ code }) => code === 'CONTENT_PICTURE_MISSING')
}
const untilTold = (times: number): Promise<void> =>
  expect.poll(missing, { timeout: 30_000, interval: 500 }).toHaveLength(times) as Promise<void>

/** The power is cut and comes back; resolves when every screen is on the line again. */
const restart = async (): Promise<void> => {
  const returned = devices.map(backOf)
  await server.kill()
  await server.start()
  await Promise.all(returned.map((back) => back()))
}

/** Takes the photos of the town from their folder; answers how to put them back. */
const takePhotos = (): (() => void) => {
  const [uploads, aside] = [join(server.dataDir, 'uploads'), join(server.dataDir, 'aside')]
  mkdirSync(aside, { recursive: true })
  const names = readdirSync(uploads)
  for (const name of names) renameSync(join(uploads, name), join(aside, name))
  return () => {
    for (const name of names) renameSync(join(aside, name), join(uploads, name))
  }
}

beforeAll(async () => {
  server = await openServer({ staffed: true })
  desk = await openDesk(server)
  const first = await desk.screen(PROFILE)
  media = await uploadPhoto()
  const content = await writeCase(media)
  pictured = await release('cases', content)
  const slogan = await desk.slogan('天上不会 掉馅饼')
  words = slogan.release
  playlist = (
    await desk.as.operator.post<Created>('/api/playlists', {
      name: '两件',
      entries: [
        { relationTo: 'cases', value: content },
        { relationTo: 'slogans', value: slogan.content },
      ],
    })
  ).doc.id
  const device = openDevice(server.origin)
  devices.push(device)
  await desk.pair(device, first)
  await desk.schedule(playlist, [first])
  await plays(device, pictured, words)
})
afterAll(async () => {
  for (const device of devices) device.disconnect()
  await server?.close()
})

const named = { code: 'CONTENT_PICTURE_MISSING', got: TITLE }

describe('a picture that is gone', () => {
  it('PUB-3 CMS-18 a screen of a new size plays the rest, the others play on, /readyz names the picture; it plays when the file is back', async () => {
    const putBack = takePhotos()
    const [first] = devices
    const other = await openScreen(OTHER)
    await plays(other, words)
    await untilTold(1)
    expect(await missing()).toMatchObject([{ ...named, hint: `media/${media}` }])
    expect(playing(first as Device)).toEqual([pictured, words].toSorted())
    putBack()
    await restart()
    await plays(other, pictured, words)
    await untilTold(0)
  })

  it('PUB-3 where what was cut from it is gone too, the release counts as not released, and it plays when the file is back', async () => {
    const putBack = takePhotos()
    const assets = devices.flatMap((device) => Object.keys(device.programme()?.assets ?? {}))
    expect(assets.length).toBeGreaterThan(0)
    for (const sha of assets) rmSync(join(server.dataDir, 'objects', sha), { force: true })
    await restart()
    await Promise.all(devices.map((device) => plays(device, words)))
    await untilTold(1)
    expect(await missing()).toMatchObject([{ ...named, hint: `media/${media}` }])
    expect(server.log().match(/CONTENT_PICTURE_MISSING/g) ?? []).not.toHaveLength(0)
    putBack()
    await restart()
    await Promise.all(devices.map((device) => plays(device, pictured, words)))
    await untilTold(0)
  })

  it('I8 PUB-3 its row struck from the database takes it from no screen, and a new one gets it too', async () => {
    const intruder = await intrude(server)
    await intruder.remove('media', media)
    await expect(intruder.read('media', media)).rejects.toThrow('no row')
    await intruder.leave()
    await restart()
    await openScreen(THIRD)
    await Promise.all(devices.map((device) => plays(device, pictured, words)))
    await untilTold(0)
  })
})
