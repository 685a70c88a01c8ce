/** Controls, spaces and unassigned characters: nothing of them is seen in a sentence. */
const UNSEEN = /[\p{C}\p{Z}]/u
/** Characters named in one sentence at most. */
const MOST = 10

const named = (character: string): string =>
  UNSEEN.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character

/**
 * Characters as a sentence can show them, `𠮷 😱 U+200B`: an invisible one is named by its number, or the sentence
 * would end in nothing.
 */
export const namedCharacters = (characters: readonly string[]): string =>
  characters.slice(0, MOST).map(named).join(' ')
