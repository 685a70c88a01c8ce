import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFPage } from 'pdf-lib'
import { sha256Hex } from '../keys.ts'
import type { PrintedFile } from '../../../cms/ports.ts'

export type Binder = {
  readonly add: (file: Pick<PrintedFile, 'bytes'>) => Promise<void>
  readonly end: () => Promise<Uint8Array>
}

/** The photo is the same on every village's sheet: it is kept once, else 200 sheets were 200 photos. */
const sharePictures = (document: PDFDocument, page: PDFPage, known: Map<string, PDFRef>): void => {
  const pictures = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  for (const [key, ref] of pictures?.entries() ?? []) {
    const stream = document.context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) continue
    if (stream.dict.has(PDFName.of('SMask'))) continue
    const hash = sha256Hex(stream.contents)
    const first = known.get(hash)
    if (first && first !== ref) {
      pictures?.set(key, first)
      document.context.delete(ref)
    } else known.set(hash, ref)
  }
}

/** Many sheets in one PDF, in the order they come. Archive marks (PDF/A, tags) do not survive binding. */
export const openBinder = (): Binder => {
  const book = PDFDocument.create({ updateMetadata: false })
  const known = new Map<string, PDFRef>()
  return {
    add: async ({ bytes }) => {
      const document = await book
      const source = await PDFDocument.load(bytes, { updateMetadata: false })
      const pages = await document.copyPages(source, source.getPageIndices())
      for (const page of pages) {
        document.addPage(page)
        sharePictures(document, page, known)
      }
    },
    end: async () => (await book).save({ useObjectStreams: true }),
  }
}
