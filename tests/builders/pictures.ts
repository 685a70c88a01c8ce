/** Makers of picture files, whole and with the faults that cameras, editors and lines leave in them. */
import { deflateSync, crc32 } from 'node:zlib'
import sharp, { type JpegOptions, type Sharp } from 'sharp'
import type { ErrorCode } from '../../src/errors/codes.ts'

/** What must become of a file. `asWhole`: the pixels of the file it was made from; `taken`: some picture. */
export type Verdict = 'asWhole' | 'taken' | ErrorCode

export type PictureFile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** The file before anything was done to it. */
  readonly whole: Uint8Array
  readonly verdict: Verdict
}

const WIDTH = 61
const HEIGHT = 47

const scene = () => {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    pixels.set([(x * 4) & 255, (y * 5) & 255, ((x + y) * 2) & 255], at * 3)
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
}

const after = (bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])
const ascii = (words: string) => Buffer.from(words, 'latin1')

/** Of a JPEG: where the marker stands, its 0xFF included. */
const marker = (bytes: Uint8Array, code: number, from = 2): number => {
  let at = from
  while (bytes[at + 1] !== code) {
    if (bytes[at] !== 0xff || at > bytes.length) throw new Error(`no marker ${code.toString(16)}`)
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
  }
  return at
}
const segment = (code: number, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
const exif = (body: Uint8Array) => segment(0xe1, Buffer.concat([ascii('Exif\0\0'), body]))
const scanOf = (bytes: Uint8Array) => marker(bytes, 0xda)

type Mangle = (whole: Uint8Array) => Uint8Array

/** Scan parameters as some telephones write them: legal in a progressive picture alone. */
const oddScan: Mangle = (whole) => {
  const bytes = Buffer.from(whole)
  const at = scanOf(whole)
  bytes.set([0, 0, 0], at + 5 + (bytes[at + 4] ?? 0) * 2)
  return bytes
}

const middleOfScan = (whole: Uint8Array): number =>
  scanOf(whole) + Math.floor((whole.length - scanOf(whole)) / 2)

const JPEG_FAULTS: readonly (readonly [name: string, Verdict, Mangle])[] = [
  ['whole', 'asWhole', (whole) => whole],
  ['no end mark', 'asWhole', (whole) => whole.subarray(0, -2)],
  ['half an end mark', 'asWhole', (whole) => whole.subarray(0, -1)],
  ['zeros for an end mark', 'asWhole', (whole) => Buffer.concat([whole.subarray(0, -2), Buffer.alloc(9)])],
  ['zeros before the end mark', 'asWhole', (whole) => after(whole, whole.length - 2, Buffer.alloc(7))],
  ['bytes before the first marker', 'asWhole', (whole) => after(whole, 2, Buffer.from([0, 0, 0]))],
  ['bytes before the quantisation', 'asWhole', (whole) => after(whole, marker(whole, 0xdb), ascii('odd'))],
  ['bytes before the Huffman tables', 'asWhole', (whole) => after(whole, marker(whole, 0xc4), ascii('odd'))],
  ['bytes before the scan', 'asWhole', (whole) => after(whole, scanOf(whole), Buffer.alloc(12))],
  ['fill bytes before the scan', 'asWhole', (whole) => after(whole, scanOf(whole), Buffer.alloc(5, 255))],
  ['another file behind it', 'asWhole', (whole) => Buffer.concat([whole, whole])],
  [
    'a trailer of a camera',
    'asWhole',
    (whole) => Buffer.concat([whole, ascii('SEFT'), Buffer.alloc(999, 7)]),
  ],
  ['EXIF of noise', 'asWhole', (whole) => after(whole, 2, exif(Buffer.alloc(80, 0x41)))],
  ['EXIF without a body', 'asWhole', (whole) => after(whole, 2, exif(Buffer.alloc(0)))],
  [
    'EXIF that points outside itself',
    'asWhole',
    (whole) =>
      after(
        whole,
        2,
        exif(Buffer.from([73, 73, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 255, 255, 255, 127])),
      ),
  ],
  [
    'EXIF edited to be shorter than it was',
    'asWhole',
    (whole) => after(whole, 2, Buffer.concat([exif(ascii('II*\0\x08\0\0\0\0\0')), Buffer.alloc(40, 3)])),
  ],
  [
    'two kinds of EXIF',
    'asWhole',
    (whole) => after(whole, 2, Buffer.concat([exif(ascii('II*\0')), exif(ascii('MM\0*'))])),
  ],
  ['a comment', 'asWhole', (whole) => after(whole, 2, segment(0xfe, Buffer.alloc(300, 66)))],
  [
    'a profile of noise',
    'asWhole',
    (whole) =>
      after(whole, 2, segment(0xe2, Buffer.concat([ascii('ICC_PROFILE\0\x01\x01'), Buffer.alloc(90, 9)]))),
  ],
  [
    'an unknown mixture of colours',
    'taken',
    (whole) =>
      after(whole, 2, segment(0xee, Buffer.concat([ascii('Adobe'), Buffer.from([0, 100, 0, 0, 0, 0, 7])]))),
  ],
  ['half of its scan', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, middleOfScan(whole))],
  [
    'half of its scan and an end mark',
    'IMAGE_DAMAGED',
    (whole) => Buffer.concat([whole.subarray(0, middleOfScan(whole)), Buffer.from([255, 0xd9])]),
  ],
  ['thirty bytes short', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, -32)],
  ['no scan', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, scanOf(whole))],
  ['cut within a table', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, marker(whole, 0xc4) + 6)],
  ['its start mark alone', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, 4)],
]
/** Of pictures with one scan alone. */
const SEQUENTIAL_FAULTS: typeof JPEG_FAULTS = [
  ['scan parameters of a progressive picture', 'asWhole', oddScan],
  ['those, and no end mark', 'asWhole', (whole) => oddScan(whole).subarray(0, -2)],
  [
    'those, and half of its scan',
    'IMAGE_DAMAGED',
    (whole) => oddScan(whole).subarray(0, middleOfScan(whole)),
  ],
]
/** Of pictures with several scans: it ends after the first, whole and coarse. */
const PROGRESSIVE_FAULTS: typeof JPEG_FAULTS = [
  [
    'its first scan alone',
    'IMAGE_DAMAGED',
    (whole) => whole.subarray(0, whole.indexOf(0xff, scanOf(whole) + 14)),
  ],
]

