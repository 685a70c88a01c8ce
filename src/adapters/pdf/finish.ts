import { PDFDict, PDFDocument, PDFName } from './pdf-lib.ts'
import { textBoxes, type TextBox } from './text-lines.ts'
import { textRuns } from './text-runs.ts'

/** What stands in a PDF, for the checks before it leaves. */
export type PdfFacts = {
  /** Names of all embedded fonts without their subset's tag, each once. */
  readonly fonts: readonly string[]
  /** Of each page its words, one string for each run the engine drew in one go. */
  readonly pages: readonly (readonly string[])[]
  /** Of each page where they stand, when that was asked. */
  readonly boxes?: readonly (readonly TextBox[])[]
}

/** The trimmed page lies in the middle of the PDF's page; all in mm of the file. */
export type CutMarks = { readonly width: number; readonly height: number; readonly bleed: number }

/** `boxes`: among the facts also where words stand. */
export type Finishing = {
  readonly facts?: boolean
  readonly boxes?: boolean
  readonly cut?: CutMarks
}

const PT_PER_MM = 72 / 25.4

/** Tells a press where the paper is cut (PRT-14): TrimBox and BleedBox on every page. */
const setBoxes = (document: PDFDocument, { width, height, bleed }: CutMarks): void => {
  const [trimWidth, trimHeight, out] = [width * PT_PER_MM, height * PT_PER_MM, bleed * PT_PER_MM]
  for (const page of document.getPages()) {
    const media = page.getMediaBox()
    const [x, y] = [(media.width - trimWidth) / 2, (media.height - trimHeight) / 2]
    page.setTrimBox(x, y, trimWidth, trimHeight)
    page.setBleedBox(x - out, y - out, trimWidth + 2 * out, trimHeight + 2 * out)
  }
}

const fontsOf = ({ context }: PDFDocument): readonly string[] => {
  const names = context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFDict ? object.get(PDFName.of('FontName')) : undefined))
    .filter((name) => name instanceof PDFName)
    .map((name) => name.asString().replace(/^\/(?:[A-Z]{6}\+)?/, ''))
  return [...new Set(names)]
}

/** Reads what stands in a PDF and marks where it is cut, as asked; what is asked for neither leaves as it came. */
export const finishPdf = async (
  pdf: Uint8Array,
  { facts, boxes, cut }: Finishing,
): Promise<{ readonly pdf: Uint8Array; readonly facts?: PdfFacts }> => {
  if (!facts && !cut) return { pdf }
  // By itself it pauses after every hundred objects; nothing else waits in this process.
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  const read = facts && {
    facts: {
      fonts: fontsOf(document),
      pages: textRuns(document),
      ...(boxes && { boxes: textBoxes(document) }),
    },
  }
  if (!cut) return { pdf, ...read }
  setBoxes(document, cut)
  return { pdf: await document.save({ useObjectStreams: false, objectsPerTick: Infinity }), ...read }
}
