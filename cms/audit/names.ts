/** The row of an update names its changed fields in one text. */
export const detailOf = (names: readonly string[]): string => names.join(', ')

export const namesIn = (detail: string | null | undefined): readonly string[] =>
  detail ? detail.split(', ') : []