const JPEGS: Readonly<Record<string, () => Sharp>> = {
  baseline: () => scene().jpeg({ quality: 90 }),
  'baseline 4:4:4': () => scene().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
  'baseline, tables of the standard': () => scene().jpeg({ optimizeCoding: false }),
  'baseline, coarse': () => scene().jpeg({ quality: 20 }),
  progressive: () => scene().jpeg({ progressive: true }),
  grey: () => scene().greyscale().jpeg({ quality: 90 }),
  'four inks': () => scene().toColourspace('cmyk').jpeg({ quality: 90 }),
  'on its side': () => scene().withMetadata({ orientation: 6 }).jpeg({ quality: 90 }),
}

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = Buffer.concat([ascii(type), data])
  const made = Buffer.alloc(8 + named.length)
  made.writeUInt32BE(data.length)
  named.copy(made, 4)
  made.writeUInt32BE(crc32(named), 4 + named.length)
  return made
}
const word = (...numbers: readonly number[]): Buffer => {
  const made = Buffer.alloc(numbers.length * 4)
  numbers.forEach((n, i) => made.writeUInt32BE(n, i * 4))
  return made
}
/** Behind the header of a PNG. */
const PNG_HEAD = 33
const withChunk =
  (type: string, data: Uint8Array): Mangle =>
  (whole) =>
    after(whole, PNG_HEAD, chunk(type, data))
const flipped =
  (from: number): Mangle =>
  (whole) => {
    const bytes = Buffer.from(whole)
    const at = bytes.length + from
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }

const PNG_FAULTS: typeof JPEG_FAULTS = [
  ['whole', 'asWhole', (whole) => whole],
  ['no end', 'asWhole', (whole) => whole.subarray(0, -12)],
  ['half an end', 'asWhole', (whole) => whole.subarray(0, -6)],
  ['an end whose sum is wrong', 'asWhole', flipped(-1)],
  ['bytes behind its end', 'asWhole', (whole) => Buffer.concat([whole, Buffer.alloc(99, 5)])],
  [
    'a note whose sum is wrong',
    'asWhole',
    (whole) =>
      after(whole, PNG_HEAD, Buffer.concat([chunk('tEXt', ascii('a\0b')).subarray(0, -1), Buffer.from([1])])),
  ],
  ['a profile of noise', 'asWhole', withChunk('iCCP', Buffer.concat([ascii('x\0\0'), Buffer.alloc(50, 1)]))],
  ['EXIF of noise', 'asWhole', withChunk('eXIf', Buffer.alloc(32, 255))],
  ['a chunk nobody knows', 'asWhole', withChunk('abCd', Buffer.alloc(9))],
  ['the gamma of every screen', 'asWhole', withChunk('gAMA', word(45_455))],
  ['no gamma at all', 'asWhole', withChunk('gAMA', word(0))],
  [
    'a gamma, and a word that it is sRGB',
    'asWhole',
    (whole) =>
      after(whole, PNG_HEAD, Buffer.concat([chunk('sRGB', Buffer.from([0])), chunk('gAMA', word(100_000))])),
  ],
  [
    'several frames',
    'asWhole',
    (whole) =>
      after(
        whole,
        PNG_HEAD,
        Buffer.concat([
          chunk('acTL', word(2, 0)),
          chunk('fcTL', Buffer.concat([word(0, WIDTH, HEIGHT, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])])),
        ]),
      ),
  ],
  ['half of it', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, Math.floor(whole.length / 2))],
  ['pixels whose sum is wrong', 'IMAGE_DAMAGED', flipped(-13)],
  ['a header alone', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, PNG_HEAD)],
]

