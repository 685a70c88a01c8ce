/** Runs in a process of its own with memory limits: a picture that breaks the decoder breaks nothing else. */
import { createHash } from 'node:crypto'
import sharp, { type Metadata, type Sharp } from 'sharp'
import type { ErrorCode } from '../../errors/codes.ts'
import type { RefusalDetail } from '../../errors/refusal.ts'
import { inInks, inPressInks, lookOf, onPaper, vectorIn, type Look } from '../../poster/index.ts'
import { serveJobs } from '../pool/child.ts'
import {
  isMoving,
  kindOfBytes,
  mendedJpeg,
  withoutPadding,
  withGammaAsProfile,
  type PictureType,
} from '../../picture/index.ts'
import { drawn, fitted } from './for-pack.ts'
import {
  MAX_PIXELS,
  type CleanResult,
  type ImageAnswer,
  type ImageJob,
  type ImageResult,
  type Looked,
  type Medium,
  type PaperImage,
} from './image-jobs.ts'

// Every loader is a door; only three stay open (IMG-1).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

class Refused extends Error {
  readonly code: ErrorCode
  readonly detail: RefusalDetail
  constructor(code: ErrorCode, detail: RefusalDetail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

const COVER = { fit: 'cover', position: 'attention' } as const

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'warning', pages: 1 })

type Size = {
  readonly width: number
  readonly height: number
  readonly pixels: number
  readonly hasAlpha: boolean
  /** Bytes its decoder holds at once. */
  readonly held: number
}

/**
 * A progressive JPEG is held as coefficients, two bytes each, until its last scan; one that is turned as pixels beside
 * them, for its first row is the last column.
 */
const heldBy = ({ width, height, isProgressive, chromaSubsampling, orientation = 1 }: Metadata): number => {
  const pixels = width * height
  const samples = chromaSubsampling === '4:2:0' ? 1.5 : chromaSubsampling === '4:2:2' ? 2 : 3
  return (isProgressive ? pixels * samples * 2 : 0) + (orientation > 1 ? pixels * 3 : 0)
}

const checkSize = async (bytes: Uint8Array): Promise<Size> => {
  // The limit would hide the size that the editor must be told.
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
  const { width, height, hasAlpha, orientation = 1 } = metadata
  if (width * height > MAX_PIXELS) {
    throw new Refused('IMAGE_TOO_MANY_PIXELS', { limit: MAX_PIXELS / 10_000, got: `${width}×${height}` })
  }
  const isTurned = orientation > 4
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    pixels: width * height,
    hasAlpha,
    held: heldBy(metadata),
  }
}

type Way = {
  readonly quality: number
  readonly chromaSubsampling?: '4:4:4' | '4:2:0'
  /** One row after another, in a tenth of the memory and half the time, for some more bytes. */
  readonly large?: boolean
}

const encode = async (image: Sharp, type: PictureType, way: Way): Promise<ImageResult> => {
  const { quality, chromaSubsampling = '4:4:4', large = false } = way
  const encoded =
    type === 'image/png'
      ? image.png({ compressionLevel: large ? 3 : 9 })
      : type === 'image/webp'
        ? image.webp({ quality })
        : image.jpeg({ quality, chromaSubsampling, mozjpeg: false, optimizeCoding: !large })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}

/** The picture as a strict decoder takes it, with what every viewer passes over put right (IMG-3, IMG-4). */
const readable = (bytes: Uint8Array, kind: PictureType): Uint8Array => {
  if (kind === 'image/png') return withGammaAsProfile(bytes)
  if (kind !== 'image/jpeg') return bytes
  const mended = mendedJpeg(bytes)
  if (!mended) throw new Refused('IMAGE_DAMAGED')
  return mended
}

/** From here on memory and time count for more than bytes (IMG-6). */
const LARGE_PIXELS = 16_000_000

/**
 * With more than this the child would hold over 600 MB: the decoder then gives every second pixel each way, which is
 * still more than any panel or sheet shows (IMG-6).
 */
const MOST_HELD = 500_000_000

