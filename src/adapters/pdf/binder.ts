import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'
import { refuse } from '../../errors/refusal.ts'
import type { PrintedFile } from '../../../cms/base/ports.ts'
import { shareObjects } from './shared-objects.ts'
import { addTags, countTagsFrom, openTags } from './tags.ts'

export type Binder = {
  readonly add: (file: Pick<PrintedFile, 'name' | 'bytes'>) => Promise<void>
  readonly end: () => Promise<Uint8Array>
}

type Bookmark = { readonly title: string; readonly page: PDFRef }

/** One bookmark a sheet, in place of the one each sheet had for itself. */
const bookmark = ({ catalog, context }: PDFDocument, marks: readonly Bookmark[]): void => {
  const outlines = context.nextRef()
  const refs = marks.map(() => context.nextRef())
  for (const [i, { title, page }] of marks.entries()) {
    const item = context.obj({ Parent: outlines, Dest: [page, 'Fit'] })
    item.set(PDFName.of('Title'), PDFHexString.fromText(title))
    const [before, after] = [refs[i - 1], refs[i + 1]]
    if (before) item.set(PDFName.of('Prev'), before)
    if (after) item.set(PDFName.of('Next'), after)
    context.assign(refs[i] as PDFRef, item)
  }
  const ends = { First: refs[0] ?? null, Last: refs.at(-1) ?? null, Count: refs.length }
  context.assign(outlines, context.obj({ Type: 'Outlines', ...ends }))
  catalog.set(PDFName.of('Outlines'), outlines)
}

/** The engine's metadata says how many pages there are; here there are more. */
const countPages = ({ catalog, context }: PDFDocument, pages: number): void => {
  const ref = catalog.get(PDFName.of('Metadata'))
  const stream = context.lookup(ref)
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return
  const xmp = Buffer.from(stream.contents).toString('utf8')
  const told = xmp.replace(/(NPages>)\d+/, `$1${pages}`)
  context.assign(ref, PDFRawStream.of(stream.dict, new TextEncoder().encode(told)))
}

/** Appends all of `source` to `book`; answers its first page there. */
const append = (book: PDFDocument, source: PDFDocument): PDFRef | undefined => {
  const copier = PDFObjectCopier.for(source.context, book.context)
  const refs = source.getPages().map(({ ref }) => copier.copy(ref) as PDFRef)
  for (const ref of refs) {
    const leaf = book.context.lookup(ref)
    if (leaf instanceof PDFPageLeaf) book.addPage(PDFPage.of(leaf, ref, book))
  }
  addTags(book, source, copier)
  return refs[0]
}

/**
 * Many sheets in one PDF, in the order they come, each with a bookmark of its file's name. The first sheet's document is
 * the book: its metadata, colour intent and language are every sheet's, so what is PDF/A stays it, tags and all (PRT-15).
 */
export const openBinder = (): Binder => {
  let book: PDFDocument | null = null
  const marks: Bookmark[] = []
  const known = new Map<string, PDFRef>()
  let tags = 0
  const open = (sheet: PDFDocument): PDFRef => {
    book = sheet
    openTags(sheet)
    return sheet.getPage(0).ref
  }
  return {
    add: async ({ bytes, name }) => {
      const sheet = await PDFDocument.load(bytes, { updateMetadata: false })
      const before = book?.context.largestObjectNumber ?? 0
      tags = countTagsFrom(sheet, tags)
      const page = book ? append(book, sheet) : open(sheet)
      shareObjects((book ?? sheet).context, before, known)
      if (page) marks.push({ title: name.replace(/\.pdf$/, ''), page })
    },
    end: async () => {
      const bound = book ?? refuse('TEXT_EMPTY', { field: 'units' })
      bookmark(bound, marks)
      countPages(bound, bound.getPageCount())
      return bound.save({ useObjectStreams: true })
    },
  }
}
