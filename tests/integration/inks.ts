import { decodePDFRawStream, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'

export type InkPicture = {
  readonly space: string
  readonly width: number
  readonly height: number
  /** Its samples; still a JPEG where it is one. */
  readonly inks: Uint8Array
}

/** All pictures of a PDF, also those within pages that were laid into it. */
export const inkPicturesOf = async (pdf: Uint8Array): Promise<readonly InkPicture[]> => {
  const { context } = await PDFDocument.load(pdf)
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return []
    const { dict } = object
    if (dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return []
    const numbers = ['Width', 'Height'].map((name) => dict.lookup(PDFName.of(name), PDFNumber).asNumber())
    const [width = 0, height = 0] = numbers
    const jpeg = String(dict.get(PDFName.of('Filter'))).includes('DCT')
    return [
      {
        space: String(dict.get(PDFName.of('ColorSpace'))),
        width,
        height,
        inks: jpeg ? object.contents : decodePDFRawStream(object).decode(),
      },
    ]
  })
}

/** What the pages draw that were laid into sheets as they are, each once. */
export const laidInto = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const { context } = await PDFDocument.load(pdf)
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return []
    if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return []
    return [Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')]
  })
}

/** All that sets a colour in these operators of PDF, of whatever space. */
export const coloursSet = (operators: string): readonly string[] => [
  ...new Set(operators.match(/^[\d. ]*\b(rg|RG|g|G|k|K|cs|CS|sc|SC|scn|SCN|sh)$/gm)),
]

const FULL = 255
/** The family's red, C M Y K of 255. */
const ACCENT = [0.08, 0.92, 1, 0.04].map((share) => share * FULL)

/** Pixels that are no mixture of bare paper, black ink alone and the family's red; at most three of them. */
export const strangeInks = (inks: Uint8Array): readonly (readonly number[])[] => {
  const [cyan = 0, magenta = 0, , own = 0] = ACCENT.map((ink) => ink / FULL)
  const strange: (readonly number[])[] = []
  for (let at = 0; at + 3 < inks.length && strange.length < 3; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = [inks[at], inks[at + 1], inks[at + 2], inks[at + 3]]
    const black = k - y * own
    const near = Math.abs(c - y * cyan) <= 2 && Math.abs(m - y * magenta) <= 2
    if (!near || black < -2 || y + black > FULL + 2) strange.push([c, m, y, k])
  }
  return strange
}