/** Turned in a second step, for its first row is the last column: beside the decoder even a half would be too much. */
const halved = async (picture: Sharp, { width, height }: Size): Promise<Sharp> => {
  const side = Math.ceil(Math.max(width, height) / 2)
  const { data } = await picture
    .resize({ width: side, height: side, fit: 'inside' })
    .keepMetadata()
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4', optimizeCoding: false })
    .toBuffer({ resolveWithObject: true })
  return open(data)
}

const anew = async (picture: Sharp, kind: PictureType, size: Size): Promise<ImageResult> => {
  const { pixels, hasAlpha, held } = size
  const large = pixels > LARGE_PIXELS
  // libwebp takes a minute for such a picture, or gives up.
  const type = large && kind === 'image/webp' ? (hasAlpha ? 'image/png' : 'image/jpeg') : kind
  // autoOrient bakes the rotation in; re-encoding drops EXIF, GPS and thumbnails.
  const whole = held > MOST_HELD ? await halved(picture, size) : picture
  return encode(whole.autoOrient().toColourspace('srgb'), type, { quality: 90, large })
}

const PADDING = /(\d+) extraneous bytes before marker 0x([\da-f]{2})/
/** Scans of a progressive picture, each with padding behind it. */
const MOST_PADDED = 16

/** Padding between the end of a scan and the next marker costs no pixel; the decoder names the first it meets. */
const despitePadding = async (
  picture: Uint8Array,
  kind: PictureType,
  size: Size,
  tries = MOST_PADDED,
): Promise<ImageResult> =>
  anew(open(picture), kind, size).catch((error: unknown) => {
    const [, count, code] = PADDING.exec(error instanceof Error ? error.message : '') ?? []
    const cut =
      kind === 'image/jpeg' && code && tries > 0
        ? withoutPadding(picture, Number(count), Number.parseInt(code, 16))
        : null
    if (!cut) throw error
    return despitePadding(cut, kind, size, tries - 1)
  })

const clean = async (bytes: Uint8Array): Promise<CleanResult> => {
  const kind = kindOfBytes(bytes)
  if (typeof kind !== 'string') {
    const name = kind?.other
    throw new Refused(name === 'HEIC' ? 'IMAGE_HEIC' : 'IMAGE_TYPE_NOT_ALLOWED', name ? { got: name } : {})
  }
  const picture = readable(bytes, kind)
  const size = await checkSize(picture)
  const result = await despitePadding(picture, kind, size)
  return { ...result, moving: isMoving(bytes) }
}

type Raw = {
  readonly data: Buffer
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 }
}

const rawOf = async (image: Sharp): Promise<Raw> => {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 3 } }
}

/** Its margins were for screens of any shape. */
const trimmedOf = ({ data, raw }: Raw, look: Look): Sharp =>
  sharp(look === 'screen-drawing' ? onPaper(data) : data, { raw }).trim({
    background: '#FFFFFF',
    threshold: 20,
  })

/** The drawing itself stays whole. */
const drawing = async (whole: Raw, medium: Exclude<Medium, 'led'>, look: Look): Promise<PaperImage> => {
  const { data, raw } = whole
  const trimmed = trimmedOf(whole, look)
  // Flat fills keep sharp edges in a PNG, at a fraction of a photo's bytes.
  if (medium === 'paper') return encode(trimmed, 'image/png', { quality: 100 })
  const { info } = await trimmed.raw().toBuffer({ resolveWithObject: true })
  const { width, height, trimOffsetLeft = 0, trimOffsetTop = 0 } = info
  const part = { left: -trimOffsetLeft, top: -trimOffsetTop, width, height }
  const inksOf = look === 'screen-drawing' ? inPressInks : inInks
  const inks = inksOf((await rawOf(sharp(data, { raw }).extract(part))).data)
  const { inkPage } = await import('./ink-page.ts')
  return { bytes: await inkPage(inks, width, height), type: 'application/pdf', width, height }
}

/**
 * Decoded once: a drawing comes whole, one made for dark screens in the colours of paper (TPL-9), a photo is cut.
 */
