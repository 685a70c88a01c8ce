/** What this browser can open and the server cannot, as a JPEG: the first picture of it, upright, on white. */

/** Canvases of telephones hold no more (16,777,216 pixels on iOS). */
const MOST_PIXELS = 16_000_000
const QUALITY = 0.92

type Drawable = { readonly image: CanvasImageSource; readonly width: number; readonly height: number }

const byElement = async (file: Blob): Promise<Drawable> => {
  const image = new Image()
  const url = URL.createObjectURL(file)
  image.src = url
  try {
    await image.decode()
  } finally {
    URL.revokeObjectURL(url)
  }
  return { image, width: image.naturalWidth, height: image.naturalHeight }
}

/** Some browsers open as an element what they do not as a bitmap. */
const opened = async (file: Blob): Promise<Drawable> => {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return { image, width: image.width, height: image.height }
  } catch {
    return byElement(file)
  }
}

/** Null where this browser cannot open it either. */
export const jpegCopy = async (file: File): Promise<File | null> => {
  try {
    const { image, width, height } = await opened(file)
    const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    const context = canvas.getContext('2d')
    if (!context) return null
    context.fillStyle = '#FFFFFF'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    const name = `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`
    return blob && new File([blob], name, { type: 'image/jpeg' })
  } catch {
    return null
  }
}
