import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { decodeQR } from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { openPack } from '../../src/adapters/pack/pack.ts'
import { openObjects, type Objects } from '../../src/adapters/disk/objects.ts'
import { startImages, type Images } from '../../src/adapters/images/images.ts'
import { openVectors } from '../../src/adapters/images/vectors.ts'
import type { MediaId } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import type { Picture } from '../../src/model/content.ts'
import type { Packed } from '../../cms/base/ports.ts'
import { buildCase, buildSlogan } from '../builders/content.ts'
import { buildPackSource } from '../builders/pack.ts'
import { differenceBetween } from '../looks/compare.ts'
import { painted } from '../looks/canvas.ts'
import { IMAGE_CHILD } from '../templates/children.ts'

let folder: string
let objects: Objects
let images: Images
let photo: Picture
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'silver-shield-pack-'))
  objects = openObjects(join(folder, 'objects'))
  const vectors = openVectors('media/pictures')
  images = startImages({ child: IMAGE_CHILD, uploads: folder, objects, vectors })
  const shot = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7a9a6b' } })
    .withExif({ IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()
  const { sha256, bytes, width, height } = await images.clean(shot)
  writeFileSync(join(folder, `${sha256}.jpg`), bytes)
  photo = { media: 'photo' as MediaId, sha256, width, height, alt: '摊位' }
})
afterAll(() => {
  images.stop()
  rmSync(folder, { recursive: true, force: true })
})

const packs = () => join(folder, 'packs')
const packing = () => openPack({ images, objects, fonts: resolve('media/fonts'), folder: packs() })
const bytesOf = async (packed: Packed) => new Uint8Array(await new Response(packed.read()).arrayBuffer())
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** As 送审 leaves pages: each picture cut to its place. */
const source = async () => {
  const made = buildPackSource({ pictures: [photo] }, buildCase({ photo }))
  const cut = async (page: Page): Promise<Page> => ({
    ...page,
    ops: await Promise.all(
      page.ops.map(async (op) =>
        op.op === 'image' ? { ...op, asset: (await images.rendition(photo.sha256, op.w, op.h)).asset } : op,
      ),
    ),
  })
  return { ...made, pages: await Promise.all(made.pages.map(cut)) }
}

describe('PACK a pack as a file', () => {
  it('PACK-1 PACK-3 every picture at its size, no place of the photo; the same bytes again, gone when they were read', async () => {
    const pack = packing()
    const packed = await pack(await source())
    expect(readdirSync(packs())).toHaveLength(1)
    const bytes = await bytesOf(packed)
    expect([bytes.byteLength, sha256(bytes)]).toEqual([packed.bytes, packed.sha256])
    await expect.poll(() => readdirSync(packs())).toEqual([])

    const files = unzipSync(bytes)
    const sizeOf = async (name: string) => {
      const { width, height, exif, density } = await sharp(files[name] ?? new Uint8Array()).metadata()
      return { width, height, exif, density }
    }
    expect(await sizeOf('图片/公众号封面-900x383.jpg')).toMatchObject({
      width: 900,
      height: 383,
      exif: undefined,
    })
    expect(await sizeOf('图片/公众号小图-200x200.jpg')).toMatchObject({ width: 200, height: 200 })
    expect(await sizeOf('图片/正文配图-宽1080.jpg')).toMatchObject({ width: 1080, height: 810 })
    expect(sha256(files['图片/报纸原图.jpg'] ?? new Uint8Array())).toBe(photo.sha256)
    expect((await sizeOf('图片/报纸原图.jpg')).exif).toBeUndefined()
    expect(await sizeOf('图片/大屏画面/1280x720-第1页.png')).toMatchObject({ width: 1280, height: 720 })

    const square = await sizeOf('二维码.png')
    expect(square.density).toBe(300)
    expect(((square.width ?? 0) / 300) * 25.4).toBeGreaterThan(60)
    const image = await loadImage(Buffer.from(files['二维码.png'] ?? []))
    const canvas = createCanvas(image.width, image.height)
    const pen = canvas.getContext('2d')
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, image.width, image.height)
    expect(decodeQR({ width: image.width, height: image.height, data: new Uint8Array(data) })).toBe(
      (await source()).address,
    )

    const told = strFromU8(files['来源与核验.txt'] ?? new Uint8Array())
    const others = Object.entries(files).filter(([name]) => name !== '来源与核验.txt')
    for (const [name, content] of others) expect(told).toContain(`${sha256(content)}  ${name}`)

    expect(sha256(await bytesOf(await pack(await source())))).toBe(packed.sha256)
    // Names in Chinese are marked as such (bit 11), or Windows reads them by its own code page.
    const end = Buffer.from(bytes)
    for (let at = end.indexOf('PK\x01\x02'); at >= 0; at = end.indexOf('PK\x01\x02', at + 4))
      expect(end.readUInt16LE(at + 8) & 0x800).toBe(0x800)
  })

  it('PACK-4 a page in the pack is the page on the screen, up to the edges of glyphs', async () => {
    const slogan = buildPackSource({}, buildSlogan())
    const files = unzipSync(await bytesOf(await packing()(slogan)))
    const [page] = slogan.pages
    if (!page) throw new Error('no page')
    const image = await loadImage(Buffer.from(files['图片/大屏画面/1280x720-第1页.png'] ?? []))
    const canvas = createCanvas(image.width, image.height)
    canvas.getContext('2d').drawImage(image, 0, 0)
    expect(differenceBetween(painted(page), canvas)).toBeLessThan(0.02)
  })

  it('PACK-3 what is not read is dropped; a picture that is gone refuses the whole, and nothing stays', async () => {
    const pack = packing()
    const packed = await pack(buildPackSource({ pictures: [], pages: [] }, buildSlogan()))
    await packed.drop()
    const gone = { ...photo, sha256: 'b'.repeat(64) as typeof photo.sha256 }
    await expect(pack(buildPackSource({ pictures: [gone], pages: [] }))).rejects.toMatchObject({
      refusals: [{ code: 'IMAGE_SOURCE_MISSING' }],
    })
    expect(readdirSync(packs())).toEqual([])
  })
})
