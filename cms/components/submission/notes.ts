/** What somebody writes while he looks, before he returns a submission; the browser keeps it until then. */

/** `look`: the look it is pinned to, from 0; -1 for the whole. */
export type Note = { readonly look: number; readonly text: string }

export const ON_THE_WHOLE = -1

const isNote = (value: unknown): value is Note => {
  const { look, text } = (value ?? {}) as Partial<Record<keyof Note, unknown>>
  return Number.isInteger(look) && typeof text === 'string'
}

export const readNotes = (kept: string | null): readonly Note[] => {
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(list) ? list.filter(isNote) : []
  } catch {
    return []
  }
}

export const writeNotes = (notes: readonly Note[]): string => JSON.stringify(notes)

/** The note on one look with these words, or without it where there are none; in the order of the looks. */
export const noted = (notes: readonly Note[], look: number, text: string): readonly Note[] =>
  [...notes.filter((note) => note.look !== look), ...(text.trim() === '' ? [] : [{ look, text }])].toSorted(
    (a, b) => a.look - b.look,
  )

export const textOn = (notes: readonly Note[], look: number): string =>
  notes.find((note) => note.look === look)?.text ?? ''
