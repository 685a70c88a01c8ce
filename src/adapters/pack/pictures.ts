import { createRequire } from 'node:module'
import { join } from 'node:path'
import { refuse } from '../../errors/refusal.ts'
import type { Sha256 } from '../../model/ids.ts'
import type { FontName, Page } from '../../model/page.ts'
import type { Fit, PackPicture, PackSource } from '../../pack/index.ts'
import { pageSvg } from '../../paint/index.ts'
import { kindOfBytes } from '../../picture/index.ts'
import type { Objects } from '../disk/objects.ts'
import type { Images } from '../images/images.ts'
import { qrSvg } from '../print/qr.ts'

export type PictureTools = {
  readonly images: Pick<Images, 'fitted' | 'stored' | 'drawn' | 'rendition'>
  readonly objects: Pick<Objects, 'get'>
  /** Absolute path of media/fonts. */
  readonly fonts: string
}

/** The bytes of one picture, and the end of its name where the plan leaves that open. */
export type MadePicture = { readonly bytes: Uint8Array; readonly extension: string }

const ENDS = { 'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp' } as const

const NOTO = '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'

/** The fonts of the player, and behind them the whole one that its subsets are cut from. */
const fontFiles = (folder: string): readonly string[] => [
  ...['sans-base.ttf', 'pixel-base.otf', 'pixel-more.otf', 'pixel-wide.otf'].map((name) =>
    join(folder, name),
  ),
  createRequire(import.meta.url).resolve(NOTO),
]

const FAMILIES: Readonly<Record<FontName, { readonly family: string; readonly weight: number }>> = {
  sans: { family: 'SilverShield Sans', weight: 700 },
  pixel: { family: 'SilverShield Pixel', weight: 400 },
}

const dataAddress = (bytes: Uint8Array): string =>
  `data:${String(kindOfBytes(bytes))};base64,${Buffer.from(bytes).toString('base64')}`

/** A picture of a page whose object is gone is cut anew; the same bytes come out, or none are taken. */
const assetOf = async (
  { images, objects }: PictureTools,
  { pictures }: Pick<PackSource, 'pictures'>,
  { asset, w, h }: { readonly asset: Sha256; readonly w: number; readonly h: number },
): Promise<Uint8Array> => {
  const there = await objects.get(asset)
  if (there) return there
  for (const { sha256 } of pictures)
    if ((await images.rendition(sha256, w, h)).asset === asset) {
      const made = await objects.get(asset)
      if (made) return made
    }
  return refuse('IMAGE_SOURCE_MISSING', { field: 'photo', hint: asset })
}

const svgOf = async (tools: PictureTools, source: PackSource, page: Page): Promise<string> => {
  const images = new Map<Sha256, string>()
  for (const op of page.ops)
    if (op.op === 'image' && !images.has(op.asset))
      images.set(op.asset, dataAddress(await assetOf(tools, source, op)))
  return pageSvg(page, { font: (name) => FAMILIES[name], image: (asset) => images.get(asset) ?? null })
}

const pageDrawn = async (tools: PictureTools, source: PackSource, page: Page, fit?: Fit) => {
  const svg = await svgOf(tools, source, page)
  const on = fit && { width: fit.width, height: fit.height, ground: page.ground }
  return tools.images.drawn({ svg, fonts: fontFiles(tools.fonts), width: page.width, ...(on && { on }) })
}

/** 8 cm at 300 dpi: larger than any column needs, and a whole number of pixels for each module. */
const SQUARE_PIXELS = 945
const SQUARE_DPI = 300

const squareDrawn = (tools: PictureTools, words: string) => {
  const bytes = qrSvg(words)
  const svg = Buffer.from(bytes).toString('utf8')
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = modules * Math.floor(SQUARE_PIXELS / modules)
  return tools.images.drawn({ svg, fonts: [], width, dpi: SQUARE_DPI })
}

/** Made in the child for pictures, never in this process. Refuses IMAGE_SOURCE_MISSING, IMAGE_FAILED. */
export const pictureOf = async (
  tools: PictureTools,
  source: PackSource,
  picture: PackPicture,
): Promise<MadePicture> => {
  switch (picture.of) {
    case 'stored': {
      const bytes = await tools.images.stored(picture.source)
      const kind = kindOfBytes(bytes)
      return { bytes, extension: typeof kind === 'string' ? ENDS[kind] : '' }
    }
    case 'fitted':
      return { bytes: (await tools.images.fitted(picture.source, picture.fit)).bytes, extension: '' }
    case 'page':
      return { bytes: (await pageDrawn(tools, source, picture.page)).bytes, extension: '' }
    case 'page-fitted':
      return { bytes: (await pageDrawn(tools, source, picture.page, picture.fit)).bytes, extension: '' }
    case 'square':
      return { bytes: (await squareDrawn(tools, picture.words)).bytes, extension: '' }
  }
}
