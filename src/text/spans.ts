/** A stretch of a text, in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number }

export const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))

/** Whether a unit lies in one of these, which are in order. */
export const inSpans = (spans: readonly Span[]): ((at: number) => boolean) => {
  const inside = new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  )
  return (at) => inside.has(at)
}

/** Of the web and of mail; a mark that ends the sentence is none of it. */
const ADDRESS =
  /(?:(?:https?|ftp):\/\/|www\.)[!-~]*[\w/#&=~-]|[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+|(?<![\w.-])(?:[A-Za-z0-9][\w-]*\.)+[A-Za-z]{2,}(?![\w.])(?::\d+)?(?:\/(?:[!-~]*[\w/#&=~-])?)?/gi

/** `12,800`, `2026.11.29`, `9:00`, `1/2`, `Wi-Fi`, `don't`: marks with a letter or digit hard on both sides. */
const JOINED = /[A-Za-z0-9]+(?:[.,:/'’&+_@-][A-Za-z0-9]+)+/g

/** `(023)49881110`: the area stands in the number. */
const AREA = /\(\d{2,4}\) ?\d{5,}/g

/** `1.`, `2)`, `3）`, `A.` at the head of a line: the place in an order that other lines may speak of. */
const NUMBERING = /^[ \t\u3000]*(?:\d{1,2}|[A-Za-z])[.．)）](?![.．)）\d])/gm

/** `Mr.`, `No.`: a point that ends no sentence. */
const SHORTENED = /\b(?:Mr|Mrs|Ms|Dr|No|vs|St|Jr|Sr|Prof)\./g

export const addressesIn = (text: string): readonly Span[] => spansOf(text, ADDRESS)

/** Where a mark of half width is meant as such. */
export const halfWidthIn = (text: string): readonly Span[] =>
  [ADDRESS, JOINED, AREA, NUMBERING, SHORTENED].flatMap((pattern) => spansOf(text, pattern))
