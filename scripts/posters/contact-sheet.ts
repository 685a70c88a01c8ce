import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp from 'sharp'

export type Shown = { readonly caption: string; readonly width: number; readonly png: Buffer }

export const GROUND = '#E7E3DA'
const INK = '#1B1A18'
const GAP = 36
const CAPTION = 40

/** Pictures in rows as given, each at its own width, under their captions; a family is judged side by side. */
export const contactSheet = async (rows: readonly (readonly Shown[])[]): Promise<Buffer> => {
  const loaded = await Promise.all(
    rows.map((row) =>
      Promise.all(
        row.map(async (shown) => {
          const image = await loadImage(shown.png)
          return { ...shown, image, height: Math.round((image.height * shown.width) / image.width) }
        }),
      ),
    ),
  )
  const across = loaded.map((row) => row.reduce((sum, one) => sum + one.width + GAP, GAP))
  const down = loaded.map((row) => Math.max(...row.map((one) => one.height)) + CAPTION + GAP)
  const canvas = createCanvas(
    Math.max(...across),
    down.reduce((sum, height) => sum + height, GAP),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = GROUND
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.font = '20px ss-sans'
  let y = GAP
  loaded.forEach((row, i) => {
    let x = GAP
    for (const { image, width, height, caption } of row) {
      context.fillStyle = '#FFFFFF'
      context.fillRect(x, y, width, height)
      context.drawImage(image, x, y, width, height)
      context.fillStyle = INK
      context.fillText(caption, x, y + height + 25)
      x += width + GAP
    }
    y += down[i] ?? 0
  })
  return sharp(canvas.toBuffer('image/png'))
    .png({ palette: true, colours: 96, compressionLevel: 9 })
    .toBuffer()
}
