import type { Returned } from '../../workflow/returned.ts'

/** One comment as the writer sees it: numbered from 1, on the whole or at a place of the form. */
export type Comment = {
  readonly number: number
  readonly text: string
  readonly field: string | null
  readonly item?: number
  readonly isMended: boolean
}

/** That on the whole first, where there is one. */
export const commentsOf = ({ comment, pins, isMended }: Returned): readonly Comment[] =>
  [
    ...(comment.trim() === '' ? [] : [{ text: comment, field: null, isMended }]),
    ...pins.map(({ field, item, text, isMended: mended }) => ({
      text,
      field,
      ...(item !== undefined && { item }),
      isMended: mended,
    })),
  ].map((one, n) => ({ ...one, number: n + 1 }))

/** Whether the comment stands at the field of this path: the field itself, or one of the row it means. */
export const isAt = (path: string, { field, item }: Comment): boolean =>
  field !== null && (path === field || (item !== undefined && path.startsWith(`${field}.${item}.`)))

/** The path to go to for a comment, of those the form has. */
export const pathOf = ({ field, item }: Comment, paths: readonly string[]): string | null => {
  if (field === null) return null
  const inRow = paths.find((path) => path.startsWith(`${field}.${item}.`) && !path.endsWith('.id'))
  return inRow ?? (paths.includes(field) ? field : null)
}
