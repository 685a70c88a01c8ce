import { PDFDocument, PDFName } from 'pdf-lib'
import { pressOperators, type VectorDrawing } from '../../poster/index.ts'

/** A pixel is this many points; the page is placed at whatever size its template gives it. */
const PT = 0.24

/**
 * A PDF of one page that is the picture: the engine lays it into a sheet as it is, where it would mix the colours of
 * any other format anew.
 * @param inks four bytes a pixel: C, M, Y, K
 */
export const inkPage = async (inks: Uint8Array, width: number, height: number): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const page = document.addPage([width * PT, height * PT])
  const picture = context.flateStream(inks, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceCMYK',
    BitsPerComponent: 8,
  })
  page.node.setXObject(PDFName.of('Inks'), context.register(picture))
  const drawn = context.stream(`q ${width * PT} 0 0 ${height * PT} 0 0 cm /Inks Do Q`)
  page.node.set(PDFName.of('Contents'), context.register(drawn))
  return document.save({ useObjectStreams: false })
}

/** The same of a drawing in lines and areas. */
export const vectorPage = async (drawing: VectorDrawing): Promise<Uint8Array> => {
  const { width, height } = drawing
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const page = document.addPage([width * PT, height * PT])
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(pressOperators(drawing, PT))))
  return document.save({ useObjectStreams: false })
}