const PNGS: Readonly<Record<string, () => Sharp>> = {
  colours: () => scene().png(),
  interlaced: () => scene().png({ progressive: true }),
  palette: () => scene().png({ palette: true, colours: 16 }),
  grey: () => scene().greyscale().png(),
  'with alpha': () => scene().ensureAlpha(0.5).png(),
  'sixteen bits': () => scene().toColourspace('rgb16').png(),
}

const WEBP_FAULTS: typeof JPEG_FAULTS = [
  ['whole', 'asWhole', (whole) => whole],
  ['bytes behind its end', 'asWhole', (whole) => Buffer.concat([whole, Buffer.alloc(98, 5)])],
  ['half of it', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, Math.floor(whole.length / 2))],
  ['a header alone', 'IMAGE_DAMAGED', (whole) => whole.subarray(0, 24)],
]
const WEBPS: Readonly<Record<string, () => Sharp>> = {
  lossy: () => scene().webp(),
  lossless: () => scene().webp({ lossless: true }),
  'with alpha': () => scene().ensureAlpha(0.5).webp(),
}

const others = async (): Promise<readonly PictureFile[]> => {
  const gif = await scene().gif().toBuffer()
  const named: readonly (readonly [string, Uint8Array, ErrorCode])[] = [
    ['GIF', gif, 'IMAGE_TYPE_NOT_ALLOWED'],
    ['SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['BMP', Buffer.concat([ascii('BM'), Buffer.alloc(60)]), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['PDF', ascii('%PDF-1.7\n'), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['TIFF', await scene().tiff().toBuffer(), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['AVIF', ascii('\0\0\0\x1cftypavif\0\0\0\0avifmif1'), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['text', Buffer.from('这是一个文本文件'), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['noise', Buffer.alloc(200, 0x93), 'IMAGE_TYPE_NOT_ALLOWED'],
    ['one byte', Buffer.from([0xff]), 'IMAGE_TYPE_NOT_ALLOWED'],
    ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevm', 'mif1', 'msf1'].map(
      (brand) => [`HEIC ${brand}`, ascii(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`), 'IMAGE_HEIC'] as const,
    ),
  ]
  return named.map(([name, bytes, verdict]) => ({ name, bytes, whole: bytes, verdict }))
}

const mangled = async (
  kind: string,
  makers: Readonly<Record<string, () => Sharp>>,
  faults: (name: string) => typeof JPEG_FAULTS,
): Promise<readonly PictureFile[]> => {
  const made = Object.entries(makers).map(async ([name, make]) => {
    const whole = await make().toBuffer()
    return faults(name).map(([fault, verdict, mangle]) => ({
      name: `${kind}, ${name}: ${fault}`,
      bytes: Uint8Array.from(mangle(whole)),
      whole,
      verdict,
    }))
  })
  return (await Promise.all(made)).flat()
}

/** 355 files, each of another kind. */
export const pictureFiles = async (): Promise<readonly PictureFile[]> => [
  ...(await mangled('JPEG', JPEGS, (name) => [
    // Of two EXIFs the first counts, and these do not say which side is up.
    ...JPEG_FAULTS.map(
      ([fault, verdict, mangle]) =>
        [fault, name === 'on its side' && fault.includes('EXIF') ? 'taken' : verdict, mangle] as const,
    ),
    ...(name === 'progressive' ? PROGRESSIVE_FAULTS : SEQUENTIAL_FAULTS),
  ])),
  ...(await mangled('PNG', PNGS, () => PNG_FAULTS)),
  ...(await mangled('WebP', WEBPS, () => WEBP_FAULTS)),
  ...(await others()),
]

/** One grey of `sample` in a PNG that says its gamma, in 100,000ths. */
export const pngOfGamma = (sample: number, gamma: number, grey = false): Uint8Array => {
  const channels = grey ? 1 : 3
  const header = Buffer.concat([word(4, 4), Buffer.from([8, grey ? 0 : 2, 0, 0, 0])])
  const rows = Buffer.alloc(4 * (1 + 4 * channels), sample)
  for (let row = 0; row < 4; row++) rows[row * (1 + 4 * channels)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('gAMA', word(gamma)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Three frames, the first of them `colour`. */
export const movingWebp = (colour: string): Promise<Uint8Array> =>
  sharp(
    [colour, '#00FF00', '#0000FF'].map((background) => ({
      create: { width: 24, height: 16, channels: 3, background },
    })) as never,
    { join: { animated: true } },
  )
    .webp({ lossless: true, delay: 100 })
    .toBuffer()

/** As many pixels as a telephone's, in one colour and a line; encoded in a moment. */
export const largePhoto = (
  width: number,
  height: number,
  orientation = 1,
  how: JpegOptions = {},
): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' }, limitInputPixels: false })
    .withMetadata({ orientation })
    .jpeg({ quality: 90, optimizeCoding: false, ...how })
    .toBuffer()
