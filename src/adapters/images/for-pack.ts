/** In the image child: pictures for newspapers and WeChat. */
import { Resvg } from '@resvg/resvg-js'
import sharp, { type Sharp } from 'sharp'
import type { Look } from '../../poster/index.ts'
import type { Drawing, Fit, ImageResult } from './image-jobs.ts'

const QUALITY = 90
const PAPER = '#FFFFFF'
const SCREEN = '#000000'

const jpeg = async (image: Sharp): Promise<ImageResult> => {
  const { data, info } = await image
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height }
}

/** Of a drawing nothing is cut away: its ground goes on to the edges. */
export const fitted = (picture: Sharp, { how, width, height }: Fit, look: Look): Promise<ImageResult> => {
  const ground = look === 'screen-drawing' ? SCREEN : PAPER
  const flat = picture.flatten({ background: ground })
  if (how === 'within') return jpeg(flat.resize({ width, height, fit: 'inside', withoutEnlargement: true }))
  return look === 'photo'
    ? jpeg(flat.resize(width, height, { fit: 'cover', position: 'attention' }))
    : jpeg(flat.resize(width, height, { fit: 'contain', background: ground }))
}

/** Decoders of files stay shut in this process (IMG-1): what was drawn comes to sharp as bare pixels. */
const pixelsOf = ({ svg, fonts, width }: Drawing): Sharp => {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: [...fonts] },
    imageRendering: 1,
  }).render()
  return sharp(image.pixels, { raw: { width: image.width, height: image.height, channels: 4 } })
}

export const drawn = async (drawing: Drawing): Promise<ImageResult> => {
  const { on, dpi } = drawing
  const image = pixelsOf(drawing).flatten({ background: on?.ground ?? PAPER })
  if (on) return jpeg(image.resize(on.width, on.height, { fit: 'contain', background: on.ground }))
  const { data, info } = await (dpi ? image.withMetadata({ density: dpi }) : image)
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, type: 'image/png', width: info.width, height: info.height }
}