const forPaper = async (
  picture: Sharp,
  width: number,
  height: number,
  medium: Exclude<Medium, 'led'>,
  look: Look,
): Promise<PaperImage> => {
  const whole = await rawOf(picture.resize(width, height, { fit: 'outside' }).toColourspace('srgb'))
  if (look !== 'photo') return drawing(whole, medium, look)
  const cut = sharp(whole.data, { raw: whole.raw }).resize(width, height, COVER)
  if (medium === 'press') {
    // libvips' own profile prints the darkest tenth as one black: lifted, the shadows of a dim room stay apart (PRT-14).
    return encode(cut.linear(1 - 24 / 255, 24).toColourspace('cmyk'), 'image/jpeg', { quality: 90 })
  }
  // At 300 dpi paper hides what a lamp shows, and a poster is sent over village lines: half the bytes.
  return encode(cut, 'image/jpeg', { quality: 85, chromaSubsampling: '4:2:0' })
}

const rendition = async ({
  bytes,
  width,
  height,
  medium,
  look,
}: Extract<ImageJob, { kind: 'rendition' }>): Promise<PaperImage> => {
  // What shows through a transparent picture is what it is shown on.
  const picture = open(bytes).flatten({ background: medium === 'led' ? '#000000' : '#FFFFFF' })
  if (medium !== 'led') return forPaper(picture, width, height, medium, look)
  // Small grids show every lamp: no block artefacts there.
  const type = width * height <= 64 * 1024 ? 'image/png' : 'image/jpeg'
  return encode(picture.resize(width, height, COVER), type, { quality: 92 })
}

/** Enough to see what it is, and to find its margin to a thousandth. */
const SEEN_PIXELS = 1024

/** None of the product's own drawings has more; a stranger's is not decoded whole for it. */
const MOST_NAMED = 4_000_000

/** By its pixels and not by its file: how a PNG is packed changes with the library that packs it, what it shows does not. */
const nameOf = async (bytes: Uint8Array, width: number, height: number): Promise<string | null> => {
  if (width * height > MOST_NAMED) return null
  const { data, raw } = await rawOf(open(bytes).flatten({ background: '#FFFFFF' }).toColourspace('srgb'))
  return createHash('sha256')
    .update(`${raw.width}x${raw.height}x${raw.channels}\n`)
    .update(data)
    .digest('hex')
}

const seen = async (bytes: Uint8Array): Promise<Looked> => {
  const { width, height } = await checkSize(bytes)
  const small = open(bytes)
    .flatten({ background: '#FFFFFF' })
    .resize(SEEN_PIXELS, SEEN_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const whole = await rawOf(small)
  const look = whole.raw.channels === 3 ? lookOf(whole.data, whole.raw.width, whole.raw.height) : 'photo'
  if (look === 'photo') return { look, width, height, pixels: null }
  const { info } = await trimmedOf(whole, look).raw().toBuffer({ resolveWithObject: true })
  const scale = width / whole.raw.width
  const pixels = look === 'screen-drawing' ? await nameOf(bytes, width, height) : null
  return { look, width: Math.round(info.width * scale), height: Math.round(info.height * scale), pixels }
}

const fit = async ({ bytes, fit: wanted }: Extract<ImageJob, { kind: 'fit' }>): Promise<ImageAnswer> =>
  fitted(open(bytes), wanted, (await seen(bytes)).look)

/** What is not drawn by the product itself is no drawing for a press (TPL-27). */
const pressed = async (svg: string): Promise<ImageAnswer> => {
  const drawing = vectorIn(svg)
  if (!drawing) throw new Refused('IMAGE_DAMAGED')
  const { vectorPage } = await import('./ink-page.ts')
  const { width, height } = drawing
  return { bytes: await vectorPage(drawing), type: 'application/pdf', width, height }
}

const answer = (job: ImageJob): Promise<ImageAnswer> => {
  switch (job.kind) {
    case 'clean':
      return clean(job.bytes)
    case 'look':
      return seen(job.bytes)
    case 'fit':
      return fit(job)
    case 'press':
      return pressed(job.svg)
    case 'draw':
      return drawn(job.drawing)
    case 'rendition':
      return rendition(job)
  }
}

serveJobs<ImageJob, ImageAnswer>({
  as: 'sharp',
  work: answer,
  faultOf: (error) =>
    error instanceof Refused
      ? { code: error.code, detail: error.detail }
      : { code: 'IMAGE_DAMAGED', detail: {} },
})
