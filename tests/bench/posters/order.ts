import { isRefusal } from '../../../src/errors/is-refusal.ts'
/** The poster every row is about: the case poster at A4 with a photo, as a village prints it. */
import { readFileSync } from 'node:fs'
import { encodeQR } from 'qr'
import sharp from 'sharp'
import type { PrintOrder } from '../../../cms/base/ports.ts'
import type { Instant, ReleaseId, UnitId } from '../../../src/model/ids.ts'
import { parseSchema, photoPixels, sheetData } from '../../../src/poster/index.ts'
import type { SheetData } from '../../../src/poster/sheet.ts'
import type { TemplateSchema } from '../../../src/poster/template.ts'
import { buildCase, buildPicture, buildWords } from '../../builders/content.ts'
import { KIND_NAMES } from '../../builders/print.ts'

export const NOW = Date.parse('2026-11-23T08:00:00+08:00') as Instant
const DAY = 86_400_000
export const TEMPLATE = 'case-a3'
export const SIZE = 'a4'
export const PUBLIC_URL = 'https://wujian.example.cn'
const PHOTO = 'job/photo.jpg'
const QR = 'job/qr.svg'

export const schema = (): TemplateSchema => {
  const read = parseSchema(
    JSON.parse(readFileSync(`media/posters/${TEMPLATE}/schema.json`, 'utf8')),
    KIND_NAMES,
  )
  if (isRefusal(read)) throw new Error(read.message_en)
  return read
}

const pick = <T>(from: readonly T[], turn: number): T => from[turn % from.length] as T

/** Another text each turn, of the same length. */
const linesOf = (turn: number): readonly string[] => [
  `${pick(['张', '李', '王', '陈'], turn)}阿姨听人说，投${pick(['五', '六', '七'], turn)}万元养老公寓，每月返息。`,
  `头${pick(['两', '三'], turn)}个月，钱准时到账。`,
  `她又投了${pick(['八', '九', '十'], turn)}万，还拉上了老姐妹。`,
  `第${1000 + turn}户门店关了，电话打不通。`,
]

/** What a clerk of village number `turn` asks for; the photo is the asset the engine is given. */
export const orderOf = (turn: number, picture = buildPicture()): PrintOrder => ({
  choice: {
    release: 'release-1' as ReleaseId,
    template: TEMPLATE,
    size: SIZE,
    way: 'office',
    tiling: 'none',
    unit: `unit-${turn}` as UnitId,
    contact: { name: '村委会', number: '057112345678' },
  },
  source: {
    release: 'release-1' as ReleaseId,
    words: buildWords(buildCase({ lines: linesOf(turn), photo: picture })),
    edition: 3,
    releasedAt: (NOW - DAY) as Instant,
    validUntil: (NOW + 90 * DAY) as Instant,
    withdrawnAt: null,
    hotline: {
      prompt: '拿不准？先打',
      number: '96110',
      verifiedAt: (NOW - 30 * DAY) as Instant,
      confirmBy: '平安办',
    },
    town: '五间镇',
    issuer: '五间镇平安办',
    unit: { id: `unit-${turn}` as UnitId, name: `第${turn + 1}村` },
    demo: false,
    publicUrl: PUBLIC_URL,
  },
})

export const sheetOf = (turn: number): SheetData =>
  sheetData(orderOf(turn), schema(), {
    code: '7K3D92MQ',
    qr: { path: QR, words: `${PUBLIC_URL.replace('https://', '')}/v/7K3D-92MQ` },
    photoPath: PHOTO,
    now: NOW,
    palette: 'rgb',
  })

const BLURS = [1.2, 3, 8, 24, 60]

/** As hard to compress as a photo: noise at every scale, not a flat drawing. */
export const photo = async (width: number, height: number): Promise<Buffer> => {
  const layers = await Promise.all(
    BLURS.map(async (sigma) => {
      const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 + sigma * 4 }
      const shrink = Math.max(1, Math.floor(sigma / 2))
      const size = { width: Math.ceil(width / shrink), height: Math.ceil(height / shrink) }
      const raw = await sharp({ create: { ...size, channels: 3, background: '#808080', noise } })
        .blur(Math.max(0.5, sigma / shrink))
        .png()
        .toBuffer()
      return sharp(raw).resize(width, height, { kernel: 'cubic' }).png().toBuffer()
    }),
  )
  const [first, ...rest] = layers
  return sharp(first)
    .composite(rest.map((input) => ({ input, blend: 'soft-light' as const })))
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** The files of a sheet, as the engine would lay them beside it. */
export const filesOf = async (): Promise<readonly { path: string; bytes: Uint8Array }[]> => {
  const slot = schema().photo?.[SIZE]
  if (!slot) throw new Error(`${TEMPLATE} has no photo at ${SIZE}`)
  const { width, height } = photoPixels(slot, 300)
  const qr = encodeQR(`${PUBLIC_URL}/v/7K3D-92MQ`, 'svg', { ecc: 'medium', border: 4 })
  return [
    { path: PHOTO, bytes: await photo(width, height) },
    { path: QR, bytes: Buffer.from(qr) },
  ]
}
