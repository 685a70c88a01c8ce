/** Picture files as they come from cameras, editors and lines; all of them by `npm run prove -- pictures`. */
import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openObjects } from '../../src/adapters/disk/objects.ts'
import { startImages, type Images } from '../../src/adapters/images/images.ts'
import { openVectors } from '../../src/adapters/images/vectors.ts'
import type { RefusalError } from '../../src/errors/refusal.ts'
import { largePhoto, movingWebp, pictureFiles, pngOfGamma, type PictureFile } from '../builders/pictures.ts'
import { IMAGE_CHILD } from '../templates/children.ts'

const MOST = Number(process.env['PICTURE_FILES'] ?? 90)
const SEED = Number(process.env['PICTURE_SEED'] ?? 20_261_129)

let folder: string
let images: Images

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const objects = openObjects(join(folder, 'objects'))
  const vectors = openVectors('media/pictures')
  images = startImages({ child: IMAGE_CHILD, uploads: folder, objects, vectors })
})

afterAll(() => {
  images.stop()
  rmSync(folder, { recursive: true })
})

/** A sample that another seed makes another; each fault and each encoding has an equal chance. */
const sampleOf = (files: readonly PictureFile[]): readonly PictureFile[] => {
  let state = SEED
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state
  }
  return files
    .map((file) => [random(), file] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, MOST)
    .map(([, file]) => file)
}

const pixelsOf = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes, { failOn: 'none' }).autoOrient().flatten().toColourspace('srgb').raw().toBuffer()

const distance = (a: Uint8Array, b: Uint8Array): number =>
  a.length === b.length ? a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length : 255

const refusalsOf = async (file: Uint8Array) => {
  const error = await images.clean(file).then(
    () => null,
    (refused: RefusalError) => refused,
  )
  return error?.refusals ?? []
}

/** What became of it, in the words of a verdict. */
const outcome = async ({ bytes, whole, verdict }: PictureFile): Promise<string> => {
  const made = await images.clean(bytes).catch((error: RefusalError) => error.refusals[0]?.code ?? 'no code')
  if (typeof made === 'string') return made
  if (verdict === 'taken') return 'taken'
  // A second encoding costs a little of a lossy picture.
  const far = distance(await pixelsOf(made.bytes), await pixelsOf(whole))
  return far < 6 ? 'asWhole' : `other pixels (${far.toFixed(1)})`
}

describe('IMG-3 what every viewer opens is taken, what lacks pixels is refused', () => {
  it(`IMG-3 ${MOST} kinds of files, seed ${SEED}`, async () => {
    const files = await pictureFiles()
    expect(new Set(files.map(({ name }) => name)).size).toBeGreaterThan(300)
    const others: string[] = []
    for (const file of sampleOf(files)) {
      const got = await outcome(file)
      if (got !== file.verdict) others.push(`${file.name}: ${got}, not ${file.verdict}`)
    }
    expect(others).toEqual([])
  })

  it('IMG-3 no refusal says a word of ours, names a maker, or leaves a person without a way on', async () => {
    const refused = (await pictureFiles()).filter(({ verdict }) => verdict.startsWith('IMAGE_'))
    const kinds = [...new Map(refused.map((file) => [file.name.split(/[:,]/)[0], file])).values()]
    for (const { name, bytes } of kinds) {
      const [told] = await refusalsOf(bytes)
      expect([name, told?.message_zh]).toEqual([
        name,
        expect.stringMatching(/^(?!.*(?:unknown|text|undefined|null|苹果|iPhone)).*请/),
      ])
      expect(told?.message_en).not.toMatch(/unknown|\btext\b|Apple|iPhone|undefined/)
    }
  })
})

describe('IMG-4 a picture is as bright as it says', () => {
  it.each([
    [100_000, 55, 128],
    [55_000, 90, 108],
    [45_455, 90, 90],
  ])('IMG-4 gamma %i: a sample of %i is %i', async (gamma, sample, shown) => {
    for (const grey of [false, true]) {
      const { bytes } = await images.clean(pngOfGamma(sample, gamma, grey))
      const [first = 0] = await pixelsOf(bytes)
      expect(Math.abs(first - shown)).toBeLessThan(4)
    }
  })
})

describe('IMG-5 of a picture that moves the first frame is taken, and told', () => {
  it('IMG-5 WebP', async () => {
    const made = await images.clean(await movingWebp('#FF0000'))
    expect(made).toMatchObject({ moving: true, width: 24, height: 16 })
    expect([...(await pixelsOf(made.bytes)).subarray(0, 3)]).toEqual(
      [254, 0, 0].map(() => expect.any(Number)),
    )
    const [red = 0, green = 0] = await pixelsOf(made.bytes)
    expect([red > 240, green < 15]).toEqual([true, true])
  })

  it('IMG-5 PNG, and one that does not move', async () => {
    const files = await pictureFiles()
    const named = (name: string) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array()
    expect((await images.clean(named('PNG, colours: several frames'))).moving).toBe(true)
    expect((await images.clean(named('PNG, colours: whole'))).moving).toBe(false)
  })
})

/** Most memory a process ever held, in MB. */
const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

describe.runIf(process.platform === 'linux')('IMG-6 the largest photos of telephones', () => {
  it.each([
    [8192, 6144, 1],
    [9280, 6944, 6],
  ])('IMG-6 %i × %i (turned: %i) within 600 MB', async (width, height, orientation) => {
    const photo = await largePhoto(width, height, orientation)
    const made = await images.clean(photo)
    expect(Math.max(made.width, made.height)).toBe(Math.max(width, height))
    const [child = 0] = images.pid()
    expect(peakOf(child)).toBeGreaterThan(20)
    expect(peakOf(child)).toBeLessThan(600)
  })

  it('IMG-6 one whose decoder would hold more keeps half its sides: progressive, every colour whole, turned', async () => {
    const photo = await largePhoto(9280, 6944, 6, { progressive: true, chromaSubsampling: '4:4:4' })
    expect(await images.clean(photo)).toMatchObject({ width: 3472, height: 4640 })
    const [child = 0] = images.pid()
    expect(peakOf(child)).toBeGreaterThan(20)
    expect(peakOf(child)).toBeLessThan(600)
  })

  it('IMG-6 and larger ones are refused by their number of pixels', async () => {
    expect(await refusalsOf(await largePhoto(9600, 7200))).toMatchObject([
      { code: 'IMAGE_TOO_MANY_PIXELS', limit: 6500, got: '9600×7200' },
    ])
  })
})
