import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startImages, type Images } from '../../src/adapters/images/images.ts'
import { openVectors } from '../../src/adapters/images/vectors.ts'
import { openObjects } from '../../src/adapters/disk/objects.ts'
import { inkPicturesOf, strangeInks } from './inks.ts'

/** Width by height of the umbrella with its rain, without the black around it. */
const UMBRELLA = 792 / 1174

let folder: string
let images: Images

const umbrella = () => readFile(new URL('../../media/pictures/umbrella-hole.png', import.meta.url))
/** A drawing of the same kind that the product does not have. */
const mirrored = async (): Promise<Uint8Array> =>
  sharp(await umbrella())
    .flop()
    .png()
    .toBuffer()

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' }, limitInputPixels: false })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'images-'))
  images = startImages({
    child: { file: 'src/adapters/images/image-child.ts', execArgv: ['--import', 'tsx'] },
    uploads: folder,
    objects: openObjects(join(folder, 'objects')),
    vectors: openVectors('media/pictures'),
  })
})

afterAll(() => {
  images.stop()
  rmSync(folder, { recursive: true })
})

const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'taken',
    (error: { refusals: readonly { code: string }[] }) => error.refusals[0]?.code,
  )

describe('IMG-1 pictures are judged by content, in a child with limits', () => {
  it('IMG-1 strips EXIF and bakes the rotation in', async () => {
    const photo = await solid(400, 300)
      .withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const clean = await images.clean(photo)
    expect([clean.width, clean.height]).toEqual([300, 400])
    expect((await sharp(clean.bytes).metadata()).exif).toBeUndefined()
  })

  it.each(['jpeg', 'png', 'webp'] as const)(
    'IMG-1 PST-9 a %s leaves with nothing of where, by whom and on what it was taken',
    async (format) => {
      const told = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="30,15N">SECRET</a></x:xmpmeta>'
      const photo = await solid(64, 48)
        .withExif({ IFD0: { Make: 'SECRET' }, IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
        .withXmp(told)
        .toFormat(format)
        .toBuffer()
      const before = await sharp(photo).metadata()
      expect([before.exif, before.xmp].map(Boolean)).toEqual([true, true])
      const { bytes } = await images.clean(Buffer.concat([photo, Buffer.from('SECRET')]))
      const { exif, xmp, iptc } = await sharp(bytes).metadata()
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
      expect(Buffer.from(bytes).includes('SECRET')).toBe(false)
    },
  )

  it('IMG-1 a photo of a telephone that nobody else opens says how to take one that is', async () => {
    const heic = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      Buffer.alloc(99),
    ])
    expect(await code(images.clean(heic))).toBe('IMAGE_HEIC')
  })

  it('IMG-1 refuses 200 megapixels and says how many', async () => {
    const huge = await solid(20_000, 10_000).png().toBuffer()
    expect(await code(images.clean(huge))).toBe('IMAGE_TOO_MANY_PIXELS')
    await expect(images.clean(huge)).rejects.toMatchObject({ refusals: [{ got: '20000×10000' }] })
  })

  it('IMG-1 refuses SVG, GIF, a text file named .jpg and a truncated JPEG', async () => {
    const jpeg = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .jpeg()
      .toBuffer()
    expect(await code(images.clean(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBe(
      'IMAGE_TYPE_NOT_ALLOWED',
    )
    expect(await code(images.clean(await solid(8, 8).gif().toBuffer()))).toBe('IMAGE_TYPE_NOT_ALLOWED')
    expect(await code(images.clean(Buffer.from('这是一个文本文件')))).toBe('IMAGE_TYPE_NOT_ALLOWED')
    expect(await code(images.clean(jpeg.subarray(0, jpeg.length / 2)))).toBe('IMAGE_DAMAGED')
  })

  it('IMG-2 cuts to the exact size asked for, named by its hash', async () => {
    const clean = await images.clean(await solid(4000, 3000).jpeg().toBuffer())
    writeFileSync(join(folder, `${clean.sha256}.jpg`), clean.bytes)
    const cut = await images.rendition(clean.sha256, 480, 512)
    const bytes = await openObjects(join(folder, 'objects')).get(cut.asset)
    expect(await sharp(bytes ?? new Uint8Array()).metadata()).toMatchObject({ width: 480, height: 512 })
  })

  it('IMG-2 for a press: four inks, none on white paper, and dark greys that stay apart', async () => {
    const greys = [255, 10, 40, 70]
    const source = await sharp(Buffer.from(greys.flatMap((grey) => Array<number>(16 * 48).fill(grey))), {
      raw: { width: 16, height: 64, channels: 3 },
    })
      .png()
      .toBuffer()
    const clean = await images.clean(source)
    writeFileSync(join(folder, `${clean.sha256}.png`), clean.bytes)
    const stored = readdirSync(join(folder, 'objects'))
    const made = sharp((await images.onPaper(clean.sha256, 16, 64, 'press')).bytes)
    // It is made again when it is wanted: nothing of it stays on the disk (I10).
    expect(readdirSync(join(folder, 'objects'))).toEqual(stored)
    expect(await made.metadata()).toMatchObject({ space: 'cmyk', channels: 4 })
    const inks = await made.toColourspace('cmyk').raw().toBuffer()
    const at = (step: number) => [...inks.subarray((step * 16 + 8) * 16 * 4).subarray(0, 4)]
    expect(at(0)).toEqual([0, 0, 0, 0])
    const coverage = greys.slice(1).map((_, i) => at(i + 1).reduce((sum, ink) => sum + ink, 0))
    expect(new Set(coverage.map((sum) => Math.round(sum / 8))).size).toBe(3)
    // A sheet that carries more than 300 % does not dry.
    for (const sum of coverage) expect(sum).toBeLessThan(3 * 255)
  })

  it('TPL-9 a drawing made for dark screens comes to paper as one: white ground, ink, accent, no margin', async () => {
    const clean = await images.clean(await mirrored())
    writeFileSync(join(folder, `${clean.sha256}.png`), clean.bytes)
    const cut = await images.onPaper(clean.sha256, 600, 600, 'paper')
    expect(cut.type).toBe('image/png')
    const picture = sharp(cut.bytes)
    const { width, height } = await picture.metadata()
    expect(Math.max(width, height)).toBeLessThan(600)
    const { channels } = await picture.stats()
    expect(channels.map(({ max }) => max)).toEqual([255, 255, 255])
    expect(channels.map(({ mean }) => mean > 120)).toEqual([true, true, true])
    // A press has it in inks, and none where the paper shows.
    const pressed = await images.onPaper(clean.sha256, 600, 600, 'press')
    expect(pressed).toMatchObject({ type: 'application/pdf', width, height })
    const [page] = await inkPicturesOf(pressed.bytes)
    expect(page).toMatchObject({ space: '/DeviceCMYK', width, height })
    expect([...(page?.inks.subarray(0, 4) ?? [])]).toEqual([0, 0, 0, 0])
    expect(strangeInks(page?.inks ?? new Uint8Array())).toEqual([])
    // Screens have it as it was drawn.
    const lit = await images.rendition(clean.sha256, 600, 600)
    expect(lit.type).toBe('image/jpeg')
  })

  it.each([
    [900, 200],
    [200, 900],
    [240, 240],
  ])('TPL-9 a drawing is whole in any place: %i × %i', async (width, height) => {
    const clean = await images.clean(await mirrored())
    writeFileSync(join(folder, `${clean.sha256}.png`), clean.bytes)
    for (const inks of ['paper', 'press'] as const) {
      const cut = await images.onPaper(clean.sha256, width, height, inks)
      expect(cut.width / cut.height).toBeCloseTo(UMBRELLA, 1)
    }
  })

  it('TPL-27 one of the product, however its file was packed, comes in lines and areas, at any size the same', async () => {
    const shipped = await umbrella()
    const kept = readFileSync('media/pictures/umbrella-hole.svg')
    for (const packed of [
      shipped,
      await sharp(shipped).png({ palette: false, compressionLevel: 1 }).toBuffer(),
    ]) {
      const { sha256, bytes } = await images.clean(await sharp(packed).png().toBuffer())
      writeFileSync(join(folder, `${sha256}.png`), bytes)
      expect(await images.look(sha256)).toEqual({
        look: 'screen-drawing',
        width: 793,
        height: 1176,
        vector: true,
      })
      for (const side of [60, 900]) {
        const drawn = await images.onPaper(sha256, side, side, 'paper')
        expect(drawn).toMatchObject({ type: 'image/svg+xml', width: 792, height: 1174 })
        expect(Buffer.from(drawn.bytes).equals(kept)).toBe(true)
      }
      const pressed = await images.onPaper(sha256, 60, 60, 'press')
      expect(pressed).toMatchObject({ type: 'application/pdf', width: 792, height: 1174 })
      expect(await inkPicturesOf(pressed.bytes)).toEqual([])
      // A screen has the picture that was released.
      expect((await images.rendition(sha256, 600, 600)).type).toBe('image/jpeg')
    }
  })

  it('TPL-27 one pixel more or less and it is a stranger’s, in pixels', async () => {
    const { data, info } = await sharp(await umbrella())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height } = info
    const of = (bytes: Uint8Array, wide: number, high: number) =>
      sharp(bytes, { raw: { width: wide, height: high, channels: 3 } })
        .png()
        .toBuffer()
    const changed = Uint8Array.from(data).fill(1, 0, 1)
    for (const other of [await of(changed, width, height), await of(data, height, width)]) {
      const clean = await images.clean(other)
      writeFileSync(join(folder, `${clean.sha256}.png`), clean.bytes)
      expect(await images.look(clean.sha256)).not.toHaveProperty('vector')
      expect((await images.onPaper(clean.sha256, 300, 300, 'paper')).type).not.toBe('image/svg+xml')
    }
  })

  it('TPL-9 a photo comes to paper as it is, cut to the exact size', async () => {
    const clean = await images.clean(await solid(900, 700).jpeg().toBuffer())
    writeFileSync(join(folder, `${clean.sha256}.jpg`), clean.bytes)
    const cut = await images.onPaper(clean.sha256, 300, 300, 'paper')
    expect(cut).toMatchObject({ type: 'image/jpeg', width: 300, height: 300 })
  })

  it('IMG-2 refuses a source whose bytes were changed on disk', async () => {
    const clean = await images.clean(await solid(40, 30).png().toBuffer())
    writeFileSync(join(folder, `${clean.sha256}.png`), Buffer.concat([clean.bytes, Buffer.from('x')]))
    expect(await code(images.rendition(clean.sha256, 16, 16))).toBe('IMAGE_SOURCE_MISSING')
  })
})
