/** Whether there is anything to read: a letter, a hanzi or a digit that is drawn; marks, blanks and pictures are none. */
export const isReadable = (text: string): boolean =>
  /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{Script=Han}]/u.test(text)

/**
 * Whether a name names anything: one letter or hanzi at least that is drawn. Fillers count as letters in Unicode and
 * leave blank paper.
 */
export const hasLetter = (name: string): boolean =>
  /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{Script=Han}]/u.test(name)
