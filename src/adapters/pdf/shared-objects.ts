import { PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib'
import { sha256Hex } from '../disk/keys.ts'

/** Equal values may be one; a dictionary may not, for a page or a tag is itself even when another looks the same. */
const valueOf = (object: PDFObject): string | null => {
  if (object instanceof PDFArray) return object.toString()
  return object instanceof PDFRawStream ? `${object.dict.toString()} ${sha256Hex(object.contents)}` : null
}

const entriesOf = (object: PDFObject): readonly (readonly [PDFObject, (other: PDFRef) => void])[] => {
  if (object instanceof PDFDict)
    return object.entries().map(([key, value]) => [value, (other) => object.set(key, other)])
  if (object instanceof PDFArray)
    return object.asArray().map((value, i) => [value, (other) => object.set(i, other)])
  return object instanceof PDFRawStream ? entriesOf(object.dict) : []
}

const redirect = (object: PDFObject, twins: ReadonlyMap<PDFRef, PDFRef>): void => {
  for (const [value, set] of entriesOf(object)) {
    const first = value instanceof PDFRef ? twins.get(value) : undefined
    if (first) set(first)
    else redirect(value, twins)
  }
}

/**
 * Keeps equal streams and arrays once: photo, mask, colour profile and fonts are the same on every village's sheet, else
 * 200 sheets were 200 photos. Looks at the objects numbered above `after`; `known` remembers between calls.
 */
export const shareObjects = (context: PDFContext, after: number, known: Map<string, PDFRef>): void => {
  let added = Array.from({ length: context.largestObjectNumber - after }, (_, i) => PDFRef.of(after + i + 1))
    .map((ref) => [ref, context.lookup(ref)] as const)
    .filter((entry): entry is [PDFRef, PDFObject] => entry[1] !== undefined)
  // A picture equals another only once their profiles and masks are one: again until nothing more is.
  for (;;) {
    const twins = new Map<PDFRef, PDFRef>()
    for (const [ref, object] of added) {
      const value = valueOf(object)
      if (value === null) continue
      const first = known.get(value) ?? ref
      known.set(value, first)
      if (first !== ref) twins.set(ref, first)
    }
    if (twins.size === 0) return
    for (const ref of twins.keys()) context.delete(ref)
    added = added.filter(([ref]) => !twins.has(ref))
    for (const [, object] of added) redirect(object, twins)
  }
}
