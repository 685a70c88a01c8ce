import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pictureWatch } from '../../../src/adapters/publishing/town-pictures.ts'
import { KINDS } from '../../../src/content/index.ts'
import { refuse } from '../../../src/errors/refusal.ts'
import type { Sha256 } from '../../../src/model/ids.ts'
import type { Town, TownRelease } from '../../../src/model/town.ts'
import { buildCase, buildPicture } from '../../builders/content.ts'
import { buildPage, sha256 } from '../../builders/programme.ts'
import { buildRelease, buildTown, GRID } from '../../builders/town.ts'
import { fakeClock } from '../../fakes/clock.ts'

const HOUR_MS = 3_600_000
const BYTES = Buffer.from('a picture as it was cut')
const asset = (name: string): Sha256 => sha256(`cut of ${name}`) as Sha256
const source = (name: string): Sha256 => sha256(`photo of ${name}`) as Sha256

const drawing = (name: string) => {
  const ops = [{ op: 'image', x: 0, y: 0, w: 90, h: 60, asset: asset(name) } as const]
  return { [GRID]: [buildPage(name, 10_000, { ops })] }
}

/** A case whose page draws a picture cut from its photo. */
const buildPictured = (name: string): TownRelease => {
  const release = buildRelease(name, { pages: drawing(name) })
  const photo = { ...buildPicture(), sha256: source(name) }
  return { ...release, frozen: { ...release.frozen, body: buildCase({ title: name, photo }) } }
}

const buildPicturedTown = (...names: readonly string[]): Town =>
  buildTown({
    releases: [...names.map(buildPictured), buildRelease('words')],
    assets: Object.fromEntries(names.map((n) => [asset(n), { bytes: BYTES.length, type: 'image/jpeg' }])),
  })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'silver-shield-pictures-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Objects in a folder, photos by name; how often a photo was asked to be cut is counted. */
const openWatch = () => {
  const clock = fakeClock()
  const photos = new Set<string>()
  const cuts: string[] = []
  const put = (name: string): void => writeFileSync(join(folder, asset(name)), BYTES)
  const remove = (name: string): void => rmSync(join(folder, asset(name)), { force: true })
  const watched = pictureWatch({
    kinds: KINDS,
    clock: clock.now,
    objects: { path: (sha: Sha256) => join(folder, sha) } as Parameters<typeof pictureWatch>[0]['objects'],
    images: {
      rendition: async (from) => {
        cuts.push(from)
        const name = [...photos].find((one) => source(one) === from)
        if (name === undefined) return refuse('IMAGE_SOURCE_MISSING', { field: 'photo', hint: from })
        put(name)
        return { asset: asset(name), bytes: BYTES.length, type: 'image/jpeg' }
      },
    },
  })
  return { clock, photos, cuts, put, remove, watched }
}

describe('PUB-3 a picture whose file is gone', () => {
  it('PUB-3 is left out and named with its content; pictures that are there stay', async () => {
    const { put, watched } = openWatch()
    put('whole')
    const { town, refusals } = await watched(buildPicturedTown('gone', 'whole'))
    expect(Object.keys(town.assets)).toEqual([asset('whole')])
    expect(town.releases).toHaveLength(3)
    expect(refusals).toMatchObject([
      { code: 'CONTENT_PICTURE_MISSING', got: 'gone', hint: 'media/media-hook' },
    ])
    expect(refusals[0]?.message_zh).toContain('gone')
  })

  it('PUB-3 a file cut short counts as gone', async () => {
    const { watched } = openWatch()
    writeFileSync(join(folder, asset('short')), BYTES.subarray(1))
    expect((await watched(buildPicturedTown('short'))).town.assets).toEqual({})
  })

  it('PUB-3 is cut again from its photo where that is there, and nothing is told', async () => {
    const { photos, cuts, watched } = openWatch()
    photos.add('again')
    const read = buildPicturedTown('again')
    expect(await watched(read)).toEqual({ town: read, refusals: [] })
    expect(cuts).toEqual([source('again')])
  })

  it('PUB-3 CMS-18 is looked for once an hour however often the town is read, and plays again when it is back', async () => {
    const { clock, photos, cuts, watched } = openWatch()
    const read = buildPicturedTown('gone')
    const told = async () => (await watched(read)).refusals.map(({ code }) => code)
    for (let reading = 0; reading < 100; reading += 1) {
      expect(await told()).toEqual(['CONTENT_PICTURE_MISSING'])
      clock.advance(30_000)
    }
    expect(cuts).toHaveLength(1)
    clock.advance(HOUR_MS)
    expect(await told()).toEqual(['CONTENT_PICTURE_MISSING'])
    expect(cuts).toHaveLength(2)
    photos.add('gone')
    expect(await told()).toEqual(['CONTENT_PICTURE_MISSING'])
    clock.advance(HOUR_MS)
    expect(await watched(read)).toEqual({ town: read, refusals: [] })
    expect(cuts).toHaveLength(3)
  })

  it('PUB-3 a picture that goes later is missed within the hour', async () => {
    const { clock, put, remove, watched } = openWatch()
    put('later')
    const read = buildPicturedTown('later')
    expect((await watched(read)).refusals).toEqual([])
    remove('later')
    clock.advance(HOUR_MS)
    expect((await watched(read)).refusals).toMatchObject([{ code: 'CONTENT_PICTURE_MISSING' }])
  })

  it('I10 what no release draws any more is forgotten', async () => {
    const { cuts, watched } = openWatch()
    const read = buildPicturedTown('gone')
    await watched(read)
    await watched(buildPicturedTown())
    await watched(read)
    expect(cuts).toHaveLength(2)
  })
})
