import type { Place } from '../../../src/content/index.ts'

const LINE = /^line (\d+)$/

const isWritten = (line: string): boolean => line.trim() !== ''

/**
 * Where a cursor stands: the field, and in one that holds a text a line which of its written lines; on an empty line the
 * one before.
 */
export const placeAt = (field: string, words: string, caret: number, isLines: boolean): Place => {
  if (!isLines) return { field }
  const line = words.slice(0, caret).split(/\r?\n/u).length
  const nth = words.split(/\r?\n/u).slice(0, line).filter(isWritten).length
  return { field, hint: `line ${Math.max(1, nth)}` }
}

const isAt = (place: Place, { field, hint }: Place): boolean =>
  place.field === field && (hint === undefined || place.hint === undefined || place.hint === hint)

/** The first page that shows the place; undefined where none does. */
export const pageOf = (places: readonly (readonly Place[])[], wanted: Place): number | undefined => {
  const at = places.findIndex((shown) => shown.some((place) => isAt(place, wanted)))
  return at < 0 ? undefined : at
}

/** The words of a field with those of one place changed. */
export const changedAt = (words: string, { hint = '' }: Place, becomes: string): string => {
  const nth = Number(LINE.exec(hint)?.[1] ?? 0)
  if (nth === 0) return becomes
  let met = 0
  return words
    .split(/\r?\n/u)
    .map((line) => (isWritten(line) && ++met === nth ? becomes : line))
    .join('\n')
}
