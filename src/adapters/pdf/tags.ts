import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFObjectCopier,
  type PDFRef,
} from 'pdf-lib'

/** The tags of a PDF: a tree of elements, and by number the list of those on each page (ISO 32000-1, 14.7). */
const ROOT = PDFName.of('StructTreeRoot')
const [K, P, S, NUMS] = ['K', 'P', 'S', 'Nums'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
]
const [PARENT_TREE, NEXT] = [PDFName.of('ParentTree'), PDFName.of('ParentTreeNextKey')]
const NUMBERS = ['StructParents', 'StructParent'].map((name) => PDFName.of(name))

const rootOf = ({ catalog }: PDFDocument): PDFDict | undefined => catalog.lookupMaybe(ROOT, PDFDict)

const kidsOf = (element: PDFDict): readonly PDFObject[] => {
  const kids = element.lookup(K)
  return kids instanceof PDFArray ? kids.asArray() : [element.get(K)].filter((kid) => kid !== undefined)
}

/** Number and list, in turns, of the whole tree. */
const numbersOf = (node: PDFDict): readonly PDFObject[] => {
  const below = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
  const own = node.lookupMaybe(NUMS, PDFArray)?.asArray() ?? []
  return [...own, ...(below?.asArray() ?? []).flatMap((_, i) => numbersOf(below?.lookup(i, PDFDict) ?? node))]
}

const setNumbers = (root: PDFDict, numbers: readonly PDFObject[], next: number): void => {
  const list = PDFArray.withContext(root.context)
  for (const object of numbers) list.push(object)
  const tree = PDFDict.withContext(root.context)
  tree.set(NUMS, list)
  root.set(PARENT_TREE, tree)
  root.set(NEXT, PDFNumber.of(next))
}

const moved = (number: PDFObject, by: number): PDFObject =>
  number instanceof PDFNumber ? PDFNumber.of(number.asNumber() + by) : number

/** Counts this document's tagged pages from `from` on instead of 0, and answers the number after its last. */
export const countTagsFrom = (document: PDFDocument, from: number): number => {
  const root = rootOf(document)
  if (!root) return from
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    for (const key of NUMBERS) {
      const number = dict.get(key)
      if (number) dict.set(key, moved(number, from))
    }
  }
  const numbers = numbersOf(root.lookup(PARENT_TREE, PDFDict))
  const next = from + root.lookup(NEXT, PDFNumber).asNumber()
  setNumbers(
    root,
    numbers.map((object, i) => (i % 2 === 0 ? moved(object, from) : object)),
    next,
  )
  return next
}

const intoPart = (element: PDFDict, document: PDFObject): void => {
  element.set(S, PDFName.of('Part'))
  element.set(P, document)
}

/** Puts one Document over what was a document by itself, so that others can stand beside it. */
export const openTags = (book: PDFDocument): void => {
  const root = rootOf(book)
  if (!root) return
  const { context } = book
  const ref = context.nextRef()
  const parts = kidsOf(root)
  for (const part of parts) intoPart(context.lookup(part, PDFDict), ref)
  const element = context.obj({ Type: 'StructElem', S: 'Document', P: book.catalog.get(ROOT) as PDFRef })
  element.set(K, context.obj([...parts]))
  context.assign(ref, element)
  root.set(K, context.obj([ref]))
}

/** Brings the tags of `source` along, whose pages `copier` has brought: its Document becomes a Part of the book's. */
export const addTags = (book: PDFDocument, source: PDFDocument, copier: PDFObjectCopier): void => {
  const [from, to] = [rootOf(source), rootOf(book)]
  if (!from || !to) return
  const [document] = kidsOf(to)
  const element = book.context.lookup(document, PDFDict)
  for (const kid of kidsOf(from)) {
    // Its parent would bring the whole of the other tree's root.
    source.context.lookup(kid, PDFDict).delete(P)
    const part = copier.copy(kid)
    intoPart(book.context.lookup(part, PDFDict), document as PDFRef)
    element.lookup(K, PDFArray).push(part)
  }
  const numbers = numbersOf(from.lookup(PARENT_TREE, PDFDict)).map((object) => copier.copy(object))
  const next = from.lookup(NEXT, PDFNumber).asNumber()
  setNumbers(to, [...numbersOf(to.lookup(PARENT_TREE, PDFDict)), ...numbers], next)
}
